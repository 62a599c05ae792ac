<?php
/**
 * Rappel in wp-admin.
 *
 * @package Rappel
 */

namespace Rappel\Admin;

use Rappel\Capabilities;
use Rappel\Connection\Connection;

defined( 'ABSPATH' ) || exit;

/**
 * Four pages, each an empty `<div id="rappel-admin" data-screen="requests|channels|agents|connection">` that the script of
 * plugin/src fills. `window.rappelAdmin` tells it what it cannot know:
 *   restNamespace: 'rappel/v1'; locale: string (the user's, BCP 47); timeZone: string (the site's)
 *   connected: boolean; configured: boolean (address and code come from wp-config.php or the environment)
 *   can: { manageChannels, supervise, administrate, takeCallbacks: boolean }
 *   userId: int; profileUrl: string (a profile's address, without the user's id at its end)
 *   pages: { requests, channels, agents, connection: string } (addresses)
 */
final class Menu {

	private const SLUGS = array(
		'requests'   => 'rappel',
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
		add_menu_page( __( 'Callback requests', 'rappel' ), 'Rappel', Capabilities::SUPERVISE, self::SLUGS['requests'], array( self::class, 'print_requests' ), 'dashicons-phone', 26 );
		add_submenu_page( self::SLUGS['requests'], __( 'Callback requests', 'rappel' ), __( 'Requests', 'rappel' ), Capabilities::SUPERVISE, self::SLUGS['requests'], array( self::class, 'print_requests' ) );
		add_submenu_page( self::SLUGS['requests'], __( 'Channels', 'rappel' ), __( 'Channels', 'rappel' ), Capabilities::MANAGE_CHANNELS, self::SLUGS['channels'], array( self::class, 'print_channels' ) );
		$everybody = current_user_can( Capabilities::MANAGE_CHANNELS );
		$hours     = $everybody ? __( 'Agents’ hours', 'rappel' ) : __( 'My hours', 'rappel' );
		add_submenu_page( self::SLUGS['requests'], $hours, $hours, $everybody ? Capabilities::MANAGE_CHANNELS : Capabilities::TAKE_CALLBACKS, self::SLUGS['agents'], array( self::class, 'print_agents' ) );
		add_submenu_page( self::SLUGS['requests'], __( 'Connection to the service', 'rappel' ), __( 'Connection', 'rappel' ), Capabilities::MANAGE_CHANNELS, self::SLUGS['connection'], array( self::class, 'print_connection' ) );
	}

	/**
	 * The requests page.
	 */
	public static function print_requests(): void {
		self::print_page( 'requests' );
	}

	/**
	 * The channels page.
	 */
	public static function print_channels(): void {
		self::print_page( 'channels' );
	}

	/**
	 * The page of the agents' hours: everybody's for who manages, their own for an agent.
	 */
	public static function print_agents(): void {
		self::print_page( 'agents' );
	}

	/**
	 * The connection page.
	 */
	public static function print_connection(): void {
		self::print_page( 'connection' );
	}

	/**
	 * The script and style of the pages, on them only.
	 *
	 * @param string $hook_suffix The page.
	 */
	public static function enqueue( string $hook_suffix ): void {
		$page  = self::page_of( $hook_suffix );
		$asset = RAPPEL_DIR . '/build/admin/index.asset.php';
		if ( null === $page || ! is_file( $asset ) ) {
			return;
		}
		$built = (array) require $asset;
		$needs = array_values( array_filter( (array) ( $built['dependencies'] ?? array() ), static fn( mixed $handle ): bool => is_string( $handle ) && '' !== $handle ) );
		$is    = is_string( $built['version'] ?? null ) ? $built['version'] : RAPPEL_VERSION;
		wp_enqueue_script( 'rappel-admin', plugins_url( 'build/admin/index.js', RAPPEL_FILE ), $needs, $is, array( 'in_footer' => true ) );
		wp_set_script_translations( 'rappel-admin', 'rappel', RAPPEL_DIR . '/languages' );
		wp_add_inline_script( 'rappel-admin', 'window.rappelAdmin = ' . wp_json_encode( self::initial_data(), JSON_HEX_TAG | JSON_UNESCAPED_SLASHES ) . ';', 'before' );
		wp_enqueue_style( 'wp-components' );
		if ( 'channels' === $page && current_user_can( 'upload_files' ) ) {
			wp_enqueue_media();
		}
		$style = is_file( RAPPEL_DIR . '/build/admin/style-index.css' ) ? 'style-index.css' : 'index.css';
		if ( is_file( RAPPEL_DIR . "/build/admin/$style" ) ) {
			wp_enqueue_style( 'rappel-admin', plugins_url( "build/admin/$style", RAPPEL_FILE ), array( 'wp-components' ), $is );
			wp_style_add_data( 'rappel-admin', 'rtl', 'replace' );
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
			$connected = null !== Connection::current();
			$label     = $connected ? __( 'Settings', 'rappel' ) : __( 'Set up', 'rappel' );
			$link      = sprintf( '<a href="%s">%s</a>', esc_url( self::url( $connected ? 'channels' : 'connection' ) ), esc_html( $label ) );
			array_unshift( $links, $link );
		}
		return $links;
	}

	/**
	 * The address of a page.
	 *
	 * @param 'requests'|'channels'|'agents'|'connection' $screen Which.
	 */
	public static function url( string $screen ): string {
		return admin_url( 'admin.php?page=' . self::SLUGS[ $screen ] );
	}

	/**
	 * Prints a mount point.
	 *
	 * @param 'requests'|'channels'|'agents'|'connection' $screen Which.
	 */
	private static function print_page( string $screen ): void {
		printf( '<div class="wrap"><div id="rappel-admin" data-screen="%s"></div>', esc_attr( $screen ) );
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

	/**
	 * What the script starts from.
	 *
	 * @return array<string, mixed>
	 */
	private static function initial_data(): array {
		return array(
			'restNamespace' => 'rappel/v1',
			'locale'        => str_replace( '_', '-', get_user_locale() ),
			'timeZone'      => wp_timezone_string(),
			'connected'     => null !== Connection::current(),
			'configured'    => '' !== Connection::configured( 'RAPPEL_SERVICE_URL' ),
			'can'           => array(
				'manageChannels' => current_user_can( Capabilities::MANAGE_CHANNELS ),
				'supervise'      => current_user_can( Capabilities::SUPERVISE ),
				'administrate'   => current_user_can( 'manage_options' ),
				'takeCallbacks'  => current_user_can( Capabilities::TAKE_CALLBACKS ),
			),
			'userId'        => get_current_user_id(),
			// Ends with "user_id=": the id is added.
			'profileUrl'    => admin_url( 'user-edit.php?user_id=' ),
			'pages'         => array(
				'requests'   => self::url( 'requests' ),
				'channels'   => self::url( 'channels' ),
				'agents'     => self::url( 'agents' ),
				'connection' => self::url( 'connection' ),
			),
		);
	}
}
