import { describe, expect, it } from '@jest/globals';
import type { OpeningHours } from '@rappel/contract';
import fc from 'fast-check';
import { openingAt } from './opening.js';
import { zoneNamed } from './zone.js';

const paris = 'Europe/Paris';
const at = ( iso: string ) => new Date( iso );
const hours = (
	...ranges: [ day: number, from: string, to: string ][]
): OpeningHours => ( {
	always: false,
	weekly: ranges.map( ( [ day, from, to ] ) => ( { day, from, to } ) ),
} );

describe( 'openingAt', () => {
	it( 'never changes when it is always open', () => {
		expect(
			openingAt(
				{ always: true, weekly: [] },
				paris,
				at( '2026-11-25T03:00:00Z' )
			)
		).toEqual( {
			open: true,
			changesAt: null,
			nextOpeningAt: null,
		} );
	} );

	it( 'is closed for ever without any range', () => {
		expect(
			openingAt( hours(), paris, at( '2026-11-25T03:00:00Z' ) )
		).toEqual( { open: false, changesAt: null, nextOpeningAt: null } );
	} );

	it( 'opens at the start of a range in the site’s zone, to the millisecond [S08]', () => {
		const office = hours(
			[ 3, '09:00', '12:00' ],
			[ 3, '14:00', '18:00' ]
		);

		expect(
			openingAt( office, paris, at( '2026-11-25T07:59:59.999Z' ) )
		).toEqual( {
			open: false,
			changesAt: at( '2026-11-25T08:00:00Z' ),
			nextOpeningAt: at( '2026-11-25T08:00:00Z' ),
		} );
		expect(
			openingAt( office, paris, at( '2026-11-25T08:00:00Z' ) )
		).toEqual( {
			open: true,
			changesAt: at( '2026-11-25T11:00:00Z' ),
			nextOpeningAt: null,
		} );
	} );

	it( 'finds the opening of next week once the last range is over', () => {
		expect(
			openingAt(
				hours( [ 3, '09:00', '10:00' ] ),
				paris,
				at( '2026-11-25T09:00:00Z' )
			).nextOpeningAt
		).toEqual( at( '2026-12-02T08:00:00Z' ) );
	} );

	it( 'goes past midnight, from Sunday into Monday', () => {
		const night = hours( [ 7, '22:00', '02:00' ] );

		expect(
			openingAt( night, 'UTC', at( '2026-11-30T01:59:00Z' ) ).open
		).toBe( true );
		expect(
			openingAt( night, 'UTC', at( '2026-11-29T22:30:00Z' ) ).changesAt
		).toEqual( at( '2026-11-30T02:00:00Z' ) );
		expect(
			openingAt( night, 'UTC', at( '2026-11-30T02:00:00Z' ) ).open
		).toBe( false );
	} );

	it( 'joins a range that ends at 24:00 with one that starts at 00:00', () => {
		const joined = hours(
			[ 1, '18:00', '24:00' ],
			[ 2, '00:00', '06:00' ]
		);

		expect(
			openingAt( joined, 'UTC', at( '2026-11-23T20:00:00Z' ) ).changesAt
		).toEqual( at( '2026-11-24T06:00:00Z' ) );
	} );

	it( 'joins ranges that overlap', () => {
		const overlapping = hours(
			[ 1, '09:00', '12:00' ],
			[ 1, '11:00', '13:00' ]
		);

		expect(
			openingAt( overlapping, 'UTC', at( '2026-11-23T10:00:00Z' ) )
				.changesAt
		).toEqual( at( '2026-11-23T13:00:00Z' ) );
	} );

	it( 'never closes when the ranges fill the week', () => {
		const full = hours(
			...[ 1, 2, 3, 4, 5, 6, 7 ].map(
				( day ): [ number, string, string ] => [ day, '08:00', '08:00' ]
			)
		);

		expect(
			openingAt( full, paris, at( '2026-11-25T03:00:00Z' ) )
		).toEqual( { open: true, changesAt: null, nextOpeningAt: null } );
	} );

	it( 'understands an offset as WordPress holds it', () => {
		expect(
			openingAt(
				hours( [ 3, '09:00', '10:00' ] ),
				'+05:45',
				at( '2026-11-25T03:15:00Z' )
			).open
		).toBe( true );
		expect(
			openingAt(
				hours( [ 3, '09:00', '10:00' ] ),
				'-03:30',
				at( '2026-11-25T12:29:00Z' )
			).open
		).toBe( false );
	} );

	it( 'begins with the clock change when the change skips the start', () => {
		// Paris goes from 02:00 to 03:00 on Sunday 2026-03-29 at 01:00 UTC.
		const early = hours( [ 7, '02:30', '05:00' ] );

		expect(
			openingAt( early, paris, at( '2026-03-29T00:30:00Z' ) ).changesAt
		).toEqual( at( '2026-03-29T01:00:00Z' ) );
	} );

	it( 'waits another week when the change swallows the whole range', () => {
		const gone = hours( [ 7, '02:10', '02:50' ] );

		expect(
			openingAt( gone, paris, at( '2026-03-28T12:00:00Z' ) ).changesAt
		).toEqual( at( '2026-04-05T00:10:00Z' ) );
	} );

	it( 'is open in both passes of an hour that comes twice', () => {
		// Paris goes back from 03:00 to 02:00 on Sunday 2026-10-25 at 01:00 UTC.
		const twice = hours( [ 7, '02:00', '02:30' ] );

		expect(
			openingAt( twice, paris, at( '2026-10-25T00:15:00Z' ) )
		).toMatchObject( {
			open: true,
			changesAt: at( '2026-10-25T00:30:00Z' ),
		} );
		expect(
			openingAt( twice, paris, at( '2026-10-25T00:45:00Z' ) )
		).toMatchObject( {
			open: false,
			changesAt: at( '2026-10-25T01:00:00Z' ),
		} );
	} );

	it( 'agrees with a clock read minute by minute, in any zone and across clock changes', () => {
		const time = fc.integer( { min: 0, max: 1_439 } ).map( clock );
		const range = fc.record( {
			day: fc.integer( { min: 1, max: 7 } ),
			from: time,
			to: fc.oneof( time, fc.constant( '24:00' ) ),
		} );
		const zone = fc.constantFrom(
			paris,
			'America/New_York',
			'Australia/Lord_Howe',
			'Pacific/Apia',
			'Asia/Kathmandu',
			'America/Asuncion',
			'Africa/Cairo',
			'+02:00',
			'-03:30'
		);
		// Around clock changes of 2026, and around the day that Samoa skipped.
		const start = fc
			.constantFrom(
				'2026-03-28',
				'2026-10-24',
				'2026-04-04',
				'2026-10-03',
				'2026-11-01',
				'2011-12-29',
				'2024-10-05',
				'2026-06-10'
			)
			.chain( ( date ) =>
				fc
					.integer( { min: 0, max: 2_880 } )
					.map(
						( minutes ) =>
							new Date( Date.parse( date ) + minutes * 60_000 )
					)
			);

		fc.assert(
			fc.property(
				fc.array( range, { maxLength: 6 } ),
				zone,
				start,
				( weekly, zoneName, now ) => {
					const opening = openingAt(
						{ always: false, weekly },
						zoneName,
						now
					);

					expect( opening.open ).toBe(
						openOnTheWall( weekly, zoneName, now )
					);
					expect( opening.changesAt ).toEqual(
						readMinuteByMinute(
							weekly,
							zoneName,
							now,
							opening.changesAt
						)
					);
				}
			),
			{ numRuns: 150 }
		);
	} );
} );

function clock( minute: number ): string {
	return `${ String( Math.floor( minute / 60 ) ).padStart( 2, '0' ) }:${ String( minute % 60 ).padStart( 2, '0' ) }`;
}

/** The reference: text comparison on what a clock on the wall shows. */
function openOnTheWall(
	weekly: OpeningHours[ 'weekly' ],
	zoneName: string,
	now: Date
): boolean {
	const local = new Date(
		now.getTime() + zoneNamed( zoneName ).offset( now.getTime() ) * 60_000
	);
	const shown = local.toISOString().slice( 11, 16 );
	const today = local.getUTCDay() === 0 ? 7 : local.getUTCDay();
	const yesterday = today === 1 ? 7 : today - 1;
	return weekly.some( ( { day, from, to } ) =>
		to > from
			? day === today && shown >= from && shown < to
			: ( day === today && shown >= from ) ||
				( day === yesterday && shown < to )
	);
}

/** The first whole minute at which the reference changes; looked for no further than a day after what was found. */
function readMinuteByMinute(
	weekly: OpeningHours[ 'weekly' ],
	zoneName: string,
	now: Date,
	found: Date | null
): Date | null {
	const open = openOnTheWall( weekly, zoneName, now );
	const last = (
		found ?? new Date( now.getTime() + 8 * 86_400_000 )
	).getTime();
	for (
		let minute = Math.floor( now.getTime() / 60_000 ) + 1;
		minute * 60_000 <= last;
		minute++
	) {
		if (
			openOnTheWall( weekly, zoneName, new Date( minute * 60_000 ) ) !==
			open
		) {
			return new Date( minute * 60_000 );
		}
	}
	return null;
}
