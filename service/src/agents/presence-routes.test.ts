import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, it } from '@jest/globals';
import { someChannel } from '../channels/testing/some-channel.js';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import type { Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';

/** The clock of these tests begins at 8:00 in UTC, on a Wednesday: 9:00 in Paris. */
const office = {
	weekly: [
		{ day: 3, from: '09:00', to: '12:00' },
		{ day: 3, from: '14:00', to: '18:00' },
	],
};

onEachDatabase( 'presence routes', ( open ) => {
	let database: Database;
	let edge: EdgeApp;
	let site: Site;
	const wordpress = ( as: Site = site ) =>
		signedAgent( edge.app, as, { clock: edge.clock } );
	const agent = ( userId: number, given: object = {} ) =>
		wordpress()
			.put( `/v1/agents/${ userId }`, {
				name: `Agent ${ userId }`,
				number: '06 12 34 56 78',
				...given,
			} )
			.expect( 200 );
	const say = ( userId: number, status: string, more: object = {} ) =>
		wordpress().put( `/v1/agents/${ userId }/presence`, {
			status,
			...more,
		} );
	const saw = ( userId: number ) =>
		wordpress().post( `/v1/agents/${ userId }/sightings`, {} );
	const one = async ( userId: number ) => {
		const { body } = await wordpress().get( '/v1/agents' ).expect( 200 );
		return body.agents.find(
			( { userId: id }: { userId: number } ) => id === userId
		);
	};
	const log = async ( query = '' ) =>
		( await wordpress().get( `/v1/presence-log${ query }` ).expect( 200 ) )
			.body;
	const time = ( clock: string ) => {
		edge.clock.time = new Date( `2026-11-25T${ clock }:00.000Z` );
	};
	const channel = async ( settings: object = {} ) => {
		const created = someChannel(
			{ openingHours: office, team: [ { userId: 7 } ], ...settings },
			{ siteId: site.id }
		);
		await edge.channels.create( created );
		return created;
	};
	const sweep = () => edge.presence.sweep( edge.clock.time );

	beforeEach( async () => {
		database = open();
		edge = edgeApp( database );
		site = someSite();
		await edge.pairing.sites.create( site );
	} );

	it( 'keep every change, with who made it for somebody else [S15]', async () => {
		await agent( 7 );
		await agent( 8, { name: 'Zoé' } );
		time( '08:30' );
		await say( 7, 'online' ).expect( 200 );
		time( '08:31' );
		await say( 7, 'online' ).expect( 200 );
		await say( 7, 'away', { byUserId: 7, from: 'personal_page' } );
		time( '08:32' );
		await say( 8, 'online', { byUserId: 1 } ).expect( 200 );

		const entry = {
			userId: 7,
			agentName: 'Agent 7',
			byUserId: null,
		};
		expect( await log() ).toEqual( {
			entries: [
				{
					at: '2026-11-25T08:32:00.000Z',
					userId: 8,
					agentName: 'Zoé',
					status: 'online',
					source: 'page',
					byUserId: 1,
				},
				{
					...entry,
					at: '2026-11-25T08:31:00.000Z',
					status: 'away',
					source: 'personal_page',
				},
				{
					...entry,
					at: '2026-11-25T08:30:00.000Z',
					status: 'online',
					source: 'page',
				},
			],
			nextCursor: null,
		} );
		expect( ( await log( '?userId=8' ) ).entries ).toHaveLength( 1 );
	} );

	it( 'tell the log page by page, and no other site’s [N14]', async () => {
		await agent( 7 );
		for ( const status of [ 'online', 'away', 'online' ] ) {
			await say( 7, status ).expect( 200 );
		}
		const first = await log( '?limit=2' );
		const second = await log( `?limit=2&cursor=${ first.nextCursor }` );

		expect(
			[ ...first.entries, ...second.entries ].map(
				( { status }: { status: string } ) => status
			)
		).toEqual( [ 'online', 'away', 'online' ] );
		expect( second.nextCursor ).toBeNull();
		expect( ( await log( '?cursor=nonsense' ) ).entries ).toHaveLength( 3 );

		const other = someSite();
		await edge.pairing.sites.create( other );
		const { body } = await wordpress( other ).get( '/v1/presence-log' );
		expect( body.entries ).toEqual( [] );
	} );

	it( 'note the end of a period at its instant, once, whoever looks first [S17]', async () => {
		await channel();
		await agent( 7 );
		time( '08:30' );
		await say( 7, 'online' );
		time( '12:10' );

		await Promise.all( [ sweep(), log(), log(), sweep() ] );

		const { entries } = await log();
		expect( entries ).toHaveLength( 2 );
		expect( entries[ 0 ] ).toMatchObject( {
			at: '2026-11-25T11:00:00.000Z',
			status: 'offline',
			source: 'period_end',
			byUserId: null,
		} );
		time( '12:40' );
		await say( 7, 'online' );
		time( '18:00' );
		await say( 7, 'away' );
		expect(
			( await log() ).entries.map(
				( entry: Record< string, string > ) => [
					entry.at?.slice( 11, 16 ),
					entry.status,
					entry.source,
				]
			)
		).toEqual( [
			[ '18:00', 'away', 'page' ],
			[ '17:00', 'offline', 'period_end' ],
			[ '12:40', 'online', 'page' ],
			[ '11:00', 'offline', 'period_end' ],
			[ '08:30', 'online', 'page' ],
		] );
	} );

	it( 'tell of the end of a period as soon as it has come, without a sweep [S17]', async () => {
		await channel();
		await agent( 7 );
		edge.clock.time = new Date( '2026-11-25T10:59:59.900Z' );
		await say( 7, 'online' );
		const started = Date.now();
		edge.clock.now = () =>
			new Date(
				Date.parse( '2026-11-25T10:59:59.900Z' ) +
					( Date.now() - started )
			);

		while ( edge.presenceChanges.length < 2 ) {
			await setTimeout( 20 );
		}
		expect( edge.presenceChanges.at( -1 ) ).toEqual( {
			userId: 7,
			status: 'offline',
		} );
	} );

	it( 'say whether a channel of theirs is open, and when the next opens [S18]', async () => {
		await channel();
		await agent( 7 );

		expect( await one( 7 ) ).toMatchObject( {
			isInHours: true,
			opensAt: '2026-11-25T13:00:00.000Z',
		} );
		time( '11:30' );
		expect( await one( 7 ) ).toMatchObject( {
			isInHours: false,
			opensAt: '2026-11-25T13:00:00.000Z',
		} );
		await channel( { openingHours: { always: true } } );
		expect( await one( 7 ) ).toMatchObject( {
			isInHours: true,
			opensAt: null,
		} );
	} );

	it( 'say whether somebody waits for them: not where a number is called whatever their presence [N18]', async () => {
		await channel( { team: [] } );
		await agent( 7 );
		expect( await one( 7 ) ).toMatchObject( {
			isInHours: true,
			isAwaited: false,
		} );
		await channel( { calls: { routing: 'team' } } );
		expect( ( await one( 7 ) ).isAwaited ).toBe( true );
		time( '11:30' );
		expect( ( await one( 7 ) ).isAwaited ).toBe( false );
	} );

	it( 'make who has no page open away after the channel’s minutes, and nobody online again [N10]', async () => {
		await channel( { presence: { awayAfterMinutes: 10 } } );
		await agent( 7 );
		await say( 7, 'online' );
		time( '08:09' );
		await sweep();
		expect( ( await saw( 7 ).expect( 200 ) ).body.presence.status ).toBe(
			'online'
		);
		time( '08:18' );
		await sweep();
		expect( ( await one( 7 ) ).presence.status ).toBe( 'online' );
		time( '08:19' );
		await Promise.all( [ sweep(), sweep() ] );

		expect( ( await one( 7 ) ).presence.status ).toBe( 'away' );
		expect( ( await log() ).entries ).toMatchObject( [
			{ status: 'away', source: 'no_page_open', byUserId: null },
			{ status: 'online' },
		] );
		await saw( 7 );
		await sweep();
		expect( ( await one( 7 ) ).presence.status ).toBe( 'away' );
		await saw( 8 ).expect( 404 );
	} );

	it.each( [
		[ 'said it on their personal page', { from: 'personal_page' }, {} ],
		[
			'has no channel that says so',
			{},
			{ presence: { awayAfterMinutes: null } },
		],
	] )(
		'leave alone who %s, without a page open [N10]',
		async ( _why, said, settings ) => {
			await channel( {
				presence: { awayAfterMinutes: 10 },
				...settings,
			} );
			await agent( 7 );
			await say( 7, 'online', said );
			time( '10:00' );
			await sweep();

			expect( ( await one( 7 ) ).presence.status ).toBe( 'online' );
		}
	);

	it( 'take who is removed off every team, at once and for good [S06]', async () => {
		const sales = await channel( {
			team: [ { userId: 7 }, { userId: 8, priority: 2 } ],
		} );
		const alone = await channel();
		const other = await channel( { team: [ { userId: 8 } ] } );
		await agent( 7 );
		await agent( 8 );
		await say( 7, 'online' );

		await wordpress().delete( '/v1/agents/7' ).expect( 204 );

		const now = ( { id }: { id: string } ) =>
			edge.channels.find( site.id, id );
		expect( await now( sales ) ).toMatchObject( {
			version: sales.version + 1,
			settings: { team: [ { userId: 8, priority: 2 } ] },
		} );
		expect( await now( alone ) ).toMatchObject( {
			version: alone.version + 1,
			settings: { team: [] },
		} );
		expect( await now( other ) ).toMatchObject( {
			version: other.version,
		} );
		// Bookings that they alone covered are looked at.
		expect( edge.hoursChanges ).toEqual( [ site.id ] );
		expect( ( await log() ).entries[ 0 ] ).toMatchObject( {
			userId: 7,
			status: 'offline',
			source: 'removed',
		} );
		// Who had the channel open with them on its team does not bring them back.
		await wordpress()
			.put( `/v1/channels/${ sales.id }`, {
				settings: sales.settings,
				version: sales.version,
			} )
			.expect( 409 );
		await wordpress().delete( '/v1/agents/7' ).expect( 404 );
	} );
} );
