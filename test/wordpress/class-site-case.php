<?php
/**
 * A test inside WordPress.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use PHPUnit\Framework\TestCase;
use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Connection;
use Rappel\Outbox\Delivery;
use Rappel\Outbox\Outbox;
use Rappel\Read;
use WP_REST_Request;
use WP_REST_Response;

/**
 * Starts each test with a site that is connected to a fake service, an empty outbox and nobody logged in.
 */
abstract class Site_Case extends TestCase {

	protected const KEY = '3f8a2b1c-4d5e-4f60-8a7b-9c0d1e2f3a4b';

	/**
	 * The service of this test.
	 *
	 * @var Fake_Service
	 */
	protected Fake_Service $service;

	/**
	 * Everything as after pairing.
	 */
	protected function setUp(): void {
		parent::setUp();
		$this->service = new Fake_Service();
		add_filter( 'pre_http_request', array( $this->service, 'answer' ), 10, 3 );
		add_filter( 'wp_redirect', array( self::class, 'redirect' ), 10, 2 );
		foreach ( array( 'rappel_pairing_lock', 'rappel_pairing_back_off', 'rappel_site_sync_pending', 'rappel_site_told', 'rappel_outage_reported' ) as $option ) {
			delete_option( $option );
		}
		delete_transient( 'rappel_first_copy_pause' );
		foreach ( Outbox::page( 0, 1000 ) as $kept ) {
			Outbox::hand_over( $kept->id );
		}
		wp_clear_scheduled_hook( Delivery::EVENT );
		Connection::save( Fake_Service::URL, Fake_Service::SITE, Fake_Service::SECRET );
		Channel_Copy::refresh();
		$this->service->calls   = array();
		$_SERVER['REMOTE_ADDR'] = '192.0.2.1';
		wp_set_current_user( 0 );
	}

	/**
	 * Nothing stays.
	 */
	protected function tearDown(): void {
		remove_filter( 'pre_http_request', array( $this->service, 'answer' ) );
		remove_filter( 'wp_redirect', array( self::class, 'redirect' ) );
		remove_all_actions( 'shutdown' );
		$_POST = array();
		$_GET  = array();
		parent::tearDown();
	}

	/**
	 * Stops a redirect where it would leave.
	 *
	 * @param string $location Where to.
	 * @param int    $status   HTTP status.
	 * @throws Redirected Always.
	 */
	public static function redirect( string $location, int $status ): never {
		throw new Redirected( $location, $status );
	}

	/**
	 * Calls rappel/v1 as the current user.
	 *
	 * @param string                    $method HTTP method.
	 * @param string                    $path   After rappel/v1.
	 * @param array<string, mixed>|null $body   Sent as JSON.
	 * @param array<string, string>     $query  Query.
	 */
	protected function rest( string $method, string $path, ?array $body = null, array $query = array() ): WP_REST_Response {
		$request = new WP_REST_Request( $method, '/rappel/v1' . $path );
		$request->set_query_params( $query );
		if ( null !== $body ) {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( $body ) );
		}
		$server   = rest_get_server();
		$response = rest_ensure_response( $server->dispatch( $request ) );
		$response = apply_filters( 'rest_post_dispatch', $response, $server, $request );
		self::assertInstanceOf( WP_REST_Response::class, $response );
		return $response;
	}

	/**
	 * The data of an answer.
	 *
	 * @param WP_REST_Response $response The answer.
	 * @return array<string, mixed>
	 */
	protected static function data( WP_REST_Response $response ): array {
		return Read::as_map( $response->get_data() );
	}

	/**
	 * A visitor sends the form.
	 *
	 * @param array<string, mixed> $changes To a good submission.
	 */
	protected function submit( array $changes = array() ): WP_REST_Response {
		return $this->rest(
			'POST',
			'/callback-requests',
			$changes + array(
				'key'       => self::KEY,
				'channelId' => Fake_Service::CHANNEL,
				'number'    => '06 12 34 56 78',
				'name'      => 'Ada',
				'language'  => 'en-US',
				'timeZone'  => 'Europe/Paris',
			)
		);
	}

	/**
	 * Makes the kept rows older.
	 *
	 * @param int $seconds By how much.
	 */
	protected static function let_time_pass( int $seconds ): void {
		global $wpdb;
		self::assertInstanceOf( \wpdb::class, $wpdb );
		foreach ( Outbox::page( 0, 1000 ) as $kept ) {
			$wpdb->update(
				Outbox::table(),
				array(
					'claimed_at' => gmdate( 'Y-m-d H:i:s', time() - $seconds ),
					'kept_at'    => gmdate( 'Y-m-d H:i:s', $kept->kept_at - $seconds ),
				),
				array( 'id' => $kept->id )
			);
		}
	}

	/**
	 * Logs somebody in.
	 *
	 * @param string $role Administrator, editor, or another.
	 */
	protected static function log_in( string $role ): void {
		$login = 'test-' . $role;
		$user  = get_user_by( 'login', $login );
		$id    = $user instanceof \WP_User ? $user->ID : wp_insert_user(
			array(
				'user_login' => $login,
				'user_pass'  => wp_generate_password(),
				'user_email' => "$login@example.org",
				'role'       => $role,
			)
		);
		self::assertIsInt( $id );
		wp_set_current_user( $id );
	}
}
