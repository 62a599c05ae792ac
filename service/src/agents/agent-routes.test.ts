import { beforeEach, expect, it } from '@jest/globals';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import type { Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createSeats } from '../seats/seats.js';
import { someChannel } from '../channels/testing/some-channel.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';

/** The clock of these tests stands at 8:00 in UTC, on a Wednesday: 9:00 in Paris. */
const office = {
	weekly: [
		{ day: 3, from: '09:00', to: '12:00' },
		{ day: 3, from: '14:00', to: '18:00' },
	],
};

onEachDatabase( 'agent routes', ( open ) => {
	let database: Database;
	let edge: EdgeApp;
	let site: Site;
	const wordpress = ( as: Site = site ) =>
		signedAgent( edge.app, as, { clock: edge.clock } );
	const save = ( userId: number, given: object = {} ) =>
		wordpress().put( `/v1/agents/${ userId }`, {
			name: `Agent ${ userId }`,
			number: '06 12 34 56 78',
			...given,
		} );
	const say = ( userId: number, status: string ) =>
		wordpress().put( `/v1/agents/${ userId }/presence`, { status } );
	const list = async () =>
		( await wordpress().get( '/v1/agents' ).expect( 200 ) ).body.agents;
	const time = ( clock: string ) => {
		edge.clock.time = new Date( `2026-11-25T${ clock }:00.000Z` );
	};

	beforeEach( async () => {
		database = open();
		edge = edgeApp( database );
		site = someSite();
		await edge.pairing.sites.create( site );
	} );

	it( 'keeps the profile, its number in E.164; a new agent is offline [S12]', async () => {
		const { body } = await save( 7, {
			email: 'zoe@boulangerie.example',
		} ).expect( 200 );

		expect( body ).toEqual( {
			userId: 7,
			name: 'Agent 7',
			number: '+33612345678',
			email: 'zoe@boulangerie.example',
			presence: { status: 'offline', until: null },
			isInHours: false,
			isAwaited: false,
			opensAt: null,
			missedCallAt: null,
			wrapUpUntil: null,
			hours: { weekly: null, leave: [] },
			busyCalls: 0,
			alerts: {
				missedCall: 'none',
				failedBooking: 'email',
				dailyReport: 'none',
				opening: 'none',
			},
		} );
		expect( await list() ).toEqual( [ body ] );
		expect(
			( await save( 7, { number: '020 7946 0000', country: 'GB' } ) ).body
				.number
		).toBe( '+442079460000' );
		expect( ( await save( 7, { number: null } ) ).body.number ).toBeNull();
	} );

	it.each( [
		[ '08 99 12 34 56', 'number_type_refused' ],
		[ '112', 'number_type_refused' ],
		[ '01 23', 'number_invalid' ],
	] )( 'refuses %s as an agent’s number [R18]', async ( number, code ) => {
		const { body } = await save( 7, { number } ).expect( 422 );

		expect( body ).toMatchObject( { code, field: 'number' } );
		expect( await list() ).toEqual( [] );
	} );

	it( 'keeps hours and leave, whatever the profile says later [S07] [N03]', async () => {
		const hours = {
			weekly: [ { day: 1, from: '09:00', to: '12:00' } ],
			leave: [
				{
					from: '2026-12-21T00:00',
					to: '2027-01-04T08:00',
					note: 'Noël',
				},
			],
		};
		await save( 7 ).expect( 200 );

		const { body } = await wordpress()
			.put( '/v1/agents/7/hours', hours )
			.expect( 200 );

		expect( body ).toMatchObject( { userId: 7, hours } );
		expect( ( await save( 7, { name: 'Zoé' } ) ).body.hours ).toEqual(
			hours
		);
		expect( await list() ).toEqual( [
			expect.objectContaining( { name: 'Zoé', hours } ),
		] );
		expect( edge.hoursChanges ).toEqual( [ site.id ] );
	} );

	it( 'keeps what somebody wants to be told, whatever the profile says later [R16] [N18]', async () => {
		const alerts = {
			missedCall: 'text_message',
			failedBooking: 'none',
			dailyReport: 'email',
			opening: 'email',
		};
		const { body: before } = await save( 7 ).expect( 200 );
		expect( before.alerts ).toEqual( {
			missedCall: 'none',
			failedBooking: 'email',
			dailyReport: 'none',
			opening: 'none',
		} );

		const { body } = await wordpress()
			.put( '/v1/agents/7/alerts', alerts )
			.expect( 200 );

		expect( body ).toMatchObject( { userId: 7, alerts } );
		expect( ( await save( 7, { name: 'Zoé' } ) ).body.alerts ).toEqual(
			alerts
		);
		await wordpress()
			.put( '/v1/agents/7/alerts', { dailyReport: 'text_message' } )
			.expect( 400 );
		await wordpress().put( '/v1/agents/8/alerts', alerts ).expect( 404 );
		expect( await list() ).toEqual( [
			expect.objectContaining( { alerts } ),
		] );
	} );

	it( 'refuses hours that overlap and leave that ends before it begins', async () => {
		await save( 7 ).expect( 200 );

		const { body } = await wordpress()
			.put( '/v1/agents/7/hours?language=en', {
				weekly: [
					{ day: 1, from: '09:00', to: '12:00' },
					{ day: 1, from: '11:00', to: '14:00' },
				],
				leave: [ { from: '2026-12-21T00:00', to: '2026-12-20T00:00' } ],
			} )
			.expect( 400 );

		expect( body.errors ).toEqual( [
			{
				field: 'weekly.1.from',
				code: 'ranges_overlap',
				detail: 'These hours overlap others. Change or remove one of the two.',
			},
			{
				field: 'leave.0.to',
				code: 'ends_before_start',
				detail: 'The end must come after the beginning.',
			},
		] );
		await wordpress().put( '/v1/agents/8/hours', {} ).expect( 404 );
	} );

	it( 'shows a status until the opening period ends, and offline from then on, without anybody’s doing [S15] [S17]', async () => {
		await edge.channels.create(
			someChannel(
				{
					openingHours: office,
					team: [ { userId: 7 } ],
				},
				{ siteId: site.id }
			)
		);
		await save( 7 );
		time( '08:30' );

		expect(
			( await say( 7, 'online' ).expect( 200 ) ).body.presence
		).toEqual( { status: 'online', until: '2026-11-25T11:00:00.000Z' } );

		time( '10:59' );
		expect( ( await list() )[ 0 ].presence.status ).toBe( 'online' );
		time( '11:00' );
		expect( ( await list() )[ 0 ].presence ).toEqual( {
			status: 'offline',
			until: null,
		} );
		time( '13:30' );
		expect( ( await list() )[ 0 ].presence.status ).toBe( 'offline' );
		expect( ( await say( 7, 'away' ) ).body.presence ).toEqual( {
			status: 'away',
			until: '2026-11-25T17:00:00.000Z',
		} );
	} );

	it( 'tells of every change of presence, and of who is no agent any more [S16]', async () => {
		await save( 7 );
		await say( 7, 'online' );
		await save( 7, { name: 'Zoé' } );
		await say( 7, 'offline' );
		await say( 7, 'online' );
		await save( 7, { number: null } );
		await save( 7 );
		await wordpress().delete( '/v1/agents/7' ).expect( 204 );

		expect( edge.presenceChanges ).toEqual(
			[
				'online',
				'offline',
				'online',
				'offline',
				'online',
				'offline',
			].map( ( status ) => ( { userId: 7, status } ) )
		);
	} );

	it( 'counts calls under way, and says until when an agent is left alone [R22]', async () => {
		await save( 7 );
		const seats = createSeats( database );
		const take = ( userId: number, requestId: string ) =>
			database.transaction( () =>
				seats.take(
					{
						holder: {
							siteId: site.id,
							kind: 'agent',
							id: String( userId ),
						},
						limit: 1,
						requestId,
						now: edge.clock.time,
					},
					[]
				)
			);
		const requestId = '00000000-0000-4000-8000-000000000001';
		await take( 7, requestId );
		await take( 70, requestId );

		expect( ( await list() )[ 0 ] ).toMatchObject( {
			busyCalls: 1,
			wrapUpUntil: null,
		} );

		await database.transaction( () =>
			seats.giveBack(
				requestId,
				{ siteId: site.id, kind: 'agent', id: '7' },
				new Date( '2026-11-25T08:01:00.000Z' )
			)
		);
		expect( ( await list() )[ 0 ] ).toMatchObject( {
			busyCalls: 0,
			wrapUpUntil: '2026-11-25T08:01:00.000Z',
		} );
		time( '08:01' );
		expect( ( await list() )[ 0 ].wrapUpUntil ).toBeNull();
	} );

	it.each( [ '8', '0', '-1', 'zoe', '99999999999' ] )(
		'finds no agent %s',
		async ( userId ) => {
			for ( const answer of [
				wordpress().put( `/v1/agents/${ userId }/presence`, {
					status: 'online',
				} ),
				wordpress().delete( `/v1/agents/${ userId }` ),
			] ) {
				expect( ( await answer.expect( 404 ) ).body.code ).toBe(
					'agent_not_found'
				);
			}
		}
	);

	it( 'refuses a status that is none', async () => {
		await save( 7 );

		expect( ( await say( 7, 'asleep' ).expect( 400 ) ).body ).toMatchObject(
			{ code: 'invalid_request', field: 'status' }
		);
	} );

	it( 'shows a site nothing of another’s [N14]', async () => {
		const other = someSite();
		await edge.pairing.sites.create( other );
		await save( 7 );

		expect(
			( await wordpress( other ).get( '/v1/agents' ) ).body.agents
		).toEqual( [] );
		await wordpress( other )
			.put( '/v1/agents/7/presence', { status: 'online' } )
			.expect( 404 );
		await wordpress( other ).delete( '/v1/agents/7' ).expect( 404 );
		expect( await list() ).toHaveLength( 1 );
	} );
} );
