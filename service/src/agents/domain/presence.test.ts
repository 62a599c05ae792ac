import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Hours } from '../../availability/domain/hours.js';
import { openingAt } from '../../availability/domain/opening.js';
import { someHours } from '../../availability/testing/some-hours.js';
import {
	isEligible,
	isUnseen,
	periodEndedAt,
	presenceAt,
	statusEndsAt,
} from './presence.js';

const at = ( iso: string ) => new Date( iso );
/** A Wednesday; in Paris it is an hour later. */
const wednesday = ( time: string ) => at( `2026-11-25T${ time }:00.000Z` );

const hours = ( ...ranges: Array< [ from: string, to: string ] > ): Hours =>
	someHours( {
		weekly: ranges.map( ( [ from, to ] ) => ( { day: 3, from, to } ) ),
	} );
/** 8–11 and 13–17 in UTC. */
const office = hours( [ '09:00', '12:00' ], [ '14:00', '18:00' ] );
const roundTheClock = someHours( { always: true } );

describe( 'isEligible', () => {
	it.each( [
		[ 'online, inside the hours', 'online', '08:30', '10:00', true ],
		[ 'away', 'away', '08:30', '10:00', false ],
		[ 'offline', 'offline', '08:30', '10:00', false ],
		[ 'online, outside the hours', 'online', '08:30', '11:30', false ],
		[
			'at the last moment of the period',
			'online',
			'08:30',
			'10:59',
			true,
		],
		[ 'at the end of the period', 'online', '08:30', '11:00', false ],
		[
			'in the afternoon, online since the morning: two periods [S17]',
			'online',
			'08:30',
			'13:00',
			false,
		],
		[
			'in the afternoon, online since lunch',
			'online',
			'12:30',
			'13:00',
			true,
		],
		[ 'before opening, online already', 'online', '07:00', '07:59', false ],
		[
			'from opening on, online before it',
			'online',
			'07:00',
			'08:00',
			true,
		],
	] as const )( '%s [S18]', ( _title, status, since, now, expected ) => {
		expect(
			isEligible(
				{ status, statusSince: wednesday( since ) },
				office,
				wednesday( now )
			)
		).toBe( expected );
	} );

	it( 'never ends on a channel that never closes', () => {
		expect(
			isEligible(
				{ status: 'online', statusSince: at( '2026-01-01T00:00:00Z' ) },
				roundTheClock,
				wednesday( '03:00' )
			)
		).toBe( true );
	} );

	it( 'is over at the end of each opening period, whatever the hours, and never before [S17] [S18]', () => {
		const minutes = fc.integer( { min: 0, max: 14 * 1_440 } );
		const time = fc
			.integer( { min: 0, max: 1_439 } )
			.map(
				( minute ) =>
					`${ String( Math.floor( minute / 60 ) ).padStart( 2, '0' ) }:${ String( minute % 60 ).padStart( 2, '0' ) }`
			);
		const week = fc.array(
			fc.record( {
				day: fc.integer( { min: 1, max: 7 } ),
				from: time,
				to: time,
			} ),
			{ maxLength: 5 }
		);
		fc.assert(
			fc.property( week, minutes, minutes, ( weekly, a, b ) => {
				const given = someHours( { weekly } );
				const start = Date.parse( '2026-11-23T00:00:00Z' );
				const [ since, now ] = [
					Math.min( a, b ),
					Math.max( a, b ),
				].map( ( minute ) => new Date( start + minute * 60_000 ) ) as [
					Date,
					Date,
				];

				expect(
					isEligible(
						{ status: 'online', statusSince: since },
						given,
						now
					)
				).toBe(
					openingAt( given, now ).open &&
						! closesBetween( given, since, now )
				);
			} ),
			{ numRuns: 150 }
		);
	} );
} );

/** The reference: from change to change. */
function closesBetween( given: Hours, from: Date, to: Date ): boolean {
	let opening = openingAt( given, from );
	while ( opening.changesAt && opening.changesAt <= to ) {
		if ( opening.open ) {
			return true;
		}
		opening = openingAt( given, opening.changesAt );
	}
	return false;
}

describe( 'statusEndsAt', () => {
	it( 'is the start of a pause, and after it the end of the period that the pause cut [S17] [N05]', () => {
		const paused = someHours( {
			weekly: office.openingHours.weekly,
			pauses: [
				{
					from: '2026-11-25T10:30',
					to: '2026-11-25T11:00',
					note: null,
				},
			],
		} );

		expect( statusEndsAt( paused, wednesday( '08:30' ) ) ).toEqual(
			wednesday( '09:30' )
		);
		expect( statusEndsAt( paused, wednesday( '09:45' ) ) ).toEqual(
			wednesday( '11:00' )
		);
	} );

	it( 'is never in hours that are open all year, and the next holiday where these are kept [S17] [N05]', () => {
		expect(
			statusEndsAt( roundTheClock, wednesday( '08:30' ) )
		).toBeNull();
		expect(
			statusEndsAt(
				{ ...roundTheClock, holidays: new Set( [ '2027-05-01' ] ) },
				wednesday( '08:30' )
			)
		).toEqual( at( '2027-04-30T22:00:00Z' ) );
	} );

	it( 'is the end of the period under way, or of the next one', () => {
		expect( statusEndsAt( office, wednesday( '08:30' ) ) ).toEqual(
			wednesday( '11:00' )
		);
		expect( statusEndsAt( office, wednesday( '11:00' ) ) ).toEqual(
			wednesday( '17:00' )
		);
		expect( statusEndsAt( hours(), wednesday( '08:30' ) ) ).toBeNull();
	} );
} );

describe( 'presenceAt', () => {
	const online = {
		status: 'online' as const,
		statusSince: wednesday( '08:30' ),
	};
	const allDay = hours( [ '09:00', '18:00' ] );

	it( 'holds until the last of somebody’s channels has ended its period [S17]', () => {
		expect(
			presenceAt( online, [ office, allDay ], wednesday( '12:00' ) )
		).toEqual( { status: 'online', until: '2026-11-25T17:00:00.000Z' } );
		expect( isEligible( online, office, wednesday( '12:00' ) ) ).toBe(
			false
		);
		expect(
			presenceAt( online, [ office, allDay ], wednesday( '17:00' ) )
		).toEqual( { status: 'offline', until: null } );
	} );

	it( 'returns somebody who is away to offline as well [S17]', () => {
		const away = { ...online, status: 'away' as const };

		expect( presenceAt( away, [ office ], wednesday( '10:00' ) ) ).toEqual(
			{
				status: 'away',
				until: '2026-11-25T11:00:00.000Z',
			}
		);
		expect(
			presenceAt( away, [ office ], wednesday( '11:00' ) ).status
		).toBe( 'offline' );
	} );

	it( 'has no end without a channel, or with one that never closes', () => {
		const held = { status: 'online', until: null };

		expect( presenceAt( online, [], wednesday( '23:00' ) ) ).toEqual(
			held
		);
		expect(
			presenceAt(
				online,
				[ office, roundTheClock ],
				wednesday( '23:00' )
			)
		).toEqual( held );
	} );
} );

describe( 'periodEndedAt', () => {
	const said = {
		status: 'away',
		statusSince: wednesday( '08:30' ),
	} as const;

	it( 'is the end of the last of their periods, once it has come [S17]', () => {
		const short = hours( [ '09:00', '10:00' ] );

		expect(
			periodEndedAt( said, [ office, short ], wednesday( '10:59' ) )
		).toBeNull();
		expect(
			periodEndedAt( said, [ office, short ], wednesday( '16:00' ) )
		).toEqual( wednesday( '11:00' ) );
	} );

	it( 'is nothing for who said offline, and where a channel never closes', () => {
		expect(
			periodEndedAt(
				{ ...said, status: 'offline' },
				[ office ],
				wednesday( '16:00' )
			)
		).toBeNull();
		expect(
			periodEndedAt(
				said,
				[ office, roundTheClock ],
				wednesday( '16:00' )
			)
		).toBeNull();
	} );
} );

describe( 'isUnseen', () => {
	const agent = {
		status: 'online',
		statusSince: wednesday( '08:00' ),
		statusSource: 'page',
		seenAt: wednesday( '08:20' ),
	} as const;

	it.each( [
		[ 'just before the minutes are over', agent, '08:29', false ],
		[ 'when they are over', agent, '08:30', true ],
		[ 'never seen', { ...agent, seenAt: null }, '08:10', true ],
		[ 'away already', { ...agent, status: 'away' }, '09:00', false ],
		[
			'by phone, without a page',
			{ ...agent, statusSource: 'phone' },
			'09:00',
			false,
		],
		[
			'by the personal page',
			{ ...agent, statusSource: 'personal_page' },
			'09:00',
			false,
		],
	] as const )( '%s [N10]', ( _title, of, now, expected ) => {
		expect( isUnseen( of, 10, wednesday( now ) ) ).toBe( expected );
		expect( isUnseen( of, null, wednesday( now ) ) ).toBe( false );
	} );
} );
