<?php
/**
 * The form on every page.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Channels\Channel_Copy;
use Rappel\Page\Theme_Page;
use Rappel\Read;
use WP_HTML_Tag_Processor;

defined( 'ABSPATH' ) || exit;

/**
 * A channel may be on every page of the site, without a block: behind a floating button, or in a dialog that rules or a script open
 * (contract/src/site-wide.ts). One form for each such channel, and none where a block of the same channel stands already.
 *
 * @phpstan-import-type Channel from Channel_Copy
 */
final class Site_Wide {

	/** Before WordPress prints the script modules of a page: at 10 in the foot of a classic theme's. */
	private const BEFORE_SCRIPTS = 5;

	/**
	 * Channels whose form is in the page that is being made.
	 *
	 * @var list<string>
	 */
	private static array $shown = array();

	/**
	 * Made before the foot of the page.
	 *
	 * @var string|null
	 */
	private static ?string $html = null;

	/**
	 * Hooks.
	 */
	public static function register(): void {
		add_filter( 'rappel_page_has_form', static fn( mixed $has ): bool => true === $has || array() !== self::channels() );
		add_action( 'wp_head', array( self::class, 'prepare' ), 1 );
		add_action( 'wp_footer', array( self::class, 'print' ), self::BEFORE_SCRIPTS );
	}

	/**
	 * A form of the channel is in the page.
	 *
	 * @param string $channel_id The channel's id.
	 */
	public static function note( string $channel_id ): void {
		self::$shown[] = $channel_id;
	}

	/**
	 * A block theme's page is made before its head, in which WordPress prints the script modules: one that comes later is not loaded
	 * (https://core.trac.wordpress.org/ticket/61500). A classic theme's page is made after its head.
	 */
	public static function prepare(): void {
		if ( wp_is_block_theme() ) {
			self::$html = self::html();
		}
	}

	/**
	 * Prints the forms at the page's end.
	 */
	public static function print(): void {
		echo self::$html ?? self::html(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- The block's own, escaped.
		self::$html  = null;
		self::$shown = array();
	}

	/**
	 * The forms that this page lacks.
	 */
	private static function html(): string {
		$html = '';
		foreach ( self::channels() as $channel ) {
			if ( ! in_array( $channel['id'], self::$shown, true ) ) {
				$html .= self::form( $channel );
			}
		}
		return $html;
	}

	/**
	 * The channels that are on every page and take requests. A page on which somebody changes their booking, or their presence, is left
	 * alone.
	 *
	 * @return list<Channel>
	 */
	private static function channels(): array {
		if ( Theme_Page::is_current() ) {
			return array();
		}
		return array_values( array_filter( Channel_Copy::site_wide(), static fn( array $channel ): bool => 'live' === $channel['state'] ) );
	}

	/**
	 * The form of one channel; '' where its settings leave this page out.
	 *
	 * @param Channel $channel From the copy.
	 */
	private static function form( array $channel ): string {
		$button = Read::map( $channel['siteWide'], 'floatingButton' );
		$floats = Read::truth( $button, 'enabled' );
		$rules  = self::rules( Read::map( $channel['siteWide'], 'popUp' ) );
		if ( ! $floats && null === $rules ) {
			return '';
		}
		$html = Callback_Block::render(
			array(
				'channelId' => $channel['id'],
				'display'   => $floats ? 'floating' : 'dialog',
				'side'      => Read::text( $button, 'side' ),
			)
		);
		return null === $rules ? $html : self::with_rules( $html, array( 'channelId' => $channel['id'] ) + $rules );
	}

	/**
	 * The rules beside the form, and the module that follows them.
	 *
	 * @param string               $html  The form.
	 * @param array<string, mixed> $rules As blocks/callback/pop-up/rules.ts has them.
	 */
	private static function with_rules( string $html, array $rules ): string {
		wp_enqueue_script_module( 'rappel-pop-up', Callback_Block::module_url( 'pop-up' ), array(), null ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- In the address already.
		$tags = new WP_HTML_Tag_Processor( $html );
		if ( $tags->next_tag( array( 'class_name' => 'rappel-callback' ) ) ) {
			$tags->set_attribute( 'data-rappel-pop-up', (string) wp_json_encode( $rules ) );
		}
		return $tags->get_updated_html();
	}

	/**
	 * What of the rules is decided in the page (blocks/callback/pop-up/rules.ts); null where they leave this page out.
	 *
	 * @param array<string, mixed> $pop_up The channel's (contract/src/site-wide.ts: popUpSettingsSchema).
	 * @return array<string, mixed>|null
	 */
	private static function rules( array $pop_up ): ?array {
		if ( ! Read::truth( $pop_up, 'enabled' ) || Preview::is_on() || ! Page_Paths::include_current( Read::items( $pop_up, 'pages' ), Read::items( $pop_up, 'exceptPages' ) ) ) {
			return null;
		}
		return array_diff_key( $pop_up, array_flip( array( 'enabled', 'pages', 'exceptPages' ) ) );
	}
}
