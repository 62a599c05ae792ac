<?php
/**
 * Menu and admin bar.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Admin\Admin_Bar;
use Rappel\Admin\Menu;
use Rappel\Admin\Screen_Data;
use Rappel\Capabilities;
use Rappel\Connection\Connection;
use Rappel\Read;

require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-includes/class-wp-admin-bar.php';

/**
 * What whoever takes callbacks finds in WordPress, and nobody else.
 */
final class Admin_Bar_Test extends Site_Case {

	/**
	 * Scripts as they were.
	 */
	protected function setUp(): void {
		parent::setUp();
		unset( $GLOBALS['wp_scripts'], $GLOBALS['wp_styles'], $GLOBALS['show_admin_bar'] );
		add_filter( 'show_admin_bar', '__return_true' );
	}

	/**
	 * Nothing stays.
	 */
	protected function tearDown(): void {
		remove_filter( 'show_admin_bar', '__return_true' );
		unset( $GLOBALS['wp_scripts'], $GLOBALS['wp_styles'], $GLOBALS['show_admin_bar'], $GLOBALS['menu'], $GLOBALS['submenu'] );
		remove_all_actions( 'toplevel_page_rappel' );
		parent::tearDown();
	}

	/**
	 * What the bar has of the plugin: address and title; null for nothing.
	 *
	 * @return array{string, string}|null
	 */
	private static function node(): ?array {
		$bar = new \WP_Admin_Bar();
		Admin_Bar::add_node( $bar );
		$node = $bar->get_node( 'rappel-presence' );
		return is_object( $node ) ? array( Read::text( get_object_vars( $node ), 'href' ), Read::text( get_object_vars( $node ), 'title' ) ) : null;
	}

	/**
	 * @testdox whoever takes callbacks has a way to the Live dashboard in the bar of every page, without a word to the service [S15]
	 */
	public function test_who_takes(): void {
		self::log_in( Capabilities::AGENT_ROLE );

		$node = self::node();
		Admin_Bar::enqueue();

		self::assertSame( admin_url( 'admin.php?page=rappel' ), $node[0] ?? null );
		self::assertStringContainsString( 'Callbacks', $node[1] ?? '' );
		self::assertSame( is_file( RAPPEL_DIR . '/build/admin-bar/index.js' ), wp_script_is( 'rappel-admin-bar', 'enqueued' ) );
		self::assertSame( array(), $this->service->calls );
		self::assertNotFalse( has_action( 'admin_bar_menu', array( Admin_Bar::class, 'add_node' ) ) );
	}

	/**
	 * @testdox visitors, and whoever takes no callbacks, get nothing of it [S15]
	 */
	public function test_everybody_else(): void {
		foreach ( array( '', 'subscriber', 'editor' ) as $role ) {
			'' === $role ? wp_set_current_user( 0 ) : self::log_in( $role );
			self::assertNull( self::node() );
			Admin_Bar::enqueue();
			self::assertFalse( wp_script_is( 'rappel-admin-bar', 'enqueued' ) );
			self::assertFalse( wp_style_is( 'rappel-admin-bar', 'enqueued' ) );
		}
		self::log_in( 'administrator' );
		Connection::forget();
		self::assertNull( self::node() );
	}

	/**
	 * Pages of the menu by who may see them.
	 *
	 * @return array<string, array{string, list<string>}>
	 */
	public static function menus(): array {
		return array(
			'an agent'                       => array( Capabilities::AGENT_ROLE, array( 'rappel', 'rappel-requests', 'rappel-agents' ) ),
			'an administrator'               => array( 'administrator', array( 'rappel', 'rappel-requests', 'rappel-results', 'rappel-channels', 'rappel-agents', 'rappel-connection' ) ),
			'somebody who takes no callback' => array( 'editor', array() ),
		);
	}

	/**
	 * @dataProvider menus
	 * @testdox the menu of $_dataName has the pages that are theirs, the Live dashboard first
	 *
	 * @param string       $role  Whose.
	 * @param list<string> $pages Their slugs, in order.
	 */
	public function test_menu( string $role, array $pages ): void {
		self::log_in( $role );
		$GLOBALS['menu']    = array(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- An empty menu.
		$GLOBALS['submenu'] = array(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- An empty menu.

		Menu::add_pages();

		$submenu = Read::items( $GLOBALS['submenu'], 'rappel' );
		self::assertSame( $pages, array_map( static fn( mixed $page ): string => Read::text( $page, 2 ), $submenu ) );
		ob_start();
		do_action( 'toplevel_page_rappel' );
		self::assertSame( array() === $pages ? 0 : 1, substr_count( (string) ob_get_clean(), 'data-screen="live"' ) );
		self::assertSame( admin_url( 'admin.php?page=rappel-results' ), Read::map( Screen_Data::of_user(), 'pages' )['results'] );
	}
}
