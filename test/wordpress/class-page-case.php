<?php
/**
 * A test of a page inside the theme.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Read;
use WP_Query;

/**
 * Each test asks for the front page, and leaves WordPress's hooks as it found them.
 */
abstract class Page_Case extends Site_Case {

	/**
	 * Hooks as they were; the page adds and removes some.
	 *
	 * @var array<string, mixed>
	 */
	private array $hooks = array();

	/**
	 * A front page that was asked for.
	 */
	protected function setUp(): void {
		parent::setUp();
		// Its hooks are added once, and stay.
		rest_get_server();
		$this->hooks               = array_map( static fn( mixed $hook ): mixed => is_object( $hook ) ? clone $hook : $hook, Read::as_map( $GLOBALS['wp_filter'] ) );
		$GLOBALS['wp_query']       = new WP_Query(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- A new page.
		$_SERVER['REQUEST_METHOD'] = 'GET';
	}

	/**
	 * Nothing stays.
	 */
	protected function tearDown(): void {
		parent::tearDown();
		$GLOBALS['wp_filter']      = $this->hooks; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- As it was.
		$_SERVER['REQUEST_METHOD'] = 'GET';
		unset( $GLOBALS['post'] );
	}
}
