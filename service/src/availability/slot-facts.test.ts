import { describe, expect, it } from '@jest/globals';
import type { AgentHours, ChannelSettingsInput } from '@rappel/contract';
import { someAgent } from '../agents/testing/some-agent.js';
import type { TakenTime } from '../bookings/ports.js';
import { someChannel } from '../channels/testing/some-channel.js';
import { someSite } from '../sites/testing/some-site.js';
import { createSlotFacts } from './slot-facts.js';
import { createOfferedSlots } from './slot-offers.js';

const minuteMs = 60_000;
/** Tuesday, 8:00 in Paris. */
const now = new Date( '2026-12-01T07:00:00Z' );
/** A time of that Tuesday in Paris. */
const at = ( time: string ) => new Date( `2026-12-01T${ time }+01:00` );

const morning: ChannelSettingsInput[ 'openingHours' ] = {
	weekly: [ { day: 2, from: '09:00', to: '10:00' } ],
};
const oneHour: ChannelSettingsInput[ 'booking' ] = {
	lengthMinutes: 30,
	stepMinutes: 30,
	windowDays: 1,
	minimumDelayMinutes: 0,
};

function booked( time: string, given: Partial< TakenTime > = {} ): TakenTime {
	const startsAt = at( time ).getTime();
	return {
		requestId: time,
		startsAt,
		from: startsAt,
		until: startsAt + 30 * minuteMs,
		held: true,
		counted: true,
		...given,
	};
}

/** What a channel of that Tuesday morning offers; everything may be changed later. */
function desk( settings: Partial< ChannelSettingsInput > = {} ) {
	const world = {
		site: someSite(),
		channel: someChannel( {
			openingHours: morning,
			booking: oneHour,
			...settings,
		} ),
		taken: [] as TakenTime[],
		hours: {} as Record< number, AgentHours >,
		holidays: new Set< string >(),
		asked: [] as string[][],
	};
	const offers = createOfferedSlots(
		createSlotFacts( {
			agents: {
				list: async () =>
					Object.entries( world.hours ).map( ( [ userId, hours ] ) =>
						someAgent( {
							userId: Number( userId ),
							number: '+33612345678',
							hours,
						} )
					),
			},
			takenTimes: {
				async takenOf( _channelId, from, to ) {
					world.asked.push( [
						from.toISOString(),
						to.toISOString(),
					] );
					return world.taken;
				},
			},
			holidayDates: () => world.holidays,
		} )
	);
	const question = () => ( {
		site: world.site,
		channel: world.channel,
		now,
	} );
	return {
		world,
		/** The free starts. */
		free: async ( given: { movedRequestId?: string } = {} ) =>
			(
				await offers.nearest(
					{ ...question(), ...given },
					at( '08:00' ),
					100
				)
			).map( ( start ) =>
				new Date( start.getTime() + 60 * minuteMs )
					.toISOString()
					.slice( 11, 16 )
			),
		placesAt: ( time: string ) => offers.placesAt( question(), at( time ) ),
	};
}

const always: AgentHours = { weekly: null, leave: [] };

describe( 'what a channel offers', () => {
	it( 'is what its hours have and no booking has taken', async () => {
		const { world, free } = desk();
		expect( await free() ).toEqual( [ '09:00', '09:30' ] );

		world.taken = [ booked( '09:00' ) ];
		expect( await free() ).toEqual( [ '09:30' ] );
	} );

	it( 'is not taken by a booking that is over, which still counts for the day [R09]', async () => {
		const { world, free } = desk( {
			booking: { ...oneHour, maximumPerDay: 1 },
		} );
		world.taken = [ booked( '09:00', { held: false, counted: false } ) ];
		expect( await free() ).toEqual( [ '09:00', '09:30' ] );

		world.taken = [ booked( '09:00', { held: false } ) ];
		expect( await free() ).toEqual( [] );
	} );

	it( 'leaves the time of a booking that is moved to it [N07]', async () => {
		const { world, free } = desk( {
			booking: { ...oneHour, maximumPerDay: 1 },
		} );
		world.taken = [ booked( '09:00' ) ];

		expect( await free( { movedRequestId: '09:00' } ) ).toEqual( [
			'09:00',
			'09:30',
		] );
	} );

	it( 'asks for the bookings of the whole week, for its limit', async () => {
		const { world, free } = desk();
		await free();

		expect( world.asked ).toEqual( [
			[ '2026-11-29T23:00:00.000Z', '2026-12-01T23:30:00.000Z' ],
		] );
	} );

	it( 'has as many places as agents have hours then [R09] [S07]', async () => {
		const { world, placesAt } = desk( {
			team: [ { userId: 1 }, { userId: 2 }, { userId: 3 } ],
		} );
		world.hours = {
			1: always,
			2: {
				weekly: [ { day: 2, from: '09:30', to: '12:00' } ],
				leave: [],
			},
			3: {
				weekly: null,
				leave: [
					{
						from: '2026-12-01T00:00',
						to: '2026-12-02T00:00',
						note: null,
					},
				],
			},
			// Not of the team.
			4: always,
		};
		expect( await placesAt( '09:00' ) ).toBe( 1 );
		expect( await placesAt( '09:30' ) ).toBe( 2 );

		// Hours are what they are now, whatever was remembered.
		world.hours[ 3 ] = always;
		expect( await placesAt( '09:30' ) ).toBe( 3 );
		world.hours = {};
		expect( await placesAt( '09:30' ) ).toBeNull();
	} );

	it( 'has the number of places that its owner set, and one for an empty team', async () => {
		const { placesAt } = desk( {
			booking: { ...oneHour, capacity: 'number', capacityNumber: 4 },
		} );

		expect( await placesAt( '09:30' ) ).toBe( 4 );
		expect( await desk().placesAt( '09:30' ) ).toBe( 1 );
		expect( await placesAt( '09:15' ) ).toBeNull();
		expect( await placesAt( '11:00' ) ).toBeNull();
	} );

	it( 'changes with the channel’s settings and the site’s zone at once', async () => {
		const { world, free } = desk();
		await free();

		world.channel = {
			...world.channel,
			version: 2,
			settings: {
				...world.channel.settings,
				openingHours: {
					...world.channel.settings.openingHours,
					weekly: [ { day: 2, from: '14:00', to: '14:30' } ],
				},
			},
		};
		expect( await free() ).toEqual( [ '14:00' ] );
		world.site = { ...world.site, timeZone: 'Europe/London' };
		expect( await free() ).toEqual( [ '15:00' ] );
	} );

	it( 'is nothing on a public holiday [N05]', async () => {
		const { world, free } = desk();
		world.holidays = new Set( [ '2026-12-01' ] );

		expect( await free() ).toEqual( [] );
	} );
} );
