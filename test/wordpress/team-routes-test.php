<?php
/**
 * The REST routes of the team, the Live dashboard, actions and results.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Capabilities;
use Rappel\Language;
use Rappel\Read;

/**
 * WordPress alone says who acts and what they may see.
 */
final class Team_Routes_Test extends Site_Case {

	private const ID = 'a1b2c3d4-e5f6-4789-8abc-def012345678';

	/**
	 * Routes, and whether somebody who takes callbacks and does not supervise may call them. `{own}` is their own id.
	 *
	 * @return array<string, array{string, string, array<string, mixed>|null, bool}>
	 */
	public static function routes(): array {
		$act = static fn( string $action ): array => array(
			'requestIds' => array( self::ID ),
			'action'     => array( 'action' => $action ),
		);
		return array(
			'GET callback-requests'        => array( 'GET', '/callback-requests', null, true ),
			'GET callback-requests/id'     => array( 'GET', '/callback-requests/' . self::ID, null, true ),
			'GET callback-requests/export' => array( 'GET', '/callback-requests/export', null, true ),
			'call now'                     => array( 'POST', '/callback-requests/actions', $act( 'call_now' ), true ),
			'take'                         => array( 'POST', '/callback-requests/actions', $act( 'take' ), true ),
			'reschedule'                   => array( 'POST', '/callback-requests/actions', $act( 'reschedule' ), true ),
			'cancel'                       => array( 'POST', '/callback-requests/actions', $act( 'cancel' ), true ),
			'handled'                      => array( 'POST', '/callback-requests/actions', $act( 'handled' ), true ),
			'assign'                       => array( 'POST', '/callback-requests/actions', $act( 'assign' ), false ),
			'block a number'               => array( 'POST', '/callback-requests/actions', $act( 'block_number' ), false ),
			'an unknown action'            => array( 'POST', '/callback-requests/actions', $act( 'erase' ), false ),
			'listen, whisper, join'        => array( 'POST', '/callback-requests/' . self::ID . '/supervision', array( 'mode' => 'whisper' ), false ),
			'GET blocked-numbers'          => array( 'GET', '/blocked-numbers', null, false ),
			'DELETE blocked-numbers'       => array( 'DELETE', '/blocked-numbers/%2B33612345678', null, false ),
			'GET results'                  => array( 'GET', '/results?from=2026-11-01&to=2026-11-30', null, false ),
			'GET live'                     => array( 'GET', '/live', null, true ),
			'POST live-tokens'             => array( 'POST', '/live-tokens', array(), true ),
			'GET presence-log'             => array( 'GET', '/presence-log', null, false ),
			'GET channel-names'            => array( 'GET', '/channel-names', null, true ),
			'GET team-candidates'          => array( 'GET', '/team-candidates', null, false ),
			'GET personal-page'            => array( 'GET', '/personal-page', null, true ),
			'own presence'                 => array( 'PUT', '/agents/{own}/presence', array( 'status' => 'online' ), true ),
			'another’s presence'           => array( 'PUT', '/agents/1/presence', array( 'status' => 'online' ), false ),
			'own sighting'                 => array( 'POST', '/agents/{own}/sightings', array(), true ),
			'own alerts'                   => array( 'PUT', '/agents/{own}/alerts', array( 'missedCall' => 'email' ), true ),
			'another’s alerts'             => array( 'PUT', '/agents/1/alerts', array( 'missedCall' => 'email' ), false ),
			'own test call'                => array( 'POST', '/agents/{own}/test-calls', array(), true ),
			'another’s test call'          => array( 'POST', '/agents/1/test-calls', array(), false ),
		);
	}

	/**
	 * @dataProvider routes
	 * @testdox $_dataName: refused to visitors and to whoever has nothing to do with callbacks, an agent does what is theirs, an administrator all of it
	 *
	 * @param string                    $method   HTTP method.
	 * @param string                    $path     After rappel/v1.
	 * @param array<string, mixed>|null $body     Sent as JSON.
	 * @param bool                      $is_taken An agent may.
	 */
	public function test_who_may( string $method, string $path, ?array $body, bool $is_taken ): void {
		self::assertSame( 401, $this->call( '', $method, $path, $body ), 'A visitor' );
		self::assertSame( 403, $this->call( 'subscriber', $method, $path, $body ), 'A subscriber' );
		$status = $this->call( Capabilities::AGENT_ROLE, $method, $path, $body );
		self::assertSame( $is_taken ? 2 : 4, intdiv( $status, 100 ), "An agent: $status" );
		self::assertLessThan( 300, $this->call( 'administrator', $method, $path, $body ), 'An administrator' );
	}

	/**
	 * @testdox an agent who says that they supervise, or are somebody else, is overruled [R12]
	 */
	public function test_a_browser_that_lies(): void {
		$own  = self::log_in_as_agent();
		$by   = array(
			'userId'     => $own,
			'supervises' => false,
		);
		$lies = array(
			'by'         => array(
				'userId'     => 1,
				'supervises' => true,
			),
			'userId'     => 1,
			'supervises' => true,
			'visibleTo'  => '',
			'byUserId'   => 1,
			'from'       => 'personal_page',
		);

		$action = array(
			'requestIds' => array( self::ID ),
			'action'     => array( 'action' => 'take' ),
		);
		$this->rest( 'POST', '/callback-requests/actions', $action + $lies );
		$this->rest( 'POST', '/live-tokens', $lies );
		$this->rest( 'PUT', "/agents/$own/presence", array( 'status' => 'away' ) + $lies );
		foreach ( array( '/live', '/callback-requests', '/callback-requests/' . self::ID, '/callback-requests/export' ) as $path ) {
			$this->rest(
				'GET',
				$path,
				null,
				array(
					'userId'     => '1',
					'supervises' => 'true',
					'visibleTo'  => '1',
				)
			);
		}

		self::assertSame( array( 'by' => $by ) + $action, $this->service->calls_of( 'POST /v1/callback-requests/actions' )[0]['body'] );
		self::assertSame( $by, $this->service->calls_of( 'POST /v1/live-tokens' )[0]['body'] );
		self::assertSame(
			array(
				'byUserId' => $own,
				'from'     => 'page',
				'status'   => 'away',
			),
			$this->service->calls_of( "PUT /v1/agents/$own/presence" )[0]['body']
		);
		self::assertSame( "/v1/live?userId=$own&supervises=false", $this->service->calls_of( 'GET /v1/live' )[0]['target'] );
		self::assertSame( "/v1/callback-requests?visibleTo=$own&sort=newest&limit=25", $this->service->calls_of( 'GET /v1/callback-requests' )[0]['target'] );
		self::assertSame( '/v1/callback-requests/' . self::ID . "?visibleTo=$own", $this->service->calls_of( 'GET /v1/callback-requests/' . self::ID )[0]['target'] );
		self::assertSame( "/v1/callback-requests/export?visibleTo=$own&language=" . Language::current(), $this->service->calls_of( 'GET /v1/callback-requests/export' )[0]['target'] );
	}

	/**
	 * @testdox whoever supervises sees all of it, and is named as who acts [R11]
	 */
	public function test_who_supervises(): void {
		self::log_in( 'administrator' );
		$own = get_current_user_id();

		$this->rest( 'GET', '/callback-requests', null, array( 'visibleTo' => '5' ) );
		$this->rest( 'POST', '/callback-requests/' . self::ID . '/supervision', array( 'mode' => 'whisper' ) );
		$this->rest( 'PUT', '/agents/999/presence', array( 'status' => 'away' ) );

		self::assertStringNotContainsString( 'visibleTo', $this->service->calls_of( 'GET /v1/callback-requests' )[0]['target'] );
		self::assertSame(
			array(
				'by'   => array(
					'userId'     => $own,
					'supervises' => true,
				),
				'mode' => 'whisper',
			),
			$this->service->calls_of( 'POST /v1/callback-requests/' . self::ID . '/supervision' )[0]['body']
		);
		self::assertSame( $own, $this->service->calls_of( 'PUT /v1/agents/999/presence' )[0]['body']['byUserId'] );
	}

	/**
	 * @testdox somebody who may take callbacks and never typed a number is made known to the service when they set their presence, once
	 */
	public function test_who_is_not_known_yet(): void {
		$own = self::log_in_as_agent();
		delete_user_option( $own, 'rappel_number' );

		$this->rest( 'PUT', "/agents/$own/presence", array( 'status' => 'online' ) );
		$this->rest( 'POST', "/agents/$own/sightings", array() );

		$told = $this->service->calls_of( "PUT /v1/agents/$own" );
		self::assertCount( 1, $told );
		self::assertNull( $told[0]['body']['number'] );
		self::assertSame( '/v1/agents/' . $own, $this->service->calls[0]['target'] );
	}

	/**
	 * @testdox a number is let ask again by its own address, however its plus is written [R18]
	 */
	public function test_unblocking(): void {
		self::log_in( 'administrator' );

		self::assertSame( 204, $this->rest( 'DELETE', '/blocked-numbers/%2B33612345678' )->get_status() );
		self::assertSame( 204, $this->rest( 'DELETE', '/blocked-numbers/+33612345678' )->get_status() );
		self::assertSame( 404, $this->rest( 'DELETE', '/blocked-numbers/+33..%2Fsite' )->get_status() );

		self::assertCount( 2, $this->service->calls_of( 'DELETE /v1/blocked-numbers/%2B33612345678' ) );
	}

	/**
	 * @testdox the table of requests is passed on as the file it is, under a name with its day, and nothing of it stays here
	 */
	public function test_the_table_of_requests(): void {
		self::log_in( 'administrator' );
		$this->service->answers['GET /v1/callback-requests/export'] = array( 200, "number;name\r\n'+33612345678;Ada\r\n" );

		$response = $this->rest( 'GET', '/callback-requests/export', null, array( 'search' => 'Ada' ) );
		ob_start();
		apply_filters( 'rest_pre_serve_request', false, $response, new \WP_REST_Request(), rest_get_server() );

		self::assertSame( "number;name\r\n'+33612345678;Ada\r\n", ob_get_clean() );
		self::assertSame( 'text/csv; charset=utf-8', $response->get_headers()['Content-Type'] );
		self::assertMatchesRegularExpression( '/^attachment; filename="rappel-\d{4}-\d\d-\d\d\.csv"$/', Read::text( $response->get_headers(), 'Content-Disposition' ) );
		self::assertSame( 'no-store, private', $response->get_headers()['Cache-Control'] );
		self::assertSame( '/v1/callback-requests/export?search=Ada&language=' . Language::current(), $this->service->calls[0]['target'] );
	}

	/**
	 * @testdox a team is joined by users found by name or role, with what their profile has [S06]
	 */
	public function test_team_candidates(): void {
		$agent = self::log_in_as_agent();
		wp_update_user(
			array(
				'ID'           => $agent,
				'display_name' => 'Grace Hopper',
			)
		);
		update_user_option( $agent, 'rappel_number', '+33612345678' );
		self::log_in( 'administrator' );
		$role                 = Read::text( wp_roles()->get_names(), Capabilities::AGENT_ROLE );
		$this->service->calls = array();
		$find                 = fn( string $search ): array => Read::items( self::data( $this->rest( 'GET', '/team-candidates', null, array( 'search' => $search ) ) ), 'users' );

		self::assertSame(
			array(
				array(
					'userId'     => $agent,
					'name'       => 'Grace Hopper',
					'role'       => $role,
					'hasNumber'  => true,
					'profileUrl' => admin_url( "user-edit.php?user_id=$agent#rappel" ),
				),
			),
			$find( 'hopp' )
		);
		self::assertContains( $agent, array_map( static fn( mixed $user ): int => Read::integer( $user, 'userId' ), $find( mb_strtoupper( mb_substr( $role, 0, 6 ) ) ) ) );
		self::assertContains( get_current_user_id(), array_map( static fn( mixed $user ): int => Read::integer( $user, 'userId' ), $find( '' ) ) );
		self::assertSame( array(), $find( 'nobody has this name' ) );
		self::assertSame( array(), $this->service->calls );
	}

	/**
	 * Somebody with the role for agents.
	 *
	 * @return int Their id.
	 */
	private static function log_in_as_agent(): int {
		self::log_in( Capabilities::AGENT_ROLE );
		return get_current_user_id();
	}

	/**
	 * Calls a route.
	 *
	 * @param string                    $role   Whose; '' for a visitor.
	 * @param string                    $method HTTP method.
	 * @param string                    $path   After rappel/v1, with a query or without.
	 * @param array<string, mixed>|null $body   Sent as JSON.
	 * @return int The answer's status.
	 */
	private function call( string $role, string $method, string $path, ?array $body ): int {
		'' === $role ? wp_set_current_user( 0 ) : self::log_in( $role );
		parse_str( (string) wp_parse_url( $path, PHP_URL_QUERY ), $query );
		$path = str_replace( '{own}', (string) max( 1, get_current_user_id() ), (string) strtok( $path, '?' ) );
		return $this->rest( $method, $path, $body, array_filter( Read::as_map( $query ), 'is_string' ) )->get_status();
	}
}
