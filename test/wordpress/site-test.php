<?php
/**
 * The plugin as a guest of WordPress.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Admin\Privacy;
use Rappel\Admin\Site_Health;
use Rappel\Capabilities;
use Rappel\Connection\Connection;
use Rappel\Installer;
use Rappel\Outbox\Delivery;
use Rappel\Outbox\Outbox;
use Rappel\Plugin;

/**
 * Activation, deactivation, uninstalling, Site Health, privacy.
 */
final class Site_Test extends Site_Case {

	/**
	 * @testdox activation gives administrators the capabilities, and nobody else
	 */
	public function test_capabilities(): void {
		foreach ( array( 'rappel_manage_channels', 'rappel_take_callbacks', 'rappel_supervise' ) as $capability ) {
			self::assertTrue( get_role( 'administrator' )?->has_cap( $capability ) );
			self::assertFalse( get_role( 'editor' )?->has_cap( $capability ) );
		}
	}

	/**
	 * @testdox there is a role for people who only take callbacks; a site that had the plugin gets it by the next version, and it goes with the plugin
	 */
	public function test_the_role(): void {
		remove_role( Capabilities::AGENT_ROLE );
		update_option( Installer::OPTION, '1' );
		Installer::upgrade();

		self::assertSame( array( 'read', Capabilities::TAKE_CALLBACKS ), array_keys( array_filter( get_role( Capabilities::AGENT_ROLE )->capabilities ?? array() ) ) );

		Capabilities::revoke();
		self::assertNull( get_role( Capabilities::AGENT_ROLE ) );
		Capabilities::grant();
	}

	/**
	 * @testdox deactivation leaves nothing running, and activation starts it again with what was kept
	 */
	public function test_deactivation(): void {
		$this->service->away = true;
		$this->submit();
		Installer::deactivate();

		self::assertFalse( wp_next_scheduled( Delivery::EVENT ) );
		self::assertFalse( wp_next_scheduled( Plugin::REFRESH_EVENT ) );

		Installer::activate();
		self::assertNotFalse( wp_next_scheduled( Delivery::EVENT ) );
		self::assertNotFalse( wp_next_scheduled( Plugin::REFRESH_EVENT ) );
		self::assertSame( 1, Outbox::count_kept() );
	}

	/**
	 * @testdox uninstalling removes everything, or nothing where the owner asked to keep it
	 */
	public function test_uninstalling(): void {
		defined( 'WP_UNINSTALL_PLUGIN' ) || define( 'WP_UNINSTALL_PLUGIN', 'rappel/rappel.php' );
		update_option( 'rappel_keep_data', true );
		require RAPPEL_DIR . '/uninstall.php';
		self::assertNotNull( Connection::current() );

		update_option( 'rappel_keep_data', false );
		\Rappel\uninstall_site();
		self::assertNull( Connection::current() );
		self::assertNotContains( 'rappel_supervise', array_keys( get_role( 'administrator' )->capabilities ?? array() ) );
		self::assertFalse( wp_next_scheduled( Plugin::REFRESH_EVENT ) );
		global $wpdb;
		self::assertInstanceOf( \wpdb::class, $wpdb );
		self::assertSame( array(), $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE 'rappel%' AND option_name NOT LIKE 'rappel_local%'" ) );

		Installer::upgrade();
		self::assertTrue( get_role( 'administrator' )?->has_cap( 'rappel_supervise' ) );
		self::assertSame( 0, Outbox::count_kept() );
	}

	/**
	 * @testdox Site Health says whether the service answers, and never the secret
	 */
	public function test_site_health(): void {
		self::assertSame( 'good', Site_Health::test()['status'] );
		self::assertStringNotContainsString( Fake_Service::SECRET, (string) wp_json_encode( Site_Health::add_section( array() ) ) );

		foreach (
			array(
				'text_messages_refused' => 'recommended',
				'telephony_credentials' => 'critical',
			) as $code => $status
		) {
			$this->service->answers['GET /v1/site'] = array(
				200,
				array(
					'alerts' => array(
						array(
							'code'   => $code,
							'detail' => 'Something to mend',
						),
					),
				),
			);
			self::assertSame( $status, Site_Health::test()['status'] );
		}

		$this->service->away = true;
		self::assertSame( 'critical', Site_Health::test()['status'] );
		Connection::forget();
		self::assertSame( 'recommended', Site_Health::test()['status'] );
	}

	/**
	 * @testdox the privacy tools find, export and erase what is kept for a person [N15]
	 */
	public function test_privacy(): void {
		self::log_in( 'subscriber' );
		update_user_meta( get_current_user_id(), 'billing_phone', '+33 6 12 34 56 78' );
		$this->service->away = true;
		$this->submit();
		$this->submit(
			array(
				'key'    => '3f8a2b1c-4d5e-4f60-8a7b-9c0d1e2f3a4c',
				'number' => '06 99 99 99 99',
			)
		);

		$export = Privacy::export( 'test-subscriber@example.org' );
		self::assertCount( 1, $export['data'] );
		self::assertStringContainsString( '06 12 34 56 78', (string) wp_json_encode( $export ) );
		self::assertSame( array(), Privacy::export( 'nobody@example.org' )['data'] );

		self::assertSame( 1, Privacy::erase( 'test-subscriber@example.org' )['items_removed'] );
		self::assertSame( 1, Outbox::count_kept() );
	}
}
