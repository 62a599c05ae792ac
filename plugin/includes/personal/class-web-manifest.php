<?php
/**
 * What makes the personal page an app on a phone.
 *
 * @package Rappel
 */

namespace Rappel\Personal;

use Rappel\Language;

defined( 'ABSPATH' ) || exit;

/**
 * A web app manifest (https://www.w3.org/TR/appmanifest/). The page works without a script, and needs none to be installed: Chrome asks
 * for no service worker any more (https://developer.chrome.com/blog/update-install-criteria).
 */
final class Web_Manifest {

	private const TYPE = 'application/manifest+json';

	/**
	 * Writes it.
	 *
	 * @param string $token The link's.
	 */
	public static function send( string $token ): void {
		if ( ! headers_sent() ) {
			header( 'Content-Type: ' . self::TYPE . '; charset=utf-8' );
			header( 'X-Content-Type-Options: nosniff' );
		}
		echo wp_json_encode( self::of( $token ), JSON_HEX_TAG | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	}

	/**
	 * Its members, in the language that gettext speaks.
	 *
	 * @param string $token The link's.
	 * @return array<string, mixed>
	 */
	public static function of( string $token ): array {
		$company = html_entity_decode( get_bloginfo( 'name', 'raw' ), ENT_QUOTES, 'UTF-8' );
		return array(
			// The same app when its link is made anew.
			'id'               => home_url( '/?' . Personal_Link::TOKEN ),
			/* translators: %s: name of the site */
			'name'             => sprintf( __( 'My status – %s', 'rappel' ), $company ),
			'short_name'       => __( 'My status', 'rappel' ),
			'lang'             => Language::current(),
			'start_url'        => Personal_Link::address( $token ),
			'scope'            => home_url( '/' ),
			'display'          => 'standalone',
			'background_color' => '#ffffff',
			'theme_color'      => '#ffffff',
			'icons'            => array( self::icon( 192, 'any' ), self::icon( 512, 'any' ), self::icon( 512, 'maskable' ) ),
		);
	}

	/**
	 * Names it, and the icon for phones that do not read it, in the page's head.
	 *
	 * @param string $token The link's.
	 */
	public static function print_link( string $token ): void {
		printf( '<link rel="manifest" href="%s" />' . "\n", esc_url( Personal_Link::address( $token, array( Personal_Link::PART => Personal_Link::MANIFEST ) ) ) );
		printf( '<link rel="icon" href="%1$s" /><link rel="apple-touch-icon" href="%1$s" />' . "\n", esc_url( self::picture( 192 ) ) );
	}

	/**
	 * An icon; its picture has room around it, so that it may be cut to any shape.
	 *
	 * @param int    $pixels  Width and height.
	 * @param string $purpose "any" or "maskable".
	 * @return array<string, string>
	 */
	private static function icon( int $pixels, string $purpose ): array {
		return array(
			'src'     => self::picture( $pixels ),
			'sizes'   => "{$pixels}x{$pixels}",
			'type'    => 'image/png',
			'purpose' => $purpose,
		);
	}

	/**
	 * The address of an icon's picture.
	 *
	 * @param int $pixels Width and height.
	 */
	private static function picture( int $pixels ): string {
		return plugins_url( "assets/icon-$pixels.png", RAPPEL_FILE );
	}
}
