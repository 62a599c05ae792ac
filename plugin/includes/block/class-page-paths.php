<?php
/**
 * Pages by their paths.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * Paths such as "/prices/*", as they stand in the browser's address. A cache keeps a page by its path, so that what is decided here
 * holds for everybody who gets the page.
 */
final class Page_Paths {

	/**
	 * Whether the page that is asked for is among some and not among others.
	 *
	 * @param list<mixed> $pages  Empty: every page.
	 * @param list<mixed> $except These not, in any case.
	 */
	public static function include_current( array $pages, array $except ): bool {
		$path = self::path( Read::text( $_SERVER, 'REQUEST_URI' ) );
		return ( array() === $pages || self::has( $pages, $path ) ) && ! self::has( $except, $path );
	}

	/**
	 * Whether one of the patterns is that of a path.
	 *
	 * @param list<mixed> $patterns "*" stands for anything.
	 * @param string      $path     As `path` gives it.
	 */
	private static function has( array $patterns, string $path ): bool {
		foreach ( array_keys( $patterns ) as $place ) {
			$pattern = self::path( Read::text( $patterns, $place ) );
			// "/prices/*" is "/prices" too.
			if ( self::fits( $pattern, $path ) || self::fits( $pattern, $path . '/' ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a path is as a pattern says, in large or small letters.
	 *
	 * @param string $pattern "*" stands for anything.
	 * @param string $path    A path.
	 */
	private static function fits( string $pattern, string $path ): bool {
		return 1 === preg_match( '/^' . str_replace( '\\*', '.*', preg_quote( $pattern, '/' ) ) . '$/iu', $path );
	}

	/**
	 * A path without what makes two of the same: encoding, query, the slash at its end, and the address of the site in front.
	 *
	 * @param string $address A path or a whole address.
	 */
	private static function path( string $address ): string {
		$path = (string) wp_parse_url( $address, PHP_URL_PATH );
		return '/' . trim( rawurldecode( $path ), '/' );
	}
}
