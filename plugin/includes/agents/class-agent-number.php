<?php
/**
 * The number at which a user takes callbacks.
 *
 * @package Rappel
 */

namespace Rappel\Agents;

use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * User meta, one for each site of a network: the same person may be called elsewhere by another site.
 */
final class Agent_Number {

	private const META = 'rappel_number';

	/**
	 * E.164, or as typed while the service has not read it; '' for none.
	 *
	 * @param int $user_id The user.
	 */
	public static function of( int $user_id ): string {
		return Read::text( array( get_user_option( self::META, $user_id ) ), 0 );
	}

	/**
	 * Whether the service was told of the user, with a number or without.
	 *
	 * @param int $user_id The user.
	 */
	public static function is_known( int $user_id ): bool {
		return false !== get_user_option( self::META, $user_id );
	}

	/**
	 * Keeps it.
	 *
	 * @param int    $user_id The user.
	 * @param string $number  '' for none: known, and not called.
	 */
	public static function keep( int $user_id, string $number ): void {
		update_user_option( $user_id, self::META, $number );
	}

	/**
	 * Drops it.
	 *
	 * @param int $user_id The user.
	 */
	public static function forget( int $user_id ): void {
		delete_user_option( $user_id, self::META );
	}

	/**
	 * Drops all of this site's; at uninstallation.
	 */
	public static function forget_all(): void {
		delete_metadata( 'user', 0, self::meta_key(), '', true );
	}

	/**
	 * Everybody who has one on this site.
	 *
	 * @return list<int>
	 */
	public static function holders(): array {
		$ids = get_users(
			array(
				'fields'   => 'ID',
				// A handful of users, once per connection.
				'meta_key' => self::meta_key(), // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key
			)
		);
		return array_map( 'intval', array_values( array_filter( $ids, 'is_numeric' ) ) );
	}

	/**
	 * As get_user_option() names it in the database.
	 */
	private static function meta_key(): string {
		global $wpdb;
		return ( $wpdb instanceof \wpdb ? $wpdb->get_blog_prefix() : '' ) . self::META;
	}
}
