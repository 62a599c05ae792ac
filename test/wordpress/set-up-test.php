<?php
/**
 * The set-up.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Admin\Menu;
use Rappel\Admin\Set_Up_Notice;
use Rappel\Capabilities;
use Rappel\Connection\Connection;
use Rappel\Connection\Offered_Code;
use Rappel\Connection\Pairing;
use Rappel\Read;
use Rappel\Set_Up\Set_Up;

/**
 * What leads to it, what is kept of it, and the code that a service is deployed with.
 */
final class Set_Up_Test extends Site_Case {

	/**
	 * A site on which nothing was done.
	 */
	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
		require_once ABSPATH . 'wp-admin/includes/screen.php';
		Connection::forget();
		delete_option( Set_Up::OPTION );
		Offered_Code::forget();
	}

	/**
	 * Nothing stays.
	 */
	protected function tearDown(): void {
		putenv( 'RAPPEL_SERVICE_URL' );
		delete_option( Set_Up::OPTION );
		Offered_Code::forget();
		unset( $GLOBALS['current_screen'], $GLOBALS['menu'], $GLOBALS['submenu'] );
		parent::tearDown();
	}

	/**
	 * What an administrator reads above the plugins' list.
	 */
	private static function notice(): string {
		self::log_in( 'administrator' );
		set_current_screen( 'plugins' );
		ob_start();
		Set_Up_Notice::show();
		return (string) ob_get_clean();
	}

	/**
	 * Whether the set-up is in the menu.
	 */
	private static function is_in_menu(): bool {
		self::log_in( 'administrator' );
		$GLOBALS['menu']    = array(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- An empty menu.
		$GLOBALS['submenu'] = array(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- An empty menu.
		Menu::add_pages();
		$slugs = array_map( static fn( mixed $page ): string => Read::text( $page, 2 ), Read::items( $GLOBALS['submenu'], 'rappel' ) );
		return in_array( 'rappel-set-up', $slugs, true );
	}

	/**
	 * The link in the plugins' row.
	 */
	private static function row_link(): string {
		return implode( '', Menu::add_plugin_link( array() ) );
	}

	/**
	 * @testdox a bare site is led to the set-up by one notice, the plugins' row and the menu
	 */
	public function test_leads_to_the_set_up(): void {
		self::assertStringContainsString( 'page=rappel-set-up', self::notice() );
		self::assertStringContainsString( 'page=rappel-set-up', self::row_link() );
		self::assertTrue( self::is_in_menu() );
	}

	/**
	 * @testdox a dismissed notice is never seen again, by nobody; the page stays at its address
	 */
	public function test_dismissed(): void {
		Set_Up::dismiss();

		self::assertSame( '', self::notice() );
		self::assertFalse( self::is_in_menu() );
		self::assertTrue( has_action( 'admin_page_rappel-set-up' ) );
		self::assertStringContainsString( 'page=rappel-set-up', self::row_link(), 'Not connected: there are no settings yet.' );
	}

	/**
	 * @testdox a site that was connected half-way is led on; one whose test call was answered is not
	 */
	public function test_half_way(): void {
		self::log_in( 'administrator' );
		Connection::save( Fake_Service::URL, Fake_Service::SITE, Fake_Service::SECRET );
		$half = array(
			'skipped'          => array( 'telephony' ),
			'channelId'        => Fake_Service::CHANNEL,
			'testCallAnswered' => false,
			'dismissed'        => false,
		);
		self::assertSame( $half, self::data( $this->rest( 'PUT', '/set-up', $half ) ) );
		self::assertSame( $half, self::data( $this->rest( 'GET', '/set-up' ) ) );
		self::assertStringContainsString( 'page=rappel-set-up', self::notice() );

		$this->rest( 'PUT', '/set-up', array( 'testCallAnswered' => true ) + $half );
		self::assertSame( '', self::notice() );
		self::assertStringContainsString( 'page=rappel-channels', self::row_link() );
	}

	/**
	 * @testdox a site that was configured without the set-up is not asked to go through it
	 */
	public function test_configured_otherwise(): void {
		Connection::save( Fake_Service::URL, Fake_Service::SITE, Fake_Service::SECRET );

		self::assertSame( '', self::notice() );
		self::assertFalse( self::is_in_menu() );
	}

	/**
	 * @testdox a step that does not exist is refused
	 */
	public function test_unknown_step(): void {
		self::log_in( 'administrator' );

		$response = $this->rest(
			'PUT',
			'/set-up',
			array(
				'skipped'          => array( 'everything' ),
				'channelId'        => null,
				'testCallAnswered' => false,
				'dismissed'        => false,
			)
		);

		self::assertSame( 400, $response->get_status() );
		self::assertSame( array(), Set_Up::state()['skipped'] );
	}

	/**
	 * @testdox the same code is offered for a day, to whoever may connect the site and to nobody else
	 */
	public function test_offered_code(): void {
		self::log_in( 'editor' );
		wp_get_current_user()->add_cap( Capabilities::MANAGE_CHANNELS );
		self::assertSame( 403, $this->rest( 'POST', '/connection/code' )->get_status() );
		wp_get_current_user()->remove_cap( Capabilities::MANAGE_CHANNELS );

		self::log_in( 'administrator' );
		$first = self::data( $this->rest( 'POST', '/connection/code' ) );
		self::assertMatchesRegularExpression( '/^RPL(-[0-9A-HJKMNP-TV-Z]{4}){3}$/', Read::text( $first, 'code' ) );
		self::assertSame( $first, self::data( $this->rest( 'POST', '/connection/code' ) ) );
		self::assertArrayNotHasKey( Offered_Code::OPTION, wp_load_alloptions( true ) );

		update_option( Offered_Code::OPTION, array( 'expiresAt' => '2020-01-01T00:00:00.000Z' ) + $first );
		self::assertNotSame( $first['code'], self::data( $this->rest( 'POST', '/connection/code' ) )['code'] );
	}

	/**
	 * @testdox with the service's address alone the site connects by the code that it offered, and forgets it
	 */
	public function test_connects_by_the_offered_code(): void {
		putenv( 'RAPPEL_SERVICE_URL=' . Fake_Service::URL );
		self::assertNull( Pairing::ensure(), 'No code was offered yet.' );
		self::assertCount( 0, $this->service->calls );

		update_option(
			Offered_Code::OPTION,
			array(
				'code'      => 'pairing-code-1',
				'expiresAt' => '2999-01-01T00:00:00.000Z',
			)
		);
		self::assertNotNull( Pairing::ensure() );
		self::assertNull( Offered_Code::current() );
	}
}
