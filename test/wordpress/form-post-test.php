<?php
/**
 * The form without JavaScript.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Block\Callback_Block;
use Rappel\Channels\Channel_Copy;
use Rappel\Outbox\Outbox;
use Rappel\Read;

/**
 * Post, redirect, get [S01] [S03].
 */
final class Form_Post_Test extends Form_Case {

	private const SLOT   = '2026-12-01T13:00:00.000Z';
	private const CHOSEN = array(
		'picking' => '1',
		'slot'    => self::SLOT,
	);

	/**
	 * @testdox sends the request, goes back to the page with 303, and the page confirms [S03]
	 */
	public function test_sends(): void {
		$redirected = self::post();
		$page       = self::page( $redirected );

		$sent = array_values( $this->service->taken )[0];
		self::assertSame( "O'Neill", $sent['name'] );
		self::assertTrue( $sent['withoutScript'] );
		self::assertSame( home_url( '/contact/?a=1' ), $sent['pageUrl'] );
		self::assertSame( 303, $redirected->status );
		self::assertSame( home_url( '/contact/?a=1&rappel=' . Read::text( $sent, 'key' ) . '#rappel-callback-1' ), $redirected->location );
		self::assertStringContainsString( 'data-phase="following"', $page );
		self::assertMatchesRegularExpression( '/rappel-callback__message"[^>]*>It is waiting\.</', $page );
	}

	/**
	 * @testdox sent from a preview, it calls nobody, says so, and keeps what was typed
	 */
	public function test_preview(): void {
		$page = self::page( self::post( array( 'preview' => '1' ) ) );

		self::assertSame( array(), $this->service->taken );
		self::assertMatchesRegularExpression( '/role="alert"[^>]*>This is a preview: nothing is sent and nobody is called\.</', $page );
		self::assertStringContainsString( 'value="O&#039;Neill"', $page );
	}

	/**
	 * @testdox a key is drawn from the system's randomness and is a version 4 UUID
	 */
	public function test_keys(): void {
		$key = \Rappel\Visitor\Request_Key::create();

		self::assertMatchesRegularExpression( '/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/', $key );
		self::assertNotSame( $key, \Rappel\Visitor\Request_Key::create() );
	}

	/**
	 * @testdox shows an error beside the field, with what was typed still there [S01]
	 */
	public function test_keeps_what_was_typed(): void {
		$this->service->answers['POST /v1/callback-requests'] = array(
			422,
			array(
				'code'   => 'number_invalid',
				'detail' => 'This number is too short.',
				'field'  => 'number',
			),
		);

		$page = self::page( self::post( array( 'number' => '06 12 "34' ) ) );

		self::assertStringContainsString( 'data-phase="form"', $page );
		self::assertStringContainsString( 'value="06 12 &quot;34"', $page );
		self::assertStringContainsString( 'value="O&#039;Neill"', $page );
		self::assertMatchesRegularExpression( '/aria-invalid="true"/', $page );
		self::assertMatchesRegularExpression( '/-number-error"[^>]*>This number is too short\.</s', $page );
	}

	/**
	 * @testdox a note goes with the request, and is still there beside an error [N23]
	 */
	public function test_the_note(): void {
		$this->service->settings['form'] = array( 'askNote' => true );
		Channel_Copy::refresh();
		$note = array( 'note' => "I use a \"relay\".\r\nPlease speak slowly." );

		$following = self::page( self::post( $note ) );
		$this->service->answers['POST /v1/callback-requests'] = array(
			422,
			array(
				'code'   => 'number_invalid',
				'detail' => 'This number is too short.',
				'field'  => 'number',
			),
		);
		$refused = self::page( self::post( $note ) );

		self::assertSame( 'I use a "relay". Please speak slowly.', array_values( $this->service->taken )[0]['note'] );
		foreach ( array( $following, $refused ) as $page ) {
			self::assertMatchesRegularExpression( '/<textarea[^>]*>I use a &quot;relay&quot;\. Please speak slowly\.<\/textarea>/', $page );
		}
	}

	/**
	 * @testdox sent twice while the service is away, it is kept once [N16]
	 */
	public function test_kept_once(): void {
		$this->service->away = true;
		$first               = self::post();
		$second              = self::post();

		self::assertSame( 1, Outbox::count_kept() );
		self::assertSame( $first->location, $second->location );
	}

	/**
	 * @testdox follows and takes back without JavaScript [R21]
	 */
	public function test_follows(): void {
		$page = self::page( self::post() );
		$key  = (string) array_key_first( $this->service->taken );
		self::assertMatchesRegularExpression( '/<noscript>.*value="refresh".*value="changed_mind".*value="wrong_number".*<\/noscript>/s', $page );

		$newer = self::page(
			self::post(
				array(
					'key' => $key,
					'do'  => 'refresh',
				),
				'rappel_follow'
			)
		);
		self::assertStringContainsString( 'It is calling_company.', $newer );

		$cancelled = self::page(
			self::post(
				array(
					'key' => $key,
					'do'  => 'changed_mind',
				),
				'rappel_follow'
			)
		);
		self::assertStringContainsString( 'It is cancelled.', $cancelled );
	}

	/**
	 * @testdox a wrong number comes back to the form with the number still in it [R21]
	 */
	public function test_wrong_number(): void {
		self::post();
		$page = self::page(
			self::post(
				array(
					'key' => (string) array_key_first( $this->service->taken ),
					'do'  => 'wrong_number',
				),
				'rappel_follow'
			)
		);

		self::assertStringContainsString( 'data-phase="form"', $page );
		self::assertStringContainsString( 'value="06 12 34 56 78"', $page );
	}

	/**
	 * The service has these free times.
	 */
	private function offer_times(): void {
		$this->service->answers[ 'GET /v1/channels/' . Fake_Service::CHANNEL . '/slots' ] = array(
			200,
			array(
				'timeZone' => 'Europe/Paris',
				'days'     => array(
					array(
						'date'  => '2026-12-01',
						'label' => 'Tuesday <1> December',
						'slots' => array(
							array(
								'startsAt' => self::SLOT,
								'label'    => '2 pm',
							),
						),
					),
				),
				'nextDate' => '2027-01-04',
			),
		);
	}

	/**
	 * @testdox the deferred button leads to the free times, and later ones, with what was typed; one is chosen and sent [S09]
	 */
	public function test_books(): void {
		$this->offer_times();
		$times = self::page( self::post( array( 'do' => 'book' ) ) );

		self::assertSame( array(), $this->service->taken );
		self::assertStringContainsString( 'value="06 12 34 56 78"', $times );
		self::assertMatchesRegularExpression( '/<select[^>]*name="slot" required>.*<optgroup label="Tuesday &lt;1&gt; December">\s*<option value="' . self::SLOT . '">2 pm<\/option>/s', $times );
		self::assertMatchesRegularExpression( '/name="slots_from" value="2027-01-04"/', $times );
		self::assertStringContainsString( 'Book this time', $times );

		self::page( self::post( array( 'slots_from' => '2027-01-04' ) ) );
		$asked = $this->service->calls_of( 'GET /v1/channels/' . Fake_Service::CHANNEL . '/slots' );
		self::assertStringContainsString( 'from=2027-01-04', $asked[1]['target'] ?? '' );

		$booked = self::page( self::post( self::CHOSEN ) );
		self::assertSame( array( self::SLOT ), array_column( $this->service->taken, 'slot' ) );
		self::assertStringContainsString( 'data-phase="following"', $booked );
	}

	/**
	 * @testdox nobody is called now who has not chosen a time yet, nor by a channel for bookings alone [S10]
	 */
	public function test_no_time_chosen(): void {
		$this->offer_times();
		$page = self::page( self::post( array( 'slot' => '' ) + self::CHOSEN ) );
		self::assertStringContainsString( 'Please choose a time for the call.', $page );

		$this->service->settings['callTypes'] = 'deferred';
		Channel_Copy::refresh();
		self::assertStringContainsString( '<select', self::page( self::post() ) );
		self::assertSame( array(), $this->service->taken );
	}

	/**
	 * @testdox a time that went to somebody else: a sentence, the free times, and what was typed [N03]
	 */
	public function test_slot_taken(): void {
		$this->offer_times();
		$this->service->answers['POST /v1/callback-requests'] = array(
			409,
			array(
				'code'   => 'slot_taken',
				'detail' => 'Somebody else took this time.',
			),
		);

		$page = self::page( self::post( self::CHOSEN ) );

		self::assertStringContainsString( 'Somebody else took this time.', $page );
		self::assertStringContainsString( '<select', $page );
		self::assertStringContainsString( 'value="06 12 34 56 78"', $page );
	}

	/**
	 * @testdox back from the times the form is as it was [S10]
	 */
	public function test_back_from_the_times(): void {
		$page = self::page( self::post( array( 'do' => 'now' ) + self::CHOSEN ) );

		self::assertStringNotContainsString( '<select', $page );
		self::assertStringContainsString( 'value="06 12 34 56 78"', $page );
		self::assertSame( array(), $this->service->taken );
	}

	/**
	 * @testdox sends nobody to another site
	 */
	public function test_no_open_redirect(): void {
		self::assertStringStartsWith( home_url( '/' ), self::post( array( 'page_url' => 'https://evil.example/' ) )->location );
		self::assertStringStartsWith( home_url( '/' ), self::post( array( 'page_url' => '//evil.example/' ) )->location );
	}

	/**
	 * @testdox a key that is not the visitor's shows nothing
	 */
	public function test_unknown_key(): void {
		$_GET = array( 'rappel' => self::KEY );

		self::assertStringContainsString( 'data-phase="form"', Callback_Block::render( array( 'channelId' => Fake_Service::CHANNEL ) ) );
	}
}
