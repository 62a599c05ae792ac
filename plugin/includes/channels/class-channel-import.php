<?php
/**
 * Reads channels from a file.
 *
 * @package Rappel
 */

namespace Rappel\Channels;

use Rappel\Connection\Connection;
use Rappel\Problems;
use Rappel\Read;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Makes the channels of a file. The service checks every one of them first, and none is made while one has a fault: whoever mends the
 * file and imports it again gets no channel twice.
 */
final class Channel_Import {

	/**
	 * Makes them.
	 *
	 * @param Connection $connection The site's connection.
	 * @param string     $text       The file.
	 * @param bool       $keep_state False: they are paused, so that nothing calls or pops up before somebody has looked.
	 * @return array{channels: list<array{id: string, name: string}>, unknownMembers: list<array{channelId: string, channelName: string, login: string}>}|WP_Error With `errors` by field: "channels.0.calls.destinationNumber".
	 */
	public static function run( Connection $connection, string $text, bool $keep_state ): array|WP_Error {
		$channels = Channel_File::read( $text );
		if ( is_wp_error( $channels ) ) {
			return $channels;
		}
		$ready  = array_map( static fn( array $settings ): array => self::settings( $settings, $keep_state ), $channels );
		$faults = self::check( $connection, $ready );
		return is_wp_error( $faults ) ? $faults : self::make( $connection, $ready, $channels );
	}

	/**
	 * One channel as this site can have it: people by their ids here.
	 *
	 * @param array<string, mixed> $settings   As the file has them.
	 * @param bool                 $keep_state Whether its state is the file's.
	 * @return array<string, mixed>
	 */
	private static function settings( array $settings, bool $keep_state ): array {
		$team = array();
		foreach ( Read::items( $settings, 'team' ) as $member ) {
			$user = Channel_File::member( Read::text( $member, 'login' ) );
			if ( null !== $user ) {
				$team[] = array(
					'userId'   => $user->ID,
					'priority' => Read::integer( $member, 'priority', 1 ),
				);
			}
		}
		return array( 'team' => $team ) + ( $keep_state ? array() : array( 'state' => 'paused' ) ) + $settings;
	}

	/**
	 * Has every one of them checked.
	 *
	 * @param Connection                 $connection The site's connection.
	 * @param list<array<string, mixed>> $channels   Their settings.
	 * @return true|WP_Error
	 */
	private static function check( Connection $connection, array $channels ): bool|WP_Error {
		$faults = array();
		foreach ( $channels as $place => $settings ) {
			$answer = Service_Client::call( $connection, 'POST', '/v1/channels', self::body( $settings ), array( 'checkOnly' => 'true' ) );
			if ( ! is_wp_error( $answer ) ) {
				continue;
			}
			if ( Problems::status( $answer ) >= 500 || ! in_array( Problems::status( $answer ), array( 400, 413, 422 ), true ) ) {
				return $answer;
			}
			array_push( $faults, ...self::faults( $place, $settings, $answer ) );
		}
		return array() === $faults ? true : new WP_Error(
			'invalid_request',
			__( 'Nothing was imported: the file has faults. Mend them in the file, or export it again, then import it once more.', 'rappel' ),
			array(
				'status' => 400,
				'errors' => $faults,
			)
		);
	}

	/**
	 * What the service says of one channel, with the channel's place and name.
	 *
	 * @param int                  $place    Its place in the file.
	 * @param array<string, mixed> $settings The channel.
	 * @param WP_Error             $problem  The service's.
	 * @return non-empty-list<array{field: string, code: string, detail: string}>
	 */
	private static function faults( int $place, array $settings, WP_Error $problem ): array {
		$data   = $problem->get_error_data();
		$errors = Read::items( $data, 'errors' );
		$name   = Read::text( $settings, 'name' );
		$faults = array_map(
			static function ( mixed $fault ) use ( $place, $name, $problem ): array {
				$detail = Read::text( $fault, 'detail' );
				return array(
					'field'  => "channels.$place" . preg_replace( '/^settings\b/', '', Read::text( $fault, 'field' ) ),
					'code'   => Read::text( $fault, 'code' ),
					/* translators: 1: name of a channel. 2: what is wrong, a sentence. */
					'detail' => sprintf( __( '“%1$s”: %2$s', 'rappel' ), $name, '' === $detail ? $problem->get_error_message() : $detail ),
				);
			},
			$errors
		);
		return array() !== $faults ? $faults : self::faults( $place, $settings, self::as_list( $problem ) );
	}

	/**
	 * A problem of one field, as one with a list of faults.
	 *
	 * @param WP_Error $problem The service's.
	 */
	private static function as_list( WP_Error $problem ): WP_Error {
		$fault = array(
			'field'  => Read::text( $problem->get_error_data(), 'field' ),
			'code'   => (string) $problem->get_error_code(),
			'detail' => $problem->get_error_message(),
		);
		return new WP_Error( 'invalid_request', '', array( 'errors' => array( $fault ) ) );
	}

	/**
	 * Makes them, one after the other. When the service goes away meanwhile, what was made is told with the error.
	 *
	 * @param Connection                 $connection The site's connection.
	 * @param list<array<string, mixed>> $ready      Settings as this site can have them.
	 * @param list<array<string, mixed>> $channels   The same as the file has them.
	 * @return array{channels: list<array{id: string, name: string}>, unknownMembers: list<array{channelId: string, channelName: string, login: string}>}|WP_Error
	 */
	private static function make( Connection $connection, array $ready, array $channels ): array|WP_Error {
		$made    = array();
		$unknown = array();
		foreach ( $ready as $place => $settings ) {
			$answer = Service_Client::call( $connection, 'POST', '/v1/channels', self::body( $settings ) );
			if ( is_wp_error( $answer ) ) {
				return self::half_made( $answer, $made );
			}
			Channel_Copy::put( $answer );
			$id     = Read::text( $answer, 'id' );
			$name   = Read::text( Read::map( $answer, 'settings' ), 'name' );
			$made[] = compact( 'id', 'name' );
			foreach ( Read::items( $channels[ $place ], 'team' ) as $member ) {
				$login = Read::text( $member, 'login' );
				if ( null === Channel_File::member( $login ) ) {
					$unknown[] = array(
						'channelId'   => $id,
						'channelName' => $name,
						'login'       => $login,
					);
				}
			}
		}
		return array(
			'channels'       => $made,
			'unknownMembers' => $unknown,
		);
	}

	/**
	 * Says what was made before it went wrong.
	 *
	 * @param WP_Error                              $problem The service's.
	 * @param list<array{id: string, name: string}> $made    Channels that are there now.
	 */
	private static function half_made( WP_Error $problem, array $made ): WP_Error {
		if ( array() === $made ) {
			return $problem;
		}
		/* translators: 1: what went wrong, a sentence. 2: names of channels. */
		$sentence = sprintf( __( '%1$s These channels were imported before that: %2$s. Import the others alone.', 'rappel' ), $problem->get_error_message(), implode( ', ', array_column( $made, 'name' ) ) );
		return new WP_Error( $problem->get_error_code(), $sentence, $problem->get_error_data() );
	}

	/**
	 * What is sent (contract/src/channel.ts: saveChannelSchema).
	 *
	 * @param array<string, mixed> $settings The channel.
	 */
	private static function body( array $settings ): string {
		return (string) wp_json_encode( array( 'settings' => $settings ), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	}
}
