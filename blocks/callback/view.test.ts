import {
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	it,
	jest,
} from '@jest/globals';
import type { Availability, VisitorStatus } from '@rappel/contract';
import type { CallbackContext } from './context';

/**
 * The store as a page loads it: real directives on the markup of render.php; only the network is ours.
 */
type Answer = object | { status: number; error: object } | 'no answer';
const asked: {
	method: string;
	url: string;
	body: Record< string, unknown >;
}[] = [];
let answers: Record< string, Answer[] > = {};

const texts: CallbackContext[ 'texts' ] = {
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
	closedUntil: 'Back {opening}.',
	closed: 'Closed.',
	closingSoon: 'Closing soon.',
	nobody: 'Nobody there.',
	queueFull: 'Queue full.',
	opensAgain: 'From {opening}.',
	calledAt: 'Your call: {time}.',
};

const context: CallbackContext = {
	restUrl: 'https://example.test/wp-json/rappel/v1/',
	channelId: 'channel-1',
	language: 'en-GB',
	phase: 'form',
	sending: false,
	immediate: true,
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
	detail: '',
	notice: '',
	canCancel: false,
	final: false,
	texts,
};

const page = ( changes: Partial< CallbackContext > = {} ) => `
	<div class="rappel-callback" data-wp-interactive="rappel/callback" data-wp-context='${ JSON.stringify(
		{ ...context, ...changes }
	) }' data-wp-init="callbacks.start" data-wp-bind--data-phase="context.phase">
		<form class="rappel-callback__form" data-wp-on--submit="actions.submit">
			<div class="rappel-callback__field">
				<input type="tel" name="number" data-wp-bind--aria-invalid="context.numberInvalid" />
				<p class="number-error" data-wp-text="context.numberError"></p>
			</div>
			<textarea name="note"></textarea>
			<input type="checkbox" name="consent" data-wp-bind--aria-invalid="context.consentInvalid" />
			<p class="consent-error" data-wp-text="context.consentError"></p>
			<p role="alert" data-wp-text="context.formError"></p>
			<button type="submit" data-wp-text="context.buttonText" data-wp-class--is-unavailable="!context.immediate"></button>
			<p class="closed" data-wp-text="context.closedText"></p>
		</form>
		<div class="rappel-callback__panel" tabindex="-1" data-wp-bind--data-state="context.state">
			<div role="status">
				<p class="confirmation" data-wp-text="context.confirmation"></p>
				<p class="message" data-wp-text="context.message"></p>
				<p class="detail" data-wp-text="context.detail"></p>
				<p class="notice" data-wp-text="context.notice"></p>
			</div>
			<button type="button" class="cancel" data-wp-on--click="actions.cancel" data-wp-bind--hidden="!context.canCancel"></button>
			<button type="button" class="wrong" data-wp-on--click="actions.correctNumber" data-wp-bind--hidden="!context.canCancel"></button>
			<button type="button" class="again" data-wp-on--click="actions.askAgain" data-wp-bind--hidden="!context.final"></button>
		</div>
	</div>`;

const open: Availability = {
	immediate: true,
	reason: null,
	changesAt: null,
	nextOpening: null,
	serverTime: '2026-11-25T10:00:00.000Z',
};

const status = ( changes: Partial< VisitorStatus > ): VisitorStatus => ( {
	key: 'any',
	state: 'calling_company',
	message: 'We are calling an adviser.',
	numberShown: '06 12 34 56 78',
	callerIdShown: null,
	place: null,
	dueAt: null,
	canCancel: true,
	final: false,
	pollAfterMilliseconds: 1_000,
	updatedAt: '2026-11-25T10:00:00.000Z',
	...changes,
} );

const done = status( {
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

const requests = ( kind: string ) =>
	asked.filter( ( { url, method } ) => kindOf( url, method ) === kind );
const find = < E extends HTMLElement = HTMLElement >( selector: string ) =>
	document.querySelector< E >( selector )!;
const text = ( selector: string ) => find( selector ).textContent;
const settle = () => jest.advanceTimersByTimeAsync( 100 );

let hydrate: () => void;

/** Puts a block into the page and hydrates it. */
async function load( changes: Partial< CallbackContext > = {} ) {
	document.body.innerHTML = page( changes );
	hydrate();
	await settle();
}

async function submit( number: string ) {
	find< HTMLInputElement >( '[name=number]' ).value = number;
	find< HTMLInputElement >( '[name=consent]' ).checked = true;
	find( 'form' ).dispatchEvent(
		new Event( 'submit', { bubbles: true, cancelable: true } )
	);
	await settle();
}

beforeAll( async () => {
	globalThis.fetch = fetchMock as unknown as typeof fetch;
	jest.useFakeTimers();
	// jsdom does not measure navigation; 0: the page is still loading, so that nothing hydrates before a test asks.
	performance.getEntriesByType = () =>
		[ { domContentLoadedEventStart: 0 } ] as never;
	await import( './view' );
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
	answers = { availability: [ open ] };
} );

afterEach( () => {
	jest.clearAllTimers();
} );

describe( 'the form on a page', () => {
	it( 'says what is missing and sends nothing [S01]', async () => {
		await load();
		await submit( ' ' );
		expect( text( '.number-error' ) ).toBe( texts.numberMissing );
		expect( find( '[name=number]' ).getAttribute( 'aria-invalid' ) ).toBe(
			'true'
		);
		expect( document.body.ownerDocument.activeElement ).toBe(
			find( '[name=number]' )
		);
		expect( requests( 'callback-requests' ) ).toHaveLength( 0 );
	} );

	it( 'shows the confirmation and follows the call to its end [S03] [R21]', async () => {
		await load();
		answers[ 'callback-requests' ] = [ status( {} ) ];
		answers.status = [
			status( { state: 'talking', message: 'You talk.' } ),
			done,
		];
		await submit( '06 12 34 56 78' );
		expect( text( '.confirmation' ) ).toBe( 'Thank you!' );
		expect( text( '.message' ) ).toBe( 'We are calling an adviser.' );
		expect( text( '.detail' ) ).toBe( 'We call 06 12 34 56 78.' );
		expect( document.body.ownerDocument.activeElement ).toBe(
			find( '.rappel-callback__panel' )
		);
		await jest.advanceTimersByTimeAsync( 1_100 );
		expect( text( '.message' ) ).toBe( 'You talk.' );
		await jest.advanceTimersByTimeAsync( 1_100 );
		expect( text( '.message' ) ).toBe( 'Goodbye.' );
		await jest.advanceTimersByTimeAsync( 60_000 );
		expect( requests( 'status' ) ).toHaveLength( 2 );
		expect( sessionStorage ).toHaveLength( 0 );
	} );

	it( 'tells by the visitor’s clock when they are called [R21]', async () => {
		await load();
		const dueAt = new Date( Date.now() + 60_000 );
		answers[ 'callback-requests' ] = [
			status( { state: 'scheduled', dueAt: dueAt.toISOString() } ),
		];
		answers.status = [ status( {} ) ];
		await submit( '06 12 34 56 78' );
		expect( text( '.detail' ) ).toContain( 'Your call: ' );
		expect( text( '.detail' ) ).toContain(
			dueAt.toLocaleTimeString( 'en-GB', {
				hour: '2-digit',
				minute: '2-digit',
			} )
		);
		expect( text( '.confirmation' ) ).toBe( '' );
	} );

	it( 'sends a note for the agent, and nothing in its place [N23]', async () => {
		await load();
		answers[ 'callback-requests' ] = [ 'no answer', status( {} ) ];
		answers.status = [ status( {} ) ];
		await submit( '06 12 34 56 78' );
		const note = find< HTMLTextAreaElement >( '[name=note]' );
		note.value = ' I use a phone relay. ';
		await submit( '06 12 34 56 78' );
		const [ without, withNote ] = requests( 'callback-requests' );
		expect( without!.body ).not.toHaveProperty( 'note' );
		expect( withNote!.body.note ).toBe( 'I use a phone relay.' );
		expect( withNote!.body.key ).toBe( without!.body.key );
	} );

	it( 'brings the note back when the request never arrived [N23]', async () => {
		await load();
		answers[ 'callback-requests' ] = [ 'no answer' ];
		find< HTMLTextAreaElement >( '[name=note]' ).value = 'Speak slowly.';
		await submit( '06 12 34 56 78' );
		answers.status = [
			{ status: 404, error: { code: 'request_not_found', message: 'x' } },
		];
		await load();
		expect( text( '[role=alert]' ) ).toBe( texts.notReceived );
		expect( find< HTMLTextAreaElement >( '[name=note]' ).value ).toBe(
			'Speak slowly.'
		);
	} );

	it( 'makes one request of two clicks', async () => {
		await load();
		answers[ 'callback-requests' ] = [ status( {} ) ];
		answers.status = [ status( {} ) ];
		find< HTMLInputElement >( '[name=number]' ).value = '0612345678';
		find< HTMLInputElement >( '[name=consent]' ).checked = true;
		for ( let click = 0; click < 2; click++ ) {
			find( 'form' ).dispatchEvent(
				new Event( 'submit', { bubbles: true, cancelable: true } )
			);
		}
		await settle();
		expect( requests( 'callback-requests' ) ).toHaveLength( 1 );
	} );

	it( 'keeps what was typed when the connection fails, and tries again with the same key', async () => {
		await load();
		answers[ 'callback-requests' ] = [ 'no answer', status( {} ) ];
		answers.status = [ status( {} ) ];
		await submit( '06 12 34 56 78' );
		expect( text( '[role=alert]' ) ).toBe( texts.sendFailed );
		expect( text( '[type=submit]' ) ).toBe( texts.retry );
		expect( find< HTMLInputElement >( '[name=number]' ).value ).toBe(
			'06 12 34 56 78'
		);
		await submit( '06 12 34 56 78' );
		const [ first, second ] = requests( 'callback-requests' );
		expect( second!.body.key ).toBe( first!.body.key );
		expect( text( '[role=alert]' ) ).toBe( '' );
	} );

	it( 'takes the first back when the number is changed after a failure', async () => {
		await load();
		answers[ 'callback-requests' ] = [ 'no answer', status( {} ) ];
		answers.cancellation = [
			{ status: 404, error: { code: 'request_not_found', message: 'x' } },
		];
		answers.status = [ status( {} ) ];
		await submit( '06 12 34 56 78' );
		await submit( '06 12 34 56 79' );
		const [ first, second ] = requests( 'callback-requests' );
		expect( requests( 'cancellation' )[ 0 ]!.url ).toContain(
			String( first!.body.key )
		);
		expect( second!.body.key ).not.toBe( first!.body.key );
	} );

	it( 'puts a refusal beside its field [R18]', async () => {
		await load();
		answers[ 'callback-requests' ] = [
			{
				status: 422,
				error: {
					code: 'number_type_refused',
					message: 'This is a premium number.',
					data: { status: 422, field: 'number' },
				},
			},
		];
		await submit( '0899123456' );
		expect( text( '.number-error' ) ).toBe( 'This is a premium number.' );
		expect( text( '[type=submit]' ) ).toBe( texts.button );
	} );

	it( 'finds the request again after a reload in the same tab', async () => {
		sessionStorage.setItem(
			'rappel/callback/channel-1',
			JSON.stringify( { key: 'k-1', number: '0612345678', name: '' } )
		);
		answers.status = [ status( {} ) ];
		await load();
		expect( requests( 'status' )[ 0 ]!.url ).toContain( '/by-key/k-1' );
		expect( find( '.rappel-callback' ).dataset.phase ).toBe( 'following' );
	} );

	it( 'brings the form back when the request never arrived', async () => {
		sessionStorage.setItem(
			'rappel/callback/channel-1',
			JSON.stringify( { key: 'k-1', number: '0612345678', name: '' } )
		);
		answers.status = [
			{ status: 404, error: { code: 'request_not_found', message: 'x' } },
		];
		await load();
		expect( text( '[role=alert]' ) ).toBe( texts.notReceived );
		expect( find< HTMLInputElement >( '[name=number]' ).value ).toBe(
			'0612345678'
		);
	} );

	it( 'backs off while nobody answers, says so, and goes on', async () => {
		await load();
		answers[ 'callback-requests' ] = [ status( {} ) ];
		answers.status = [ 'no answer', 'no answer', status( {} ) ];
		await submit( '0612345678' );
		await jest.advanceTimersByTimeAsync( 1_100 );
		expect( text( '.notice' ) ).toBe( '' );
		await jest.advanceTimersByTimeAsync( 2_100 );
		expect( text( '.notice' ) ).toBe( texts.connectionLost );
		await jest.advanceTimersByTimeAsync( 4_100 );
		expect( text( '.notice' ) ).toBe( '' );
	} );

	it( 'rests while the tab is hidden', async () => {
		await load();
		answers[ 'callback-requests' ] = [ status( {} ) ];
		answers.status = [ status( {} ) ];
		await submit( '0612345678' );
		const hidden = jest
			.spyOn( document, 'hidden', 'get' )
			.mockReturnValue( true );
		await jest.advanceTimersByTimeAsync( 60_000 );
		expect( requests( 'status' ) ).toHaveLength( 0 );
		hidden.mockRestore();
		document.dispatchEvent( new Event( 'visibilitychange' ) );
		await settle();
		expect( requests( 'status' ) ).toHaveLength( 1 );
	} );

	it( 'cancels [R21]', async () => {
		await load();
		answers[ 'callback-requests' ] = [ status( {} ) ];
		answers.cancellation = [
			{ ...done, state: 'cancelled', message: 'Cancelled.' },
		];
		await submit( '0612345678' );
		find( '.cancel' ).click();
		await settle();
		expect( requests( 'cancellation' )[ 0 ]!.body ).toEqual( {
			reason: 'changed_mind',
			language: 'en',
		} );
		expect( text( '.message' ) ).toBe( 'Cancelled.' );
		expect( find( '.again' ).hidden ).toBe( false );
	} );

	it( 'brings a wrong number back into its field [R21]', async () => {
		await load();
		answers[ 'callback-requests' ] = [ status( {} ) ];
		answers.cancellation = [
			{ ...done, state: 'cancelled', message: 'Cancelled.' },
		];
		await submit( '0612345679' );
		find( '.wrong' ).click();
		await settle();
		expect( find( '.rappel-callback' ).dataset.phase ).toBe( 'form' );
		const number = find< HTMLInputElement >( '[name=number]' );
		expect( number.value ).toBe( '0612345679' );
		expect( document.body.ownerDocument.activeElement ).toBe( number );
	} );
} );

describe( 'the button', () => {
	it( 'goes and comes with the opening hours, without a reload [S08]', async () => {
		answers.availability = [
			{
				...open,
				immediate: false,
				reason: 'closed',
				changesAt: '2026-11-25T10:00:30.000Z',
				nextOpening: {
					at: '2026-11-25T10:00:30.000Z',
					label: 'today at 11:00',
				},
			},
			open,
		];
		await load();
		expect( text( '.closed' ) ).toBe( 'Back today at 11:00.' );
		expect(
			find( '[type=submit]' ).classList.contains( 'is-unavailable' )
		).toBe( true );
		await jest.advanceTimersByTimeAsync( 32_000 );
		expect(
			find( '[type=submit]' ).classList.contains( 'is-unavailable' )
		).toBe( false );
	} );

	it.each( [
		[ 'nobody_available', 'Nobody there.' ],
		[ 'queue_full', 'Queue full.' ],
	] as const )(
		'says why not, and asks again: %s',
		async ( reason, sentence ) => {
			answers.availability = [
				{ ...open, immediate: false, reason },
				open,
			];
			await load();
			expect( text( '.closed' ) ).toBe( sentence );
			await jest.advanceTimersByTimeAsync( 61_000 );
			expect(
				find( '[type=submit]' ).classList.contains( 'is-unavailable' )
			).toBe( false );
		}
	);

	it( 'says that it closes soon, and when it opens again', async () => {
		answers.availability = [
			{
				...open,
				immediate: false,
				reason: 'closing_soon',
				nextOpening: {
					at: '2026-11-26T08:00:00.000Z',
					label: 'tomorrow at 9:00',
				},
			},
		];
		await load();
		expect( text( '.closed' ) ).toBe(
			'Closing soon. From tomorrow at 9:00.'
		);
	} );
} );
