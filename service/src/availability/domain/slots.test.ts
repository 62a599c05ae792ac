import { describe, expect, it } from '@jest/globals';
import { nearestFree } from './slots-nearest.js';
import { isOffered, type NotOffered } from './slots-offered.js';
import { capacityOf, placesDuring } from './slots-places.js';
import type { SlotFacts, SlotRules } from './slots-input.js';
import { freeSlots } from './slots.js';
import { takenSpans } from './slots-taken.js';
import type { Span } from './span.js';
import { offsetTable } from './zone.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Tuesday, 8:00 in Paris. */
const now = Date.parse( '2026-12-01T07:00:00Z' );

const everything: SlotRules = {
	lengthMinutes: 15,
	stepMinutes: 15,
	bufferBeforeMinutes: 0,
	bufferAfterMinutes: 0,
	maximumPerDay: 0,
	maximumPerWeek: 0,
	minimumDelayMinutes: 0,
	windowDays: 14,
};

/** A time of Paris in winter: "09:30" of that Tuesday, or "2 09:30" of the 2nd. */
function at( said: string ): number {
	const [ time = '', day = '1' ] = said.split( ' ' ).reverse();
	return Date.parse( `2026-12-${ day.padStart( 2, '0' ) }T${ time }+01:00` );
}

const span = ( from: string, to: string ): Span => ( {
	start: at( from ),
	end: at( to ),
} );

type Given = Partial< Omit< SlotFacts, 'taken' | 'bookedStarts' > > & {
	taken?: Span[];
	bookedStarts?: number[];
};

function facts( {
	taken = [],
	bookedStarts = [],
	...given
}: Given = {} ): SlotFacts {
	return {
		opening: [ span( '09:00', '10:00' ) ],
		capacity: [ { from: -Infinity, places: 1 } ],
		taken: takenSpans( taken ),
		bookedStarts: Float64Array.from( bookedStarts ),
		zone: offsetTable( 'Europe/Paris', { start: now, end: now + dayMs } ),
		now,
		...given,
	};
}

/** The times of Paris in winter, with the day where it is not the 1st. */
function offered(
	rules: Partial< SlotRules > = {},
	given: Given = {}
): string {
	return freeSlots( { ...everything, ...rules }, facts( given ) )
		.map( ( start ) => {
			const local = new Date( start + hourMs ).toISOString();
			const day = Number( local.slice( 8, 10 ) );
			return `${ day === 1 ? '' : `${ day } ` }${ local.slice( 11, 16 ) }`;
		} )
		.join( ', ' );
}

describe( 'slots', () => {
	it( 'are as many as fit into the opening [S09]', () => {
		expect( offered() ).toBe( '09:00, 09:15, 09:30, 09:45' );
		expect( offered( { lengthMinutes: 25 } ) ).toBe(
			'09:00, 09:15, 09:30'
		);
		expect( offered( { lengthMinutes: 90 } ) ).toBe( '' );
		expect( offered( {}, { opening: [] } ) ).toBe( '' );
	} );

	it( 'may be closer to each other, or further apart, than they are long [R09]', () => {
		expect( offered( { lengthMinutes: 30, stepMinutes: 10 } ) ).toBe(
			'09:00, 09:10, 09:20, 09:30'
		);
		expect( offered( { stepMinutes: 45 } ) ).toBe( '09:00, 09:45' );
	} );

	it( 'are counted from the start of each opening', () => {
		expect(
			offered(
				{ stepMinutes: 30 },
				{
					opening: [
						span( '09:10', '10:00' ),
						span( '14:00', '14:45' ),
					],
				}
			)
		).toBe( '09:10, 09:40, 14:00, 14:30' );
	} );

	it( 'begin after the minimum delay, on the same steps [S25]', () => {
		expect( offered( { minimumDelayMinutes: 75 } ) ).toBe(
			'09:15, 09:30, 09:45'
		);
		expect( offered( { minimumDelayMinutes: 76 } ) ).toBe( '09:30, 09:45' );
	} );

	it( 'end with the booking window, in days of the site’s calendar [S26]', () => {
		const opening = [ 1, 2, 3 ].map( ( day ) =>
			span( `${ day } 23:30`, `${ day + 1 } 00:30` )
		);
		const rules = { stepMinutes: 30 };

		expect( offered( { ...rules, windowDays: 1 }, { opening } ) ).toBe(
			'23:30'
		);
		expect( offered( { ...rules, windowDays: 2 }, { opening } ) ).toBe(
			'23:30, 2 00:00, 2 23:30'
		);
	} );

	it( 'are taken by bookings, as long as these last [N03]', () => {
		expect( offered( {}, { taken: [ span( '09:15', '09:30' ) ] } ) ).toBe(
			'09:00, 09:30, 09:45'
		);
		expect( offered( {}, { taken: [ span( '09:20', '09:25' ) ] } ) ).toBe(
			'09:00, 09:30, 09:45'
		);
		expect(
			offered(
				{ lengthMinutes: 30 },
				{ taken: [ span( '09:15', '09:30' ) ] }
			)
		).toBe( '09:30' );
	} );

	it( 'keep their buffers free, which may lie outside of the hours [R09]', () => {
		const taken = [ span( '09:15', '09:30' ) ];

		expect( offered( { bufferAfterMinutes: 10 }, { taken } ) ).toBe(
			'09:30, 09:45'
		);
		expect( offered( { bufferBeforeMinutes: 10 }, { taken } ) ).toBe(
			'09:00, 09:45'
		);
		expect(
			offered( { bufferBeforeMinutes: 60, bufferAfterMinutes: 60 } )
		).toBe( '09:00, 09:15, 09:30, 09:45' );
	} );

	it( 'are as many at a time as there are places [R09]', () => {
		const capacity = [ { from: -Infinity, places: 2 } ];
		const taken = [ span( '09:00', '09:30' ), span( '09:15', '09:45' ) ];

		expect( offered( {}, { capacity, taken } ) ).toBe(
			'09:00, 09:30, 09:45'
		);
		// One after the other, two bookings need one place.
		expect(
			offered(
				{ lengthMinutes: 60 },
				{
					capacity,
					taken: [
						span( '09:00', '09:30' ),
						span( '09:30', '10:00' ),
					],
				}
			)
		).toBe( '09:00' );
	} );

	it( 'are as many as there are places throughout the call [R09]', () => {
		const capacity = [
			{ from: at( '09:00' ), places: 2 },
			{ from: at( '09:30' ), places: 1 },
			{ from: at( '09:40' ), places: 0 },
		];

		expect(
			offered(
				{ lengthMinutes: 20, stepMinutes: 5 },
				{ capacity, taken: [ span( '09:00', '09:30' ) ] }
			)
		).toBe( '09:00, 09:05, 09:10' );
	} );

	it( 'end with the limits of the day and of the week [R09]', () => {
		const opening = [ 1, 6, 7 ].map( ( day ) =>
			span( `${ day } 09:00`, `${ day } 09:30` )
		);
		const rules = { stepMinutes: 30 };
		// Monday of this week; Sunday the 6th belongs to it, Monday the 7th does not.
		const monday = Date.parse( '2026-11-30T09:00+01:00' );

		expect(
			offered(
				{ ...rules, maximumPerDay: 1 },
				{ opening, bookedStarts: [ at( '6 15:00' ) ] }
			)
		).toBe( '09:00, 7 09:00' );
		expect(
			offered(
				{ ...rules, maximumPerWeek: 2 },
				{ opening, bookedStarts: [ monday, at( '6 15:00' ) ] }
			)
		).toBe( '7 09:00' );
	} );

	it( 'go on through a clock change, and the day keeps its limits [N04]', () => {
		// Sunday, 25 October 2026: 2:00 to 3:00 comes twice.
		const night = {
			start: Date.parse( '2026-10-25T00:00:00Z' ),
			end: Date.parse( '2026-10-25T02:00:00Z' ),
		};
		const facing = facts( {
			opening: [ night ],
			now: Date.parse( '2026-10-24T22:30:00Z' ),
		} );
		const rules = { ...everything, stepMinutes: 30, windowDays: 1 };

		expect( freeSlots( rules, facing ) ).toHaveLength( 4 );
		expect(
			freeSlots(
				{ ...rules, maximumPerDay: 1 },
				{
					...facing,
					bookedStarts: Float64Array.of( night.end + 20 * hourMs ),
				}
			)
		).toEqual( [] );
	} );
} );

describe( 'why a start is not offered', () => {
	it.each< [ NotOffered, string, Partial< SlotRules > ] >( [
		[ 'closed', '08:45', {} ],
		[ 'closed', '09:50', {} ],
		[ 'too_early', '09:00', { minimumDelayMinutes: 90 } ],
		[ 'beyond_window', '2 09:00', { windowDays: 1 } ],
		[ 'off_steps', '09:05', {} ],
		[ 'full', '09:30', {} ],
		[ 'day_limit', '09:00', { maximumPerDay: 1 } ],
		[ 'week_limit', '09:00', { maximumPerWeek: 1 } ],
	] )( '%s', ( because, start, rules ) => {
		const booked = facts( {
			taken: [ span( '09:30', '09:45' ) ],
			bookedStarts: [ at( '09:30' ) ],
		} );

		expect(
			isOffered( { ...everything, ...rules }, booked, at( start ) )
		).toEqual( { offered: false, because } );
	} );

	it( 'is nothing where there is a place; and how many there are', () => {
		expect( isOffered( everything, facts(), at( '09:45' ) ) ).toEqual( {
			offered: true,
			places: 1,
		} );
	} );
} );

describe( 'the nearest free ones', () => {
	it.each( [
		[ 30, 3, [ 20, 25, 40 ] ],
		[ 22, 2, [ 20, 25 ] ],
		[ 0, 2, [ 10, 20 ] ],
		[ 99, 2, [ 40, 60 ] ],
		[ 25, 1, [ 25 ] ],
		[ 30, 9, [ 10, 20, 25, 40, 60 ] ],
	] )( 'to %d, %d of them: %j', ( wanted, count, nearest ) => {
		expect( nearestFree( wanted, [ 10, 20, 25, 40, 60 ], count ) ).toEqual(
			nearest
		);
	} );

	it( 'are none where nothing is free', () => {
		expect( nearestFree( 5, [], 3 ) ).toEqual( [] );
	} );
} );

describe( 'places', () => {
	it( 'follow who is there', () => {
		expect(
			capacityOf( [
				[ { start: 0, end: 10 } ],
				[
					{ start: 5, end: 10 },
					{ start: 10, end: 15 },
				],
			] )
		).toEqual( [
			{ from: 0, places: 1 },
			{ from: 5, places: 2 },
			{ from: 10, places: 1 },
			{ from: 15, places: 0 },
		] );
	} );

	it( 'are those that last as long as the call', () => {
		const during = placesDuring(
			[
				{ from: 10, places: 3 },
				{ from: 20, places: 1 },
				{ from: 25, places: 2 },
			],
			5
		);

		expect(
			[ 9, 10, 15, 16, 20, 24, 25, 90 ].map(
				( start ) => during( start ).places
			)
		).toEqual( [ 0, 3, 3, 1, 1, 1, 2, 2 ] );
	} );
} );
