<?php
/**
 * How the form stands on the page.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Block\Block_Style;
use Rappel\Block\Callback_Block;
use Rappel\Channels\Channel_Copy;
use Rappel\Read;
use WP_Block_Patterns_Registry;
use WP_Query;

/**
 * The dialog, its buttons, the texts of one block, previews, patterns, and the style in a classic theme.
 */
final class Block_Display_Test extends Page_Case {

	/**
	 * Renders the block of the one channel.
	 *
	 * @param array<string, mixed> $attributes Beside the channel.
	 */
	private static function render( array $attributes = array() ): string {
		return Callback_Block::render( array( 'channelId' => Fake_Service::CHANNEL ) + $attributes );
	}

	/**
	 * @testdox in the page: neither a dialog nor a button for one
	 */
	public function test_inline(): void {
		self::assertStringNotContainsString( '<dialog', self::render() );
		self::assertStringNotContainsString( 'command=', self::render() );
	}

	/**
	 * @testdox behind a button: the form is in a dialog that the browser opens and closes by itself [R10]
	 */
	public function test_button(): void {
		$html = self::render( array( 'display' => 'button' ) );

		self::assertMatchesRegularExpression( '/<button[^>]*commandfor="([^"]+)"[^>]*command="show-modal"[^>]*>\s*<span>Call me back<\/span>.*<dialog[^>]*\sid="\1"[^>]*aria-label="Call me back".*<form.*<\/form>.*commandfor="\1"[^>]*command="close".*<\/dialog>/s', $html );
		self::assertSame( 1, substr_count( $html, '<form' ) );
	}

	/**
	 * @testdox a floating button is at the side that the block says; a dialog for rules has no button [R10]
	 */
	public function test_floating(): void {
		self::assertMatchesRegularExpression( '/class="rappel-callback is-floating is-at-end"/', self::render( array( 'display' => 'floating' ) ) );
		$html = self::render(
			array(
				'display' => 'floating',
				'side'    => 'start',
			)
		);
		self::assertMatchesRegularExpression( '/class="rappel-callback is-floating is-at-start"/', $html );
		self::assertStringNotContainsString( 'rappel-callback__open', self::render( array( 'display' => 'dialog' ) ) );
		self::assertStringContainsString( '<dialog', self::render( array( 'display' => 'dialog' ) ) );
	}

	/**
	 * @testdox colours and padding are the dialog's, margins and width the button's
	 */
	public function test_supports(): void {
		$html = self::render(
			array(
				'display' => 'button',
				'align'   => 'wide',
				'style'   => array(
					'color'   => array( 'background' => '#112233' ),
					'spacing' => array(
						'margin'  => array( 'top' => '3em' ),
						'padding' => array( 'top' => '2em' ),
					),
				),
			)
		);

		self::assertMatchesRegularExpression( '/<div[^>]*\sclass="rappel-callback is-button[^"]* alignwide" id="[^"]+" style="margin-top:3em;?"/', $html );
		self::assertMatchesRegularExpression( '/<dialog[^>]*><div [^>]*style="[^"]*background-color:#112233[^"]*"[^>]*>/', $html );
		self::assertMatchesRegularExpression( '/<dialog[^>]*><div [^>]*style="[^"]*padding-top:2em[^"]*"[^>]*>/', $html );
	}

	/**
	 * @testdox shortcode and function take what the block takes
	 */
	public function test_one_renderer(): void {
		$ids   = static fn( string $html ): string => (string) preg_replace( '/rappel-callback-\d+/', 'id', $html );
		$block = self::render(
			array(
				'display' => 'button',
				'texts'   => array( 'openLabel' => 'Ring <me>' ),
			)
		);

		self::assertStringContainsString( '<span>Ring &lt;me&gt;</span>', $block );
		self::assertSame( $ids( $block ), $ids( do_shortcode( '[rappel channel="' . Fake_Service::CHANNEL . '" display="button" open_label="Ring &lt;me&gt;"]' ) ) );
		self::assertSame(
			$ids( $block ),
			$ids(
				rappel_callback(
					array(
						'channelId' => Fake_Service::CHANNEL,
						'display'   => 'button',
						'texts'     => array( 'openLabel' => 'Ring <me>' ),
					)
				)
			)
		);
	}

	/**
	 * @testdox a page that is not published calls nobody and says so, with JavaScript and without
	 */
	public function test_preview(): void {
		self::assertStringNotContainsString( 'preview', str_replace( '"preview":""', '', self::render() ) );
		$query = $GLOBALS['wp_query'];
		self::assertInstanceOf( WP_Query::class, $query );
		$query->is_preview = true;
		$html              = self::render();

		self::assertStringContainsString( 'This is a preview: nothing is sent and nobody is called.</p>', $html );
		self::assertStringContainsString( 'name="preview" value="1"', $html );
		self::assertStringContainsString( '"preview":"This is a preview', $html );
	}

	/**
	 * @testdox a draft is a preview by whatever address its author opens it; a private page is not
	 */
	public function test_drafts(): void {
		foreach ( array(
			'draft'   => true,
			'publish' => false,
			'private' => false,
		) as $status => $is_preview ) {
			$id = wp_insert_post(
				array(
					'post_type'   => 'page',
					'post_status' => $status,
					'post_title'  => 'Contact',
				)
			);
			self::assertIsInt( $id );
			$page = get_post( $id );
			self::assertInstanceOf( \WP_Post::class, $page );
			$query                    = new WP_Query();
			$query->is_singular       = true;
			$query->queried_object    = $page;
			$query->queried_object_id = $id;
			$GLOBALS['wp_query']      = $query; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- A page of that state.

			self::assertSame( $is_preview, str_contains( self::render(), 'name="preview"' ), $status );
			wp_delete_post( $id, true );
		}
	}

	/**
	 * @testdox a channel that was deleted leaves nothing in the page, and tells the editor
	 */
	public function test_deleted_channel(): void {
		$gone = array( 'channelId' => 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' );

		self::assertSame( '', trim( Callback_Block::render( $gone + array( 'display' => 'button' ) ) ) );
		self::log_in( 'editor' );
		self::assertStringContainsString( 'was deleted', Callback_Block::render( $gone ) );
	}

	/**
	 * @testdox each pattern holds the form, in blocks as WordPress writes them
	 */
	public function test_patterns(): void {
		$patterns = array_filter(
			WP_Block_Patterns_Registry::get_instance()->get_all_registered(),
			static fn( mixed $pattern ): bool => str_starts_with( Read::text( $pattern, 'name' ), 'rappel/' )
		);

		self::assertCount( 3, $patterns );
		foreach ( $patterns as $pattern ) {
			$content = Read::text( $pattern, 'content' );
			self::assertTrue( has_block( Callback_Block::NAME, $content ) );
			self::assertSame( $content, serialize_blocks( parse_blocks( $content ) ) );
		}
	}

	/**
	 * @testdox in a classic theme the style is loaded by pages with the form alone
	 */
	public function test_classic_theme(): void {
		add_filter( 'should_load_separate_core_block_assets', '__return_false' );
		add_filter( 'should_load_block_assets_on_demand', '__return_false' );
		$block = \WP_Block_Type_Registry::get_instance()->get_registered( Callback_Block::NAME );
		self::assertNotNull( $block );
		$handle = $block->style_handles[0] ?? '';
		// Another test may have begun with no styles at all.
		wp_register_style( $handle, 'https://example.org/style.css', array(), '1' );
		$query = $GLOBALS['wp_query'];
		self::assertInstanceOf( WP_Query::class, $query );
		foreach ( array(
			'<p>Nothing</p>'               => false,
			'<!-- wp:rappel/callback /-->' => true,
			'Call: [rappel]'               => true,
		) as $content => $is_loaded ) {
			$query->posts = array( new \WP_Post( (object) array( 'post_content' => $content ) ) );
			wp_enqueue_style( $handle );
			Block_Style::leave_out();
			self::assertSame( $is_loaded, wp_style_is( $handle ), $content );
		}
		wp_dequeue_style( $handle );
	}
}
