<?php
/**
 * The form on a page.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Block\Callback_Block;
use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Connection;
use Rappel\Language;
use Rappel\Read;

/**
 * What visitors and editors are given by the server.
 */
final class Callback_Block_Test extends Site_Case {

	/**
	 * Renders the block as a page does, after the channel's settings changed.
	 *
	 * @param array<string, mixed> $settings   Changes to the channel.
	 * @param string               $channel_id The block's attribute.
	 */
	private function render( array $settings = array(), string $channel_id = Fake_Service::CHANNEL ): string {
		$this->service->settings = array_replace( $this->service->settings, $settings );
		Channel_Copy::refresh();
		$this->service->calls = array();
		return Callback_Block::render( array( 'channelId' => $channel_id ) );
	}

	/**
	 * The context that the page's script starts from.
	 *
	 * @param string $html The block.
	 * @return array<string, mixed>
	 */
	private static function context( string $html ): array {
		self::assertSame( 1, preg_match( "/data-wp-context='([^']*)'/", $html, $match ) );
		return Read::as_map( json_decode( $match[1] ?? '', true ) );
	}

	/**
	 * @testdox a labelled form with the channel's own texts, made without a request to the service [S01] [S02]
	 */
	public function test_the_form(): void {
		$html = $this->render(
			array(
				'form' => array(
					'introduction' => array( 'en' => 'We call you <b>now</b>.' ),
					'phoneLabel'   => array( 'en' => 'Mobile' ),
					'buttonLabel'  => array( 'en' => 'Ring me' ),
					'askName'      => true,
				),
			)
		);

		self::assertSame( array(), $this->service->calls );
		self::assertStringContainsString( 'We call you &lt;b&gt;now&lt;/b&gt;.', $html );
		self::assertMatchesRegularExpression( '/<label for="([^"]+-number)">Mobile<\/label>\s*<input[^>]*\sid="\1"[^>]*type="tel"/s', $html );
		self::assertMatchesRegularExpression( '/type="tel"[^>]*required[^>]*autocomplete="tel"/s', $html );
		self::assertStringContainsString( 'autocomplete="name"', $html );
		self::assertMatchesRegularExpression( '/<button[^>]*type="submit"[^>]*>Ring me<\/button>/s', $html );
		self::assertMatchesRegularExpression( '/role="status"/', $html );
		self::assertTrue( self::context( $html )['immediate'] );
	}

	/**
	 * @testdox each text is the owner's in the page's language, or Rappel's own in it; never the owner's in another one [N21]
	 */
	public function test_the_language_of_the_page(): void {
		$form   = array(
			'introduction' => array(
				'en' => 'We call you.',
				'fr' => 'Nous vous appelons.',
			),
			'phoneLabel'   => array( 'en' => 'Mobile' ),
			'consent'      => array( 'fr' => 'D’accord.' ),
		);
		$french = Language::speak( 'fr', fn(): string => $this->render( array( 'form' => $form ) ) );

		self::assertStringContainsString( 'Nous vous appelons.', $french );
		self::assertStringContainsString( 'Votre numéro de téléphone', $french );
		self::assertStringContainsString( 'D’accord.', $french );
		self::assertStringNotContainsString( 'Mobile', $french );
		$english = $this->render();
		self::assertStringContainsString( 'We call you.', $english );
		self::assertStringContainsString( 'Mobile', $english );
		self::assertStringContainsString( 'By sending this form you agree', $english );
	}

	/**
	 * @testdox a block says otherwise what its editor wrote, and the script says the same [N21]
	 */
	public function test_texts_of_a_block(): void {
		$this->render( array( 'form' => array( 'buttonLabel' => array( 'en' => 'Ring me' ) ) ) );
		$html = Callback_Block::render(
			array(
				'channelId' => Fake_Service::CHANNEL,
				'texts'     => array(
					'introduction'       => 'About this <car>.',
					'buttonLabel'        => 'Call me about it',
					'bookingButtonLabel' => 'Later, please',
				),
			)
		);

		self::assertStringContainsString( 'About this &lt;car&gt;.', $html );
		self::assertStringContainsString( 'Later, please', $html );
		self::assertStringNotContainsString( 'Ring me', $html );
		self::assertSame( 'Call me about it', Read::text( Read::map( self::context( $html ), 'texts' ), 'button' ) );
	}

	/**
	 * @testdox other ways to be contacted stand under the form, with links, where the owner named some [N23]
	 */
	public function test_other_ways(): void {
		self::assertStringNotContainsString( 'mailto:', $this->render() );
		$html = $this->render( array( 'form' => array( 'otherWays' => array( 'en' => "Write to desk@example.org\nor <come> by." ) ) ) );

		self::assertMatchesRegularExpression( '/<\/button>\s*<p[^>]*>Write to <a href="mailto:desk@example\.org">desk@example\.org<\/a><br \/>\s*or &lt;come&gt; by\.<\/p>\s*<\/form>/', $html );
	}

	/**
	 * @testdox a note for the agent may be written where the channel asks for it, with an example beside it [N23]
	 */
	public function test_the_note(): void {
		self::assertStringNotContainsString( '<textarea', $this->render() );
		$html = $this->render(
			array(
				'form' => array(
					'askNote'   => true,
					'noteLabel' => array( 'en' => 'Anything <we> should know?' ),
				),
			)
		);

		self::assertMatchesRegularExpression( '/<label for="([^"]+-note)">Anything &lt;we&gt; should know\?<\/label>\s*<textarea id="\1" name="note"[^>]*maxlength="300"[^>]*aria-describedby="\1-hint"><\/textarea>/', $html );
		self::assertMatchesRegularExpression( '/<p id="[^"]+-note-hint"[^>]*>For example: I use a phone relay service, please speak slowly\.<\/p>/', $html );
		self::assertDoesNotMatchRegularExpression( '/<textarea[^>]*required/', $html );
	}

	/**
	 * @testdox no nonce, no key and no secret in a page that a cache may keep
	 */
	public function test_may_be_cached(): void {
		$html = $this->render();

		self::assertSame( '', self::context( $html )['key'] );
		self::assertStringNotContainsString( 'nonce', $html );
		self::assertStringNotContainsString( Fake_Service::SECRET, $html );
		self::assertStringNotContainsString( '33140000000', $html );
		self::assertSame( preg_replace( '/rappel-callback-\d+/', 'id', $html ), preg_replace( '/rappel-callback-\d+/', 'id', $this->render() ) );
	}

	/**
	 * @testdox closed by the hours: no button, and a sentence [S08]
	 */
	public function test_closed(): void {
		$context = self::context( $this->render( array( 'openingHours' => array( 'weekly' => array() ) ) ) );

		self::assertFalse( $context['immediate'] );
		self::assertNotSame( '', $context['closedText'] );
	}

	/**
	 * Whether the deferred button and the one for now are in the page, to be seen.
	 *
	 * @param string $html The block.
	 * @return array{bool, bool} Later, now.
	 */
	private static function buttons( string $html ): array {
		self::assertSame( 1, preg_match( '/<button[^>]*rappel-callback__later[^>]*>/s', $html, $later ) );
		self::assertSame( 1, preg_match( '/<div[^>]*rappel-callback__action[^>]*>/s', $html, $now ) );
		return array( ! str_contains( $later[0] ?? '', ' hidden' ), ! str_contains( $now[0] ?? '', ' hidden' ) );
	}

	/**
	 * @testdox the deferred button stands there whenever the channel takes bookings, with the owner's words [S09] [S10]
	 */
	public function test_the_deferred_button(): void {
		$closed = array( 'openingHours' => array( 'weekly' => array() ) );
		$words  = array( 'bookingTexts' => array( 'buttonLabel' => array( 'en' => 'Book <me>' ) ) );
		$html   = $this->render( array( 'callTypes' => 'both' ) + $closed + $words );

		self::assertMatchesRegularExpression( '/<button[^>]*rappel-callback__later[^>]*>Book &lt;me&gt;<\/button>/s', $html );
		self::assertSame( array( true, true ), self::buttons( $html ) );
		self::assertDoesNotMatchRegularExpression( '/type="tel"[^>]*\sdisabled/s', $html );
		self::assertSame( array( false, true ), self::buttons( $this->render( array( 'callTypes' => 'immediate' ) ) ) );
		self::assertSame( array( true, false ), self::buttons( $this->render( array( 'callTypes' => 'deferred' ) ) ) );
		self::assertSame( array( false, true ), self::buttons( $this->render( array( 'state' => 'paused' ) ) ) );
	}

	/**
	 * @testdox the owner's own sentence stands there while closed; one with the next opening waits for the service [S08]
	 */
	public function test_own_closed_sentence(): void {
		$closed = array(
			'callTypes'    => 'both',
			'openingHours' => array( 'weekly' => array() ),
		);
		$says   = fn( string $sentence ): mixed => self::context( $this->render( $closed + array( 'bookingTexts' => array( 'unavailable' => array( 'en' => $sentence ) ) ) ) )['closedText'];

		self::assertSame( 'We sleep.', $says( 'We sleep.' ) );
		self::assertSame( 'We are closed at the moment.', $says( 'Back {opening}.' ) );
	}

	/**
	 * @testdox the visitor's consent is asked for by a box where the channel requires it [N15]
	 */
	public function test_consent(): void {
		self::assertStringNotContainsString( 'name="consent"', $this->render() );
		$html = $this->render(
			array(
				'form' => array(
					'consentRequired' => true,
					'consent'         => array( 'en' => 'I agree.' ),
				),
			)
		);

		self::assertMatchesRegularExpression( '/<label>\s*<input[^>]*name="consent"[^>]*required[^>]*>\s*I agree\.\s*<\/label>/s', $html );
	}

	/**
	 * @testdox the only channel is shown by a block, a shortcode or a function that names none
	 */
	public function test_the_sole_channel(): void {
		$this->render();
		self::assertStringContainsString( Fake_Service::CHANNEL, Callback_Block::render() );
		self::assertStringContainsString( Fake_Service::CHANNEL, do_shortcode( '[rappel]' ) );
		self::assertStringContainsString( Fake_Service::CHANNEL, do_shortcode( '[rappel channel="' . Fake_Service::CHANNEL . '"]' ) );
		self::assertStringContainsString( Fake_Service::CHANNEL, rappel_callback() );
	}

	/**
	 * @testdox not connected, or a channel that is gone: visitors see nothing, editors a hint
	 */
	public function test_nothing_to_show(): void {
		self::assertSame( '', trim( $this->render( array(), 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' ) ) );
		Connection::forget();
		self::assertSame( '', trim( Callback_Block::render( array( 'channelId' => Fake_Service::CHANNEL ) ) ) );

		self::log_in( 'editor' );
		self::assertStringContainsString( 'not connected', Callback_Block::render( array( 'channelId' => Fake_Service::CHANNEL ) ) );
	}

	/**
	 * @testdox a page in French speaks French, whatever the owner did not write [S02]
	 */
	public function test_french(): void {
		switch_to_locale( 'fr_FR' );
		$context = self::context( $this->render( array( 'form' => array() ) ) );
		restore_previous_locale();

		self::assertSame( 'fr-FR', $context['language'] );
		self::assertNotSame( 'Call me back now', $context['buttonText'] );
	}

	/**
	 * @testdox style and script are loaded only by a page with the block
	 */
	public function test_assets(): void {
		$block = \WP_Block_Type_Registry::get_instance()->get_registered( Callback_Block::NAME );

		self::assertNotNull( $block );
		self::assertNotSame( array(), $block->view_script_module_ids );
		self::assertSame( array(), $block->script_handles );
	}
}
