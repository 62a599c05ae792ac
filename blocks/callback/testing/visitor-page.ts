import { afterEach, beforeAll, beforeEach, jest } from '@jest/globals';
import type { Availability, VisitorStatus } from '@rappel/contract';
import type { CallbackContext } from '../context';

/**
 * The store as a page loads it: real directives on the markup of render.php; only the network is ours.
 */
type Answer = object | { status: number; error: object } | 'no answer';
const asked: {
	method: string;
	url: string;
	body: Record< string, unknown >;
}[] = [];
export const answers: Record< string, Answer[] > = {};

export const texts: CallbackContext[ 'texts' ] = {
	button: 'Call me back now',
	sending: 'Sending…',
	retry: 'Try again',
	confirmation: 'Thank you!',
	numberMissing: 'Please type your phone number.',
	consentMissing: 'Please tick the box.',
	sendFailed: 'Could not be sent.',
	notReceived: 'Did not arrive.',
	connectionLost: 'Connection lost.',
	cancelFailed: 'Could not cancel.',
	numberCalled: 'We call {number}.',
	callerIdShown: 'Your phone will show {number}.',
	place: 'You are number {place}.',
	closed: 'Closed.',
	calledAt: 'Your call: {time}.',
	code: 'Code received by SMS',
	codeConfirm: 'Confirm my number',
	codeMissing: 'Please type the code.',
	codeResend: 'Send another code',
	codeResendIn: 'Send another code in {seconds} s',
	codeNumber: 'Change my number',
	book: 'Book {time}',
	bookNone: 'Book this time',
	slotMissing: 'Please choose a time.',
	backToNow: 'Call me back now instead',
	closePicker: 'Close the times',
	slotsFailed: 'The times could not be loaded.',
	slotsLoading: 'Loading the free times…',
	slotsNone: 'No time is free.',
	chooseDay: 'Day of the call',
	earlierDays: 'Earlier days',
	laterDays: 'Later days',
	daysShown: 'From {first} to {last}',
	timesOf: 'Free times on {day}',
	morning: 'Morning',
	afternoon: 'Afternoon',
	evening: 'Evening',
	slotTime: '{day} at {time}',
	nearest: 'The nearest free times.',
};

const context: CallbackContext = {
	restUrl: 'https://example.test/wp-json/rappel/v1/',
	pickerUrl: './picker/picker',
	codeUrl: './code/code',
	dialogUrl: '',
	display: 'inline',
	preview: '',
	isFilled: false,
	channelId: 'channel-1',
	language: 'en-GB',
	phase: 'form',
	sending: false,
	immediate: true,
	deferred: true,
	deferredOnly: false,
	picking: false,
	slot: '',
	slotText: '',
	canAsk: true,
	canSubmit: true,
	nowHidden: false,
	laterHidden: false,
	closePickerText: texts.backToNow,
	changesAt: null,
	closedText: '',
	buttonText: texts.button,
	numberError: '',
	numberInvalid: false,
	consentError: '',
	consentInvalid: false,
	formError: '',
	key: '',
	state: '',
	confirmation: '',
	message: '',
	when: '',
	detail: '',
	textMessage: '',
	calendarUrl: '',
	changeUrl: '',
	notice: '',
	canCancel: false,
	final: false,
	texts,
};

/** Form and panel are in a dialog where the display says so. */
const opening = ( isInDialog: boolean ) =>
	isInDialog
		? '<button type="button" class="rappel-callback__open" data-wp-on--click="actions.openDialog"></button><dialog class="rappel-callback__dialog"><div>'
		: '';
const closing = ( isInDialog: boolean ) =>
	isInDialog
		? '</div><button type="button" class="rappel-callback__close"></button></dialog>'
		: '';

const page = ( changes: Partial< CallbackContext > = {} ) => `
	<div class="rappel-callback" data-wp-interactive="rappel/callback" data-wp-context='${ JSON.stringify(
		{ ...context, ...changes }
	) }' data-wp-init="callbacks.start" data-wp-bind--data-phase="context.phase">
		${ opening( !! changes.dialogUrl ) }
		<form class="rappel-callback__form" data-wp-on--submit="actions.submit">
			<div class="rappel-callback__field">
				<input type="tel" name="number" data-wp-bind--aria-invalid="context.numberInvalid" data-wp-bind--disabled="!context.canAsk" />
				<p class="number-error" data-wp-text="context.numberError"></p>
			</div>
			<textarea name="note"></textarea>
			<input type="checkbox" name="consent" data-wp-bind--aria-invalid="context.consentInvalid" />
			<p class="consent-error" data-wp-text="context.consentError"></p>
			<div class="rappel-callback__picker" tabindex="-1" data-wp-bind--hidden="!context.picking">
				<div class="rappel-callback__slots"></div>
				<div class="rappel-callback__live" aria-live="polite"></div>
			</div>
			<p role="alert" data-wp-text="context.formError"></p>
			<div class="rappel-callback__alternatives" data-wp-bind--hidden="!context.picking"></div>
			<div class="now" data-wp-bind--hidden="context.nowHidden">
				<button type="submit" class="submit" data-wp-text="context.buttonText" data-wp-class--is-unavailable="!context.canSubmit"></button>
				<p class="closed" data-wp-text="context.closedText" data-wp-class--is-unavailable="context.canSubmit"></p>
			</div>
			<button type="submit" class="rappel-callback__later" data-wp-on--click="actions.chooseTime" data-wp-bind--hidden="context.laterHidden">Choose a time</button>
			<button type="submit" class="close" data-wp-on--click="actions.closePicker" data-wp-text="context.closePickerText" data-wp-bind--hidden="!context.picking"></button>
		</form>
		<div class="rappel-callback__code"></div>
		<div class="rappel-callback__panel" tabindex="-1" data-wp-bind--data-state="context.state">
			<div role="status">
				<p class="confirmation" data-wp-text="context.confirmation"></p>
				<p class="message" data-wp-text="context.message"></p>
				<p class="when" data-wp-text="context.when"></p>
				<p class="detail" data-wp-text="context.detail"></p>
				<p class="text-message" data-wp-text="context.textMessage"></p>
				<p class="notice" data-wp-text="context.notice"></p>
			</div>
			<a class="calendar" data-wp-bind--href="context.calendarUrl" data-wp-bind--hidden="!context.calendarUrl"></a>
			<a class="change" data-wp-bind--href="context.changeUrl" data-wp-bind--hidden="!context.changeUrl"></a>
			<button type="button" class="cancel" data-wp-on--click="actions.cancel" data-wp-bind--hidden="!context.canCancel"></button>
			<button type="button" class="wrong" data-wp-on--click="actions.correctNumber" data-wp-bind--hidden="!context.canCancel"></button>
			<button type="button" class="again" data-wp-on--click="actions.askAgain" data-wp-bind--hidden="!context.final"></button>
		</div>
		${ closing( !! changes.dialogUrl ) }
	</div>`;

export const open: Availability = {
	immediate: true,
	reason: null,
	changesAt: null,
	nextOpening: null,
	deferred: true,
	unavailableSentence: null,
	serverTime: '2026-11-25T10:00:00.000Z',
};

export const status = (
	changes: Partial< VisitorStatus >
): VisitorStatus => ( {
	key: 'any',
	state: 'calling_company',
	message: 'We are calling an adviser.',
	numberShown: '06 12 34 56 78',
	callerIdShown: null,
	place: null,
	dueAt: null,
	booking: null,
	canCancel: true,
	final: false,
	pollAfterMilliseconds: 1_000,
	updatedAt: '2026-11-25T10:00:00.000Z',
	...changes,
} );

export const done = status( {
	state: 'done',
	message: 'Goodbye.',
	final: true,
	canCancel: false,
	pollAfterMilliseconds: 0,
} );

/** What is asked for, by the end of the path: "availability", "callback-requests", "status", "cancellation". */
function kindOf( url: string, method: string ): string {
	const last = url.replace( /\?.*/, '' ).split( '/' ).at( -1 )!;
	return url.includes( '/by-key/' ) && method === 'GET' ? 'status' : last;
}

const fetchMock = jest.fn(
	async ( url: string, { method = 'GET', body }: RequestInit = {} ) => {
		asked.push( {
			method,
			url,
			body: body ? JSON.parse( String( body ) ) : {},
		} );
		const queue = answers[ kindOf( url, method ) ] ?? [];
		const answer = queue.length > 1 ? queue.shift()! : queue[ 0 ];
		if ( ! answer || answer === 'no answer' ) {
			throw new TypeError( 'Failed to fetch' );
		}
		const failure =
			'error' in answer
				? ( answer as { status: number; error: object } )
				: null;
		return {
			ok: ! failure,
			status: failure ? failure.status : 200,
			json: async () => ( failure ? failure.error : answer ),
		};
	}
);

export const requests = ( kind: string ) =>
	asked.filter( ( { url, method } ) => kindOf( url, method ) === kind );
export const find = < E extends HTMLElement = HTMLElement >(
	selector: string
) => document.querySelector< E >( selector )!;
export const text = ( selector: string ) => find( selector ).textContent;
export const settle = () => jest.advanceTimersByTimeAsync( 100 );

let hydrate: () => void;

/** Puts a block into the page and hydrates it; `typed`: a number that the page came with. */
export async function load(
	changes: Partial< CallbackContext > = {},
	typed = ''
) {
	document.body.innerHTML = page( changes );
	find< HTMLInputElement >( '[name=number]' ).value = typed;
	hydrate();
	await settle();
}

export async function submit( number: string ) {
	find< HTMLInputElement >( '[name=number]' ).value = number;
	find< HTMLInputElement >( '[name=consent]' ).checked = true;
	find( 'form' ).dispatchEvent(
		new Event( 'submit', { bubbles: true, cancelable: true } )
	);
	await settle();
}

/** Call it once in a test file. */
export function visitPages(): void {
	beforeAll( async () => {
		globalThis.fetch = fetchMock as unknown as typeof fetch;
		jest.useFakeTimers();
		// jsdom does not measure navigation; 0: the page is still loading, so that nothing hydrates before a test asks.
		performance.getEntriesByType = () =>
			[ { domContentLoadedEventStart: 0 } ] as never;
		await import( '../view' );
		const { privateApis } = await import( '@wordpress/interactivity' );
		const { getRegionRootFragment, toVdom, render } = privateApis(
			'I acknowledge that using private APIs means my theme or plugin will inevitably break in the next version of WordPress.'
		);
		hydrate = () => {
			const root = find( '.rappel-callback' );
			render( toVdom( root ), getRegionRootFragment( root ) );
		};
	} );

	beforeEach( () => {
		sessionStorage.clear();
		asked.length = 0;
		for ( const kind of Object.keys( answers ) ) {
			delete answers[ kind ];
		}
		answers.availability = [ open ];
	} );

	afterEach( () => {
		jest.clearAllTimers();
	} );
}
