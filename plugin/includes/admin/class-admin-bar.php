<?php
/**
 * Presence in the admin bar.
 *
 * @package Rappel
 */

namespace Rappel\Admin;

use Rappel\Capabilities;
use Rappel\Connection\Connection;
use Rappel\Rest\Routes;
use WP_Admin_Bar;

defined( 'ABSPATH' ) || exit;

/**
 * A node at the right of WordPress's bar, on every page of wp-admin and of the site, for whoever takes callbacks. It is a link to the
 * Live dashboard; the script of plugin/src/admin-bar makes a menu of it. The page is made without a word to the service: nobody
 * waits for it on a page that has nothing to do with calls. Visitors get nothing of it.
 */
final class Admin_Bar {

	/** WordPress makes the id `wp-admin-bar-rappel-presence` of it. */
	private const NODE   = 'rappel-presence';
	private const SCRIPT = 'rappel-admin-bar';

	/**
	 * Hooks.
	 */
	public static function register(): void {
		add_action( 'admin_bar_menu', array( self::class, 'add_node' ) );
		add_action( 'wp_enqueue_scripts', array( self::class, 'enqueue' ) );
		add_action( 'admin_enqueue_scripts', array( self::class, 'enqueue' ) );
	}

	/**
	 * The link.
	 *
	 * @param WP_Admin_Bar $bar WordPress's bar.
	 */
	public static function add_node( WP_Admin_Bar $bar ): void {
		if ( ! self::is_offered() ) {
			return;
		}
		$bar->add_node(
			array(
				'id'     => self::NODE,
				'parent' => 'top-secondary',
				'title'  => sprintf( '<span class="ab-icon dashicons-phone" aria-hidden="true"></span><span class="ab-label">%s</span>', esc_html__( 'Callbacks', 'rappel' ) ),
				'href'   => Menu::url( 'live' ),
			)
		);
	}

	/**
	 * The script and style, where the bar is shown.
	 */
	public static function enqueue(): void {
		$built = self::is_offered() && is_admin_bar_showing() ? Built_Script::of( 'admin-bar' ) : null;
		if ( null === $built ) {
			return;
		}
		$built->enqueue( self::SCRIPT, 'window.rappelBar', self::data() );
		$built->enqueue_style( self::SCRIPT, array( 'admin-bar' ) );
	}

	/**
	 * Whether there is anything to set: the user takes callbacks of a site that is connected.
	 */
	private static function is_offered(): bool {
		return current_user_can( Capabilities::TAKE_CALLBACKS ) && null !== Connection::current();
	}

	/**
	 * What the script starts from (plugin/src/admin-bar/bar-data.ts).
	 *
	 * @return array<string, mixed>
	 */
	private static function data(): array {
		return array(
			'userId'   => get_current_user_id(),
			'restUrl'  => untrailingslashit( rest_url( Routes::REST_NAMESPACE ) ),
			'nonce'    => wp_create_nonce( 'wp_rest' ),
			'nonceUrl' => admin_url( 'admin-ajax.php?action=rest-nonce' ),
			'locale'   => str_replace( '_', '-', get_user_locale() ),
			'timeZone' => wp_timezone_string(),
			'pages'    => array(
				'live'       => Menu::url( 'live' ),
				'newChannel' => current_user_can( Capabilities::MANAGE_CHANNELS ) ? Menu::url( 'channels' ) . '&channel=new' : null,
				'profile'    => admin_url( 'profile.php#rappel' ),
			),
		);
	}
}
