<?php
/**
 * Arrangements of blocks with the callback form.
 *
 * @package Rappel
 */

namespace Rappel\Block;

defined( 'ABSPATH' ) || exit;

/**
 * In the inserter, under "Call to action" and "Contact"; of core blocks alone, so that they look like the theme. The form in them takes
 * the only channel there is, or asks the editor for one.
 */
final class Callback_Patterns {

	/**
	 * Registers them.
	 */
	public static function register(): void {
		foreach ( self::all() as $name => $pattern ) {
			register_block_pattern(
				"rappel/$name",
				$pattern + array(
					'categories'    => array( 'call-to-action', 'contact' ),
					'keywords'      => array( __( 'callback', 'rappel' ), __( 'phone', 'rappel' ) ),
					'viewportWidth' => 1000,
				)
			);
		}
	}

	/**
	 * Each by its name.
	 *
	 * @return array<string, array{title: string, description: string, content: string}>
	 */
	private static function all(): array {
		return array(
			'form-beside-text'   => array(
				'title'       => __( 'Callback form beside a text', 'rappel' ),
				'description' => __( 'A heading and a text, and the callback form next to them.', 'rappel' ),
				'content'     => self::columns(
					self::heading( __( 'Let us talk about it', 'rappel' ) ) . self::paragraph( __( 'Say in a few words what you offer, and what your visitors gain by a call.', 'rappel' ) ),
					self::block( array() )
				),
			),
			'button-in-a-banner' => array(
				'title'       => __( 'Banner with a callback button', 'rappel' ),
				'description' => __( 'A heading, a sentence, and a button that opens the callback form in a dialog.', 'rappel' ),
				'content'     => self::group(
					self::heading( __( 'A question? We call you back.', 'rappel' ) ) . self::paragraph( __( 'Leave your number: it takes ten seconds and costs nothing.', 'rappel' ) ) . self::block( array( 'display' => 'button' ) )
				),
			),
			'contact-section'    => array(
				'title'       => __( 'Contact section with callback', 'rappel' ),
				'description' => __( 'Your address and hours, and the callback form next to them.', 'rappel' ),
				'content'     => self::columns(
					self::heading( __( 'Contact us', 'rappel' ) ) . self::paragraph( __( 'Your street, your town', 'rappel' ) ) . self::paragraph( __( 'Monday to Friday, from 9 am to 6 pm', 'rappel' ) ),
					self::heading( __( 'Or we call you', 'rappel' ), 3 ) . self::block( array() )
				),
			),
		);
	}

	/**
	 * A heading.
	 *
	 * @param string $text  Its text.
	 * @param int    $level 2 or 3.
	 */
	private static function heading( string $text, int $level = 2 ): string {
		$attributes = 2 === $level ? '' : '{"level":' . $level . '} ';
		return "<!-- wp:heading $attributes--><h$level class=\"wp-block-heading\">" . esc_html( $text ) . "</h$level><!-- /wp:heading -->";
	}

	/**
	 * A paragraph.
	 *
	 * @param string $text Its text.
	 */
	private static function paragraph( string $text ): string {
		return '<!-- wp:paragraph --><p>' . esc_html( $text ) . '</p><!-- /wp:paragraph -->';
	}

	/**
	 * The callback form.
	 *
	 * @param array<string, string> $attributes The block's.
	 */
	private static function block( array $attributes ): string {
		return get_comment_delimited_block_content( Callback_Block::NAME, $attributes, '' );
	}

	/**
	 * Two columns.
	 *
	 * @param string $first  Blocks.
	 * @param string $second Blocks.
	 */
	private static function columns( string $first, string $second ): string {
		$column = static fn( string $blocks ): string => '<!-- wp:column --><div class="wp-block-column">' . $blocks . '</div><!-- /wp:column -->';
		return '<!-- wp:columns {"align":"wide"} --><div class="wp-block-columns alignwide">' . $column( $first ) . $column( $second ) . '</div><!-- /wp:columns -->';
	}

	/**
	 * A group with room around it.
	 *
	 * @param string $blocks Blocks.
	 */
	private static function group( string $blocks ): string {
		return '<!-- wp:group {"style":{"spacing":{"padding":{"top":"2em","right":"2em","bottom":"2em","left":"2em"}},"border":{"width":"1px","radius":"8px"}},"layout":{"type":"constrained"}} --><div class="wp-block-group" style="border-width:1px;border-radius:8px;padding-top:2em;padding-right:2em;padding-bottom:2em;padding-left:2em">' . $blocks . '</div><!-- /wp:group -->';
	}
}
