<?php
/**
 * The REST interface rappel/v1.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Connection;
use Rappel\Read;

/**
 * Who may call what, what is forwarded, and what is said when it fails.
 */
final class Rest_Test extends Site_Case {

	private const ID = 'a1b2c3d4-e5f6-4789-8abc-def012345678';

	/**
	 * Routes that are not for visitors, and the roles that may call them.
	 *
	 * @return array<string, array{string, string, list<string>}>
	 */
	public static function private_routes(): array {
		$administrators = array( 'administrator' );
		return array(
			'GET channels'             => array( 'GET', '/channels', $administrators ),
			'POST channels'            => array( 'POST', '/channels', $administrators ),
			'GET channels/id'          => array( 'GET', '/channels/' . self::ID, $administrators ),
			'PUT channels/id'          => array( 'PUT', '/channels/' . self::ID, $administrators ),
			'DELETE channels/id'       => array( 'DELETE', '/channels/' . self::ID, $administrators ),
			'GET callback-requests'    => array( 'GET', '/callback-requests', $administrators ),
			'GET callback-requests/id' => array( 'GET', '/callback-requests/' . self::ID, $administrators ),
			'GET agents'               => array( 'GET', '/agents', $administrators ),
			'PUT agents/id/presence'   => array( 'PUT', '/agents/1/presence', $administrators ),
			'PUT agents/id/hours'      => array( 'PUT', '/agents/1/hours', $administrators ),
			'GET holidays'             => array( 'GET', '/holidays?country=FR', $administrators ),
			'GET holiday-countries'    => array( 'GET', '/holiday-countries', $administrators ),
			'POST text-messages'       => array( 'POST', '/text-messages/preview', $administrators ),
			'GET recordings/id'        => array( 'GET', '/recordings/' . self::ID, $administrators ),
			'POST survey-alert-test'   => array( 'POST', '/channels/' . self::ID . '/survey-alert-test', $administrators ),
			'GET spoken-texts'         => array( 'GET', '/spoken-texts', $administrators ),
			'GET connection'           => array( 'GET', '/connection', $administrators ),
			'POST connection'          => array( 'POST', '/connection', $administrators ),
			'PUT connection/site'      => array( 'PUT', '/connection/site', $administrators ),
			'POST connection/code'     => array( 'POST', '/connection/code', $administrators ),
			'GET set-up'               => array( 'GET', '/set-up', $administrators ),
			'PUT set-up'               => array( 'PUT', '/set-up', $administrators ),
			'DELETE connection'        => array( 'DELETE', '/connection', $administrators ),
			'GET channel-names'        => array( 'GET', '/channel-names', array( 'administrator', 'editor', 'author' ) ),
		);
	}

	/**
	 * @dataProvider private_routes
	 * @testdox $_dataName is refused to whoever may not
	 *
	 * @param string       $method  HTTP method.
	 * @param string       $path    After rappel/v1.
	 * @param list<string> $allowed Roles.
	 */
	public function test_capabilities( string $method, string $path, array $allowed ): void {
		$body = in_array( $method, array( 'POST', 'PUT' ), true ) ? array(
			'settings'   => array( 'name' => 'A' ),
			'version'    => 1,
			'serviceUrl' => Fake_Service::URL,
			'code'       => 'pairing-code-1',
			'status'     => 'online',
			'kind'       => 'reminder',
			'text'       => null,
			'language'   => 'fr',
		) : null;
		if ( '/set-up' === $path && null !== $body ) {
			$body = array(
				'skipped'          => array(),
				'channelId'        => null,
				'testCallAnswered' => false,
				'dismissed'        => false,
			);
		}
		$query = str_contains( $path, 'country=FR' ) ? array( 'country' => 'FR' ) : array();
		$path  = (string) strtok( $path, '?' );
		self::assertSame( 401, $this->rest( $method, $path, $body, $query )->get_status(), 'A visitor' );
		foreach ( array( 'subscriber', 'author', 'editor', 'administrator' ) as $role ) {
			self::log_in( $role );
			$status = $this->rest( $method, $path, $body, $query )->get_status();
			if ( in_array( $role, $allowed, true ) ) {
				self::assertLessThan( 300, $status, $role );
			} else {
				self::assertSame( 403, $status, $role );
			}
		}
	}

	/**
	 * @testdox every route of the contract is there
	 */
	public function test_every_route_of_the_contract(): void {
		$there = array();
		foreach ( rest_get_server()->get_routes( 'rappel/v1' ) as $path => $handlers ) {
			foreach ( Read::as_map( $handlers ) as $handler ) {
				foreach ( array_keys( Read::map( $handler, 'methods' ) ) as $method ) {
					$there[] = $method . ' ' . preg_replace( '#\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)#', '{$1}', substr( $path, strlen( '/rappel/v1' ) ) );
				}
			}
		}

		foreach ( Read::map( require RAPPEL_DIR . '/includes/generated/routes.php', 'wordpress' ) as $route ) { // phpcs:ignore WordPress.WP.CapitalPDangit.Misspelled -- A key.
			self::assertContains( Read::text( $route, 'method' ) . ' ' . Read::text( $route, 'path' ), $there );
		}
	}

	/**
	 * @testdox every route has arguments and a permission callback of its own
	 */
	public function test_every_route_is_described(): void {
		foreach ( rest_get_server()->get_routes( 'rappel/v1' ) as $path => $handlers ) {
			if ( '/rappel/v1' === $path ) {
				continue;
			}
			foreach ( Read::as_map( $handlers ) as $handler ) {
				self::assertIsCallable( is_array( $handler ) ? $handler['permission_callback'] ?? null : null, $path );
				self::assertIsArray( is_array( $handler ) ? $handler['args'] ?? null : null, $path );
			}
		}
	}

	/**
	 * @testdox a request goes to the service with what only WordPress knows, and nothing that the visitor made up [S01] [N15]
	 */
	public function test_what_a_create_carries(): void {
		$_SERVER['HTTP_X_FORWARDED_FOR'] = '198.51.100.9';
		$_SERVER['HTTP_CLIENT_IP']       = '198.51.100.9';

		$response = $this->submit(
			array(
				'language'       => 'fr-FR',
				'visitorAddress' => '198.51.100.9',
				'requestedAt'    => '2000-01-01T00:00:00.000Z',
				'siteId'         => 'another',
				'state'          => 'done',
				'consentText'    => 'I agree to everything.',
			)
		);
		unset( $_SERVER['HTTP_X_FORWARDED_FOR'], $_SERVER['HTTP_CLIENT_IP'] );

		self::assertSame( 201, $response->get_status() );
		$sent = $this->service->taken[ self::KEY ];
		self::assertSame( '192.0.2.1', $sent['visitorAddress'] );
		self::assertSame( 'fr', $sent['language'] );
		self::assertSame( '06 12 34 56 78', $sent['number'] );
		self::assertSame( 'Ada', $sent['name'] );
		self::assertFalse( $sent['withoutScript'] );
		self::assertLessThan( 5, abs( time() - (int) strtotime( Read::text( $sent, 'requestedAt' ) ) ) );
		self::assertNotSame( 'I agree to everything.', $sent['consentText'] );
		self::assertNotSame( '', Read::text( $sent, 'consentText' ) );
		self::assertArrayNotHasKey( 'siteId', $sent );
		self::assertArrayNotHasKey( 'state', $sent );
	}

	/**
	 * @testdox a note for the agent goes on one line, with every word and no longer than the service takes it [N23]
	 */
	public function test_the_note(): void {
		$this->submit( array( 'note' => "  I <3 you\u{0} 100%\r\n" . str_repeat( 'é', 400 ) ) );

		self::assertSame( 'I <3 you 100% ' . str_repeat( 'é', 286 ), $this->service->taken[ self::KEY ]['note'] );
	}

	/**
	 * @testdox without a note there is none [N23]
	 */
	public function test_no_note(): void {
		$this->submit( array( 'note' => " \n " ) );

		self::assertNull( $this->service->taken[ self::KEY ]['note'] );
	}

	/**
	 * @testdox behind a proxy of one's own the address comes from a filter
	 */
	public function test_the_address_behind_a_proxy(): void {
		$trusted = static fn(): string => '203.0.113.7';
		add_filter( 'rappel_visitor_address', $trusted );
		$this->submit();
		remove_filter( 'rappel_visitor_address', $trusted );

		self::assertSame( '203.0.113.7', $this->service->taken[ self::KEY ]['visitorAddress'] );
	}

	/**
	 * @testdox a visitor needs no nonce, no answer is stored by a cache, and both languages are understood
	 */
	public function test_public_routes(): void {
		$availability = $this->rest( 'GET', '/channels/' . Fake_Service::CHANNEL . '/availability', null, array( 'language' => 'fr-FR' ) );

		self::assertSame( 200, $availability->get_status() );
		self::assertSame( 'no-store, private', $availability->get_headers()['Cache-Control'] ?? null );
		self::assertSame( 'fr', $this->service->calls[0]['headers']['accept-language'] ?? null );
	}

	/**
	 * @testdox while the service is away the button follows WordPress's copy of the hours [S08] [N16]
	 */
	public function test_availability_while_away(): void {
		$this->service->away = true;
		$open                = self::data( $this->rest( 'GET', '/channels/' . Fake_Service::CHANNEL . '/availability' ) );

		self::assertTrue( $open['immediate'] );
		self::assertTrue( $open['deferred'] );
		self::assertNull( $open['unavailableSentence'] );
		self::assertGreaterThan( time(), strtotime( Read::text( $open, 'changesAt' ) ) );
	}

	/**
	 * What a channel answers for while the service is away.
	 *
	 * @return array<string, array{array<string, mixed>, string, bool, string|null}>
	 */
	public static function closed_channels(): array {
		$closed = array( 'openingHours' => array( 'weekly' => array() ) );
		$texts  = static fn( string $unavailable ): array => array( 'bookingTexts' => array( 'unavailable' => array( 'en' => $unavailable ) ) );
		return array(
			'closed'                             => array( $closed, 'closed', true, 'We are closed at the moment.' ),
			'closed, with words of its own'      => array( $closed + $texts( 'Come by.' ), 'closed', true, 'Come by.' ),
			'closed, with words that name a day' => array( $closed + $texts( 'Until {opening}.' ), 'closed', true, 'We are closed at the moment.' ),
			'closed, and for calls at once only' => array( $closed + array( 'callTypes' => 'immediate' ), 'closed', false, 'We are closed at the moment.' ),
			'for bookings only'                  => array( array( 'callTypes' => 'deferred' ), 'deferred_only', true, null ),
			'paused'                             => array( array( 'state' => 'paused' ), 'paused', false, 'We cannot call you back at the moment.' ),
		);
	}

	/**
	 * @dataProvider closed_channels
	 * @testdox while the service is away, a channel that is $_dataName says so by itself [S08] [S10]
	 *
	 * @param array<string, mixed> $settings Changes to the channel.
	 * @param string               $reason   Expected.
	 * @param bool                 $deferred Expected.
	 * @param string|null          $sentence Expected.
	 */
	public function test_closed_while_away( array $settings, string $reason, bool $deferred, ?string $sentence ): void {
		$this->service->settings = $settings + $this->service->settings;
		Channel_Copy::refresh();
		$this->service->away = true;

		$answer = self::data( $this->rest( 'GET', '/channels/' . Fake_Service::CHANNEL . '/availability' ) );

		self::assertFalse( $answer['immediate'] );
		self::assertSame( $reason, $answer['reason'] );
		self::assertSame( $deferred, $answer['deferred'] );
		self::assertSame( $sentence, $answer['unavailableSentence'] );
	}

	/**
	 * @testdox a problem of the service keeps its status, code, field and sentence, and tells a visitor nothing else
	 */
	public function test_problems_are_forwarded(): void {
		$this->service->answers['POST /v1/callback-requests'] = array(
			422,
			array(
				'code'    => 'number_type_refused',
				'detail'  => 'Premium numbers are not called.',
				'field'   => 'number',
				'traceId' => 'abc',
			),
		);

		$response = $this->submit();

		self::assertSame( 422, $response->get_status() );
		self::assertSame(
			array(
				'code'    => 'number_type_refused',
				'message' => 'Premium numbers are not called.',
				'data'    => array(
					'status' => 422,
					'field'  => 'number',
				),
			),
			self::data( $response )
		);
	}

	/**
	 * @testdox a visitor sees what is free, in their zone and language, asked anew each time [S09] [N04]
	 */
	public function test_slots(): void {
		$query = array(
			'from'     => '2026-12-01',
			'days'     => '3',
			'timeZone' => 'America/Toronto',
			'language' => 'fr-CA',
			'sort'     => 'id',
		);

		$answer = $this->rest( 'GET', '/channels/' . Fake_Service::CHANNEL . '/slots', null, $query );
		$this->rest( 'GET', '/channels/' . Fake_Service::CHANNEL . '/slots', null, $query );

		self::assertSame( $this->service->slots, self::data( $answer ) );
		self::assertSame( 'no-store, private', $answer->get_headers()['Cache-Control'] );
		self::assertCount( 2, $this->service->calls );
		self::assertSame( '/v1/channels/' . Fake_Service::CHANNEL . '/slots?from=2026-12-01&days=3&timeZone=America%2FToronto&language=fr', $this->service->calls[0]['target'] );
	}

	/**
	 * @testdox a query for slots that is none is refused before the service is asked
	 */
	public function test_bad_queries_for_slots(): void {
		foreach ( array( array( 'from' => '2026-02-30' ), array( 'days' => '400' ), array( 'timeZone' => str_repeat( 'x', 65 ) ) ) as $query ) {
			self::assertSame( 400, $this->rest( 'GET', '/channels/' . Fake_Service::CHANNEL . '/slots', null, $query )->get_status() );
		}
		self::assertSame( array(), $this->service->calls );
	}

	/**
	 * @testdox a slot goes with the request; one that somebody else took comes back with the nearest free ones [N03]
	 */
	public function test_a_taken_slot(): void {
		$alternatives = array(
			array(
				'startsAt'     => '2026-12-01T13:15:00.000Z',
				'dayLabel'     => 'Tuesday 1 December',
				'label'        => '2:15 pm',
				'companyLabel' => null,
			),
		);
		$this->submit( array( 'slot' => '2026-12-01T13:00:00Z' ) );
		$this->service->answers['POST /v1/callback-requests'] = array(
			409,
			array(
				'code'         => 'slot_taken',
				'detail'       => 'Somebody else took this time.',
				'alternatives' => $alternatives,
			),
		);

		$refused = $this->submit(
			array(
				'key'  => '3f8a2b1c-4d5e-4f60-8a7b-9c0d1e2f3a4d',
				'slot' => '2026-12-01T13:00:00.000Z',
			)
		);

		self::assertSame( '2026-12-01T13:00:00.000Z', $this->service->taken[ self::KEY ]['slot'] );
		self::assertSame( 409, $refused->get_status() );
		self::assertSame( $alternatives, Read::items( Read::map( self::data( $refused ), 'data' ), 'alternatives' ) );
		self::assertSame( 400, $this->submit( array( 'slot' => 'tomorrow' ) )->get_status() );
	}

	/**
	 * @testdox a request without a slot asks to be called now
	 */
	public function test_no_slot(): void {
		$this->submit();

		self::assertNull( $this->service->taken[ self::KEY ]['slot'] );
	}

	/**
	 * @testdox an agent sets their own hours and sees nobody else's number; an owner sets everybody's [S07]
	 */
	public function test_hours_of_agents(): void {
		self::log_in( 'author' );
		$own = get_current_user_id();
		wp_get_current_user()->add_cap( 'rappel_take_callbacks' );
		$hours                                    = array(
			'weekly' => null,
			'leave'  => array(
				array(
					'from' => '2026-12-24T00:00',
					'to'   => '2026-12-27T00:00',
					'note' => null,
				),
			),
		);
		$this->service->answers['GET /v1/agents'] = array(
			200,
			array( 'agents' => array( array( 'userId' => $own ), array( 'userId' => 999 ) ) ),
		);

		self::assertSame( 200, $this->rest( 'PUT', "/agents/$own/hours", $hours + array( 'number' => '1' ) )->get_status() );
		self::assertSame( 403, $this->rest( 'PUT', '/agents/999/hours', $hours )->get_status() );
		self::assertSame( array( 'agents' => array( array( 'userId' => $own ) ) ), self::data( $this->rest( 'GET', '/agents' ) ) );
		wp_get_current_user()->remove_cap( 'rappel_take_callbacks' );
		self::log_in( 'administrator' );
		self::assertSame( 200, $this->rest( 'PUT', '/agents/999/hours', $hours )->get_status() );
		self::assertCount( 2, Read::items( self::data( $this->rest( 'GET', '/agents' ) ), 'agents' ) );

		self::assertSame( $hours, $this->service->calls_of( "PUT /v1/agents/$own/hours" )[0]['body'] ?? null );
	}

	/**
	 * @testdox no number: a sentence, and nothing is sent [S01]
	 */
	public function test_no_number(): void {
		$response = $this->submit( array( 'number' => '  ' ) );

		self::assertSame( 'number_missing', self::data( $response )['code'] );
		self::assertSame( array(), $this->service->calls );
	}

	/**
	 * @testdox a key that is not one is refused before anything is asked
	 */
	public function test_bad_keys(): void {
		self::assertSame( 400, $this->submit( array( 'key' => '1' ) )->get_status() );
		self::assertSame( 404, $this->rest( 'GET', '/callback-requests/by-key/1%20OR%201=1' )->get_status() );
		self::assertSame( array(), $this->service->calls );
	}

	/**
	 * @testdox saving a channel forwards the settings as they are and renews the copy
	 */
	public function test_saving_a_channel(): void {
		self::log_in( 'administrator' );
		$this->service->settings['name'] = 'New name';
		$request                         = new \WP_REST_Request( 'PUT', '/rappel/v1/channels/' . Fake_Service::CHANNEL );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( '{"settings":{"name":"New name","form":{},"openingHours":{"always":true,"weekly":[]}},"version":3,"siteId":"x"}' );

		$response = rest_do_request( $request );

		self::assertSame( 200, $response->get_status() );
		self::assertSame(
			'{"settings":{"name":"New name","form":{},"openingHours":{"always":true,"weekly":[]}},"version":3}',
			$this->service->calls_of( 'PUT /v1/channels/' . Fake_Service::CHANNEL )[0]['raw']
		);
		self::assertSame( 'New name', Channel_Copy::all()[0]['name'] );
		self::assertStringNotContainsString( '33140000000', (string) wp_json_encode( get_option( Channel_Copy::OPTION ) ) );
	}

	/**
	 * @testdox an empty map of the settings comes back as one, so that what was read can be saved
	 */
	public function test_an_empty_map(): void {
		self::log_in( 'administrator' );
		$path                                     = '/channels/' . Fake_Service::CHANNEL;
		$this->service->answers[ "GET /v1$path" ] = array(
			200,
			array( 'settings' => array( 'calls' => array( 'spokenTexts' => new \stdClass() ) ) ),
		);

		$response = $this->rest( 'GET', $path );

		self::assertSame( '{"settings":{"calls":{"spokenTexts":{}}}}', wp_json_encode( $response->get_data() ) );
	}

	/**
	 * @testdox a fault in the settings comes back with the service's sentence for its field
	 */
	public function test_faults_in_settings(): void {
		self::log_in( 'administrator' );
		$errors                                      = array(
			array(
				'field'  => 'settings.name',
				'code'   => 'too_short',
				'detail' => 'Please write at least 1 character.',
			),
		);
		$this->service->answers['POST /v1/channels'] = array(
			400,
			array(
				'code'   => 'invalid_request',
				'detail' => 'Please check the marked fields.',
				'errors' => $errors,
			),
		);

		$response = $this->rest( 'POST', '/channels', array( 'settings' => array( 'name' => '' ) ) );

		self::assertSame( 400, $response->get_status() );
		self::assertSame( $errors, Read::items( Read::map( self::data( $response ), 'data' ), 'errors' ) );
		self::assertSame( 400, $this->rest( 'POST', '/channels', array() )->get_status() );
		self::assertCount( 1, $this->service->calls );
	}

	/**
	 * @testdox the list of requests forwards its filters, and nothing else, in the signed address
	 */
	public function test_listing_requests(): void {
		self::log_in( 'administrator' );

		$this->rest(
			'GET',
			'/callback-requests',
			null,
			array(
				'state'  => 'done',
				'cursor' => 'a+b/c=',
				'limit'  => '10',
				'order'  => 'id;DROP TABLE',
			)
		);

		self::assertSame( '/v1/callback-requests?state=done&sort=newest&cursor=a%2Bb%2Fc%3D&limit=10', $this->service->calls[0]['target'] );
	}

	/**
	 * @testdox an editor sees names, states and texts of channels, and no more; who may change them, the way there
	 */
	public function test_channel_names(): void {
		self::log_in( 'editor' );
		$channel = Read::as_map( Read::items( self::data( $this->rest( 'GET', '/channel-names' ) ), 'channels' )[0] ?? null );

		self::assertSame( array( 'id', 'name', 'state', 'texts', 'editUrl' ), array_keys( $channel ) );
		self::assertSame( array( Fake_Service::CHANNEL, 'Showroom', 'live', '' ), array( $channel['id'], $channel['name'], $channel['state'], $channel['editUrl'] ) );
		self::assertSame( array( 'introduction', 'phoneLabel', 'nameLabel', 'buttonLabel', 'bookingButtonLabel', 'openLabel' ), array_keys( Read::map( $channel, 'texts' ) ) );

		self::log_in( 'administrator' );
		$channel = Read::items( self::data( $this->rest( 'GET', '/channel-names' ) ), 'channels' )[0] ?? null;
		self::assertStringContainsString( 'page=rappel-channels&channel=' . Fake_Service::CHANNEL, Read::text( $channel, 'editUrl' ) );
	}

	/**
	 * @testdox not connected: a sentence for visitors
	 */
	public function test_not_connected(): void {
		Connection::forget();

		self::assertSame( 503, $this->submit()->get_status() );
		self::assertSame( 'not_connected', self::data( $this->submit() )['code'] );
	}

	/**
	 * @testdox the visitor is told when they are called, and in each language of the service [R21]
	 */
	public function test_what_a_status_passes_on(): void {
		$this->service->answers[ 'GET /v1/callback-requests/by-key/' . self::KEY ] = array(
			200,
			array(
				'state' => 'scheduled',
				'dueAt' => '2026-11-24T10:10:00.000Z',
			),
		);

		$status = self::data( $this->rest( 'GET', '/callback-requests/by-key/' . self::KEY, null, array( 'language' => 'de-AT' ) ) );

		self::assertSame( '2026-11-24T10:10:00.000Z', $status['dueAt'] );
		self::assertSame( 'de', $this->service->calls[0]['headers']['accept-language'] ?? null );
	}

	/**
	 * @testdox a recording is passed on as the sound it is, and nothing of it stays here
	 */
	public function test_recordings(): void {
		self::log_in( 'administrator' );

		$response = $this->rest( 'GET', '/recordings/' . self::ID );
		ob_start();
		$is_served = apply_filters( 'rest_pre_serve_request', false, $response, new \WP_REST_Request(), rest_get_server() );

		self::assertSame( Fake_Service::SOUND, ob_get_clean() );
		self::assertTrue( $is_served );
		self::assertSame( 'audio/mpeg', $response->get_headers()['Content-Type'] );
		self::assertSame( 'no-store, private', $response->get_headers()['Cache-Control'] );
		self::assertSame( '/v1/recordings/' . self::ID, $this->service->calls[0]['target'] );
	}

	/**
	 * @testdox a recording that is gone is a sentence, not a sound
	 */
	public function test_a_recording_that_is_gone(): void {
		self::log_in( 'administrator' );
		$this->service->answers[ 'GET /v1/recordings/' . self::ID ] = array(
			404,
			array(
				'code'   => 'recording_not_found',
				'detail' => 'This recording was deleted.',
			),
		);

		$response = $this->rest( 'GET', '/recordings/' . self::ID );

		self::assertSame( 404, $response->get_status() );
		self::assertSame( 'This recording was deleted.', self::data( $response )['message'] );
	}
}
