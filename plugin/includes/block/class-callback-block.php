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

	/** Texts that a block may say otherwise than its channel (blocks/callback/block.json: texts). */
	public const TEXTS = array( 'introduction', 'phoneLabel', 'nameLabel', 'noteLabel', 'buttonLabel', 'bookingButtonLabel', 'openLabel' );

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
	 * A module that the page's script loads when a visitor reaches for what it does; its style stands beside it.
	 *
	 * @param string $name Of its file (blocks/webpack.config.js): "picker".
	 */
	public static function module_url( string $name ): string {
		$asset = RAPPEL_DIR . "/build/blocks/callback/$name.asset.php";
		$built = is_file( $asset ) ? require $asset : array();
		return add_query_arg( 'ver', Read::text( $built, 'version' ), plugins_url( "build/blocks/callback/$name.js", RAPPEL_FILE ) );
	}

	/**
	 * `[rappel]` or `[rappel channel="id" display="button" open_label="Call me"]`: the block's attributes, each text by its own name.
	 *
	 * @param mixed $attributes The shortcode's; '' when it has none.
	 */
	public static function shortcode( mixed $attributes ): string {
		$texts = array();
		foreach ( self::TEXTS as $name ) {
			// WordPress gives names of a shortcode's attributes in small letters.
			$texts[ $name ] = Read::text( $attributes, strtolower( (string) preg_replace( '/[A-Z]/', '_$0', $name ) ) );
		}
		return self::render(
			array_filter(
				array(
					'channelId' => Read::text( $attributes, 'channel' ),
					'display'   => Read::text( $attributes, 'display' ),
					'side'      => Read::text( $attributes, 'side' ),
					'texts'     => array_filter( $texts, static fn( string $text ): bool => '' !== $text ),
				)
			)
		);
	}

	/**
	 * The form of a channel, as the block renders it.
	 *
	 * @param array<string, mixed> $attributes The block's (blocks/callback/block.json); without `channelId` the only channel there is.
	 * @return string HTML, escaped; '' when there is nothing to show.
	 */
	public static function render( array $attributes = array() ): string {
		return render_block(
			array(
				'blockName'    => self::NAME,
				'attrs'        => $attributes,
				'innerBlocks'  => array(),
				'innerHTML'    => '',
				'innerContent' => array(),
			)
		);
	}
}
