import { describe, expect, it, jest } from '@jest/globals';
import type { Booking, Slot, Slots } from '@rappel/contract';
import {
	answers,
	done,
	find,
	load,
	open,
	requests,
	settle,
	status,
	submit,
	text,
	texts,
	visitPages,
} from './testing/visitor-page';

visitPages();

const slot = ( startsAt: string, label: string ): Slot => ( {
	startsAt,
	label,
	companyLabel: null,
} );

const nine = slot( '2026-12-01T08:00:00.000Z', '9:00' );
const two = slot( '2026-12-01T13:00:00.000Z', '14:00' );
const tomorrow = slot( '2026-12-02T08:00:00.000Z', '9:00' );

const slots = ( changes: Partial< Slots > = {} ): Slots => ( {
	timeZone: 'Europe/Paris',
	clocksSentence: null,
	lengthMinutes: 15,
	days: [
		{
			date: '2026-12-01',
			label: 'Tuesday 1 December',
			slots: [ nine, two ],
		},
		{
			date: '2026-12-02',
			label: 'Wednesday 2 December',
			slots: [ tomorrow ],
		},
	],
	nextDate: '2026-12-03',
	previousDate: null,
	...changes,
} );

const booking: Booking = {
	startsAt: two.startsAt,
	endsAt: '2026-12-01T13:15:00.000Z',
	when: 'Tuesday 1 December at 14:00',
	changeUrl: 'https://example.test/?rappel_booking=abc',
	calendarUrl: 'https://example.test/?rappel_booking=abc&calendar=1',
	textMessageSentence: 'You get an SMS.',
};
const booked = status( {
	state: 'scheduled',
	message: 'It is noted.',
	callerIdShown: '01 99 00 20 00',
	dueAt: two.startsAt,
	booking,
	pollAfterMilliseconds: 60_000,
} );
const taken = ( alternatives: object[] ) => ( {
	status: 409,
	error: {
		code: 'slot_taken',
		message: 'Somebody else took this time.',
		data: { status: 409, field: 'slot', alternatives },
	},
} );

const radio = ( value: string ) =>
	find< HTMLInputElement >( `input[value="${ value }"]` );
const times = () =>
	[ ...document.querySelectorAll( '[name=slot]' ) ].map(
		( input ) => input.closest( 'label' )!.textContent
	);
const focused = () => document.body.ownerDocument.activeElement;

/** A form in which somebody typed, with the times open. */
async function reach() {
	await load();
	find< HTMLInputElement >( '[name=number]' ).value = '06 12 34 56 78';
	find< HTMLTextAreaElement >( '[name=note]' ).value = 'Speak slowly.';
	find( '.rappel-callback__later' ).click();
	await settle();
}

async function press( selector: string ) {
	find( selector ).click();
	await settle();
}

async function choose( { startsAt }: Slot ) {
	radio( startsAt ).click();
	await settle();
}

describe( 'choosing a time', () => {
	it( 'shows days and the times of the first one, in the visitor’s zone [S09, N04]', async () => {
		answers.slots = [ slots() ];
		await reach();
		const { url } = requests( 'slots' )[ 0 ]!;
		expect( url ).toContain( '/channels/channel-1/slots?days=6' );
		expect( url ).toContain(
			`timeZone=${ encodeURIComponent( Intl.DateTimeFormat().resolvedOptions().timeZone ) }`
		);
		expect( radio( '2026-12-01' ).checked ).toBe( true );
		expect( radio( '2026-12-01' ).closest( 'label' )!.textContent ).toBe(
			'Tuesday 1 December'
		);
		expect( times() ).toEqual( [ '9:00', '14:00' ] );
		expect( text( '.rappel-callback__slots' ) ).toContain( 'Morning' );
		expect( text( '.rappel-callback__slots' ) ).not.toContain( 'Evening' );
		expect( text( '.rappel-callback__live' ) ).toBe(
			'From Tuesday 1 December to Wednesday 2 December'
		);
		expect( focused() ).toBe( find( '.rappel-callback__picker' ) );
		expect( find( '.rappel-callback__later' ).hidden ).toBe( true );
		expect( text( '.submit' ) ).toBe( texts.bookNone );
	} );

	it( 'says the company’s time where the clocks differ [N04]', async () => {
		const clocksSentence = 'Times are those of Montreal.';
		const days = slots().days.map( ( day ) => ( {
			...day,
			slots: day.slots.map( ( each ) => ( {
				...each,
				companyLabel: '14:00 in Paris',
			} ) ),
		} ) );
		answers.slots = [ slots( { clocksSentence, days } ) ];
		await reach();
		expect( text( '.rappel-callback__slots' ) ).toContain( clocksSentence );
		expect( times()[ 0 ] ).toBe( '9:00 14:00 in Paris' );
	} );

	it( 'shows the times of another day, and turns the pages [S09]', async () => {
		answers.slots = [
			slots(),
			slots( {
				days: [
					{
						date: '2026-12-03',
						label: 'Thursday 3 December',
						slots: [ slot( '2026-12-03T18:00:00.000Z', '19:00' ) ],
					},
				],
				nextDate: null,
				previousDate: '2026-12-01',
			} ),
		];
		await reach();
		await choose( two );
		radio( '2026-12-02' ).click();
		expect( times() ).toEqual( [ '9:00' ] );
		const later = find( '.rappel-callback__latter' );
		later.focus();
		await press( '.rappel-callback__latter' );
		expect( requests( 'slots' )[ 1 ]!.url ).toContain( 'from=2026-12-03' );
		expect( times() ).toEqual( [ '19:00' ] );
		expect( later.getAttribute( 'aria-disabled' ) ).toBe( 'true' );
		expect( focused() ).toBe( later );
		await press( '.rappel-callback__latter' );
		expect( requests( 'slots' ) ).toHaveLength( 2 );
		// What was chosen stays chosen, and the button says it.
		expect( text( '.submit' ) ).toBe( 'Book Tuesday 1 December at 14:00' );
	} );

	it( 'says so when the times cannot be loaded, and tries again; what was typed stays', async () => {
		answers.slots = [ 'no answer', slots() ];
		await reach();
		expect( text( '.rappel-callback__slots [role=alert]' ) ).toBe(
			texts.slotsFailed
		);
		await press( '.rappel-callback__slots button' );
		expect( times() ).toEqual( [ '9:00', '14:00' ] );
		expect( find< HTMLInputElement >( '[name=number]' ).value ).toBe(
			'06 12 34 56 78'
		);
	} );

	it( 'says so when nothing is free', async () => {
		answers.slots = [ slots( { days: [], nextDate: null } ) ];
		await reach();
		expect( text( '.rappel-callback__slots' ) ).toContain(
			texts.slotsNone
		);
	} );

	it( 'gives the form back, with the focus where it was [S10]', async () => {
		answers.slots = [ slots() ];
		await reach();
		await press( '.close' );
		expect( find( '.rappel-callback__picker' ).hidden ).toBe( true );
		expect( text( '.submit' ) ).toBe( texts.button );
		expect( focused() ).toBe( find( '.rappel-callback__later' ) );
	} );

	it( 'opens with the enter key where nobody is called now', async () => {
		answers.availability = [
			{ ...open, immediate: false, reason: 'closed' },
		];
		answers.slots = [ slots() ];
		await load();
		await submit( '06 12 34 56 78' );
		expect( times() ).toEqual( [ '9:00', '14:00' ] );
		expect( requests( 'callback-requests' ) ).toHaveLength( 0 );
	} );
} );

describe( 'booking', () => {
	it( 'asks for a time first, and leads there', async () => {
		answers.slots = [ slots() ];
		await reach();
		await submit( '06 12 34 56 78' );
		expect( text( 'form > [role=alert]' ) ).toBe( texts.slotMissing );
		expect( focused() ).toBe( radio( nine.startsAt ) );
		expect( requests( 'callback-requests' ) ).toHaveLength( 0 );
		await choose( nine );
		expect( text( 'form > [role=alert]' ) ).toBe( '' );
	} );

	it( 'sends the slot, and says when, by which number, and how to change it [S04, S09]', async () => {
		answers.slots = [ slots() ];
		answers[ 'callback-requests' ] = [ booked ];
		await reach();
		await choose( two );
		expect( text( '.submit' ) ).toBe( 'Book Tuesday 1 December at 14:00' );
		await submit( '06 12 34 56 78' );
		expect( requests( 'callback-requests' )[ 0 ]!.body ).toMatchObject( {
			slot: two.startsAt,
			number: '06 12 34 56 78',
			note: 'Speak slowly.',
			consent: true,
		} );
		expect( text( '.message' ) ).toBe( 'It is noted.' );
		expect( text( '.when' ) ).toBe( 'Tuesday 1 December at 14:00' );
		expect( text( '.detail' ) ).toBe(
			'We call 06 12 34 56 78. Your phone will show 01 99 00 20 00.'
		);
		expect( text( '.text-message' ) ).toBe( 'You get an SMS.' );
		expect( find( '.calendar' ).getAttribute( 'href' ) ).toBe(
			booking.calendarUrl
		);
		expect( find( '.change' ).getAttribute( 'href' ) ).toBe(
			booking.changeUrl
		);
		expect( find( '.change' ).hidden ).toBe( false );
	} );

	it( 'does not say the time twice where the confirmation has it [S04]', async () => {
		answers.slots = [ slots() ];
		answers[ 'callback-requests' ] = [
			{ ...booked, message: `We call you ${ booking.when }.` },
		];
		await reach();
		await choose( two );
		await submit( '06 12 34 56 78' );
		expect( text( '.when' ) ).toBe( '' );
	} );

	it( 'is followed to the call and its end, also after a reload [R21]', async () => {
		answers.slots = [ slots() ];
		answers[ 'callback-requests' ] = [ booked ];
		answers.status = [ booked, status( { booking } ), done ];
		await reach();
		await choose( two );
		await submit( '06 12 34 56 78' );
		// With the page go its timers.
		jest.clearAllTimers();
		await load();
		expect( text( '.when' ) ).toBe( booking.when );
		await jest.advanceTimersByTimeAsync( 60_000 );
		expect( text( '.message' ) ).toBe( 'We are calling an adviser.' );
		expect( text( '.when' ) ).toBe( '' );
		expect( find( '.change' ).hidden ).toBe( true );
		await jest.advanceTimersByTimeAsync( 1_100 );
		expect( text( '.message' ) ).toBe( 'Goodbye.' );
	} );

	it( 'asks no more than once an hour, however far away the call is', async () => {
		answers.slots = [ slots() ];
		answers[ 'callback-requests' ] = [
			{ ...booked, pollAfterMilliseconds: 40 * 86_400_000 },
		];
		answers.status = [ booked ];
		await reach();
		await choose( two );
		await submit( '06 12 34 56 78' );
		await jest.advanceTimersByTimeAsync( 3_500_000 );
		expect( requests( 'status' ) ).toHaveLength( 0 );
	} );

	it( 'shows the nearest free times when somebody was quicker, and books one by one press [N03]', async () => {
		answers.slots = [ slots(), slots() ];
		answers[ 'callback-requests' ] = [
			taken( [
				{ ...nine, dayLabel: 'Tuesday 1 December' },
				{ ...tomorrow, dayLabel: 'Wednesday 2 December' },
			] ),
			booked,
		];
		await reach();
		await choose( two );
		await submit( '06 12 34 56 78' );
		expect( text( 'form > [role=alert]' ) ).toBe(
			'Somebody else took this time.'
		);
		const nearest = [
			...document.querySelectorAll< HTMLElement >(
				'.rappel-callback__alternatives button'
			),
		];
		expect( nearest.map( ( { textContent } ) => textContent ) ).toEqual( [
			'Tuesday 1 December, 9:00',
			'Wednesday 2 December, 9:00',
		] );
		expect( focused() ).toBe( nearest[ 0 ] );
		expect( requests( 'slots' ) ).toHaveLength( 2 );
		expect( text( '.submit' ) ).toBe( texts.bookNone );
		nearest[ 1 ]!.click();
		await settle();
		const [ first, second ] = requests( 'callback-requests' );
		expect( second!.body ).toMatchObject( {
			slot: tomorrow.startsAt,
			number: '06 12 34 56 78',
			note: 'Speak slowly.',
		} );
		expect( second!.body.key ).not.toBe( first!.body.key );
		expect( text( '.message' ) ).toBe( 'It is noted.' );
	} );

	it( 'takes the first time back when another is chosen after a lost answer [N03]', async () => {
		answers.slots = [ slots() ];
		answers[ 'callback-requests' ] = [ 'no answer', booked ];
		answers.cancellation = [ { ...done, state: 'cancelled' } ];
		await reach();
		await choose( nine );
		await submit( '06 12 34 56 78' );
		await choose( two );
		await submit( '06 12 34 56 78' );
		const [ first, second ] = requests( 'callback-requests' );
		expect( requests( 'cancellation' )[ 0 ]!.url ).toContain(
			String( first!.body.key )
		);
		expect( second!.body.key ).not.toBe( first!.body.key );
		expect( second!.body.slot ).toBe( two.startsAt );
	} );

	it( 'comes back with its time chosen when it never arrived', async () => {
		sessionStorage.setItem(
			'rappel/callback/channel-1',
			JSON.stringify( {
				key: 'k-1',
				number: '0612345678',
				name: '',
				slot: tomorrow.startsAt,
			} )
		);
		answers.status = [
			{ status: 404, error: { code: 'request_not_found', message: 'x' } },
		];
		answers.slots = [ slots() ];
		await load();
		await settle();
		expect( text( 'form > [role=alert]' ) ).toBe( texts.notReceived );
		expect( requests( 'slots' )[ 0 ]!.url ).toContain( 'from=2026-12-02' );
		expect( radio( tomorrow.startsAt ).checked ).toBe( true );
		expect( text( '.submit' ) ).toBe( 'Book Wednesday 2 December at 9:00' );
	} );
} );
