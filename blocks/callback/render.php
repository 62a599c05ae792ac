<?php
/**
 * The callback form as a visitor receives it: complete without JavaScript, and safe to cache for an hour.
 *
 * Everything comes from WordPress's own copy of the channel: no HTTP request is made here (see Callback_View).
 *
 * What view.ts must provide, in the store `rappel/callback`:
 *
 *   callbacks.start   data-wp-init: sets `noValidate` on the form (its own messages replace the browser's), asks
 *                     `availabilityUrl` at once and again at `changesAt` (the page may come from a cache), and goes on
 *                     polling when `key` is already set (a page reached after a form sent without JavaScript).
 *   actions.send      submit of the form: makes the key (UUID v4), POSTs VisitorSubmission as JSON to `requestsUrl`.
 *   actions.cancel    submit of the second form; `event.submitter.value` is the reason, 'changed_mind' | 'wrong_number';
 *                     POSTs {reason, language} to `${requestsUrl}/by-key/${key}/cancellation`. After 'wrong_number' the
 *                     form comes back with the number still in it.
 *   actions.again     click on the link shown at the end: back to the form, `event.preventDefault()`.
 *   actions.typeNumber / actions.typeName / actions.toggleConsent   input events: keep the context, clear the field's error.
 *
 * Context, all of it also read by the server to render the first state (types in TypeScript's notation):
 *
 *   channelId: string; language: string (BCP 47, the page's); requestsUrl: string; availabilityUrl: string
 *                     (add `?language=` through URL.searchParams: without pretty permalinks the addresses already have a query)
 *   open: boolean     an immediate request may be made now; `notice: string` is shown instead of the form otherwise
 *   changesAt: string | null
 *   sending: boolean; sent: boolean   `sent` swaps the form for the state of the request
 *   number: string; name: string; consent: boolean; consentRequired: boolean
 *   errors: { number: string; name: string; consent: string; form: string }   '' when there is none
 *   invalid: { number: boolean; name: boolean; consent: boolean }
 *   key: string; message: string; place: string; numberLine: string; callerLine: string; canCancel: boolean; final: boolean
 *   pollAfterMilliseconds: number
 *   texts: { numberMissing, consentMissing, sending, unreachable, place, numberLine, callerLine, closed: string }
 *                     `%s` in place, numberLine and callerLine stands for the value; `closed` is the notice when the
 *                     service gives no next opening, `opensAt` has `%s` for nextOpening.label.
 *
 * Never send a REST nonce from this page: one from a cached page is refused by WordPress, none at all is welcome.
 * A WordPress error is {code, message, data: {status, field?, retryAt?}}; `message` is a sentence for the visitor.
 *
 * @package Rappel
 *
 * @var array<string, mixed> $attributes Attributes of the block.
 */

namespace Rappel;

defined( 'ABSPATH' ) || exit;

$rappel_view = Block\Callback_View::for_block( $attributes );

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

$rappel_id   = $rappel_view->id;
$rappel_form = $rappel_view->form;
?>
<div
	<?php
	echo get_block_wrapper_attributes( array( 'class' => 'rappel-callback' ) );
	?>
	data-wp-interactive="rappel/callback"
	data-wp-init="callbacks.start"
	<?php echo wp_interactivity_data_wp_context( $rappel_view->context ); ?>
>
	<div class="rappel-callback__ask" data-wp-bind--hidden="context.sent">
		<p class="rappel-callback__introduction"><?php echo esc_html( $rappel_form['introduction'] ); ?></p>
		<p class="rappel-callback__notice" data-wp-bind--hidden="context.open" data-wp-text="context.notice"></p>
		<form
			id="<?php echo esc_attr( $rappel_id ); ?>"
			class="rappel-callback__form"
			method="post"
			action="<?php echo esc_url( $rappel_view->post_url ); ?>"
			data-wp-bind--hidden="!context.open"
			data-wp-bind--aria-busy="context.sending"
			data-wp-on--submit="actions.send"
		>
			<input type="hidden" name="action" value="rappel_callback" />
			<input type="hidden" name="channel_id" value="<?php echo esc_attr( $rappel_view->channel_id ); ?>" />
			<input type="hidden" name="language" value="<?php echo esc_attr( $rappel_view->language ); ?>" />
			<input type="hidden" name="page_url" value="<?php echo esc_url( $rappel_view->page_url ); ?>" />
			<input type="hidden" name="page_title" value="<?php echo esc_attr( $rappel_view->page_title ); ?>" />
			<?php if ( $rappel_form['askName'] ) : ?>
				<div class="rappel-callback__field">
					<label for="<?php echo esc_attr( $rappel_id . '-name' ); ?>">
						<?php echo esc_html( $rappel_form['nameLabel'] ); ?>
						<span class="rappel-callback__optional"><?php esc_html_e( '(optional)', 'rappel' ); ?></span>
					</label>
					<input
						id="<?php echo esc_attr( $rappel_id . '-name' ); ?>"
						type="text"
						name="name"
						maxlength="80"
						autocomplete="name"
						aria-describedby="<?php echo esc_attr( $rappel_id . '-name-error' ); ?>"
						data-wp-bind--aria-invalid="context.invalid.name"
						data-wp-bind--value="context.name"
						data-wp-on--input="actions.typeName"
					/>
					<p
						id="<?php echo esc_attr( $rappel_id . '-name-error' ); ?>"
						class="rappel-callback__error"
						data-wp-bind--hidden="!context.errors.name"
						data-wp-text="context.errors.name"
					></p>
				</div>
			<?php endif; ?>
			<div class="rappel-callback__field">
				<label for="<?php echo esc_attr( $rappel_id . '-number' ); ?>"><?php echo esc_html( $rappel_form['phoneLabel'] ); ?></label>
				<input
					id="<?php echo esc_attr( $rappel_id . '-number' ); ?>"
					type="tel"
					name="number"
					required
					maxlength="40"
					autocomplete="tel"
					inputmode="tel"
					aria-describedby="<?php echo esc_attr( $rappel_id . '-number-error' ); ?>"
					data-wp-bind--aria-invalid="context.invalid.number"
					data-wp-bind--value="context.number"
					data-wp-on--input="actions.typeNumber"
				/>
				<p
					id="<?php echo esc_attr( $rappel_id . '-number-error' ); ?>"
					class="rappel-callback__error"
					data-wp-bind--hidden="!context.errors.number"
					data-wp-text="context.errors.number"
				></p>
			</div>
			<?php if ( $rappel_form['consentRequired'] ) : ?>
				<div class="rappel-callback__field rappel-callback__field--consent">
					<input
						id="<?php echo esc_attr( $rappel_id . '-consent' ); ?>"
						type="checkbox"
						name="consent"
						value="1"
						required
						aria-describedby="<?php echo esc_attr( $rappel_id . '-consent-error' ); ?>"
						data-wp-bind--aria-invalid="context.invalid.consent"
						data-wp-bind--checked="context.consent"
						data-wp-on--change="actions.toggleConsent"
					/>
					<label for="<?php echo esc_attr( $rappel_id . '-consent' ); ?>"><?php echo esc_html( $rappel_form['consent'] ); ?></label>
					<p
						id="<?php echo esc_attr( $rappel_id . '-consent-error' ); ?>"
						class="rappel-callback__error"
						data-wp-bind--hidden="!context.errors.consent"
						data-wp-text="context.errors.consent"
					></p>
				</div>
			<?php else : ?>
				<p class="rappel-callback__consent"><?php echo esc_html( $rappel_form['consent'] ); ?></p>
			<?php endif; ?>
			<p
				class="rappel-callback__error rappel-callback__error--form"
				role="alert"
				data-wp-bind--hidden="!context.errors.form"
				data-wp-text="context.errors.form"
			></p>
			<button type="submit" class="rappel-callback__button wp-element-button" data-wp-bind--aria-disabled="context.sending">
				<?php echo esc_html( $rappel_form['buttonLabel'] ); ?>
			</button>
		</form>
	</div>
	<?php // Always in the page, since a live region that appears together with its text is not announced. ?>
	<div class="rappel-callback__status" role="status" tabindex="-1">
		<p class="rappel-callback__message" data-wp-bind--hidden="!context.message" data-wp-text="context.message"></p>
		<p class="rappel-callback__place" data-wp-bind--hidden="!context.place" data-wp-text="context.place"></p>
	</div>
	<div class="rappel-callback__after" data-wp-bind--hidden="!context.sent">
		<p class="rappel-callback__number" data-wp-bind--hidden="!context.numberLine" data-wp-text="context.numberLine"></p>
		<p class="rappel-callback__caller" data-wp-bind--hidden="!context.callerLine" data-wp-text="context.callerLine"></p>
		<form
			class="rappel-callback__cancel"
			method="post"
			action="<?php echo esc_url( $rappel_view->post_url ); ?>"
			data-wp-bind--hidden="!context.canCancel"
			data-wp-on--submit="actions.cancel"
		>
			<input type="hidden" name="action" value="rappel_cancel" />
			<input type="hidden" name="key" data-wp-bind--value="context.key" />
			<input type="hidden" name="language" value="<?php echo esc_attr( $rappel_view->language ); ?>" />
			<input type="hidden" name="page_url" value="<?php echo esc_url( $rappel_view->page_url ); ?>" />
			<button type="submit" class="rappel-callback__link" name="reason" value="wrong_number"><?php esc_html_e( 'Wrong number?', 'rappel' ); ?></button>
			<button type="submit" class="rappel-callback__link" name="reason" value="changed_mind"><?php esc_html_e( 'Cancel my request', 'rappel' ); ?></button>
		</form>
		<?php if ( '' !== $rappel_view->refresh_url ) : ?>
			<noscript>
				<p><a href="<?php echo esc_url( $rappel_view->refresh_url ); ?>"><?php esc_html_e( 'See what happens now', 'rappel' ); ?></a></p>
			</noscript>
		<?php endif; ?>
		<p class="rappel-callback__again" data-wp-bind--hidden="!context.final">
			<a href="<?php echo esc_url( $rappel_view->page_url ); ?>" data-wp-on--click="actions.again"><?php esc_html_e( 'Ask for another callback', 'rappel' ); ?></a>
		</p>
	</div>
</div>
