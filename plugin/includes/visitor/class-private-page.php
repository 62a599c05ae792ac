<?php
/**
 * A page that is one visitor's.
 *
 * @package Rappel
 */

namespace Rappel\Visitor;

defined( 'ABSPATH' ) || exit;

/**
 * Stored by no cache, indexed by nobody, and its address named to no other site.
 */
final class Private_Page {

	/**
	 * Keeps the page that is being made private; before anything is printed.
	 *
	 * @param 'no-referrer'|'same-origin' $referrer How much of the address other pages are told.
	 */
	public static function keep( string $referrer ): void {
		if ( ! defined( 'DONOTCACHEPAGE' ) ) {
			define( 'DONOTCACHEPAGE', true ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedConstantFound -- The name that page caches agreed on.
		}
		add_filter( 'wp_robots', 'wp_robots_no_robots' );
		nocache_headers();
		if ( headers_sent() ) {
			return;
		}
		foreach ( self::headers( $referrer ) as $name => $value ) {
			header( "$name: $value" );
		}
	}

	/**
	 * Its headers, beyond WordPress's own against caches.
	 *
	 * @param 'no-referrer'|'same-origin' $referrer How much of the address other pages are told.
	 * @return array<string, string>
	 */
	public static function headers( string $referrer ): array {
		return array(
			'Cache-Control'   => 'no-store, private',
			'Referrer-Policy' => $referrer,
			'X-Robots-Tag'    => 'noindex, nofollow',
		);
	}
}
