import { describe, expect, it } from '@jest/globals';
import {
	codeRules,
	nextStep,
	resendAt,
	verdictOn,
	type NumberCode,
} from './number-code.js';

const sentAt = new Date( '2026-11-24T10:00:00.000Z' );
const secondsLater = ( seconds: number ) =>
	new Date( sentAt.getTime() + seconds * 1_000 );
const code = ( changes: Partial< NumberCode > = {} ): NumberCode => ( {
	id: 'code',
	siteId: 'site',
	requestKey: 'key',
	number: '+33612345678',
	digest: 'digest',
	sent: 1,
	tries: 0,
	sentAt,
	expiresAt: secondsLater( codeRules.validMinutes * 60 ),
	...changes,
} );
const form = { number: '+33612345678', again: false };
const again = { ...form, again: true };

describe( 'who asks for a code', () => {
	it.each( [
		[ 'the first time', null, form, 0, 'send' ],
		[ 'with the same form', code(), form, 5, 'sent' ],
		[ 'again at once', code(), again, 59, 'too_soon' ],
		[ 'again after a minute', code(), again, 60, 'send' ],
		[
			'of another number at once',
			code(),
			{ ...form, number: '+33687654321' },
			5,
			'send',
		],
		[ 'when the code is too old', code(), form, 600, 'send' ],
		[
			'when it was wrong five times',
			code( { tries: 5 } ),
			form,
			61,
			'send',
		],
		[
			'when it was wrong five times within the minute',
			code( { tries: 5 } ),
			form,
			30,
			'too_soon',
		],
		[ 'a fourth time', code( { sent: 3 } ), again, 60, 'too_many' ],
		[
			'of another number a fourth time',
			code( { sent: 3 } ),
			{ ...form, number: '+33687654321' },
			60,
			'too_many',
		],
		[
			'with the same form after the third',
			code( { sent: 3 } ),
			form,
			60,
			'sent',
		],
	] as const )( '%s [N06]', ( _when, last, asked, seconds, step ) => {
		expect( nextStep( last, asked, secondsLater( seconds ) ) ).toBe( step );
	} );

	it( 'is told when another one can be had, if ever', () => {
		expect( resendAt( code() ) ).toEqual( secondsLater( 60 ) );
		expect( resendAt( code( { sent: 3 } ) ) ).toBeNull();
	} );
} );

describe( 'a code that was typed', () => {
	it.each( [
		[ 'right', 0, true, true, 30 ],
		[ 'wrong', 4, false, true, 30 ],
		[ 'used_up', 5, false, true, 30 ],
		[ 'used_up', 5, true, false, 30 ],
		[ 'expired', 0, true, false, 600 ],
		[ 'expired', 5, true, false, 600 ],
	] as const )(
		'is %s, with %d tries, right %s, counted %s, after %d s [N06]',
		( verdict, tries, isRight, counted, seconds ) => {
			expect(
				verdictOn(
					code( { tries } ),
					{ isRight, counted },
					secondsLater( seconds )
				)
			).toBe( verdict );
		}
	);
} );
