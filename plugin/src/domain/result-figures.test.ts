import { describe, expect, it } from '@jest/globals';
import type { Figures } from '@rappel/contract';
import { csvOf } from './csv';
import { periodOf } from './period';
import {
	answerRate,
	changeOf,
	firstTryRate,
	meanScore,
	punctuality,
} from './result-figures';
import { ticksUpTo } from './ticks';

const nothing: Figures = {
	requests: 0,
	booked: 0,
	joined: 0,
	joinedAtFirstTry: 0,
	missed: 0,
	cancelled: 0,
	medianSecondsToRing: null,
	bookingsDue: 0,
	bookingsPunctual: 0,
	talkSeconds: 0,
	scores: [ 0, 0, 0, 0, 0 ],
	costMilli: null,
	currency: null,
};

describe( 'figures of the results [R15]', () => {
	it( 'are ratios of what is over and was not cancelled', () => {
		const figures = {
			...nothing,
			requests: 12,
			joined: 6,
			joinedAtFirstTry: 4,
			missed: 2,
			cancelled: 3,
			bookingsDue: 4,
			bookingsPunctual: 3,
			scores: [ 0, 0, 0, 1, 3 ],
		};
		expect( answerRate( figures ) ).toBe( 0.75 );
		expect( firstTryRate( figures ) ).toBe( 0.5 );
		expect( punctuality( figures ) ).toBe( 0.75 );
		expect( meanScore( figures ) ).toBe( 4.75 );
	} );

	it( 'are not known where there is nothing to divide by', () => {
		expect( answerRate( nothing ) ).toBeNull();
		expect( meanScore( nothing ) ).toBeNull();
	} );

	it( 'are better or worse by which way is good', () => {
		expect( changeOf( 0.8, 0.7, 'high' ) ).toBe( 'better' );
		expect( changeOf( 12, 9, 'low' ) ).toBe( 'worse' );
		expect( changeOf( 12, 9, null ) ).toBe( 'more' );
		expect( changeOf( 9, 9, 'low' ) ).toBe( 'same' );
		expect( changeOf( null, 9, 'low' ) ).toBeNull();
	} );
} );

describe( 'a period', () => {
	const none = { from: '', to: '' };

	it( 'ends today', () => {
		expect( periodOf( '7', '2026-11-28', none ) ).toEqual( {
			from: '2026-11-22',
			to: '2026-11-28',
		} );
		expect( periodOf( 'month', '2026-11-28', none )?.from ).toBe(
			'2026-11-01'
		);
	} );

	it( 'of one’s own is one only once both days are there, in order, and within a year', () => {
		const own = ( from: string, to: string ) =>
			periodOf( 'own', '2026-11-28', { from, to } );
		expect( own( '2026-01-01', '2026-12-31' ) ).not.toBeNull();
		expect( own( '2026-01-01', '' ) ).toBeNull();
		expect( own( '2026-02-01', '2026-01-01' ) ).toBeNull();
		expect( own( '2024-01-01', '2026-01-01' ) ).toBeNull();
	} );
} );

describe( 'the axis of a chart', () => {
	it( 'has round figures', () => {
		expect( ticksUpTo( 14, true ) ).toEqual( [ 0, 5, 10, 15 ] );
		expect( ticksUpTo( 3, true ) ).toEqual( [ 0, 1, 2, 3 ] );
		expect( ticksUpTo( 1, true ) ).toEqual( [ 0, 1 ] );
		expect( ticksUpTo( 1, false ) ).toEqual( [ 0, 0.25, 0.5, 0.75, 1 ] );
		expect( ticksUpTo( 0, true ) ).toEqual( [ 0, 1 ] );
	} );
} );

describe( 'a file for a spreadsheet', () => {
	it( 'has no formula in it', () => {
		expect( csvOf( [ [ '=1+1', 'a,"b"' ] ] ) ).toBe(
			'\uFEFF\'=1+1,"a,""b"""\r\n'
		);
	} );
} );
