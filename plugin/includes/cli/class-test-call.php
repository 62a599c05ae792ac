<?php
/**
 * A test call, followed from a terminal.
 *
 * @package Rappel
 */

namespace Rappel\Cli;

use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Connection;
use Rappel\Language;
use Rappel\Problems;
use Rappel\Read;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * As the service tells it (contract/src/channel-check.ts: channelTestCallSchema).
 */
final class Test_Call {

	/**
	 * Fills it.
	 *
	 * @param Connection $connection The site's connection.
	 * @param string     $path       Of the channel's test calls.
	 * @param string     $id         The call's id.
	 * @param string     $state      Calling, ringing, answered, done or failed.
	 * @param string     $detail     A sentence.
	 */
	private function __construct(
		private readonly Connection $connection,
		private readonly string $path,
		private readonly string $id,
		public readonly string $state,
		public readonly string $detail
	) {}

	/**
	 * Calls.
	 *
	 * @param Connection $connection The site's connection.
	 * @param string     $channel    Id or name.
	 * @param string     $number     As typed.
	 */
	public static function start( Connection $connection, string $channel, string $number ): self|WP_Error {
		Channel_Copy::refresh();
		foreach ( Channel_Copy::all() as $known ) {
			if ( in_array( $channel, array( $known['id'], $known['name'] ), true ) ) {
				$path = '/v1/channels/' . rawurlencode( $known['id'] ) . '/test-calls';
				$json = wp_json_encode(
					array(
						'number'   => $number,
						'language' => Language::current(),
					)
				);
				return self::from( $connection, $path, Service_Client::call( $connection, 'POST', $path, (string) $json ) );
			}
		}
		return Problems::own( 'channel_not_found' );
	}

	/**
	 * As it is now.
	 */
	public function follow(): self|WP_Error {
		return self::from( $this->connection, $this->path, Service_Client::call( $this->connection, 'GET', "$this->path/$this->id" ) );
	}

	/**
	 * Whether nothing will be told any more.
	 */
	public function is_over(): bool {
		return in_array( $this->state, array( 'done', 'failed' ), true );
	}

	/**
	 * Reads an answer.
	 *
	 * @param Connection                    $connection The site's connection.
	 * @param string                        $path       Of the channel's test calls.
	 * @param array<string, mixed>|WP_Error $answer     The service's.
	 */
	private static function from( Connection $connection, string $path, array|WP_Error $answer ): self|WP_Error {
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		return new self( $connection, $path, Read::text( $answer, 'id' ), Read::text( $answer, 'state' ), Read::text( $answer, 'detail' ) );
	}
}
