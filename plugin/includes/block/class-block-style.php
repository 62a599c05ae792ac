<?php
/**
 * The block's style in classic themes.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Read;
use WP_Post;
use WP_Query;

defined( 'ABSPATH' ) || exit;

/**
 * A block theme loads a block's style with the block. In a classic theme WordPress, before 6.9, loads the style of every block on every
 * page (wp_enqueue_registered_block_scripts_and_styles()): here it is left out where the page's head does not foresee a form. Where one
 * comes all the same, WordPress prints the style at the page's end.
 */
final class Block_Style {

	/** After WordPress has enqueued every block's style at 10. */
	private const AFTER_BLOCKS = 20;

	/**
	 * Hooks.
	 */
	public static function register(): void {
		add_action( 'wp_enqueue_scripts', array( self::class, 'leave_out' ), self::AFTER_BLOCKS );
	}

	/**
	 * Leaves the style out of a page without the form.
	 */
	public static function leave_out(): void {
		$block = \WP_Block_Type_Registry::get_instance()->get_registered( Callback_Block::NAME );
		if ( null === $block || self::is_on_demand() ) {
			return;
		}
		/**
		 * Filters whether the head of the page that is being made has the form's style: true where one is going to be printed.
		 *
		 * @param bool $is_foreseen A post of the page, or a widget, has the block or the shortcode.
		 */
		if ( ! apply_filters( 'rappel_page_has_form', self::is_in_posts() || self::is_in_widgets() ) ) {
			foreach ( $block->style_handles as $handle ) {
				wp_dequeue_style( $handle );
			}
		}
	}

	/**
	 * Whether WordPress itself loads styles with their blocks.
	 */
	private static function is_on_demand(): bool {
		return function_exists( 'wp_should_load_block_assets_on_demand' ) ? wp_should_load_block_assets_on_demand() : wp_should_load_separate_core_block_assets();
	}

	/**
	 * Whether a post of this page has a form.
	 */
	private static function is_in_posts(): bool {
		$query = $GLOBALS['wp_query'] ?? null;
		foreach ( $query instanceof WP_Query ? (array) $query->posts : array() as $post ) {
			if ( $post instanceof WP_Post && self::has_form( $post->post_content ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a widget has one. Where widgets are shown depends on the theme; mostly everywhere.
	 */
	private static function is_in_widgets(): bool {
		foreach ( Read::as_map( get_option( 'widget_block' ) ) as $widget ) {
			if ( self::has_form( Read::text( $widget, 'content' ) ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether some content has the block or the shortcode.
	 *
	 * @param string $content As it is stored.
	 */
	private static function has_form( string $content ): bool {
		return has_block( Callback_Block::NAME, $content ) || has_shortcode( $content, 'rappel' );
	}
}
