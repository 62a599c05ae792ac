<?php
/**
 * Tells the service the site's name and time zone when they change.
 *
 * @package Rappel
 */

namespace Rappel\Connection;

use Rappel\Service\Service_Client;

defined( 'ABSPATH' ) || exit;

/**
 * Opening hours are in the site's time zone, which WordPress holds: a change is told once, and again by cron until it is heard.
 */
final class Site_Sync {

	public const PENDING = 'rappel_site_sync_pending';

	/**
	 * Listens to the options.
	 */
	public static function register(): void {
		foreach ( array( 'timezone_string', 'gmt_offset', 'blogname' ) as $option ) {
			add_action( "update_option_$option", array( self::class, 'changed' ) );
		}
	}

	/**
	 * Remembers that something changed; both time zone options change in one save, so it is told at its end.
	 */
	public static function changed(): void {
		if ( null !== Connection::current() ) {
			update_option( self::PENDING, 1, false );
			add_action( 'shutdown', array( self::class, 'tell' ) );
		}
	}

	/**
	 * Tells the service what it does not know yet.
	 */
	public static function tell(): void {
		$connection = Connection::current();
		if ( null === $connection || ! get_option( self::PENDING ) ) {
			return;
		}
		$json   = (string) wp_json_encode(
			array(
				'name'     => mb_substr( html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES, 'UTF-8' ), 0, 200 ),
				'timeZone' => wp_timezone_string(),
			)
		);
		$answer = Service_Client::call( $connection, 'PUT', '/v1/site', $json );
		if ( ! is_wp_error( $answer ) ) {
			delete_option( self::PENDING );
		}
	}
}
