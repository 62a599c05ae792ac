<?php
/**
 * How everything is, in lines.
 *
 * @package Rappel
 */

namespace Rappel\Cli;

use Rappel\Connection\Connection;
use Rappel\Connection\Pairing;
use Rappel\Outbox\Outbox;
use Rappel\Problems;
use Rappel\Read;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * The connection, what the owner should mend, and each channel.
 */
final class Status_Report {

	/**
	 * Asked now.
	 *
	 * @return list<string>|WP_Error
	 */
	public static function lines(): array|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		$site     = Service_Client::call( $connection, 'GET', '/v1/site' );
		$channels = is_wp_error( $site ) ? $site : Service_Client::call( $connection, 'GET', '/v1/channels' );
		if ( is_wp_error( $site ) || is_wp_error( $channels ) ) {
			return is_wp_error( $site ) ? $site : $channels;
		}
		return array(
			...self::of_site( $connection, $site ),
			...array_map( array( self::class, 'of_channel' ), Read::items( $channels, 'channels' ) ),
		);
	}

	/**
	 * The connection, and what only the owner can mend.
	 *
	 * @param Connection           $connection The site's connection.
	 * @param array<string, mixed> $site       contract/src/site.ts: siteSchema.
	 * @return list<string>
	 */
	private static function of_site( Connection $connection, array $site ): array {
		$kept  = Outbox::count_kept();
		$lines = array(
			/* translators: 1: address of the service. 2: its version. */
			sprintf( __( 'Connected to %1$s, version %2$s.', 'rappel' ), $connection->service_url, Read::text( $site, 'serviceVersion' ) ),
		);
		if ( Read::truth( $site, 'simulated' ) ) {
			$lines[] = __( 'Calls go to the phone lab, not to a telephone network.', 'rappel' );
		}
		foreach ( Read::items( $site, 'alerts' ) as $alert ) {
			$lines[] = Read::text( $alert, 'detail' );
		}
		if ( $kept > 0 ) {
			/* translators: %d: how many. */
			$lines[] = sprintf( _n( '%d request is kept until the service takes it.', '%d requests are kept until the service takes them.', $kept, 'rappel' ), $kept );
		}
		return $lines;
	}

	/**
	 * One channel.
	 *
	 * @param mixed $channel contract/src/channel.ts: listedChannelSchema.
	 */
	private static function of_channel( mixed $channel ): string {
		$settings = Read::map( $channel, 'settings' );
		$today    = Read::map( $channel, 'today' );
		$open     = Read::map( $channel, 'open' );
		return sprintf(
			/* translators: 1: id of a channel. 2: its name. 3: its state. 4: how many requests came today. 5: in how many of them the two talked. 6: how many are open. */
			__( '%1$s  %2$s: %3$s; today %4$d requests, %5$d joined; %6$d open.', 'rappel' ),
			Read::text( $channel, 'id' ),
			Read::text( $settings, 'name' ),
			self::state( $channel ),
			Read::integer( $today, 'requests' ),
			Read::integer( $today, 'joined' ),
			Read::integer( $open, 'requests' )
		);
	}

	/**
	 * Whether it takes requests, in words.
	 *
	 * @param mixed $channel contract/src/channel.ts: channelSchema.
	 */
	private static function state( mixed $channel ): string {
		if ( array() !== Read::items( $channel, 'missing' ) ) {
			return __( 'incomplete', 'rappel' );
		}
		return 'paused' === Read::text( Read::map( $channel, 'settings' ), 'state' ) ? __( 'paused', 'rappel' ) : __( 'live', 'rappel' );
	}
}
