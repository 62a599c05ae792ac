<?php
/**
 * Rappel in wp-admin.
 *
 * @package Rappel
 */

namespace Rappel\Admin;

use Rappel\Capabilities;
use Rappel\Connection\Connection;
use Rappel\Set_Up\Set_Up;

defined( 'ABSPATH' ) || exit;

/**
 * Pages, each an empty `<div id="rappel-admin" data-screen="live|set-up|requests|results|channels|agents|connection">` that the script of
 * plugin/src fills from what Screen_Data tells it. The Live dashboard is the first: it is where whoever takes callbacks lives. Its
 * badge in the menu, `.rappel-menu-badge`, is empty and out of sight (`count-0`) until the script has something to count.
 *
 * @phpstan-type Screen 'live'|'set-up'|'requests'|'results'|'channels'|'agents'|'connection'
 */
final class Menu {

	private const SLUGS = array(
		'live'       => 'rappel',
		'set-up'     => 'rappel-set-up',
		'requests'   => 'rappel-requests',
		'results'    => 'rappel-results',
		'channels'   => 'rappel-channels',
		'agents'     => 'rappel-agents',
		'connection' => 'rappel-connection',
	);

	/**
	 * Hooks.
	 */
	public static function register(): void {
		add_action( 'init', array( Settings::class, 'register' ) );
		add_action( 'admin_menu', array( self::class, 'add_pages' ) );
		add_action( 'admin_enqueue_scripts', array( self::class, 'enqueue' ) );
		add_action( 'admin_notices', array( Set_Up_Notice::class, 'show' ) );
		add_action( 'admin_post_rappel_dismiss_set_up', array( Set_Up_Notice::class, 'dismiss' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( RAPPEL_FILE ), array( self::class, 'add_plugin_link' ) );
	}

	/**
	 * The menu.
	 */
	public static function add_pages(): void {
		$works   = current_user_can( Capabilities::SUPERVISE ) ? Capabilities::SUPERVISE : Capabilities::TAKE_CALLBACKS;
		$manages = current_user_can( Capabilities::MANAGE_CHANNELS );
		$live    = __( 'Live dashboard', 'rappel' );
		$hours   = $manages ? __( 'Agents’ hours', 'rappel' ) : __( 'My hours', 'rappel' );
		add_menu_page( $live, 'Rappel ' . self::badge(), $works, self::SLUGS['live'], self::page( 'live' ), 'dashicons-phone', 26 );
		self::add_page( 'live', $live, $live, $works );
		self::add_set_up();
		self::add_page( 'requests', __( 'Callback requests', 'rappel' ), __( 'Requests', 'rappel' ), $works );
		self::add_page( 'results', __( 'Results', 'rappel' ), __( 'Results', 'rappel' ), Capabilities::SUPERVISE );
		self::add_page( 'channels', __( 'Channels', 'rappel' ), __( 'Channels', 'rappel' ), Capabilities::MANAGE_CHANNELS );
		self::add_page( 'agents', $hours, $hours, $manages ? Capabilities::MANAGE_CHANNELS : $works );
		self::add_page( 'connection', __( 'Connection to the service', 'rappel' ), __( 'Connection', 'rappel' ), Capabilities::MANAGE_CHANNELS );
	}

	/**
	 * The set-up: in the menu until it is over, and at its address afterwards too.
	 */
	private static function add_set_up(): void {
		$title = __( 'Set up Rappel', 'rappel' );
		if ( ! Set_Up::is_over() ) {
			self::add_page( 'set-up', $title, __( 'Set up', 'rappel' ), Capabilities::MANAGE_CHANNELS );
			return;
		}
		// A page without a parent is in no menu: https://developer.wordpress.org/reference/functions/add_submenu_page/.
		$hook = add_submenu_page( '', $title, $title, Capabilities::MANAGE_CHANNELS, self::SLUGS['set-up'], self::page( 'set-up' ) );
		// WordPress finds the titles of pages that are in a menu only.
		add_action(
			"load-$hook",
			static function () use ( $title ): void {
				$GLOBALS['title'] = $title; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- As get_admin_page_title() would.
			}
		);
	}

	/**
	 * One page of the menu.
	 *
	 * @param Screen $screen     Which.
	 * @param string $title      Of its window, plain.
	 * @param string $label      In the menu, plain.
	 * @param string $capability Who may see it.
	 */
	private static function add_page( string $screen, string $title, string $label, string $capability ): void {
		// The first page has the menu's own address, and the menu prints it.
		add_submenu_page( self::SLUGS['live'], $title, $label, $capability, self::SLUGS[ $screen ], 'live' === $screen ? '' : self::page( $screen ) );
	}

	/**
	 * What prints a page.
	 *
	 * @param Screen $screen Which.
	 * @return callable(): void
	 */
	private static function page( string $screen ): callable {
		return static fn() => self::print_page( $screen );
	}

	/**
	 * How many wait, once the script knows it; in WordPress's own look.
	 */
	private static function badge(): string {
		return '<span class="rappel-menu-badge menu-counter count-0"><span aria-hidden="true"></span><span class="screen-reader-text"></span></span>';
	}

	/**
	 * The script and style of the pages, on them only.
	 *
	 * @param string $hook_suffix The page.
	 */
	public static function enqueue( string $hook_suffix ): void {
		$page  = self::page_of( $hook_suffix );
		$built = null === $page ? null : Built_Script::of( 'admin' );
		if ( null === $built ) {
			return;
		}
		$built->enqueue( 'rappel-admin', 'window.rappelAdmin', Screen_Data::of_user() );
		$built->enqueue_style( 'rappel-admin', array( 'wp-components' ) );
		wp_enqueue_style( 'wp-components' );
		// WordPress would make a picture, from another host, of the arrow beside a link that opens a tab.
		remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
		if ( 'channels' === $page && current_user_can( 'upload_files' ) ) {
			wp_enqueue_media();
		}
	}

	/**
	 * "Set up" or "Settings" in the plugins' list.
	 *
	 * @param array<string> $links The row's links.
	 * @return array<string>
	 */
	public static function add_plugin_link( array $links ): array {
		if ( current_user_can( Capabilities::MANAGE_CHANNELS ) ) {
			$is_set_up = null !== Connection::current() && Set_Up::is_over();
			$label     = $is_set_up ? __( 'Settings', 'rappel' ) : __( 'Set up', 'rappel' );
			$link      = sprintf( '<a href="%s">%s</a>', esc_url( self::url( $is_set_up ? 'channels' : 'set-up' ) ), esc_html( $label ) );
			array_unshift( $links, $link );
		}
		return $links;
	}

	/**
	 * The address of a page.
	 *
	 * @param Screen $screen Which.
	 */
	public static function url( string $screen ): string {
		return admin_url( 'admin.php?page=' . self::SLUGS[ $screen ] );
	}

	/**
	 * Prints a mount point.
	 *
	 * @param Screen $screen Which.
	 */
	private static function print_page( string $screen ): void {
		// WordPress's script puts pictures in the place of arrows, which React then does not find again.
		printf( '<div class="wrap"><div id="rappel-admin" class="wp-exclude-emoji" data-screen="%s"></div>', esc_attr( $screen ) );
		printf( '<noscript><div class="notice notice-error"><p>%s</p></div></noscript></div>', esc_html__( 'Rappel\'s screens need JavaScript. Please switch it on in your browser.', 'rappel' ) );
	}

	/**
	 * Which of our pages a hook suffix is; null for another's.
	 *
	 * @param string $hook_suffix "toplevel_page_rappel", "rappel_page_rappel-channels".
	 */
	private static function page_of( string $hook_suffix ): ?string {
		foreach ( self::SLUGS as $screen => $slug ) {
			if ( str_ends_with( $hook_suffix, '_page_' . $slug ) ) {
				return $screen;
			}
		}
		return null;
	}
}
