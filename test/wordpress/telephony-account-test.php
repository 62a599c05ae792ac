<?php
/**
 * The Twilio account of the site.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Plugin;
use Rappel\Telephony\Account_Sync;
use Rappel\Telephony\Configured_Account;
use Rappel\Telephony\Twilio_Connector;

/**
 * Where it is named, who may change it, and what the service is told of it.
 */
final class Telephony_Account_Test extends Site_Case {

	private const SID   = 'AC0123456789abcdef0123456789abcdef';
	private const TOKEN = '0123456789abcdef0123456789abcdef';

	/**
	 * Named nowhere, told nothing.
	 */
	protected function setUp(): void {
		parent::setUp();
		self::forget();
		$this->service->answers['PUT /v1/site/telephony'] = array( 200, array( 'source' => 'site' ) );
		$this->service->answers['GET /v1/site/telephony'] = array( 200, array( 'source' => 'service' ) );
	}

	/**
	 * Nothing stays.
	 */
	protected function tearDown(): void {
		self::forget();
		parent::tearDown();
	}

	/**
	 * Takes the configuration away.
	 */
	private static function forget(): void {
		putenv( 'RAPPEL_TWILIO_ACCOUNT_SID' );
		putenv( 'RAPPEL_TWILIO_AUTH_TOKEN' );
		delete_option( Twilio_Connector::SETTING );
		Account_Sync::forget();
	}

	/**
	 * What the service was given, in order.
	 *
	 * @return list<mixed>
	 */
	private function told(): array {
		$puts = array_filter( $this->service->calls, static fn( array $call ): bool => 'PUT' === $call['method'] && '/v1/site/telephony' === $call['target'] );
		return array_values( array_map( static fn( array $call ): mixed => $call['body']['credentials'] ?? null, $puts ) );
	}

	/**
	 * @testdox the environment names it: the service is given it once, and again when it changes; none any more is told too
	 */
	public function test_the_environment(): void {
		putenv( 'RAPPEL_TWILIO_ACCOUNT_SID=' . self::SID );
		putenv( 'RAPPEL_TWILIO_AUTH_TOKEN=' . self::TOKEN );
		self::assertSame( 'environment', Configured_Account::current()?->set_by );

		Plugin::refresh();
		Plugin::refresh();
		putenv( 'RAPPEL_TWILIO_AUTH_TOKEN=another-token' );
		Plugin::refresh();
		putenv( 'RAPPEL_TWILIO_AUTH_TOKEN' );
		Plugin::refresh();
		Plugin::refresh();

		self::assertSame(
			array(
				array(
					'accountSid' => self::SID,
					'authToken'  => self::TOKEN,
				),
				array(
					'accountSid' => self::SID,
					'authToken'  => 'another-token',
				),
				null,
			),
			$this->told()
		);
	}

	/**
	 * @testdox a connector of WordPress names it, as a pair or in one line
	 */
	public function test_the_connector(): void {
		$pair = array(
			'username' => self::SID,
			'password' => self::TOKEN,
		);
		foreach ( array( $pair, self::SID . ':' . self::TOKEN ) as $kept ) {
			update_option( Twilio_Connector::SETTING, $kept );
			$account = Configured_Account::current();
			self::assertSame( 'connector', $account?->set_by );
			self::assertSame( array( self::SID, self::TOKEN ), array( $account->account_sid, $account->auth_token ) );
			self::assertStringNotContainsString( self::TOKEN, print_r( $account, true ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_print_r -- What is tested.
		}
		self::assertNotFalse( has_action( 'shutdown', array( Account_Sync::class, 'tell' ) ) );
	}

	/**
	 * @testdox what the service does not take is tried again, not at every page, and the screen says why
	 */
	public function test_refused(): void {
		self::log_in( 'administrator' );
		putenv( 'RAPPEL_TWILIO_ACCOUNT_SID=' . self::SID );
		putenv( 'RAPPEL_TWILIO_AUTH_TOKEN=' . self::TOKEN );
		$this->service->answers['PUT /v1/site/telephony'] = array(
			422,
			array(
				'code'   => 'telephony_credentials_refused',
				'detail' => 'Twilio does not know this account.',
			),
		);

		Account_Sync::tell_soon();
		Account_Sync::tell_soon();
		self::assertCount( 1, $this->told() );
		$shown = self::data( $this->rest( 'GET', '/telephony-account' ) );
		self::assertSame( array( 'environment', 'Twilio does not know this account.', 'service' ), array( $shown['setBy'], $shown['notTakenFor'], $shown['source'] ) );

		$this->service->answers['PUT /v1/site/telephony'] = array( 200, array( 'source' => 'site' ) );
		Plugin::refresh();
		self::assertNull( self::data( $this->rest( 'GET', '/telephony-account' ) )['notTakenFor'] );
	}

	/**
	 * @testdox an administrator types it and takes it away again; the service keeps it, WordPress nothing of it
	 */
	public function test_typed(): void {
		self::log_in( 'administrator' );
		$credentials = array(
			'accountSid' => self::SID,
			'authToken'  => self::TOKEN,
		);
		$response    = $this->rest( 'PUT', '/telephony-account', array( 'credentials' => $credentials ) );
		self::assertSame( 200, $response->get_status() );
		self::assertSame( array( null, 'site' ), array( self::data( $response )['setBy'], self::data( $response )['source'] ) );
		$this->rest( 'PUT', '/telephony-account', array( 'credentials' => null ) );
		self::assertSame( array( $credentials, null ), $this->told() );
		global $wpdb;
		self::assertInstanceOf( \wpdb::class, $wpdb );
		$kept = $wpdb->get_var( $wpdb->prepare( 'SELECT COUNT(*) FROM %i WHERE option_value LIKE %s', $wpdb->options, '%' . self::TOKEN . '%' ) ); // phpcs:ignore WordPress.DB -- What is tested.
		self::assertSame( '0', $kept );
	}

	/**
	 * @testdox what the configuration names is changed there alone
	 */
	public function test_configured_elsewhere(): void {
		self::log_in( 'administrator' );
		update_option( Twilio_Connector::SETTING, self::SID . ':' . self::TOKEN );
		$response = $this->rest( 'PUT', '/telephony-account', array( 'credentials' => null ) );
		self::assertSame( 403, $response->get_status() );
		self::assertSame( array(), $this->told() );
	}

	/**
	 * @testdox nobody but who manages channels reads it, and nobody but an administrator changes it
	 */
	public function test_permissions(): void {
		self::assertSame( 401, $this->rest( 'GET', '/telephony-account' )->get_status() );
		self::log_in( 'editor' );
		self::assertSame( 403, $this->rest( 'GET', '/telephony-account' )->get_status() );
		wp_get_current_user()->add_cap( 'rappel_manage_channels' );
		self::assertSame( 200, $this->rest( 'GET', '/telephony-account' )->get_status() );
		self::assertSame( 403, $this->rest( 'PUT', '/telephony-account', array( 'credentials' => null ) )->get_status() );
	}
}
