<?php
/**
 * Channels as a file.
 *
 * @package Rappel
 */

namespace Rappel\Channels;

use Rappel\Capabilities;
use Rappel\Connection\Connection;
use Rappel\Instant;
use Rappel\Problems;
use Rappel\Read;
use Rappel\Service\Service_Client;
use WP_Error;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * What another site can read (contract/src/channel-file.ts): settings without ids and secrets, and people by their logins, since ids of
 * users are other people's elsewhere.
 */
final class Channel_File {

	public const FORMAT  = 'rappel-channels';
	public const VERSION = 1;

	/**
	 * The file of some channels, or of all.
	 *
	 * @param Connection   $connection The site's connection.
	 * @param list<string> $ids        Which; none: all.
	 * @return array<string, mixed>|WP_Error channel_not_found when one of them is not there.
	 */
	public static function write( Connection $connection, array $ids = array() ): array|WP_Error {
		$answer = Service_Client::call( $connection, 'GET', '/v1/channels' );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		$channels = array_filter(
			Read::items( $answer, 'channels' ),
			static fn( mixed $channel ): bool => array() === $ids || in_array( Read::text( $channel, 'id' ), $ids, true )
		);
		if ( array() === $channels || ( array() !== $ids && count( $channels ) < count( array_unique( $ids ) ) ) ) {
			return Problems::own( 'channel_not_found' );
		}
		return array(
			'format'     => self::FORMAT,
			'version'    => self::VERSION,
			'exportedAt' => Instant::now(),
			'site'       => Service_Client::home_url(),
			'channels'   => array_values( array_map( array( self::class, 'exported' ), $channels ) ),
		);
	}

	/**
	 * As text, for a file that a person may read.
	 *
	 * @param array<string, mixed> $file What write() gave.
	 */
	public static function text( array $file ): string {
		return wp_json_encode( $file, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) . "\n";
	}

	/**
	 * Settings of each channel of a file, as they stand in it: an empty map stays an object.
	 *
	 * @param string $text The file.
	 * @return list<array<string, mixed>>|WP_Error invalid_request.
	 */
	public static function read( string $text ): array|WP_Error {
		$file = Read::json( $text );
		if ( ! is_array( $file ) || self::FORMAT !== Read::text( $file, 'format' ) ) {
			return self::fault( __( 'This is not a file of Rappel’s channels. Choose one that was made by “Export”.', 'rappel' ) );
		}
		if ( self::VERSION !== Read::integer( $file, 'version' ) ) {
			return self::fault( __( 'This file was made by a newer version of Rappel. Update the plugin here, then import it again.', 'rappel' ) );
		}
		$channels = array_values( array_filter( array_map( array( Read::class, 'as_map' ), Read::items( $file, 'channels' ) ) ) );
		return array() === $channels ? self::fault( __( 'There is no channel in this file.', 'rappel' ) ) : $channels;
	}

	/**
	 * The user of a login, if they may be on a team here.
	 *
	 * @param string $login The login.
	 */
	public static function member( string $login ): ?WP_User {
		$user = get_user_by( 'login', $login );
		return $user instanceof WP_User && user_can( $user, Capabilities::TAKE_CALLBACKS ) ? $user : null;
	}

	/**
	 * One channel's settings without the ids of this site.
	 *
	 * @param mixed $channel contract/src/channel.ts: channelSchema.
	 * @return array<string, mixed>
	 */
	private static function exported( mixed $channel ): array {
		$settings = Read::map( $channel, 'settings' );
		$team     = array();
		foreach ( Read::items( $settings, 'team' ) as $member ) {
			$user = get_userdata( Read::integer( $member, 'userId' ) );
			if ( $user instanceof WP_User ) {
				$team[] = array(
					'login'    => $user->user_login,
					'priority' => Read::integer( $member, 'priority', 1 ),
				);
			}
		}
		return array( 'team' => $team ) + $settings;
	}

	/**
	 * What is wrong with the file as a whole.
	 *
	 * @param string $sentence For whoever imports it.
	 */
	private static function fault( string $sentence ): WP_Error {
		return new WP_Error( 'invalid_request', $sentence, array( 'status' => 400 ) );
	}
}
