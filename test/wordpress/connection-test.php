<?php
/**
 * Pairing, and the secret.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Connection;
use Rappel\Connection\Pairing;
use Rappel\Connection\Site_Facts;
use Rappel\Connection\Site_Sync;
use Rappel\Read;
use Rappel\Service\Signature;

/**
 * How a site is connected to its service.
 */
final class Connection_Test extends Site_Case {

	/**
	 * Not paired, nothing configured.
	 */
	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/user.php';
		Connection::forget();
		Channel_Copy::forget();
	}

	/**
	 * Removes the configuration.
	 */
	protected function tearDown(): void {
		putenv( 'RAPPEL_SERVICE_URL' );
		putenv( 'RAPPEL_PAIRING_CODE' );
		parent::tearDown();
	}

	/**
	 * Configures by the environment, as docker-compose does.
	 *
	 * @param string $code The pairing code.
	 */
	private static function configure( string $code ): void {
		putenv( 'RAPPEL_SERVICE_URL=' . Fake_Service::URL . '/' );
		putenv( "RAPPEL_PAIRING_CODE=$code" );
	}

	/**
	 * @testdox an administrator pairs with a code, the channels are fetched, and the secret is in no answer
	 */
	public function test_pairs_with_a_code(): void {
		self::log_in( 'administrator' );

		$response = $this->rest(
			'POST',
			'/connection',
			array(
				'serviceUrl' => Fake_Service::URL . '/',
				'code'       => ' pairing-code-1 ',
			)
		);

		self::assertSame( 201, $response->get_status() );
		self::assertTrue( self::data( $response )['connected'] );
		self::assertStringNotContainsString( Fake_Service::SECRET, (string) wp_json_encode( self::data( $response ) ) );
		self::assertSame( 'Europe/Paris', $this->service->calls[0]['body']['timeZone'] ?? null );
		self::assertCount( 1, Channel_Copy::all() );
		self::assertStringNotContainsString( Fake_Service::SECRET, print_r( Connection::current(), true ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_print_r -- Shows what a dump would.
	}

	/**
	 * @testdox the secret is not loaded on every page
	 */
	public function test_the_secret_is_not_autoloaded(): void {
		Connection::save( Fake_Service::URL, Fake_Service::SITE, Fake_Service::SECRET );

		self::assertArrayNotHasKey( Connection::OPTION, wp_load_alloptions( true ) );
	}

	/**
	 * @testdox a refused code says why, and nothing is stored
	 */
	public function test_a_refused_code(): void {
		self::log_in( 'administrator' );

		$response = $this->rest(
			'POST',
			'/connection',
			array(
				'serviceUrl' => Fake_Service::URL,
				'code'       => 'wrong-code',
			)
		);

		self::assertSame( 403, $response->get_status() );
		self::assertSame( 'pairing_code_invalid', self::data( $response )['code'] );
		self::assertNull( Connection::current() );
	}

	/**
	 * @testdox pairs by itself when the configuration says so
	 */
	public function test_pairs_by_itself(): void {
		self::configure( 'pairing-code-1' );

		$connection = Pairing::ensure();

		self::assertSame( Fake_Service::SITE, $connection->site_id ?? null );
		self::assertSame( Fake_Service::URL, $connection->service_url ?? null );
		self::assertFalse( get_option( 'rappel_pairing_lock' ) );
	}

	/**
	 * @testdox leaves a service that is away alone for a while, and a refused code until it changes
	 */
	public function test_backs_off(): void {
		$this->service->away = true;
		self::configure( 'pairing-code-1' );
		Pairing::ensure();
		Pairing::ensure();
		self::assertCount( 1, $this->service->calls );

		$this->service->away = false;
		self::configure( 'wrong-code' );
		Pairing::ensure();
		Pairing::ensure();
		self::assertCount( 2, $this->service->calls );
		self::assertSame( 'pairing_code_invalid', Pairing::last_problem()['code'] ?? null );

		self::configure( 'pairing-code-1' );
		self::assertNotNull( Pairing::ensure() );
	}

	/**
	 * @testdox only one process pairs at a time, and a lock left by a killed one does not last
	 */
	public function test_the_lock(): void {
		self::configure( 'pairing-code-1' );
		add_option( 'rappel_pairing_lock', time(), '', false );
		self::assertNull( Pairing::ensure() );

		update_option( 'rappel_pairing_lock', time() - 31 );
		self::assertNotNull( Pairing::ensure() );
	}

	/**
	 * @testdox tells the service a new time zone once the save is over
	 */
	public function test_tells_the_time_zone(): void {
		Connection::save( Fake_Service::URL, Fake_Service::SITE, Fake_Service::SECRET );
		update_option( 'timezone_string', 'America/Montreal' );
		do_action( 'shutdown' );
		update_option( 'timezone_string', 'Europe/Paris' );

		self::assertSame( 'America/Montreal', $this->service->calls_of( 'PUT /v1/site' )[0]['body']['timeZone'] ?? null );
	}

	/**
	 * @testdox tells the service whom to tell what only they can mend, once paired and when it changes, and nothing twice
	 */
	public function test_tells_addresses(): void {
		$supervisor = wp_insert_user(
			array(
				'user_login' => 'supervisor',
				'user_pass'  => 'secret',
				'user_email' => 'supervisor@example.org',
				'role'       => 'author',
			)
		);
		self::assertIsInt( $supervisor );
		$told = fn(): array => array_column( $this->service->calls_of( 'PUT /v1/site' ), 'body' );
		self::configure( 'pairing-code-1' );
		Pairing::ensure();
		do_action( 'shutdown' );
		self::assertSame( get_option( 'admin_email' ), Read::text( $told()[0] ?? null, 'ownerEmail' ) );
		self::assertNotContains( 'supervisor@example.org', Read::items( $told()[0] ?? null, 'supervisorEmails' ) );

		( new \WP_User( $supervisor ) )->add_cap( 'rappel_supervise' );
		Site_Sync::tell();
		self::assertContains( 'supervisor@example.org', Read::items( $told()[1] ?? null, 'supervisorEmails' ) );
		Site_Sync::tell();
		self::assertCount( 2, $told() );

		remove_all_actions( 'shutdown' );
		add_filter( 'send_email_change_email', '__return_false' );
		wp_update_user(
			array(
				'ID'         => $supervisor,
				'user_email' => 'other@example.org',
			)
		);
		do_action( 'shutdown' );
		wp_delete_user( $supervisor );
		self::assertContains( 'other@example.org', Read::items( $told()[2] ?? null, 'supervisorEmails' ) );
	}

	/**
	 * @testdox an address that the service does not take does not keep the time zone from it
	 */
	public function test_an_address_that_is_refused(): void {
		Connection::save( Fake_Service::URL, Fake_Service::SITE, Fake_Service::SECRET );
		$this->service->answers['PUT /v1/site'] = array(
			400,
			array(
				'code'   => 'invalid_request',
				'detail' => 'Please check the marked fields.',
			),
		);
		Site_Sync::tell();

		self::assertSame( array( 'name', 'timeZone' ), array_keys( $this->service->calls_of( 'PUT /v1/site' )[1]['body'] ?? array() ) );
	}

	/**
	 * @testdox a bare offset stays one: the owner is asked for a city
	 */
	public function test_a_bare_offset(): void {
		update_option( 'timezone_string', '' );
		update_option( 'gmt_offset', '2' );
		$zone = Site_Facts::all()['timeZone'];
		update_option( 'timezone_string', 'Europe/Paris' );

		self::assertSame( '+02:00', $zone );
	}

	/**
	 * @testdox signs as the contract's vectors say
	 */
	public function test_signature_vectors(): void {
		$json    = file_get_contents( dirname( __DIR__, 2 ) . '/contract/generated/signature-vectors.json' );
		$vectors = json_decode( (string) $json, true );
		self::assertIsArray( $vectors );
		self::assertNotEmpty( $vectors );
		foreach ( $vectors as $vector ) {
			$headers = Signature::headers(
				'site',
				Read::text( $vector, 'secret' ),
				Read::text( $vector, 'homeUrl' ),
				Read::text( $vector, 'method' ),
				Read::text( $vector, 'target' ),
				Read::text( $vector, 'body' ),
				Read::text( $vector, 'timestamp' ),
				Read::text( $vector, 'nonce' )
			);
			self::assertSame( Read::text( $vector, 'signature' ), $headers['rappel-signature'] );
		}
	}
}
