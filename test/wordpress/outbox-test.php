<?php
/**
 * A lead is never lost when the service is away.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Channels\Channel_Copy;
use Rappel\Instant;
use Rappel\Outbox\Delivery;
use Rappel\Outbox\Outage_Alert;
use Rappel\Outbox\Outbox;
use Rappel\Read;
use WP_Error;

/**
 * Keeping, delivering once, telling visitor and owner [N16].
 */
final class Outbox_Test extends Site_Case {

	/**
	 * E-mails that were sent.
	 *
	 * @var list<array<string, mixed>>
	 */
	private array $mails = array();

	/**
	 * Ways of being away.
	 *
	 * @return array<string, array{array{int, mixed}|WP_Error}>
	 */
	public static function absences(): array {
		return array(
			'nobody listens'          => array( new WP_Error( 'http_request_failed', 'cURL error 7' ) ),
			'no answer in 3 seconds'  => array( new WP_Error( 'http_request_failed', 'cURL error 28' ) ),
			'it fails'                => array(
				array(
					500,
					array(
						'code'   => 'internal_error',
						'detail' => 'Oops.',
					),
				),
			),
			'it is starting'          => array(
				array(
					503,
					array(
						'code'   => 'service_unavailable',
						'detail' => 'Wait.',
					),
				),
			),
			'a proxy answers for it'  => array( array( 502, '<html>Bad gateway</html>' ) ),
			'something else answers'  => array( array( 200, '<html>Hello</html>' ) ),
			'our clock is wrong'      => array(
				array(
					401,
					array(
						'code'   => 'signature_stale',
						'detail' => 'Clock.',
					),
				),
			),
			'the site has a new home' => array(
				array(
					409,
					array(
						'code'   => 'site_moved',
						'detail' => 'Moved.',
					),
				),
			),
		);
	}

	/**
	 * @dataProvider absences
	 * @testdox keeps a request and says so when $_dataName [N16]
	 *
	 * @param array{int, mixed}|WP_Error $absence What WordPress gets instead of an answer.
	 */
	public function test_keeps_a_request( array|WP_Error $absence ): void {
		$this->service->answers['POST /v1/callback-requests'] = $absence;

		$response = $this->submit();

		self::assertSame( 202, $response->get_status() );
		$status = self::data( $response );
		self::assertSame( 'kept', $status['state'] );
		self::assertSame( self::KEY, $status['key'] );
		self::assertSame( '06 12 34 56 78', $status['numberShown'] );
		self::assertTrue( $status['canCancel'] );
		self::assertFalse( $status['final'] );
		self::assertSame( 1, Outbox::count_kept() );
		self::assertNotFalse( wp_next_scheduled( Delivery::EVENT ) );
	}

	/**
	 * @testdox delivers by cron exactly what was sent, with the time it was sent at and that it was kept, and then answers from the service [N16]
	 */
	public function test_delivers_by_cron(): void {
		$this->service->away = true;
		$this->submit();
		$sent                = $this->service->calls_of( 'POST /v1/callback-requests' )[0]['body'];
		$this->service->away = false;
		self::let_time_pass( 60 );

		Delivery::run();

		self::assertSame( array( 'kept' => true ) + $sent, $this->service->taken[ self::KEY ] );
		self::assertSame( 0, Outbox::count_kept() );
		self::assertFalse( wp_next_scheduled( Delivery::EVENT ) );
		self::assertSame( 'calling_company', self::data( $this->rest( 'GET', '/callback-requests/by-key/' . self::KEY ) )['state'] );
	}

	/**
	 * @testdox delivers when the visitor's page asks, at most every 10 seconds [N16]
	 */
	public function test_delivers_on_a_poll(): void {
		$this->service->away = true;
		$this->submit();
		$this->service->away = false;

		$at_once = self::data( $this->rest( 'GET', '/callback-requests/by-key/' . self::KEY ) );
		self::let_time_pass( 11 );
		$later = self::data( $this->rest( 'GET', '/callback-requests/by-key/' . self::KEY ) );

		self::assertSame( 'kept', $at_once['state'] );
		self::assertSame( 'waiting', $later['state'] );
		self::assertCount( 2, $this->service->calls_of( 'POST /v1/callback-requests' ) );
	}

	/**
	 * @testdox lets one process only try a row
	 */
	public function test_one_process_tries(): void {
		$this->service->away = true;
		$this->submit();
		self::let_time_pass( 11 );
		$kept = Outbox::find( self::KEY );
		self::assertNotNull( $kept );

		self::assertTrue( Outbox::claim( $kept->id ) );
		self::assertFalse( Outbox::claim( $kept->id ) );
	}

	/**
	 * @testdox a create that arrived without an answer is one request, by its key [N16]
	 */
	public function test_a_lost_answer_is_harmless(): void {
		$this->service->loses_answers = true;
		self::assertSame( 'kept', self::data( $this->submit() )['state'] );
		$this->service->loses_answers = false;
		self::let_time_pass( 60 );

		Delivery::run();

		self::assertCount( 2, $this->service->calls_of( 'POST /v1/callback-requests' ) );
		self::assertCount( 1, $this->service->taken );
		self::assertSame( 0, Outbox::count_kept() );
	}

	/**
	 * @testdox the button pressed twice keeps one request
	 */
	public function test_the_same_key_twice(): void {
		$this->service->away = true;
		$this->submit();
		$again = self::data( $this->submit() );

		self::assertSame( 'kept', $again['state'] );
		self::assertSame( 1, Outbox::count_kept() );
	}

	/**
	 * @testdox a refusal at delivery is shown to the visitor's page, and the number is not kept with it
	 */
	public function test_a_refusal_is_shown(): void {
		$this->service->away = true;
		$this->submit();
		$this->service->away                                  = false;
		$this->service->answers['POST /v1/callback-requests'] = array(
			422,
			array(
				'code'   => 'number_type_refused',
				'detail' => 'Premium numbers are not called.',
				'field'  => 'number',
			),
		);
		self::let_time_pass( 60 );
		Delivery::run();

		$status = self::data( $this->rest( 'GET', '/callback-requests/by-key/' . self::KEY ) );

		self::assertSame( 'failed', $status['state'] );
		self::assertSame( 'Premium numbers are not called.', $status['message'] );
		self::assertTrue( $status['final'] );
		self::assertSame( '', Outbox::find( self::KEY )->body ?? null );
		self::assertFalse( wp_next_scheduled( Delivery::EVENT ) );
	}

	/**
	 * @testdox a kept request can be taken back and is not delivered any more
	 */
	public function test_cancels_a_kept_request(): void {
		$this->service->away = true;
		$this->submit();
		$cancelled           = self::data( $this->rest( 'POST', '/callback-requests/by-key/' . self::KEY . '/cancellation', array( 'reason' => 'wrong_number' ) ) );
		$this->service->away = false;
		self::let_time_pass( 120 );
		Delivery::run();

		self::assertSame( 'cancelled', $cancelled['state'] );
		self::assertTrue( $cancelled['final'] );
		self::assertSame( array(), $this->service->taken );
		self::assertFalse( wp_next_scheduled( Delivery::EVENT ) );
	}

	/**
	 * @testdox a kept request that had arrived is taken back at the service too
	 */
	public function test_cancels_one_that_had_arrived(): void {
		$this->service->loses_answers = true;
		$this->submit();

		$cancelled = self::data( $this->rest( 'POST', '/callback-requests/by-key/' . self::KEY . '/cancellation', array( 'reason' => 'changed_mind' ) ) );

		self::assertSame( 'cancelled', $cancelled['state'] );
		self::assertSame( 'It is cancelled.', $cancelled['message'] );
		self::assertNull( Outbox::find( self::KEY ) );
	}

	/**
	 * @testdox tells the owner once, after 5 minutes, and again only for another outage [N16]
	 */
	public function test_tells_the_owner_once(): void {
		$this->mails = array();
		$keep        = function ( mixed $unused, mixed $mail ): bool {
			$this->mails[] = Read::as_map( $mail );
			return true;
		};
		add_filter( 'pre_wp_mail', $keep, 10, 2 );
		$this->service->away = true;
		$this->submit();

		Outage_Alert::check();
		$before = count( $this->mails );
		self::let_time_pass( 301 );
		Outage_Alert::check();
		Outage_Alert::check();
		remove_filter( 'pre_wp_mail', $keep );

		self::assertSame( 0, $before );
		self::assertCount( 1, $this->mails );
		self::assertSame( get_option( 'admin_email' ), Read::text( $this->mails[0] ?? null, 'to' ) );
		self::assertStringNotContainsString( '06 12', (string) wp_json_encode( $this->mails ) );

		$this->service->away = false;
		Delivery::run();
		self::assertFalse( get_option( Outage_Alert::OPTION ) );
	}

	/**
	 * An hour on the day after tomorrow, by the site's clock.
	 */
	private static function slot(): string {
		return Instant::write( Instant::local()->modify( '+2 days' )->setTime( 14, 0 ) );
	}

	/**
	 * @testdox a booking is kept too, also while closed, and the visitor is told for when [N16] [S04]
	 */
	public function test_keeps_a_booking(): void {
		$this->service->settings['openingHours'] = array( 'weekly' => array() );
		Channel_Copy::refresh();
		$this->service->away = true;

		$response = $this->submit( array( 'slot' => self::slot() ) );
		$status   = self::data( $response );

		self::assertSame( 202, $response->get_status() );
		self::assertSame( 'kept', $status['state'] );
		self::assertNull( $status['dueAt'] );
		self::assertMatchesRegularExpression( '/^We kept your request for [A-Z][a-z]+day, [A-Z][a-z]+ \d+ at 2:00 pm and confirm it as soon as possible/', Read::text( $status, 'message' ) );

		$this->service->away = false;
		self::let_time_pass( 11 );
		Delivery::run();
		self::assertSame( self::slot(), $this->service->taken[ self::KEY ]['slot'] );
	}

	/**
	 * @testdox a kept booking whose time is gone by then: the owner gets the number, the visitor a sentence [N16]
	 */
	public function test_a_kept_booking_that_came_too_late(): void {
		$keep = function ( mixed $unused, mixed $mail ): bool {
			$this->mails[] = Read::as_map( $mail );
			return true;
		};
		add_filter( 'pre_wp_mail', $keep, 10, 2 );
		$this->service->away = true;
		$this->submit( array( 'slot' => self::slot() ) );
		$this->service->away                                  = false;
		$this->service->answers['POST /v1/callback-requests'] = array(
			409,
			array(
				'code'   => 'slot_taken',
				'detail' => 'Somebody else took this time.',
			),
		);
		self::let_time_pass( 11 );
		Delivery::run();
		Delivery::run();
		remove_filter( 'pre_wp_mail', $keep );

		$status = self::data( $this->rest( 'GET', '/callback-requests/by-key/' . self::KEY ) );
		self::assertSame( 'failed', $status['state'] );
		self::assertSame( 'Somebody else took this time.', $status['message'] );
		self::assertCount( 1, $this->mails );
		self::assertStringContainsString( '06 12 34 56 78', Read::text( $this->mails[0] ?? null, 'message' ) );
	}

	/**
	 * @testdox while the service is away a channel keeps what it takes: bookings only, or calls at once only [S10]
	 */
	public function test_call_types_while_away(): void {
		$this->service->settings['callTypes'] = 'deferred';
		Channel_Copy::refresh();
		$this->service->away = true;
		self::assertSame( 'immediate_not_offered', self::data( $this->submit() )['code'] );
		self::assertSame( 'slot_not_offered', self::data( $this->submit( array( 'slot' => '2020-01-01T10:00:00Z' ) ) )['code'] );

		$this->service->away                  = false;
		$this->service->settings['callTypes'] = 'immediate';
		Channel_Copy::refresh();
		$this->service->away = true;
		self::assertSame( 'booking_not_offered', self::data( $this->submit( array( 'slot' => self::slot() ) ) )['code'] );
		self::assertSame( 0, Outbox::count_kept() );
	}

	/**
	 * What is not kept.
	 *
	 * @return array<string, array{array<string, mixed>, int, string}>
	 */
	public static function not_kept(): array {
		return array(
			'words'              => array( array( 'number' => 'call me' ), 422, 'number_invalid' ),
			'too few digits'     => array( array( 'number' => '06 12' ), 422, 'number_invalid' ),
			'Arabic digits'      => array( array( 'number' => '٠٦١٢٣٤٥٦٧٨' ), 422, 'number_invalid' ),
			'an unknown channel' => array( array( 'channelId' => 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' ), 404, 'channel_not_found' ),
		);
	}

	/**
	 * @dataProvider not_kept
	 * @testdox does not keep $_dataName [R18]
	 *
	 * @param array<string, mixed> $changes To a good submission.
	 * @param int                  $status  Expected.
	 * @param string               $code    Expected.
	 */
	public function test_does_not_keep( array $changes, int $status, string $code ): void {
		$this->service->away = true;

		$response = $this->submit( $changes );

		self::assertSame( $status, $response->get_status() );
		self::assertSame( $code, self::data( $response )['code'] );
		self::assertSame( 0, Outbox::count_kept() );
	}

	/**
	 * @testdox a flood from one address does not fill the table [R18]
	 */
	public function test_a_flood_is_stopped(): void {
		$this->service->away = true;
		for ( $sent = 0; $sent < 25; $sent++ ) {
			$last = $this->submit( array( 'key' => sprintf( '3f8a2b1c-4d5e-4f60-8a7b-9c0d1e2f%04d', $sent ) ) );
		}

		self::assertSame( 20, Outbox::count_kept() );
		self::assertSame( 429, $last->get_status() );
	}

	/**
	 * @testdox a service that really hangs costs 3 seconds, not more [N16]
	 */
	public function test_a_hanging_service(): void {
		remove_filter( 'pre_http_request', array( $this->service, 'answer' ) );
		$socket = stream_socket_server( 'tcp://127.0.0.1:0' );
		self::assertIsResource( $socket );
		\Rappel\Connection\Connection::save( 'http://' . stream_socket_get_name( $socket, false ), Fake_Service::SITE, Fake_Service::SECRET );
		$started = microtime( true );

		$status = self::data( $this->submit() );

		self::assertSame( 'kept', $status['state'] );
		self::assertLessThan( 3.6, microtime( true ) - $started );
		fclose( $socket );
	}
}
