import type { VisitorState } from '@rappel/contract';

/**
 * What render.php gives the page in `data-wp-context`, and what view.ts changes while the visitor uses it. Every directive of
 * the markup reads a plain value from here and none a derived getter, so that PHP's directive processor (WordPress 6.5 and
 * later) renders the same page as the browser does.
 *
 * Markup that view.ts, picker/ and style.scss rely on (classes start with `rappel-callback__`):
 *
 *   <div {wrapper} data-wp-interactive="rappel/callback" data-wp-context="{…}" data-wp-init="callbacks.start"
 *        data-wp-bind--data-phase="context.phase">
 *     <form class="…form" method="post" data-wp-on--submit="actions.submit">
 *       <p class="…introduction">
 *       <div class="…field"> <label for> <input type="tel" name="number" required autocomplete="tel" maxlength="40"
 *            aria-describedby="{id}-number-error" data-wp-bind--aria-invalid="context.numberInvalid"
 *            data-wp-bind--disabled="!context.canAsk">
 *            <p id="{id}-number-error" class="…error" data-wp-text="context.numberError"></p> </div>
 *       the same with name="name" autocomplete="name" maxlength="80", not required, where the channel asks for it (no error line)
 *       the same with <textarea name="note" maxlength="300" rows="2" aria-describedby="{id}-note-hint">, not required, and
 *            <p id="{id}-note-hint" class="…example">, after the number, where the channel asks for it (no error line)
 *       <div class="…consent"> <label><input type="checkbox" name="consent" value="1" required
 *            aria-describedby="{id}-consent-error" data-wp-bind--aria-invalid="context.consentInvalid"> {consent}</label>
 *            <p id="{id}-consent-error" class="…error" data-wp-text="context.consentError"></p> </div>
 *            or, where consent is a sentence only, <p class="…consent">{consent}</p>
 *       <div class="…picker" role="group" tabindex="-1" aria-label data-wp-bind--hidden="!context.picking">
 *            <div class="…slots"></div> (a skeleton while it is empty; picker/ fills it) <div class="…live" aria-live="polite"></div> </div>
 *       <p class="…error" role="alert" data-wp-text="context.formError"></p>
 *       <div class="…alternatives" data-wp-bind--hidden="!context.picking"></div> (picker/ fills it)
 *       <div class="…action" data-wp-bind--hidden="context.nowHidden">
 *         <button type="submit" class="…button wp-element-button" data-wp-text="context.buttonText"
 *            data-wp-bind--aria-disabled="context.sending" data-wp-class--is-unavailable="!context.canSubmit">
 *         <p class="…closed" data-wp-text="context.closedText" data-wp-class--is-unavailable="context.canSubmit"></p> </div>
 *       <button type="submit" name="do" value="book" formnovalidate class="…later wp-element-button"
 *            data-wp-on--click="actions.chooseTime" data-wp-class--is-quiet="context.immediate"
 *            data-wp-bind--hidden="context.laterHidden">
 *       <button type="submit" name="do" value="now" formnovalidate class="…choice" data-wp-on--click="actions.closePicker" data-wp-text="context.closePickerText"
 *            data-wp-bind--hidden="!context.picking">
 *     </form>
 *     <div class="…code"></div> (code/ fills it; without JavaScript it is a form of its own)
 *     <div class="…panel" tabindex="-1" data-wp-bind--data-state="context.state">
 *       <span class="…steps" aria-hidden="true"><i></i><i></i><i></i></span>
 *       <div class="…status" role="status"> <p class="…confirmation" data-wp-text="context.confirmation"></p>
 *            <p class="…message" data-wp-text="context.message"></p> <p class="…when" data-wp-text="context.when"></p>
 *            <p class="…detail" data-wp-text="context.detail"></p> <p class="…detail" data-wp-text="context.textMessage"></p>
 *            <p class="…notice" data-wp-text="context.notice"></p> </div>
 *       <div class="…choices">
 *         <a class="…choice" data-wp-bind--href="context.calendarUrl" data-wp-bind--hidden="!context.calendarUrl">
 *         <a class="…choice" data-wp-bind--href="context.changeUrl" data-wp-bind--hidden="!context.changeUrl">
 *         <button type="button" class="…choice" data-wp-on--click="actions.cancel" data-wp-bind--hidden="!context.canCancel">
 *         <button type="button" class="…choice" data-wp-on--click="actions.correctNumber" data-wp-bind--hidden="!context.canCancel">
 *         <button type="button" class="…choice" data-wp-on--click="actions.askAgain" data-wp-bind--hidden="!context.final">
 *       </div>
 *     </div>
 *   </div>
 *
 * Where display is not "inline", a button (…open, data-wp-on--click="actions.openDialog") and a <dialog class="…dialog"> stand in the
 * root; the dialog holds <div class="…surface"> around form and panel, and a button (…close).
 * Inline, the root is the surface.
 *
 * Button and closed sentence share one cell of a grid, and so do form, code and panel: the page never shifts when one takes the
 * other's place. Inputs are not bound to the context: what a visitor typed before the script came is theirs.
 */
export interface CallbackContext {
	/** Told by the server: where rappel/v1 is, with a slash at the end ("https://example.org/wp-json/rappel/v1/"). */
	restUrl: string;
	/** Where picker/ is, with its version. */
	pickerUrl: string;
	/** Where code/ is, with its version. */
	codeUrl: string;
	/** Where dialog/ is, with its version; empty where the form stands in the page itself. */
	dialogUrl: string;
	display: 'inline' | 'button' | 'floating' | 'dialog';
	channelId: string;
	/** Why nothing may be sent: the page is looked at before it is published. Empty otherwise. */
	preview: string;
	/** The form was sent before this script came: its dialog is opened at once. */
	isFilled: boolean;
	/** The page's language, BCP 47 ("fr-FR"). */
	language: string;

	/**
	 * `confirming`: a code was sent to the number, and is to be typed before anything else (N06). `following`: a request was sent (or is
	 * found again after a reload) and the panel tells what happens to it.
	 */
	phase: 'form' | 'confirming' | 'following';
	sending: boolean;

	/** May a request be made now? By PHP's copy of the hours when rendered, by the service's answer from then on. */
	immediate: boolean;
	/** May a slot be booked? */
	deferred: boolean;
	/** The channel takes bookings only: nothing is said about being called now. */
	deferredOnly: boolean;
	/** The visitor chooses a time: the form books. */
	picking: boolean;
	/** When the chosen slot starts, as the service wrote it; empty: none is chosen. */
	slot: string;
	/** The chosen slot as it is said: "Tuesday 1 December at 14:00". */
	slotText: string;

	/** What follows from the five above; see arrange.ts. */
	canAsk: boolean;
	canSubmit: boolean;
	nowHidden: boolean;
	laterHidden: boolean;
	closePickerText: string;

	/** ISO 8601, UTC; null when `immediate` does not change by the hours. */
	changesAt: string | null;
	/** Why one is not called now, and from when on; shown in the button's place while not `immediate`. */
	closedText: string;
	/** The button's words: what it does, or `texts.sending`, or `texts.retry`. */
	buttonText: string;

	numberError: string;
	numberInvalid: boolean;
	consentError: string;
	consentInvalid: boolean;
	formError: string;

	/** Set by the server when the page is reached after a form that was sent without this script; otherwise empty. */
	key: string;
	/** Empty until there is a request. */
	state: VisitorState | '';
	confirmation: string;
	message: string;
	/** The number that is called, and the one that the visitor's phone will show. */
	detail: string;
	/** A booking's time, where `message` does not say it. */
	when: string;
	/** What becomes of the confirmation by SMS. */
	textMessage: string;
	/** Links of a booking; empty: none. */
	calendarUrl: string;
	changeUrl: string;
	/** Said while the page cannot reach WordPress and keeps trying. */
	notice: string;
	canCancel: boolean;
	final: boolean;

	texts: CallbackTexts;
}

/** Sentences for the script, in the page's language; script modules have no translations of their own before WordPress 7.0. */
export interface CallbackTexts {
	/** The channel's button label: "Call me back now". */
	button: string;
	/** "Sending…" */
	sending: string;
	/** "Try again" */
	retry: string;
	/** The channel's confirmation text (S03); shown above what happens until the two talk. */
	confirmation: string;
	/** "Please type your phone number." */
	numberMissing: string;
	/** "Please tick the box to go on." */
	consentMissing: string;
	/** "Your request could not be sent: the connection failed. Your number is still here; please try again." */
	sendFailed: string;
	/** "Your request did not arrive. Your number is still here; please send it again." Shown after a reload. */
	notReceived: string;
	/** "The connection is lost. Your request is with us; this page goes on by itself." */
	connectionLost: string;
	/** "We could not cancel: the connection failed. Please try again." */
	cancelFailed: string;
	/** "We call {number}." */
	numberCalled: string;
	/** "Your phone will show {number}." */
	callerIdShown: string;
	/** "You are number {place} in the queue." */
	place: string;
	/** "We cannot call you back at the moment." */
	closed: string;
	/** "Your call: {time}." By the visitor's clock. */
	calledAt: string;

	/** "Code received by SMS" */
	code: string;
	/** "Confirm my number" */
	codeConfirm: string;
	/** "Please type the code that you received by SMS." */
	codeMissing: string;
	/** "Send another code" */
	codeResend: string;
	/** "Send another code in {seconds} s" */
	codeResendIn: string;
	/** "Change my number" */
	codeNumber: string;

	/** "Book {time}" */
	book: string;
	/** "Book this time", while none is chosen. */
	bookNone: string;
	/** "Please choose a time." */
	slotMissing: string;
	/** "Call me back now instead" */
	backToNow: string;
	/** "Close the times" */
	closePicker: string;
	/** "The times could not be loaded: the connection failed. What you typed is still here; please try again." */
	slotsFailed: string;
	/** "Loading the free times…" */
	slotsLoading: string;
	/** "No time is free at the moment. Please come back a little later." */
	slotsNone: string;
	/** "Day of the call" */
	chooseDay: string;
	/** "Earlier days" */
	earlierDays: string;
	/** "Later days" */
	laterDays: string;
	/** "From {first} to {last}" */
	daysShown: string;
	/** "Free times on {day}" */
	timesOf: string;
	/** "Morning", "Afternoon", "Evening" */
	morning: string;
	afternoon: string;
	evening: string;
	/** "{day} at {time}" */
	slotTime: string;
	/** "The nearest free times. Press one to book it." */
	nearest: string;
}
