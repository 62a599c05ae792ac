<?php
/**
 * The callback form as a visitor receives it: complete without JavaScript, and safe to cache for an hour.
 *
 * Everything comes from WordPress's own copy of the channel: no HTTP request is made here (see Callback_View). The context
 * and the markup are agreed in context.ts. What this file adds to it:
 *
 *   context.key            '' or the key of a request whose form was sent without JavaScript, or before the script came
 *                          (`?rappel={key}`): phase is then 'following', state and sentences are filled in, the field holds
 *                          the number, and callbacks.start only has to go on asking about that key.
 *   value, checked         only after a form sent without JavaScript, and then on a field without directives: the
 *                          Interactivity API would put a value that is in the markup back over what is being typed, each
 *                          time one of the field's own directives changes.
 *   <dialog>               around form and panel where the block's display is not "inline" (Block_Display). Its button and its cross
 *                          work before the script, by the browser's own commands (commandfor); without JavaScript the form
 *                          stands in the page (style.scss).
 *   preview                a draft, or the editor: the form says so and is not sent.
 *   <noscript>             the ways to cancel and to see the newest state without JavaScript.
 *
 * Never send a REST nonce from this page: one from a cached page is refused by WordPress, none at all is welcome.
 * An error of WordPress is {code, message, data: {status, field?, retryAt?}}; `message` is a sentence for the visitor.
 *
 * @package Rappel
 */

namespace Rappel;

defined( 'ABSPATH' ) || exit;

// WordPress gives a dynamic block its attributes in this variable.
$rappel_view = Block\Callback_View::for_block( Read::as_map( $attributes ?? array() ) );

if ( null === $rappel_view ) {
	return;
}

if ( '' !== $rappel_view->hint ) {
	?>
	<div <?php echo get_block_wrapper_attributes( array( 'class' => 'rappel-callback' ) ); ?>>
		<p class="rappel-callback__hint"><?php echo esc_html( $rappel_view->hint ); ?></p>
	</div>
	<?php
	return;
}

$rappel_id      = $rappel_view->id;
$rappel_form    = $rappel_view->form;
$rappel_display = $rappel_view->display;

if ( null === $rappel_display ) {
	return;
}
?>
<div
	<?php echo $rappel_display->root_attributes( $rappel_id ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped where it is made. ?>
	data-wp-interactive="rappel/callback"
	<?php echo wp_interactivity_data_wp_context( $rappel_view->context ); ?>
	data-wp-init="callbacks.start"
	data-wp-bind--data-phase="context.phase"
>
	<?php if ( $rappel_display->has_button() ) : ?>
		<button
			type="button"
			class="rappel-callback__open wp-element-button"
			aria-haspopup="dialog"
			commandfor="<?php echo esc_attr( $rappel_id . '-dialog' ); ?>"
			command="show-modal"
			data-wp-on--click="actions.openDialog"
		><span><?php echo esc_html( $rappel_display->open_label ); ?></span><span><?php esc_html_e( 'See my request', 'rappel' ); ?></span></button>
	<?php endif; ?>
	<?php if ( $rappel_display->is_in_dialog() ) : ?>
		<dialog
			id="<?php echo esc_attr( $rappel_id . '-dialog' ); ?>"
			class="rappel-callback__dialog"
			aria-label="<?php echo esc_attr( $rappel_display->open_label ); ?>"
			aria-describedby="<?php echo esc_attr( $rappel_id . '-introduction' ); ?>"
		><div <?php echo Block\Block_Display::surface_attributes(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped by WordPress. ?>>
	<?php endif; ?>
	<form
		class="rappel-callback__form"
		method="post"
		action="<?php echo esc_url( $rappel_view->post_url ); ?>"
		data-wp-on--submit="actions.submit"
	>
		<input type="hidden" name="action" value="rappel_callback" />
		<input type="hidden" name="form_id" value="<?php echo esc_attr( $rappel_id ); ?>" />
		<input type="hidden" name="channel_id" value="<?php echo esc_attr( $rappel_view->channel_id ); ?>" />
		<input type="hidden" name="language" value="<?php echo esc_attr( $rappel_view->language ); ?>" />
		<input type="hidden" name="page_url" value="<?php echo esc_url( $rappel_view->page_url ); ?>" />
		<input type="hidden" name="page_title" value="<?php echo esc_attr( $rappel_view->page_title ); ?>" />
		<?php if ( $rappel_view->is_preview ) : ?>
			<input type="hidden" name="preview" value="1" />
			<p class="rappel-callback__hint"><?php echo esc_html( Block\Preview::sentence() ); ?></p>
		<?php endif; ?>
		<p class="rappel-callback__introduction" id="<?php echo esc_attr( $rappel_id . '-introduction' ); ?>"><?php echo esc_html( $rappel_form->introduction ); ?></p>
		<?php if ( $rappel_form->asks_name ) : ?>
			<div class="rappel-callback__field">
				<label for="<?php echo esc_attr( $rappel_id . '-name' ); ?>"><?php echo esc_html( $rappel_form->name_label ); ?></label>
				<input
					id="<?php echo esc_attr( $rappel_id . '-name' ); ?>"
					type="text"
					name="name"
					maxlength="80"
					autocomplete="name"
					<?php if ( '' !== $rappel_view->typed_name ) : ?>
						value="<?php echo esc_attr( $rappel_view->typed_name ); ?>"
					<?php endif; ?>
				/>
			</div>
		<?php endif; ?>
		<div class="rappel-callback__field">
			<label for="<?php echo esc_attr( $rappel_id . '-number' ); ?>"><?php echo esc_html( $rappel_form->phone_label ); ?></label>
			<input
				id="<?php echo esc_attr( $rappel_id . '-number' ); ?>"
				type="tel"
				dir="ltr"
				name="number"
				required
				maxlength="40"
				autocomplete="tel"
				aria-describedby="<?php echo esc_attr( $rappel_id . '-number-error' ); ?>"
				<?php if ( $rappel_view->is_filled ) : ?>
					value="<?php echo esc_attr( $rappel_view->typed_number ); ?>"
					aria-invalid="<?php echo esc_attr( $rappel_view->context['numberInvalid'] ? 'true' : 'false' ); ?>"
				<?php else : ?>
					data-wp-bind--aria-invalid="context.numberInvalid"
					data-wp-bind--disabled="!context.canAsk"
				<?php endif; ?>
			/>
			<p
				id="<?php echo esc_attr( $rappel_id . '-number-error' ); ?>"
				class="rappel-callback__error"
				data-wp-text="context.numberError"
			></p>
		</div>
		<?php if ( $rappel_form->asks_note ) : ?>
			<div class="rappel-callback__field">
				<label for="<?php echo esc_attr( $rappel_id . '-note' ); ?>"><?php echo esc_html( $rappel_form->note_label ); ?></label>
				<?php
				printf(
					'<textarea id="%1$s" name="note" rows="2" maxlength="300" aria-describedby="%2$s">%3$s</textarea>',
					esc_attr( $rappel_id . '-note' ),
					esc_attr( $rappel_id . '-note-hint' ),
					esc_textarea( $rappel_view->typed_note )
				);
				?>
				<p id="<?php echo esc_attr( $rappel_id . '-note-hint' ); ?>" class="rappel-callback__example"><?php esc_html_e( 'For example: I use a phone relay service, please speak slowly.', 'rappel' ); ?></p>
			</div>
		<?php endif; ?>
		<?php if ( $rappel_form->consent_required ) : ?>
			<div class="rappel-callback__consent">
				<label>
					<input
						type="checkbox"
						name="consent"
						value="1"
						required
						aria-describedby="<?php echo esc_attr( $rappel_id . '-consent-error' ); ?>"
						<?php if ( $rappel_view->is_filled ) : ?>
							<?php checked( $rappel_view->typed_consent ); ?>
							aria-invalid="<?php echo esc_attr( $rappel_view->context['consentInvalid'] ? 'true' : 'false' ); ?>"
						<?php else : ?>
							data-wp-bind--aria-invalid="context.consentInvalid"
						<?php endif; ?>
					/>
					<?php echo esc_html( $rappel_form->consent ); ?>
				</label>
				<p
					id="<?php echo esc_attr( $rappel_id . '-consent-error' ); ?>"
					class="rappel-callback__error"
					data-wp-text="context.consentError"
				></p>
			</div>
		<?php else : ?>
			<p class="rappel-callback__consent"><?php echo esc_html( $rappel_form->consent ); ?></p>
		<?php endif; ?>
		<div
			class="rappel-callback__picker"
			role="group"
			tabindex="-1"
			aria-label="<?php echo esc_attr( $rappel_form->later_label ); ?>"
			data-wp-bind--hidden="!context.picking"
		>
			<div class="rappel-callback__slots"><?php if ( null !== $rappel_view->slots ) : ?>
				<input type="hidden" name="picking" value="1" />
				<?php if ( '' !== $rappel_view->slots->problem ) : ?>
					<p class="rappel-callback__notice"><?php echo esc_html( $rappel_view->slots->problem ); ?></p>
				<?php else : ?>
					<div class="rappel-callback__field">
						<label for="<?php echo esc_attr( $rappel_id . '-slot' ); ?>"><?php esc_html_e( 'Day and time of the call', 'rappel' ); ?></label>
						<select id="<?php echo esc_attr( $rappel_id . '-slot' ); ?>" name="slot" required>
							<option value=""><?php esc_html_e( 'Choose…', 'rappel' ); ?></option>
							<?php foreach ( $rappel_view->slots->days as $rappel_day ) : ?>
								<optgroup label="<?php echo esc_attr( $rappel_day['label'] ); ?>">
									<?php foreach ( $rappel_day['slots'] as $rappel_slot ) : ?>
										<option value="<?php echo esc_attr( $rappel_slot['starts_at'] ); ?>"<?php selected( $rappel_slot['starts_at'], $rappel_view->slot ); ?>><?php echo esc_html( $rappel_slot['label'] ); ?></option>
									<?php endforeach; ?>
								</optgroup>
							<?php endforeach; ?>
						</select>
					</div>
				<?php endif; ?>
			<?php endif; ?></div>
			<div class="rappel-callback__live" aria-live="polite"></div>
		</div>
		<p class="rappel-callback__error" role="alert" data-wp-text="context.formError"></p>
		<div class="rappel-callback__alternatives" data-wp-bind--hidden="!context.picking"></div>
		<div class="rappel-callback__action" data-wp-bind--hidden="context.nowHidden">
			<button
				type="submit"
				class="rappel-callback__button wp-element-button"
				data-wp-text="context.buttonText"
				data-wp-bind--aria-disabled="context.sending"
				data-wp-class--is-unavailable="!context.canSubmit"
			></button>
			<p
				class="rappel-callback__closed"
				data-wp-text="context.closedText"
				data-wp-class--is-unavailable="context.canSubmit"
			></p>
		</div>
		<button
			type="submit"
			name="do"
			value="book"
			formnovalidate
			class="rappel-callback__later wp-element-button"
			data-wp-on--click="actions.chooseTime"
			data-wp-class--is-quiet="context.immediate"
			data-wp-bind--hidden="context.laterHidden"
		><?php echo esc_html( $rappel_form->later_label ); ?></button>
		<?php if ( null !== $rappel_view->slots && '' !== $rappel_view->slots->next_date ) : ?>
			<noscript>
				<button type="submit" class="rappel-callback__choice" name="slots_from" value="<?php echo esc_attr( $rappel_view->slots->next_date ); ?>" formnovalidate><?php esc_html_e( 'Later days', 'rappel' ); ?></button>
			</noscript>
		<?php endif; ?>
		<button
			type="submit"
			name="do"
			value="now"
			formnovalidate
			class="rappel-callback__choice"
			data-wp-on--click="actions.closePicker"
			data-wp-text="context.closePickerText"
			data-wp-bind--hidden="!context.picking"
		></button>
		<?php if ( '' !== $rappel_form->other_ways ) : ?>
			<p class="rappel-callback__example"><?php echo wp_kses_post( nl2br( make_clickable( esc_html( $rappel_form->other_ways ) ) ) ); ?></p>
		<?php endif; ?>
	</form>
	<div class="rappel-callback__code"><?php Block\Code_Step::show( $rappel_view ); ?></div>
	<div class="rappel-callback__panel" tabindex="-1" data-wp-bind--data-state="context.state">
		<span class="rappel-callback__steps" aria-hidden="true"><i></i><i></i><i></i></span>
		<div class="rappel-callback__status" role="status">
			<p class="rappel-callback__confirmation" data-wp-text="context.confirmation"></p>
			<p class="rappel-callback__message" data-wp-text="context.message"></p>
			<p class="rappel-callback__when" data-wp-text="context.when"></p>
			<p class="rappel-callback__detail" data-wp-text="context.detail"></p>
			<p class="rappel-callback__detail" data-wp-text="context.textMessage"></p>
			<p class="rappel-callback__notice" data-wp-text="context.notice"></p>
		</div>
		<div class="rappel-callback__choices">
			<a
				class="rappel-callback__choice"
				data-wp-bind--href="context.calendarUrl"
				data-wp-bind--hidden="!context.calendarUrl"
			><?php esc_html_e( 'Add to my calendar', 'rappel' ); ?></a>
			<a
				class="rappel-callback__choice"
				data-wp-bind--href="context.changeUrl"
				data-wp-bind--hidden="!context.changeUrl"
			><?php esc_html_e( 'Change the time', 'rappel' ); ?></a>
			<button
				type="button"
				class="rappel-callback__choice"
				data-wp-on--click="actions.cancel"
				data-wp-bind--hidden="!context.canCancel"
			><?php esc_html_e( 'Cancel my request', 'rappel' ); ?></button>
			<button
				type="button"
				class="rappel-callback__choice"
				data-wp-on--click="actions.correctNumber"
				data-wp-bind--hidden="!context.canCancel"
			><?php esc_html_e( 'Wrong number?', 'rappel' ); ?></button>
			<button
				type="button"
				class="rappel-callback__choice"
				data-wp-on--click="actions.askAgain"
				data-wp-bind--hidden="!context.final"
			><?php esc_html_e( 'Ask for another callback', 'rappel' ); ?></button>
		</div>
		<?php if ( '' !== $rappel_view->request_key ) : ?>
			<noscript>
				<form class="rappel-callback__choices" method="post" action="<?php echo esc_url( $rappel_view->post_url ); ?>">
					<input type="hidden" name="action" value="rappel_follow" />
					<input type="hidden" name="form_id" value="<?php echo esc_attr( $rappel_id ); ?>" />
					<input type="hidden" name="key" value="<?php echo esc_attr( $rappel_view->request_key ); ?>" />
					<input type="hidden" name="language" value="<?php echo esc_attr( $rappel_view->language ); ?>" />
					<input type="hidden" name="page_url" value="<?php echo esc_url( $rappel_view->page_url ); ?>" />
					<?php if ( $rappel_view->is_over ) : ?>
						<a class="rappel-callback__choice" href="<?php echo esc_url( $rappel_view->page_url ); ?>"><?php esc_html_e( 'Ask for another callback', 'rappel' ); ?></a>
					<?php else : ?>
						<button type="submit" class="rappel-callback__choice" name="do" value="refresh"><?php esc_html_e( 'See what happens now', 'rappel' ); ?></button>
					<?php endif; ?>
					<?php if ( $rappel_view->may_cancel ) : ?>
						<button type="submit" class="rappel-callback__choice" name="do" value="changed_mind"><?php esc_html_e( 'Cancel my request', 'rappel' ); ?></button>
						<button type="submit" class="rappel-callback__choice" name="do" value="wrong_number"><?php esc_html_e( 'Wrong number?', 'rappel' ); ?></button>
					<?php endif; ?>
				</form>
			</noscript>
		<?php endif; ?>
	</div>
	<?php if ( $rappel_display->is_in_dialog() ) : ?>
			</div>
			<button
				type="button"
				class="rappel-callback__close"
				commandfor="<?php echo esc_attr( $rappel_id . '-dialog' ); ?>"
				command="close"
				aria-label="<?php esc_attr_e( 'Close', 'rappel' ); ?>"
			>×</button>
		</dialog>
	<?php endif; ?>
</div>
