<?php
/**
 * The code that confirms a number, without JavaScript.
 *
 * @package Rappel
 */

namespace Rappel\Block;

defined( 'ABSPATH' ) || exit;

/**
 * A form of its own, on the page that follows one whose number is to be confirmed. The script puts its own in its place
 * (blocks/callback/code/).
 */
final class Code_Step {

	/**
	 * Prints it, where the block's number is being confirmed.
	 *
	 * @param Callback_View $view The block.
	 */
	public static function show( Callback_View $view ): void {
		$form = Form_Memory::of_page();
		if ( null === $form || '' === $form->confirming || $form->channel_id !== $view->channel_id ) {
			return;
		}
		$texts   = Form_Texts::for_code();
		$problem = 'code' === $form->field ? $form->problem : '';
		$id      = $view->id . '-code';
		?>
		<form method="post" action="<?php echo esc_url( $view->post_url ); ?>">
			<input type="hidden" name="action" value="rappel_callback" />
			<input type="hidden" name="form_id" value="<?php echo esc_attr( $view->id ); ?>" />
			<input type="hidden" name="channel_id" value="<?php echo esc_attr( $form->channel_id ); ?>" />
			<input type="hidden" name="key" value="<?php echo esc_attr( $form->key ); ?>" />
			<input type="hidden" name="language" value="<?php echo esc_attr( $view->language ); ?>" />
			<input type="hidden" name="page_url" value="<?php echo esc_url( $view->page_url ); ?>" />
			<input type="hidden" name="page_title" value="<?php echo esc_attr( $view->page_title ); ?>" />
			<p id="<?php echo esc_attr( $id . '-sentence' ); ?>"><?php echo esc_html( $form->confirming ); ?></p>
			<div class="rappel-callback__field">
				<label for="<?php echo esc_attr( $id ); ?>"><?php echo esc_html( $texts['code'] ); ?></label>
				<input
					id="<?php echo esc_attr( $id ); ?>"
					type="text"
					dir="ltr"
					name="code"
					required
					maxlength="12"
					inputmode="numeric"
					autocomplete="one-time-code"
					aria-describedby="<?php echo esc_attr( "$id-sentence $id-error" ); ?>"
					aria-invalid="<?php echo esc_attr( '' === $problem ? 'false' : 'true' ); ?>"
				/>
				<p id="<?php echo esc_attr( $id . '-error' ); ?>" class="rappel-callback__error" role="alert"><?php echo esc_html( $problem ); ?></p>
			</div>
			<button type="submit" class="rappel-callback__button wp-element-button"><?php echo esc_html( $texts['codeConfirm'] ); ?></button>
			<div class="rappel-callback__choices">
				<button type="submit" name="do" value="resend" formnovalidate class="rappel-callback__choice"><?php echo esc_html( $texts['codeResend'] ); ?></button>
				<button type="submit" name="do" value="number" formnovalidate class="rappel-callback__choice"><?php echo esc_html( $texts['codeNumber'] ); ?></button>
			</div>
		</form>
		<?php
	}
}
