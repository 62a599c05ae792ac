import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from '@jest/globals';
import type { ChannelSettingsInput, Slots } from '@rappel/contract';
import { createAgentStore } from '../agents/agent-store.js';
import { createBookingStore } from '../bookings/booking-store.js';
import { createChannelStore } from '../channels/channel-store.js';
import { someChannel } from '../channels/testing/some-channel.js';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';
import { createSlotFacts } from './slot-facts.js';
import { createSlotRoutes } from './slot-routes.js';

/** A Wednesday, 9:00 in Paris. */
const now = new Date( '2026-11-25T08:00:00.000Z' );
const noHolidays: ReadonlySet< string > = new Set();

onEachDatabase( 'slot routes', ( open ) => {
	let edge: EdgeApp;
	let site: Site;
	const bookings = () => createBookingStore( open() );

	beforeEach( async () => {
		const database = open();
		edge = edgeApp( database, {
			siteRouters: [
				createSlotRoutes( {
					channels: createChannelStore( database ),
					facts: createSlotFacts( {
						agents: createAgentStore( database ),
						takenTimes: createBookingStore( database ),
						holidayDates: () => noHolidays,
					} ),
					clock: { now: () => now },
				} ),
			],
		} );
		site = someSite();
		await edge.pairing.sites.create( site );
	} );

	const mornings = async ( given: Partial< ChannelSettingsInput > = {} ) => {
		const channel = someChannel(
			{
				openingHours: {
					weekly: [ 1, 2, 3, 4, 5 ].map( ( day ) => ( {
						day,
						from: '10:00',
						to: '11:00',
					} ) ),
				},
				booking: {
					lengthMinutes: 30,
					stepMinutes: 30,
					windowDays: 3,
				},
				...given,
			},
			{ siteId: site.id }
		);
		await edge.channels.create( channel );
		return channel;
	};

	const ask = ( channelId: string, query = '' ) =>
		signedAgent( edge.app, site, { clock: edge.clock } ).get(
			`/v1/channels/${ channelId }/slots${ query }`
		);

	const starts = ( { days }: Slots ) =>
		days.flatMap( ( { slots } ) =>
			slots.map( ( { startsAt } ) => startsAt.slice( 5, 16 ) )
		);

	it( 'tells the dates and times that are free, to sites that sign only [S09] [S26]', async () => {
		const { id } = await mornings();
		const { body } = await ask( id, '?language=fr' ).expect( 200 );

		expect( body ).toMatchObject( {
			timeZone: 'Europe/Paris',
			clocksSentence: null,
			lengthMinutes: 30,
			nextDate: null,
			previousDate: null,
		} );
		expect( starts( body ) ).toEqual( [
			'11-25T09:00',
			'11-25T09:30',
			'11-26T09:00',
			'11-26T09:30',
			'11-27T09:00',
			'11-27T09:30',
		] );
		await signedAgent(
			edge.app,
			{ ...site, secret: 'another' },
			{ clock: edge.clock }
		)
			.get( `/v1/channels/${ id }/slots` )
			.expect( 401 );
	} );

	it( 'knows a booking at once, and one that is cancelled [N03]', async () => {
		const { id } = await mornings();
		await ask( id ).expect( 200 );
		const startsAt = new Date( '2026-11-26T09:00:00Z' );
		const endsAt = new Date( '2026-11-26T09:30:00Z' );
		const requestId = randomUUID();
		await open().transaction( () =>
			bookings().take(
				{
					requestId,
					siteId: site.id,
					channelId: id,
					number: '+33612345678',
					salt: 'salt',
				},
				{
					startsAt,
					endsAt,
					heldFrom: startsAt,
					heldUntil: endsAt,
					places: 1,
					day: { period: '2026-11-26', maximum: 0 },
					week: { period: '2026-W48', maximum: 0 },
				}
			)
		);
		expect(
			starts( ( await ask( id, '?from=2026-11-26&days=1' ) ).body )
		).toEqual( [ '11-26T09:30' ] );

		await open().transaction( () =>
			bookings().giveBack( requestId, { uncount: true } )
		);
		expect(
			starts( ( await ask( id, '?from=2026-11-26&days=1' ) ).body )
		).toEqual( [ '11-26T09:00', '11-26T09:30' ] );
	} );

	it( 'tells them by the visitor’s clock, and turns the pages by it [N04]', async () => {
		const { id } = await mornings();
		const query = ( from: string ) =>
			`?timeZone=America/Toronto&language=fr&days=1&from=${ from }`;
		const { body } = await ask( id, query( '2026-11-26' ) ).expect( 200 );

		expect( body ).toMatchObject( {
			timeZone: 'America/Toronto',
			nextDate: '2026-11-27',
			previousDate: '2026-11-25',
			days: [ { date: '2026-11-26' } ],
		} );
		expect( body.clocksSentence ).toContain( 'de Toronto' );
		expect( body.days[ 0 ].slots[ 0 ] ).toEqual( {
			startsAt: '2026-11-26T09:00:00.000Z',
			label: '4\u00a0h',
			companyLabel: '10\u00a0h, heure de Paris',
		} );
	} );

	it( 'refuses where nothing is booked, with a sentence [S10]', async () => {
		const immediate = await mornings( { callTypes: 'immediate' } );
		const paused = await mornings( { state: 'paused' } );

		expect(
			( await ask( immediate.id ).expect( 409 ) ).body
		).toMatchObject( {
			code: 'booking_not_offered',
			detail: expect.stringMatching( /\w/ ),
		} );
		expect( ( await ask( paused.id ).expect( 409 ) ).body ).toMatchObject( {
			code: 'channel_paused',
		} );
		await ask( randomUUID() ).expect( 404 );
		await ask( immediate.id, '?days=0' ).expect( 400 );
		await ask( immediate.id, '?from=tomorrow' ).expect( 400 );
	} );

	it( 'keeps a channel to its own site', async () => {
		const { id } = await mornings();
		const other = someSite();
		await edge.pairing.sites.create( other );

		await signedAgent( edge.app, other, { clock: edge.clock } )
			.get( `/v1/channels/${ id }/slots` )
			.expect( 404 );
	} );
} );
