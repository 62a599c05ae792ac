import { describe, expect, it, jest } from '@jest/globals';
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
		expect( text( '.submit' ) ).toBe( texts.retry );
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
		expect( text( '.submit' ) ).toBe( texts.button );
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
	const closed = {
		...open,
		immediate: false,
		reason: 'closed',
		unavailableSentence: 'Back today at 11:00.',
	} as const;

	it( 'goes and comes with the opening hours, without a reload [S08]', async () => {
		answers.availability = [
			{ ...closed, changesAt: '2026-11-25T10:00:30.000Z' },
			open,
		];
		await load();
		expect( text( '.closed' ) ).toBe( 'Back today at 11:00.' );
		expect( isAvailable() ).toBe( false );
		await jest.advanceTimersByTimeAsync( 32_000 );
		expect( isAvailable() ).toBe( true );
	} );

	it.each( [ 'nobody_available', 'queue_full' ] as const )(
		'says why not, and asks again: %s',
		async ( reason ) => {
			answers.availability = [
				{ ...closed, reason, unavailableSentence: 'Not now.' },
				open,
			];
			await load();
			expect( text( '.closed' ) ).toBe( 'Not now.' );
			await jest.advanceTimersByTimeAsync( 61_000 );
			expect( isAvailable() ).toBe( true );
		}
	);

	it( 'for later is there whether open or closed, without a reload [S09]', async () => {
		answers.availability = [ closed ];
		await load();
		expect( find( '.rappel-callback__later' ).hidden ).toBe( false );
		expect( find< HTMLInputElement >( '[name=number]' ).disabled ).toBe(
			false
		);
	} );

	it( 'for later is not there where no slot can be booked [S10]', async () => {
		answers.availability = [ { ...closed, deferred: false } ];
		await load();
		expect( find( '.rappel-callback__later' ).hidden ).toBe( true );
		expect( find< HTMLInputElement >( '[name=number]' ).disabled ).toBe(
			true
		);
	} );

	it( 'for now, and any word of it, is not there where slots alone are taken [S10]', async () => {
		answers.availability = [ { ...closed, reason: 'deferred_only' } ];
		await load();
		expect( find( '.now' ).hidden ).toBe( true );
		expect( find( '.rappel-callback__later' ).hidden ).toBe( false );
	} );
} );

const isAvailable = () =>
	! find( '.submit' ).classList.contains( 'is-unavailable' );
