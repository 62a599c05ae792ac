<?php
/**
 * The link of a personal page.
 *
 * @package Rappel
 */

namespace Rappel\Personal;

use Rappel\Capabilities;
use Rappel\Instant;
use Rappel\Page\Markup;
use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * `?rappel_presence=TOKEN`: the user's id, a dash and 128 random bits, of which only the hash is kept, as user meta of this site. Whoever
 * has the link sets that user's presence and nothing else; it is good until it is revoked, made anew, or the user may no longer take
 * callbacks.
 */
final class Personal_Link {

	public const TOKEN = 'rappel_presence';
	/** Which part of the page: `manifest`; none for the page itself. */
	public const PART     = 'rappel_part';
	public const MANIFEST = 'manifest';

	private const META = 'rappel_personal_link';

	/**
	 * Makes a link; one that was there before opens nothing any more.
	 *
	 * @param int $user_id Whose.
	 * @return string The address, known to nobody else from now on.
	 */
	public static function make( int $user_id ): string {
		$secret = rtrim( strtr( base64_encode( random_bytes( 16 ) ), '+/', '-_' ), '=' ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- 22 characters instead of 32.
		update_user_option(
			$user_id,
			self::META,
			array(
				'hash'      => hash( 'sha256', $secret ),
				'createdAt' => Instant::now(),
			)
		);
		return self::address( "$user_id-$secret" );
	}

	/**
	 * When it was made; null when there is none.
	 *
	 * @param int $user_id Whose.
	 */
	public static function created_at( int $user_id ): ?string {
		return Read::text_or_null( get_user_option( self::META, $user_id ), 'createdAt' );
	}

	/**
	 * Makes it open nothing any more.
	 *
	 * @param int $user_id Whose.
	 */
	public static function revoke( int $user_id ): void {
		delete_user_option( $user_id, self::META );
	}

	/**
	 * Drops all of this site's; at uninstallation.
	 */
	public static function revoke_all(): void {
		global $wpdb;
		delete_metadata( 'user', 0, ( $wpdb instanceof \wpdb ? $wpdb->get_blog_prefix() : '' ) . self::META, '', true );
	}

	/**
	 * Whose page a token opens; null when it opens none.
	 *
	 * @param string $token From an address.
	 */
	public static function owner( string $token ): ?int {
		if ( 1 !== preg_match( '/^([1-9]\d{0,18})-([A-Za-z0-9_-]{22})$/D', $token, $match ) ) {
			return null;
		}
		$user_id = (int) $match[1];
		$hash    = Read::text( get_user_option( self::META, $user_id ), 'hash' );
		$is_it   = '' !== $hash && hash_equals( $hash, hash( 'sha256', $match[2] ) );
		return $is_it && user_can( $user_id, Capabilities::TAKE_CALLBACKS ) ? $user_id : null;
	}

	/**
	 * The address of the page, or of a part of it.
	 *
	 * @param string                $token The link's.
	 * @param array<string, string> $more  Further parameters.
	 */
	public static function address( string $token, array $more = array() ): string {
		$address = add_query_arg( array_map( 'rawurlencode', array( self::TOKEN => $token ) + $more ), home_url( '/' ) );
		return isset( $more[ self::PART ] ) ? $address : $address . '#' . Markup::ANCHOR;
	}
}
