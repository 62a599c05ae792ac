<?php
/**
 * The page by which an agent sets their presence without wp-admin.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Capabilities;
use Rappel\Personal\Personal_Link;
use Rappel\Personal\Personal_Page;
use Rappel\Read;

/**
 * By a link that was made on the profile, without an account and without JavaScript [N17].
 */
final class Personal_Page_Test extends Page_Case {

	/**
	 * Whose page.
	 *
	 * @var int
	 */
	private int $user_id;

	/**
	 * Its token.
	 *
	 * @var string
	 */
	private string $token;

	/**
	 * An agent who made the link, and is not logged in on this phone.
	 */
	protected function setUp(): void {
		parent::setUp();
		self::log_in( Capabilities::AGENT_ROLE );
		$this->user_id = get_current_user_id();
		update_user_meta( $this->user_id, 'locale', 'en_US' );
		$this->token = self::token_of( Read::text( self::data( $this->rest( 'POST', '/personal-page' ) ), 'url' ) );
		update_user_option( $this->user_id, 'rappel_number', '+33612345678' );
		$this->service->calls = array();
		wp_set_current_user( 0 );
		$this->be(
			array(
				'status' => 'online',
				'until'  => gmdate( 'Y-m-d\TH:i:s.000\Z', time() + 60 ),
			)
		);
	}

	/**
	 * How the agent is, at the service.
	 *
	 * @param array{status: string, until: string|null} $presence Status and until when.
	 * @param array<string, mixed>                      $more     More of the agent.
	 */
	private function be( array $presence, array $more = array() ): void {
		$agent = $more + array(
			'userId'       => $this->user_id,
			'number'       => '+33612345678',
			'presence'     => $presence,
			'isInHours'    => true,
			'opensAt'      => null,
			'missedCallAt' => null,
		);
		$this->service->answers[ "POST /v1/agents/$this->user_id/sightings" ] = array( 200, $agent );
	}

	/**
	 * The token in an address.
	 *
	 * @param string $url The address.
	 */
	private static function token_of( string $url ): string {
		parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $query );
		return Read::text( $query, 'rappel_presence' );
	}

	/**
	 * Opens the page; gives what the theme prints in it.
	 *
	 * @param string|null $token The link's; null for this test's.
	 */
	private function open( ?string $token = null ): string {
		$_GET = array( 'rappel_presence' => $token ?? $this->token );
		self::assertFalse( Personal_Page::answer() );
		return Read::text( array( apply_filters( 'the_content', '' ) ), 0 );
	}

	/**
	 * Presses a button of the page.
	 *
	 * @param string $status Which.
	 */
	private function press( string $status ): Redirected {
		$_SERVER['REQUEST_METHOD'] = 'POST';
		$_GET                      = array( 'rappel_presence' => $this->token );
		$_POST                     = array( 'rappel_status' => $status );
		try {
			Personal_Page::answer();
		} catch ( Redirected $redirected ) {
			$_SERVER['REQUEST_METHOD'] = 'GET';
			$_POST                     = array();
			return $redirected;
		}
		self::fail( 'Nobody was sent anywhere.' );
	}

	/**
	 * @testdox shows the status, until when, and three buttons, without a script [N17] [S15]
	 */
	public function test_shows(): void {
		$page = $this->open();

		self::assertStringContainsString( 'You are: Online', $page );
		self::assertMatchesRegularExpression( '/Until \d[^.]+, the end of this opening period\./', $page );
		self::assertSame( 3, substr_count( $page, '<button type="submit" name="rappel_status"' ) );
		self::assertSame( 1, substr_count( $page, 'aria-pressed="true"' ) );
		self::assertStringNotContainsString( '<script', $page );
		self::assertSame( array(), $this->service->calls_of( 'GET /v1/agents' ) );
	}

	/**
	 * @testdox a status whose period has ended is offline, whatever is stored [S17]
	 */
	public function test_a_period_that_ended(): void {
		$this->be(
			array(
				'status' => 'online',
				'until'  => '2020-01-01T12:00:00.000Z',
			)
		);

		self::assertStringContainsString( 'You are: Offline', $this->open() );
	}

	/**
	 * @testdox says what the agent should know: no number, a missed call, outside the hours [N10] [N18]
	 */
	public function test_warnings(): void {
		$away = array(
			'status' => 'away',
			'until'  => null,
		);
		$this->be( $away, array( 'missedCallAt' => '2026-11-28T10:00:00.000Z' ) );
		self::assertStringContainsString( 'Back online?', $this->open() );
		$this->be(
			$away,
			array(
				'isInHours' => false,
				'opensAt'   => '2030-01-07T08:00:00.000Z',
			)
		);
		self::assertStringContainsString( 'outside the opening hours', $this->open() );
		$this->be( $away, array( 'number' => null ) );
		self::assertStringContainsString( 'no number on your profile', $this->open() );
	}

	/**
	 * @testdox how many bookings come, and when the next one is
	 */
	public function test_bookings(): void {
		$this->service->answers['GET /v1/callback-requests'] = array(
			200,
			array( 'requests' => array( array( 'bookedFor' => '2030-01-08T08:00:00.000Z' ), array( 'bookedFor' => '2030-01-07T08:00:00.000Z' ) ) ),
		);

		self::assertMatchesRegularExpression( '/2 booked calls are to come, the next one: Monday, January 7 at 9:00 am/', $this->open() );
		self::assertStringContainsString( "visibleTo=$this->user_id", $this->service->calls_of( 'GET /v1/callback-requests' )[0]['target'] );
	}

	/**
	 * @testdox a button sets it, and is followed by the page [N17]
	 */
	public function test_sets(): void {
		$redirected = $this->press( 'away' );

		self::assertSame( 303, $redirected->status );
		self::assertSame( $this->token, self::token_of( $redirected->location ) );
		self::assertSame(
			array(
				'status' => 'away',
				'from'   => 'personal_page',
			),
			$this->service->calls_of( "PUT /v1/agents/$this->user_id/presence" )[0]['body']
		);
	}

	/**
	 * @testdox a button that is none sets nothing
	 */
	public function test_an_unknown_status(): void {
		$this->press( 'busy' );

		self::assertSame( array(), $this->service->calls_of( "PUT /v1/agents/$this->user_id/presence" ) );
	}

	/**
	 * @testdox while the service is away it says so, and the buttons stay
	 */
	public function test_away(): void {
		$this->service->away = true;
		$this->press( 'online' );
		$page = $this->open();

		self::assertStringContainsString( 'role="alert"', $page );
		self::assertStringContainsString( 'does not answer at the moment', $page );
		self::assertSame( 3, substr_count( $page, '<button' ) );
	}

	/**
	 * Links that open nothing.
	 *
	 * @return array<string, array{string}>
	 */
	public static function dead_links(): array {
		return array(
			'that was revoked'                     => array( 'revoked' ),
			'in whose place another was made'      => array( 'replaced' ),
			'of a user who may not take callbacks' => array( 'demoted' ),
			'that was guessed'                     => array( 'guessed' ),
			'of another user'                      => array( 'swapped' ),
			'that is malformed'                    => array( 'malformed' ),
		);
	}

	/**
	 * @dataProvider dead_links
	 * @testdox a link $_dataName opens nothing, and the service is not asked
	 *
	 * @param string $how What became of it.
	 */
	public function test_dead_links( string $how ): void {
		$user  = new \WP_User( $this->user_id );
		$token = match ( $how ) {
			'guessed'   => "$this->user_id-aaaaaaaaaaaaaaaaaaaaaa",
			'swapped'   => (string) preg_replace( '/^\d+/', '1', $this->token ),
			'malformed' => "' OR 1=1",
			default     => $this->token,
		};
		if ( 'revoked' === $how ) {
			Personal_Link::revoke( $this->user_id );
		} elseif ( 'replaced' === $how ) {
			Personal_Link::make( $this->user_id );
		} elseif ( 'demoted' === $how ) {
			$user->set_role( 'subscriber' );
		}
		$this->service->calls = array();

		$page = $this->open( $token );
		$user->set_role( Capabilities::AGENT_ROLE );

		self::assertStringContainsString( 'This link was revoked', $page );
		self::assertSame( array(), $this->service->calls_of( "POST /v1/agents/$this->user_id/sightings" ) );
	}

	/**
	 * @testdox the address is told once, and only its hash is kept
	 */
	public function test_what_is_kept(): void {
		self::log_in( Capabilities::AGENT_ROLE );
		$secret = (string) preg_replace( '/^\d+-/', '', $this->token );

		$later = self::data( $this->rest( 'GET', '/personal-page' ) );
		self::assertNull( $later['url'] );
		self::assertNotNull( $later['createdAt'] );
		self::assertStringNotContainsString( $secret, (string) wp_json_encode( get_user_meta( $this->user_id ) ) );
		self::assertSame( 22, strlen( $secret ) );

		self::assertNull( self::data( $this->rest( 'DELETE', '/personal-page' ) )['createdAt'] );
		self::assertNull( Personal_Link::owner( $this->token ) );
	}

	/**
	 * @testdox a phone can install it: the manifest opens this page, with the plugin's icons [N17]
	 */
	public function test_installable(): void {
		$_GET = array(
			'rappel_presence' => $this->token,
			'rappel_part'     => 'manifest',
		);
		ob_start();
		self::assertTrue( Personal_Page::answer() );
		$manifest = Read::as_map( json_decode( (string) ob_get_clean(), true ) );

		self::assertSame( $this->token, self::token_of( Read::text( $manifest, 'start_url' ) ) );
		self::assertSame( 'standalone', $manifest['display'] );
		foreach ( Read::items( $manifest, 'icons' ) as $icon ) {
			$file = RAPPEL_DIR . '/assets/' . basename( Read::text( $icon, 'src' ) );
			$size = (array) getimagesize( $file );
			self::assertSame( Read::text( $icon, 'sizes' ), Read::text( $size, 0 ) . 'x' . Read::text( $size, 1 ) );
		}
		$this->open();
		$_SERVER['SERVER_NAME'] = '127.0.0.1';
		ob_start();
		do_action( 'wp_head' );
		self::assertStringContainsString( 'rel="manifest"', (string) ob_get_clean() );
	}
}
