import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Results } from '@rappel/contract';
import { createAgentStore } from '../agents/agent-store.js';
import { ServiceUnderTest } from '../callbacks/testing/service-under-test.js';
import { createChannelStore } from '../channels/channel-store.js';
import { someChannel } from '../channels/testing/some-channel.js';
import { createLogger } from '../logging.js';
import { openDatabase, type Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { createSiteStore } from '../sites/site-store.js';
import { someSite } from '../sites/testing/some-site.js';
import {
	countRequest,
	pathOf,
	type CountedRequest,
} from './domain/counted-request.js';
import { localDay, localHour } from './domain/local-days.js';
import { figuresOf, sumOf } from './domain/sums.js';
import {
	anyRequest,
	someRequest,
	someTry,
} from './domain/testing/any-request.js';
import { createResults, type ResultsOfSites } from './results.js';
import { requestInserter } from './testing/insert-requests.js';

const logger = createLogger( 'silent' );
const now = new Date( '2026-11-30T12:00:00Z' );

function resultsOn( database: Database ): ResultsOfSites {
	return createResults( {
		database,
		sites: createSiteStore( database ),
		channels: createChannelStore( database ),
		agentNames: createAgentStore( database ).names,
		logger,
	} );
}

async function siteOn(
	database: Database,
	given: Partial< Site > = {}
): Promise< Site > {
	const site = someSite( given );
	await createSiteStore( database ).create( site );
	return site;
}

async function channelOn( database: Database, siteId: string ) {
	const channel = someChannel( {}, { siteId } );
	await createChannelStore( database ).create( channel );
	return channel;
}

const around = { from: '2026-10-23', to: '2026-10-28' };
const ofDay = ( results: Results, day: string ) =>
	results.days.find( ( { date } ) => date === day )?.figures;

onEachDatabase( 'results', ( open, place ) => {
	it( 'are what counting every request one by one gives, and stay so as requests change [R15]', async () => {
		const database = open();
		const insert = requestInserter( database );
		const results = resultsOn( database );
		await fc.assert(
			fc.asyncProperty(
				fc.array( anyRequest, { minLength: 1, maxLength: 12 } ),
				fc.array( anyRequest, { maxLength: 6 } ),
				fc.constantFrom( 'Europe/Paris', 'America/Havana', '+05:45' ),
				async ( some, others, timeZone ) => {
					const site = await siteOn( database, {
						id: randomUUID(),
						timeZone,
					} );
					for ( const request of some ) {
						await insert( site.id, request );
					}
					await expectReference( results, site, some );
					for ( const request of others ) {
						await insert( site.id, request );
					}
					await expectReference( results, site, [
						...some,
						...others,
					] );
				}
			),
			{ numRuns: 8 }
		);
	} );

	it( 'put a request into the day, the hour and the channel of the site’s clock [R15]', async () => {
		const database = open();
		const site = await siteOn( database );
		const channel = await channelOn( database, site.id );
		const createdAt = new Date( '2026-11-24T23:30:00Z' );
		await requestInserter( database )(
			site.id,
			someRequest( {
				channelId: channel.id,
				createdAt,
				requestedAt: createdAt,
				tries: [
					someTry( { rangAt: new Date( '2026-11-24T23:30:03Z' ) } ),
				],
			} )
		);
		const results = resultsOn( database );
		const read = await results.readResults( site, {
			from: '2026-11-24',
			to: '2026-11-26',
			groupBy: 'channel',
		} );
		expect( read.days.map( ( { date } ) => date ) ).toEqual( [
			'2026-11-24',
			'2026-11-25',
			'2026-11-26',
		] );
		expect( ofDay( read, '2026-11-24' )?.requests ).toBe( 0 );
		expect( ofDay( read, '2026-11-25' ) ).toMatchObject( {
			requests: 1,
			joinedAtFirstTry: 1,
		} );
		expect( read.groups ).toMatchObject( [
			{
				key: channel.id,
				name: channel.settings.name,
				figures: { requests: 1 },
			},
		] );
		const byHour = await results.readResults( site, {
			from: '2026-11-25',
			to: '2026-11-25',
			groupBy: 'hour',
		} );
		expect( byHour.groups ).toHaveLength( 24 );
		expect( byHour.groups[ 0 ] ).toMatchObject( {
			key: '0',
			name: '00:00',
			figures: { requests: 1 },
		} );
	} );

	it( 'stand beside those of the period just before [R15]', async () => {
		const database = open();
		const site = await siteOn( database );
		const insert = requestInserter( database );
		for ( const day of [ '19', '20', '22', '23', '24' ] ) {
			const createdAt = new Date( `2026-11-${ day }T09:00:00Z` );
			await insert( site.id, someRequest( { createdAt } ) );
		}
		const { total, before } = await resultsOn( database ).readResults(
			site,
			{ from: '2026-11-22', to: '2026-11-24', groupBy: 'hour' }
		);
		expect( total.requests ).toBe( 3 );
		// The 21st has none, the 18th is too early.
		expect( before.requests ).toBe( 2 );
	} );

	it( 'follow a call as it goes, without waiting for any job [R15]', async () => {
		const service = await ServiceUnderTest.start( open(), {
			survey: { enabled: true },
		} );
		const results = resultsOn( open() );
		const today = () =>
			results
				.readResults( service.site, {
					from: '2026-11-24',
					to: '2026-11-24',
					groupBy: 'page',
				} )
				.then( ( { total, groups } ) => ( { total, groups } ) );
		await service.submit();
		expect( await today() ).toMatchObject( {
			total: { requests: 1, joined: 0 },
		} );
		await service.jobs.run();
		await service.tell( 'company', 'ringing' );
		expect( ( await today() ).total.medianSecondsToRing ).not.toBeNull();
		await service.talk( 40 );
		expect( await today() ).toMatchObject( {
			total: {
				requests: 1,
				joined: 1,
				joinedAtFirstTry: 1,
				talkSeconds: 40,
			},
			groups: [ { key: '/contact', name: '/contact' } ],
		} );
	} );

	it( 'are added up by the sweep, of every site, and again when nothing has changed [R15]', async () => {
		const database = open();
		const insert = requestInserter( database );
		const sites = [
			await siteOn( database, { id: randomUUID() } ),
			await siteOn( database, { id: randomUUID() } ),
		];
		for ( const { id } of sites ) {
			for ( const day of [ '20', '24' ] ) {
				const createdAt = new Date( `2026-11-${ day }T09:00:00Z` );
				await insert( id, someRequest( { createdAt } ) );
			}
		}
		const results = resultsOn( database );
		await results.sweep( now );
		expect( await uncounted( database ) ).toBe( 0 );
		const before = await revisions( database );
		await results.sweep( now );
		expect( await revisions( database ) ).toEqual( before );
		expect( before ).toEqual( [ 1, 1, 1, 1 ] );
	} );

	it( 'are right when the site moves to another clock, though whoever adds them up is interrupted [N04]', async () => {
		const database = open();
		const site = await siteOn( database );
		const insert = requestInserter( database );
		for ( const at of [ '23T23:30', '24T12:00', '25T22:30', '26T12:00' ] ) {
			const createdAt = new Date( `2026-11-${ at }:00Z` );
			await insert( site.id, someRequest( { createdAt } ) );
		}
		const results = resultsOn( database );
		await results.sweep( now );
		const moved = { ...site, timeZone: 'America/New_York' };
		await createSiteStore( database ).save( moved );
		const daily = async ( from: string, to: string ) => {
			const read = await results.readResults( moved, {
				from,
				to,
				groupBy: 'channel',
			} );
			return read.days.map( ( { figures } ) => figures.requests );
		};
		// A look at one day does a part of the work, and leaves the rest to be found.
		expect( await daily( '2026-11-25', '2026-11-25' ) ).toEqual( [ 1 ] );
		expect( await daily( '2026-11-22', '2026-11-27' ) ).toEqual( [
			0, 1, 1, 1, 1, 0,
		] );
		await results.sweep( now );
		expect( await daily( '2026-11-22', '2026-11-27' ) ).toEqual( [
			0, 1, 1, 1, 1, 0,
		] );
	} );

	it( 'read a month that is over as one, and its days when one of them has changed since [R15]', async () => {
		const database = open();
		const site = await siteOn( database );
		const insert = requestInserter( database );
		const made = ( day: string ) =>
			insert(
				site.id,
				someRequest( {
					takenBy: 7,
					createdAt: new Date( `${ day }T09:00:00Z` ),
				} )
			);
		for ( const day of [ '2026-09-30', '2026-10-01', '2026-10-31' ] ) {
			await made( day );
		}
		await made( '2026-11-02' );
		const results = resultsOn( database );
		await results.sweep( now );
		const byAgent = async () => {
			const { groups } = await results.readResults( site, {
				from: '2026-09-30',
				to: '2026-11-02',
				groupBy: 'agent',
			} );
			return groups.map( ( { figures } ) => figures.requests );
		};
		const months = () =>
			database.bound.select< { month: string } >(
				'SELECT month FROM result_months WHERE built_revision = revision ORDER BY month',
				[]
			);
		expect( await months() ).toEqual( [
			{ month: '2026-09' },
			{ month: '2026-10' },
		] );
		expect( await byAgent() ).toEqual( [ 4 ] );
		await made( '2026-10-15' );
		expect( await byAgent() ).toEqual( [ 5 ] );
		expect( await months() ).toEqual( [ { month: '2026-09' } ] );
		await results.sweep( now );
		expect( await months() ).toHaveLength( 2 );
		expect( await byAgent() ).toEqual( [ 5 ] );
	} );

	it( 'are right when several add the same day up while requests come in [R15]', async () => {
		const database = open();
		const site = await siteOn( database );
		const insert = requestInserter( database );
		const other = await openDatabase( place() );
		try {
			const instances = [ resultsOn( database ), resultsOn( other ) ];
			const query = {
				from: '2026-11-24',
				to: '2026-11-24',
				groupBy: 'agent',
			} as const;
			for ( let round = 0; round < 6; round++ ) {
				await Promise.all( [
					insert( site.id, someRequest() ),
					...instances.map( ( results ) => results.sweep( now ) ),
					...instances.map( ( results ) =>
						results.readResults( site, query )
					),
					insert( site.id, someRequest( { takenBy: 7 } ) ),
				] );
			}
			for ( const results of instances ) {
				const { total, groups } = await results.readResults(
					site,
					query
				);
				expect( total.requests ).toBe( 12 );
				expect(
					groups.map( ( { key, figures } ) => [
						key,
						figures.requests,
					] )
				).toEqual( [
					[ '', 6 ],
					[ '7', 6 ],
				] );
			}
		} finally {
			await other.close();
		}
	} );

	it.each( [
		[ '2026-11-24', '2026-11-23', 'to' ],
		[ '2025-11-24', '2026-11-25', 'from' ],
	] )( 'refuse a period from %s to %s', async ( from, to, field ) => {
		const site = await siteOn( open() );
		await expect(
			resultsOn( open() ).readResults( site, {
				from,
				to,
				groupBy: 'channel',
			} )
		).rejects.toMatchObject( { code: 'invalid_request', field } );
	} );
} );

/** Counts the requests themselves, in every way that can be asked for. */
async function expectReference(
	results: ResultsOfSites,
	{ id, timeZone }: Site,
	requests: readonly CountedRequest[]
): Promise< void > {
	const figures = ( some: readonly CountedRequest[] ) =>
		figuresOf( sumOf( some.map( countRequest ) ) );
	const inPeriod = requests.filter( ( { createdAt } ) => {
		const day = localDay( timeZone, createdAt );
		return around.from <= day && day <= around.to;
	} );
	for ( const channelId of [ undefined, 'c1' ] ) {
		const asked = inPeriod.filter(
			( request ) =>
				channelId === undefined || request.channelId === channelId
		);
		for ( const [ groupBy, keyOf ] of keys( timeZone ) ) {
			const read = await results.readResults(
				{ id, timeZone },
				{ ...around, groupBy, channelId }
			);
			expect( read.total ).toEqual( figures( asked ) );
			for ( const { date, figures: ofDate } of read.days ) {
				expect( ofDate ).toEqual(
					figures(
						asked.filter(
							( { createdAt } ) =>
								localDay( timeZone, createdAt ) === date
						)
					)
				);
			}
			for ( const group of read.groups ) {
				expect( group.figures ).toEqual(
					figures(
						asked.filter( ( one ) => keyOf( one ) === group.key )
					)
				);
			}
			expect(
				read.groups.reduce(
					( sum, one ) => sum + one.figures.requests,
					0
				)
			).toBe( asked.length );
		}
	}
}

const keys = ( timeZone: string ) =>
	[
		[ 'channel', ( { channelId } ) => channelId ],
		[ 'page', ( { pageUrl } ) => pathOf( pageUrl ) ],
		[ 'agent', ( { takenBy } ) => String( takenBy ?? '' ) ],
		[
			'hour',
			( { createdAt } ) => String( localHour( timeZone, createdAt ) ),
		],
	] as Array<
		[
			'channel' | 'page' | 'agent' | 'hour',
			( request: CountedRequest ) => string,
		]
	>;

async function uncounted( database: Database ): Promise< number > {
	const [ row ] = await database.bound.select< { left: number } >(
		'SELECT COUNT(*) AS `left` FROM callback_requests WHERE in_results = 0',
		[]
	);
	return Number( row?.left );
}

async function revisions( database: Database ): Promise< number[] > {
	const rows = await database.bound.select< { revision: number } >(
		'SELECT revision FROM result_days',
		[]
	);
	return rows.map( ( { revision } ) => revision );
}
