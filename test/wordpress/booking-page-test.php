<?php
/**
 * The page by which a visitor changes or cancels a booking.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Booking\Booking_Page;
use Rappel\Read;
use Rappel\Visitor\Private_Page;
use WP_Query;

/**
 * By the link of a message, without an account and without JavaScript [N07].
 */
final class Booking_Page_Test extends Page_Case {

	/**
	 * Opens the page; gives what the theme prints in it.
	 *
	 * @param array<string, mixed> $more  Further parameters of the address.
	 * @param string               $token The link's.
	 */
	private function open( array $more = array(), string $token = Fake_Service::TOKEN ): string {
		$_GET = array( 'rappel_booking' => $token ) + $more;
		self::assertFalse( Booking_Page::answer() );
		return Read::text( array( apply_filters( 'the_content', '' ) ), 0 );
	}

	/**
	 * Opens the page that a redirect leads to.
	 *
	 * @param Redirected $redirected The redirect.
	 */
	private function follow( Redirected $redirected ): string {
		self::assertSame( 303, $redirected->status );
		self::assertStringStartsWith( home_url( '/?rappel_booking=' . Fake_Service::TOKEN ), $redirected->location );
		parse_str( (string) wp_parse_url( $redirected->location, PHP_URL_QUERY ), $query );
		$_SERVER['REQUEST_METHOD'] = 'GET';
		$_POST                     = array();
		return $this->open( Read::as_map( $query ) );
	}

	/**
	 * Sends a form of the page.
	 *
	 * @param array<string, string> $fields Its fields.
	 */
	private static function send( array $fields ): Redirected {
		$_SERVER['REQUEST_METHOD'] = 'POST';
		$_GET                      = array( 'rappel_booking' => Fake_Service::TOKEN );
		$_POST                     = wp_slash( $fields + array( 'language' => 'en' ) );
		try {
			Booking_Page::answer();
		} catch ( Redirected $redirected ) {
			return $redirected;
		}
		self::fail( 'Nobody was sent anywhere.' );
	}

	/**
	 * @testdox shows when, by both clocks, which number is called and which one calls, escaped [N07]
	 */
	public function test_shows(): void {
		$page = $this->open();

		self::assertStringContainsString( '<time datetime="2026-12-01T13:00:00.000Z">Tuesday 1 December at 2 pm, Paris time (1 pm where you are)</time>', $page );
		self::assertStringContainsString( '<bdi dir="ltr">06 12 •• •• 78</bdi>', $page );
		self::assertStringContainsString( '<bdi dir="ltr">01 40 00 00 00</bdi>', $page );
		self::assertStringContainsString( 'Smith &amp; &lt;i&gt;Sons&lt;/i&gt;', $page );
		self::assertStringContainsString( 'You get an SMS.', $page );
		self::assertStringContainsString( 'format=ics', $page );
		self::assertStringNotContainsString( '<script', $page );
	}

	/**
	 * @testdox a message that says the time says it once, escaped, for machines too
	 */
	public function test_the_time_in_the_message(): void {
		$this->service->booking['message'] = 'We call <b> on Tuesday 1 December at 2 pm, Paris time (1 pm where you are). Thanks!';

		$page = $this->open();

		self::assertStringContainsString( 'We call &lt;b&gt; on <time datetime="2026-12-01T13:00:00.000Z">Tuesday 1 December at 2 pm, Paris time (1 pm where you are)</time>. Thanks!', $page );
		self::assertSame( 1, substr_count( $page, '<time' ) );
	}

	/**
	 * @testdox it is a page of the theme: with its own title, with nothing around it that names its address, and on no other page
	 */
	public function test_in_the_theme(): void {
		$this->open();
		$query = $GLOBALS['wp_query'];

		self::assertTrue( is_page() );
		self::assertFalse( is_front_page() );
		self::assertStringContainsString( 'Your callback', wp_get_document_title() );
		self::assertTrue( $query instanceof WP_Query && $query->have_posts() );
		self::assertFalse( has_action( 'wp_head', 'rel_canonical' ) );
		self::assertFalse( has_action( 'template_redirect', 'redirect_canonical' ) );
		self::assertNull( get_edit_post_link( 0 ) );
		$GLOBALS['post'] = get_post( self::some_post() ); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Another post on the same page.
		self::assertStringContainsString( 'Of a post', Read::text( array( apply_filters( 'the_content', 'Of a post' ) ), 0 ) );
	}

	/**
	 * A published post.
	 */
	private static function some_post(): int {
		$id = wp_insert_post(
			array(
				'post_title'   => 'A post',
				'post_content' => 'Of a post',
				'post_status'  => 'publish',
			)
		);
		self::assertGreaterThan( 0, $id );
		return $id;
	}

	/**
	 * @testdox stored by no cache, indexed by nobody, and its address told to no other page
	 */
	public function test_private(): void {
		$this->open();

		self::assertTrue( Read::truth( array( constant( 'DONOTCACHEPAGE' ) ), 0 ) );
		self::assertSame(
			array(
				'Cache-Control'   => 'no-store, private',
				'Referrer-Policy' => 'no-referrer',
				'X-Robots-Tag'    => 'noindex, nofollow',
			),
			Private_Page::headers( 'no-referrer' )
		);
		self::assertTrue( Read::truth( apply_filters( 'wp_robots', array() ), 'noindex' ) );
	}

	/**
	 * @testdox every other page stays as it is
	 */
	public function test_other_pages(): void {
		$_GET = array();

		self::assertFalse( Booking_Page::answer() );
		self::assertFalse( is_page() );
		self::assertSame( array(), $this->service->calls );
	}

	/**
	 * @testdox a link that was never one and one that expired read the same, and say what to do
	 */
	public function test_unknown(): void {
		$unknown   = $this->open( array(), 'aaaaaaaaaaaaaaaaaaaaaa' );
		$malformed = $this->open( array(), '../../v1/site' );

		self::assertSame( $unknown, $malformed );
		self::assertStringContainsString( 'until a day after the time of the call', $unknown );
		self::assertStringContainsString( esc_url( home_url( '/' ) ), $unknown );
		self::assertCount( 1, $this->service->calls );
	}

	/**
	 * @testdox while the service is away: a sentence, and nothing is lost [N16]
	 */
	public function test_away(): void {
		$this->service->away = true;

		self::assertStringContainsString( 'Nothing is lost', $this->open() );
		$this->service->away = true;
		$page                = $this->follow(
			self::send( array( 'rappel_do' => 'cancel' ) )
		);
		self::assertStringContainsString( 'Nothing is lost', $page );
		$this->service->away = false;
		self::assertStringContainsString( 'We got no answer in time', $this->open() );
		self::assertStringNotContainsString( 'We got no answer in time', $this->open() );
	}

	/**
	 * @testdox a day, then a time of it, by the visitor's clock; then the booking is moved [N07] [N04]
	 */
	public function test_moves(): void {
		$days = $this->open( array( 'rappel_step' => 'days' ) );
		self::assertStringContainsString( 'Wednesday 2 December: 2 free times', $days );
		self::assertStringContainsString( 'rappel_day=2026-12-02', $days );
		self::assertStringContainsString( 'rappel_from=2026-12-03', $days );
		self::assertStringContainsString( 'Times are those of London.', $days );

		$times = $this->open(
			array(
				'rappel_step' => 'times',
				'rappel_day'  => '2026-12-02',
			)
		);
		self::assertMatchesRegularExpression( '/<fieldset[^>]*><legend>Choose a time on Wednesday 2 December<\/legend>/', $times );
		self::assertMatchesRegularExpression( '/<label><input type="radio" name="rappel_slot" value="2026-12-02T09:00:00.000Z" required \/> <span>9 am <small>10 am, Paris time<\/small><\/span><\/label>/', $times );
		$asked = $this->service->calls_of( 'GET /v1/channels/' . Fake_Service::CHANNEL . '/slots' );
		self::assertStringContainsString( 'from=2026-12-02&days=1&timeZone=Europe%2FLondon&language=en', $asked[1]['target'] ?? '' );

		$moved = $this->follow(
			self::send(
				array(
					'rappel_do'   => 'move',
					'rappel_slot' => '2026-12-02T09:00:00.000Z',
					'rappel_day'  => '2026-12-02',
				)
			)
		);
		self::assertSame( array( 'startsAt' => '2026-12-02T09:00:00.000Z' ), $this->service->calls_of( 'POST /v1/bookings/' . Fake_Service::TOKEN . '/slot' )[0]['body'] ?? null );
		self::assertStringContainsString( 'the time of your callback is changed', $moved );
	}

	/**
	 * @testdox a time that somebody else took: a sentence, the nearest free times, and the booking as it was [N03]
	 */
	public function test_a_taken_slot(): void {
		$this->service->answers[ 'POST /v1/bookings/' . Fake_Service::TOKEN . '/slot' ] = array(
			409,
			array(
				'code'         => 'slot_taken',
				'detail'       => 'Somebody else took this time.',
				'alternatives' => array(
					array(
						'startsAt'     => '2026-12-03T10:00:00.000Z',
						'dayLabel'     => 'Thursday 3 December',
						'label'        => '10 am',
						'companyLabel' => null,
					),
				),
			),
		);

		$page = $this->follow(
			self::send(
				array(
					'rappel_do'   => 'move',
					'rappel_slot' => '2026-12-02T09:00:00.000Z',
					'rappel_day'  => '2026-12-02',
				)
			)
		);

		self::assertMatchesRegularExpression( '/role="alert">Somebody else took this time\.</', $page );
		self::assertMatchesRegularExpression( '/value="2026-12-03T10:00:00.000Z" required \/> <span>Thursday 3 December at 10 am</', $page );
		self::assertStringContainsString( '9:15 am', $page );
		self::assertStringContainsString( 'Tuesday 1 December at 2 pm', $page );
	}

	/**
	 * @testdox a day that has filled up meanwhile leads to the others; no time chosen says so
	 */
	public function test_a_full_day(): void {
		$page = $this->open(
			array(
				'rappel_step' => 'times',
				'rappel_day'  => '2026-12-01',
			)
		);
		self::assertStringContainsString( 'No time is free on that day any more.', $page );

		$page = $this->follow( self::send( array( 'rappel_do' => 'move' ) ) );
		self::assertStringContainsString( 'Please choose a time for the call.', $page );
		self::assertSame( array(), $this->service->calls_of( 'POST /v1/bookings/' . Fake_Service::TOKEN . '/slot' ) );
	}

	/**
	 * @testdox asks once more before it cancels; then says so and offers no change [N07]
	 */
	public function test_cancels(): void {
		$question = $this->open( array( 'rappel_step' => 'cancel' ) );
		self::assertStringContainsString( 'Do you really want to cancel', $question );
		self::assertMatchesRegularExpression( '/<form method="post".*name="rappel_do" value="cancel"/s', $question );
		self::assertSame( array(), $this->service->calls_of( 'POST /v1/bookings/' . Fake_Service::TOKEN . '/cancellation' ) );

		$redirected             = self::send( array( 'rappel_do' => 'cancel' ) );
		$this->service->booking = array(
			'state'     => 'cancelled',
			'canChange' => false,
			'canCancel' => false,
			'pageUrl'   => home_url( '/contact/' ),
		) + $this->service->booking;
		$page                   = $this->follow( $redirected );

		self::assertSame( '{}', $this->service->calls_of( 'POST /v1/bookings/' . Fake_Service::TOKEN . '/cancellation' )[0]['raw'] ?? null );
		self::assertStringContainsString( 'your callback is cancelled', $page );
		self::assertStringNotContainsString( 'Choose another time', $page );
		self::assertStringNotContainsString( 'format=ics', $page );
		self::assertStringContainsString( home_url( '/contact/' ), $page );
		self::assertStringNotContainsString( 'Do you really want', $this->open( array( 'rappel_step' => 'cancel' ) ) );
	}

	/**
	 * @testdox SMS are stopped and wanted again; a number that can get none is not asked [R08]
	 */
	public function test_text_messages(): void {
		$redirected = self::send( array( 'rappel_do' => 'stop_texts' ) );

		$this->service->booking['textMessagesWanted'] = false;
		$page = $this->follow( $redirected );
		self::assertSame( array( 'wanted' => false ), $this->service->calls_of( 'POST /v1/bookings/' . Fake_Service::TOKEN . '/text-messages' )[0]['body'] ?? null );
		self::assertStringContainsString( 'you get no more SMS from us', $page );
		self::assertStringContainsString( 'value="resume_texts"', $page );

		$this->service->booking['textMessagesWanted'] = null;
		self::assertStringNotContainsString( 'SMS again', $this->open() );
	}

	/**
	 * @testdox what the address claims was done is said only if it is so
	 */
	public function test_claims(): void {
		self::assertStringNotContainsString( 'Done', $this->open( array( 'rappel_told' => 'cancel' ) ) );
		self::assertStringNotContainsString( 'Done', $this->open( array( 'rappel_told' => 'stop_texts' ) ) );
	}

	/**
	 * @testdox the calendar's file comes as the service wrote it [N07]
	 */
	public function test_calendar(): void {
		$_GET = array(
			'rappel_booking' => Fake_Service::TOKEN,
			'format'         => 'ics',
		);
		ob_start();
		$is_answered = Booking_Page::answer();

		self::assertSame( "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", ob_get_clean() );
		self::assertTrue( $is_answered );
	}

	/**
	 * @testdox speaks the visitor's language, whatever the site's is
	 */
	public function test_french(): void {
		$this->service->booking['language'] = 'fr';

		$page = $this->open();

		self::assertStringContainsString( 'lang="fr"', $page );
		self::assertStringContainsString( 'Choisir un autre horaire', $page );
	}

	/**
	 * @testdox leads nobody to another site
	 */
	public function test_no_open_redirect(): void {
		$this->service->booking = array(
			'state'     => 'over',
			'canChange' => false,
			'canCancel' => false,
			'pageUrl'   => 'https://evil.example/',
		) + $this->service->booking;

		self::assertStringNotContainsString( 'evil.example', $this->open() );
	}
}
