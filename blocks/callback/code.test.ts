import { describe, expect, it, jest } from '@jest/globals';
import {
	answers,
	find,
	load,
	requests,
	settle,
	status,
	submit,
	text,
	texts,
	visitPages,
} from './testing/visitor-page';

visitPages();

const refused = (
	code: string,
	message: string,
	data: Record< string, unknown > = {}
) => ( {
	status: 422,
	error: { code, message, data: { field: 'code', ...data } },
} );
const now = '2026-11-25T10:00:00.000Z';
const needed = refused( 'code_needed', 'We have sent a code.', {
	serverTime: now,
	retryAt: '2026-11-25T10:01:00.000Z',
} );
const number = '06 12 34 56 78';

const root = () => find( '.rappel-callback' );
const code = () => find< HTMLInputElement >( '[name=code]' );
const focused = () => document.body.ownerDocument.activeElement;
const sent = () => requests( 'callback-requests' );
const button = ( name: string ) =>
	[
		...document.querySelectorAll< HTMLElement >(
			'.rappel-callback__code button'
		),
	].find( ( { textContent } ) => textContent === name );

async function type( typed: string ) {
	code().value = typed;
	code().dispatchEvent( new Event( 'input', { bubbles: true } ) );
	code().form!.dispatchEvent(
		new Event( 'submit', { bubbles: true, cancelable: true } )
	);
	await settle();
}

async function press( name: string ) {
	button( name )!.click();
	await settle();
}

/** A form that was sent, and answered with these, the first of which asks for a code. */
async function reach( ...then: object[] ) {
	answers[ 'callback-requests' ] = [ needed, ...then ];
	await load();
	await submit( number );
}

describe( 'a number that is confirmed by a code', () => {
	it( 'asks for the code in the form’s place, ready for what the phone fills in [N06]', async () => {
		await reach();
		expect( root().dataset.phase ).toBe( 'confirming' );
		expect( text( '.rappel-callback__code [role=status]' ) ).toBe(
			'We have sent a code.'
		);
		expect( code().autocomplete ).toBe( 'one-time-code' );
		expect( code().inputMode ).toBe( 'numeric' );
		expect( focused() ).toBe( code() );
		expect( text( '.rappel-callback__code [role=alert]' ) ).toBe( '' );
	} );

	it( 'sends the same request once more, with the code [N06]', async () => {
		await reach( status( {} ) );
		await type( ' 123 456 ' );
		const [ first, second ] = sent();
		expect( second!.body ).toEqual( { ...first!.body, code: '123 456' } );
		expect( root().dataset.phase ).toBe( 'following' );
		expect( text( '.message' ) ).toBe( 'We are calling an adviser.' );
	} );

	it( 'wants a code before it sends one', async () => {
		await reach();
		await type( ' ' );
		expect( text( '.rappel-callback__code [role=alert]' ) ).toBe(
			texts.codeMissing
		);
		expect( sent() ).toHaveLength( 1 );
	} );

	it( 'says that a code is wrong, with what was typed there, until it is mended [N06]', async () => {
		await reach( refused( 'code_wrong', 'Not this code.' ) );
		await type( '000000' );
		expect( text( '.rappel-callback__code [role=alert]' ) ).toBe(
			'Not this code.'
		);
		expect( code().getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		expect( code().value ).toBe( '000000' );
		expect( focused() ).toBe( code() );
		code().dispatchEvent( new Event( 'input', { bubbles: true } ) );
		expect( text( '.rappel-callback__code [role=alert]' ) ).toBe( '' );
	} );

	it( 'shows the wait until another code can be asked for, and asks for it [N06]', async () => {
		await reach( needed );
		expect( button( 'Send another code in 60 s' ) ).toBeTruthy();
		await press( 'Send another code in 60 s' );
		expect( sent() ).toHaveLength( 1 );
		await jest.advanceTimersByTimeAsync( 30_000 );
		expect( button( 'Send another code in 30 s' ) ).toBeTruthy();
		await jest.advanceTimersByTimeAsync( 31_000 );
		await press( texts.codeResend );
		expect( sent()[ 1 ]!.body ).toEqual( {
			...sent()[ 0 ]!.body,
			resendCode: true,
		} );
		expect( text( '.rappel-callback__code [role=status]' ) ).toBe(
			'We have sent a code.'
		);
		expect( button( 'Send another code in 60 s' ) ).toBeTruthy();
	} );

	it( 'offers no other code where none is sent any more', async () => {
		await reach( refused( 'code_wrong', 'Not this code.' ) );
		await type( '000000' );
		expect( button( 'Send another code in 60 s' )!.hidden ).toBe( true );
	} );

	it( 'goes back to the number, which can be changed: nothing has to be taken back [N06]', async () => {
		await reach( needed );
		await press( texts.codeNumber );
		expect( root().dataset.phase ).toBe( 'form' );
		expect( focused() ).toBe( find( '[name=number]' ) );
		expect( find< HTMLInputElement >( '[name=number]' ).value ).toBe(
			number
		);
		await submit( '06 87 65 43 21' );
		expect( sent()[ 1 ]!.body ).toEqual( {
			...sent()[ 0 ]!.body,
			number: '06 87 65 43 21',
		} );
		expect( requests( 'cancellation' ) ).toHaveLength( 0 );
		expect( root().dataset.phase ).toBe( 'confirming' );
	} );

	it( 'keeps the key, and with it the code, when the number was right after all', async () => {
		await reach( needed );
		await press( texts.codeNumber );
		await submit( number );
		expect( sent()[ 1 ]!.body.key ).toBe( sent()[ 0 ]!.body.key );
		expect( sent()[ 1 ]!.body ).not.toHaveProperty( 'code' );
	} );

	it( 'keeps the code for another try, when the request is refused for another reason', async () => {
		await reach( {
			status: 409,
			error: { code: 'queue_full', message: 'Too many wait.' },
		} );
		await type( '123456' );
		expect( root().dataset.phase ).toBe( 'form' );
		expect( text( 'form > [role=alert]' ) ).toBe( 'Too many wait.' );
		answers[ 'callback-requests' ] = [ status( {} ) ];
		await submit( number );
		expect( sent()[ 2 ]!.body ).toEqual( sent()[ 1 ]!.body );
		expect( root().dataset.phase ).toBe( 'following' );
	} );

	it( 'takes back what may have been granted without an answer, before another number is asked for', async () => {
		await reach( 'no answer' as unknown as object, needed );
		answers.cancellation = [ status( { state: 'cancelled' } ) ];
		await type( '123456' );
		await press( texts.codeNumber );
		await submit( '06 87 65 43 21' );
		expect( requests( 'cancellation' ) ).toHaveLength( 1 );
		expect( sent()[ 2 ]!.body.key ).not.toBe( sent()[ 0 ]!.body.key );
		expect( sent()[ 2 ]!.body ).not.toHaveProperty( 'code' );
	} );

	it( 'says so when nobody answers, and the code is still there', async () => {
		await reach( 'no answer' as unknown as object );
		await type( '123456' );
		expect( root().dataset.phase ).toBe( 'confirming' );
		expect( text( '.rappel-callback__code [role=alert]' ) ).toBe(
			texts.sendFailed
		);
		expect( code().value ).toBe( '123456' );
	} );

	it( 'is asked for again after a reload, by the same request [N06]', async () => {
		await reach( needed );
		jest.clearAllTimers();
		await load();
		expect( root().dataset.phase ).toBe( 'confirming' );
		expect( sent()[ 1 ]!.body ).toEqual( sent()[ 0 ]!.body );
		expect( focused() ).toBe( code() );
	} );

	it( 'is asked for here when the form was sent before the script came', async () => {
		answers[ 'callback-requests' ] = [ needed ];
		await load( { phase: 'confirming', key: 'key-of-the-page' }, number );
		expect( sent()[ 0 ]!.body ).toMatchObject( {
			key: 'key-of-the-page',
			number,
		} );
		expect( focused() ).toBe( code() );
	} );
} );
