<?php
/**
 * The block, the shortcode and the function.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * One renderer for all three: the block's render.php. Its style and script load only on pages that have it.
 */
final class Callback_Block {

	public const NAME = 'rappel/callback';

	/**
	 * Registers block and shortcode.
	 */
	public static function register(): void {
		$built = RAPPEL_DIR . '/build/blocks/callback';
		if ( is_file( "$built/block.json" ) ) {
			$block  = register_block_type( $built );
			$editor = false === $block ? array() : $block->editor_script_handles;
			foreach ( $editor as $handle ) {
				wp_set_script_translations( $handle, 'rappel', RAPPEL_DIR . '/languages' );
			}
		}
		add_shortcode( 'rappel', array( self::class, 'shortcode' ) );
	}

	/**
	 * The module that the page's script loads when a visitor reaches for the free times.
	 */
	public static function picker_url(): string {
		$asset = RAPPEL_DIR . '/build/blocks/callback/picker.asset.php';
		$built = is_file( $asset ) ? require $asset : array();
		return add_query_arg( 'ver', Read::text( $built, 'version' ), plugins_url( 'build/blocks/callback/picker.js', RAPPEL_FILE ) );
	}

	/**
	 * `[rappel]` or `[rappel channel="id"]`.
	 *
	 * @param mixed $attributes The shortcode's; '' when it has none.
	 */
	public static function shortcode( mixed $attributes ): string {
		return self::render( Read::text( $attributes, 'channel' ) );
	}

	/**
	 * The form of a channel.
	 *
	 * @param string $channel_id '' for the only one there is.
	 * @return string HTML, escaped.
	 */
	public static function render( string $channel_id ): string {
		return render_block(
			array(
				'blockName'    => self::NAME,
				'attrs'        => array( 'channelId' => $channel_id ),
				'innerBlocks'  => array(),
				'innerHTML'    => '',
				'innerContent' => array(),
			)
		);
	}
}
