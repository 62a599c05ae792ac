<?php
/**
 * Tells the service what WordPress knows of the site.
 *
 * @package Rappel
 */

namespace Rappel\Connection;

use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Name, time zone, and who is told what only they can mend. A change is told at the end of the page that made it, and again by cron
 * until it is heard; cron also finds what no hook tells, such as a role that may supervise from now on.
 */
final class Site_Sync {

	public const PENDING = 'rappel_site_sync_pending';
	/** Stands for what the service was told last. */
	public const TOLD = 'rappel_site_told';

	/**
	 * Listens to the options and to users.
	 */
	public static function register(): void {
		foreach ( array( 'timezone_string', 'gmt_offset', 'blogname', 'admin_email' ) as $option ) {
			add_action( "update_option_$option", array( self::class, 'changed' ) );
		}
		foreach ( array( 'profile_update', 'user_register', 'set_user_role', 'add_user_role', 'remove_user_role', 'deleted_user', 'add_user_to_blog', 'remove_user_from_blog' ) as $action ) {
			add_action( $action, array( self::class, 'look_later' ), 20, 0 );
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
	 * A user changed: at the end of the page it is seen whether that changes who supervises.
	 */
	public static function look_later(): void {
		if ( null !== Connection::current() ) {
			add_action( 'shutdown', array( self::class, 'tell' ) );
		}
	}

	/**
	 * Tells the service what it does not know yet.
	 */
	public static function tell(): void {
		$connection = Connection::current();
		if ( null === $connection ) {
			return;
		}
		$facts = Site_Facts::all();
		$told  = wp_hash( $connection->site_id . wp_json_encode( $facts ) );
		if ( ! get_option( self::PENDING ) && get_option( self::TOLD ) === $told ) {
			return;
		}
		$answer = self::put( $connection, $facts );
		if ( is_wp_error( $answer ) && 'invalid_request' === $answer->get_error_code() ) {
			// An address that WordPress takes and the service does not must not keep the time zone from it.
			$answer = self::put( $connection, array_intersect_key( $facts, array_flip( array( 'name', 'timeZone' ) ) ) );
		}
		if ( ! is_wp_error( $answer ) ) {
			update_option( self::TOLD, $told, false );
			delete_option( self::PENDING );
		}
	}

	/**
	 * Saves facts at the service.
	 *
	 * @param Connection           $connection The site's connection.
	 * @param array<string, mixed> $facts      contract/src/site.ts: saveSiteSchema.
	 * @return array<string, mixed>|WP_Error
	 */
	private static function put( Connection $connection, array $facts ): array|WP_Error {
		return Service_Client::call( $connection, 'PUT', '/v1/site', (string) wp_json_encode( $facts, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) );
	}
}
