<?php
/**
 * How the form stands on the page.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * In the page itself, or in a dialog that a button opens. What an editor chose of colours, borders and spacing then belongs to the
 * dialog, and the place between its neighbours to the button.
 */
final class Block_Display {

	/** The block's own attribute (blocks/callback/block.json). A dialog without a button is opened by a rule or a script. */
	private const IN_DIALOG = array( 'button', 'floating', 'dialog' );

	/**
	 * Filled by `of_block`.
	 *
	 * @param string $kind       One of 'inline', 'button', 'floating' and 'dialog'.
	 * @param string $open_label What the button says that opens the dialog.
	 * @param string $side       Of a floating button, 'start' or 'end' of a line.
	 * @param string $align      As of any block: 'wide', 'full' or ''.
	 * @param string $margin     The style of the block's margins; '' for none.
	 */
	private function __construct(
		public readonly string $kind,
		public readonly string $open_label,
		private readonly string $side,
		private readonly string $align,
		private readonly string $margin
	) {}

	/**
	 * The display of one block.
	 *
	 * @param array<string, mixed> $attributes The block's.
	 */
	public static function of_block( array $attributes ): self {
		$kind   = Read::text( $attributes, 'display' );
		$margin = Read::map( Read::map( Read::map( $attributes, 'style' ), 'spacing' ), 'margin' );
		return new self(
			in_array( $kind, self::IN_DIALOG, true ) ? $kind : 'inline',
			Read::text_or_null( Read::map( $attributes, 'texts' ), 'openLabel' ) ?? self::default_open_label(),
			'start' === Read::text( $attributes, 'side' ) ? 'start' : 'end',
			Read::text( $attributes, 'align' ),
			self::css( $margin )
		);
	}

	/**
	 * What the button says where nobody wrote anything else.
	 */
	public static function default_open_label(): string {
		return __( 'Call me back', 'rappel' );
	}

	/**
	 * Whether the form is in a dialog.
	 */
	public function is_in_dialog(): bool {
		return 'inline' !== $this->kind;
	}

	/**
	 * Whether there is a button of its own that opens it.
	 */
	public function has_button(): bool {
		return in_array( $this->kind, array( 'button', 'floating' ), true );
	}

	/**
	 * Attributes of the block's own element, escaped.
	 *
	 * @param string $id Unique in the page.
	 */
	public function root_attributes( string $id ): string {
		if ( ! $this->is_in_dialog() ) {
			return get_block_wrapper_attributes(
				array(
					'class' => 'rappel-callback rappel-callback__surface',
					'id'    => $id,
				)
			);
		}
		$align = '' === $this->align || 'button' !== $this->kind ? '' : ' align' . $this->align;
		$style = '' === $this->margin || 'button' !== $this->kind ? '' : ' style="' . esc_attr( $this->margin ) . '"';
		return sprintf( 'class="%s" id="%s"%s', esc_attr( "rappel-callback is-{$this->kind} is-at-{$this->side}$align" ), esc_attr( $id ), $style );
	}

	/**
	 * Attributes of the element in the dialog that holds form and panel, escaped.
	 */
	public static function surface_attributes(): string {
		return get_block_wrapper_attributes( array( 'class' => 'rappel-callback__surface' ) );
	}

	/**
	 * The style of margins, as WordPress writes it.
	 *
	 * @param array<string, mixed> $margin By side.
	 */
	private static function css( array $margin ): string {
		return array() === $margin ? '' : Read::text( wp_style_engine_get_styles( array( 'spacing' => array( 'margin' => $margin ) ) ), 'css' );
	}
}
