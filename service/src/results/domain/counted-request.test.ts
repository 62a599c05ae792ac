import { describe, expect, it } from '@jest/globals';
import { countRequest, pathOf } from './counted-request.js';
import { figuresOf } from './sums.js';
import { someRequest, someTry } from './testing/any-request.js';

const figures = ( ...given: Parameters< typeof someRequest > ) =>
	figuresOf( countRequest( someRequest( ...given ) ) );
const booked = {
	createdAt: new Date( '2026-11-23T09:00:00Z' ),
	requestedAt: new Date( '2026-11-23T09:00:00Z' ),
	bookedFor: new Date( '2026-11-24T10:00:00Z' ),
};
const rangAt = ( time: string ) => [
	someTry( { rangAt: new Date( `2026-11-24T${ time }Z` ) } ),
];

describe( 'what is counted of a request [R15]', () => {
	it( 'is joined at the first try', () => {
		expect( figures( { tries: [ someTry() ] } ) ).toMatchObject( {
			requests: 1,
			booked: 0,
			joined: 1,
			joinedAtFirstTry: 1,
			missed: 0,
			talkSeconds: 60,
			medianSecondsToRing: 4.1,
		} );
	} );

	it( 'is joined later: the time to the first ring is that of the first try, and every talk counts', () => {
		expect(
			figures( {
				tries: [
					someTry( {
						ordinal: 2,
						rangAt: new Date( '2026-11-24T10:20:00Z' ),
						talkSeconds: 30,
					} ),
					someTry( { joined: false, talkSeconds: 2 } ),
				],
			} )
		).toMatchObject( {
			joined: 1,
			joinedAtFirstTry: 0,
			talkSeconds: 32,
			medianSecondsToRing: 4.1,
		} );
	} );

	it( 'does not take for a try what reached for nobody', () => {
		expect(
			figures( {
				tries: [
					someTry( { called: false, joined: false, rangAt: null } ),
					someTry( { ordinal: 2 } ),
				],
			} )
		).toMatchObject( { joinedAtFirstTry: 1 } );
	} );

	it.each( [
		[ 'failed', 1, 0 ],
		[ 'expired', 1, 0 ],
		[ 'overdue', 1, 0 ],
		// A message was left.
		[ 'done', 1, 0 ],
		[ 'cancelled', 0, 1 ],
		[ 'queued', 0, 0 ],
	] as const )(
		'that never talked and is %s: missed %i, cancelled %i',
		( state, missed, cancelled ) => {
			expect( figures( { state } ) ).toMatchObject( {
				joined: 0,
				missed,
				cancelled,
				medianSecondsToRing: null,
			} );
		}
	);

	it.each( [
		[ '10:00:01', 1 ],
		[ '10:02:00', 1 ],
		[ '10:02:01', 0 ],
		// Somebody had it called before its time.
		[ '09:58:00', 1 ],
		[ '09:30:00', 0 ],
	] )( 'booked for ten and rung at %s: punctual %i', ( time, punctual ) => {
		expect( figures( { ...booked, tries: rangAt( time ) } ) ).toMatchObject(
			{
				booked: 1,
				bookingsDue: 1,
				bookingsPunctual: punctual,
			}
		);
	} );

	it( 'counts from the booked time how long it took to ring', () => {
		expect(
			figures( { ...booked, tries: rangAt( '10:00:02' ) } )
				.medianSecondsToRing
		).toBeCloseTo( 2.05 );
	} );

	it( 'is not due while it waits for its time, nor when it was cancelled before', () => {
		expect(
			figures( { ...booked, state: 'scheduled', awaitsBooking: true } )
		).toMatchObject( { bookingsDue: 0 } );
		expect(
			figures( {
				...booked,
				state: 'cancelled',
				endedAt: new Date( '2026-11-24T09:59:00Z' ),
			} )
		).toMatchObject( { bookingsDue: 0, cancelled: 1 } );
	} );

	it( 'was due when nothing rang, and is not punctual', () => {
		expect( figures( { ...booked, state: 'failed' } ) ).toMatchObject( {
			bookingsDue: 1,
			bookingsPunctual: 0,
			missed: 1,
		} );
	} );

	it( 'has its score and its cost, in thousandths [N20]', () => {
		expect(
			figures( {
				surveyScore: 4,
				cost: { micros: 62_500, currency: 'EUR' },
			} )
		).toMatchObject( {
			scores: [ 0, 0, 0, 1, 0 ],
			costMilli: 63,
			currency: 'EUR',
		} );
		expect( figures() ).toMatchObject( {
			costMilli: null,
			currency: null,
		} );
	} );

	it.each( [
		[ 'https://site.example/a/b?c=d#e', '/a/b' ],
		[ 'https://site.example', '/' ],
		[ 'nowhere', '' ],
		[ null, '' ],
		[
			`https://site.example/${ 'x'.repeat( 300 ) }`,
			`/${ 'x'.repeat( 189 ) }`,
		],
	] )( 'was sent from the page %s: %s', ( url, path ) => {
		expect( pathOf( url ) ).toBe( path );
	} );
} );
