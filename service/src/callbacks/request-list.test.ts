import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ListRequestsQuery, RequestList } from '@rappel/contract';
import { booked, start } from '../bookings/testing/bookings-under-test.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { ServiceUnderTest } from './testing/service-under-test.js';

const supervisor = { userId: 90, supervises: true };

const team = {
	calls: { routing: 'team', destinationNumber: '+33140000000' },
	team: [ { userId: 1, priority: 1 } ],
	fallback: { type: 'try_again', tryAgainMinutes: 30, tryAgainTimes: 3 },
	queue: { processing: false },
} as const;

type Query = Partial< ListRequestsQuery >;

async function numbersOf( service: ServiceUnderTest, query: Query = {} ) {
	const { requests } = await service.callbacks.listRequests(
		service.site.id,
		{ limit: 100, ...query }
	);
	return requests.map( ( { number } ) => number );
}

onEachDatabase( 'the list of requests', ( open ) => {
	let service: ServiceUnderTest;
	const ids = new Map< string, string >();
	const ask = async (
		number: string,
		given: { name?: string; pageTitle?: string } = {}
	) => {
		await service.submit( { number, ...given } );
		const id = await service.requestId();
		ids.set( number, id );
		service.now = new Date( service.now.getTime() + 60_000 );
		return id;
	};
	const act = (
		id: string,
		action: Parameters<
			ServiceUnderTest[ 'callbacks' ][ 'actOnRequests' ]
		>[ 1 ][ 'action' ],
		by = supervisor
	) =>
		service.callbacks.actOnRequests( service.site, {
			requestIds: [ id ],
			action,
			by,
		} );
	beforeEach( async () => {
		service = await ServiceUnderTest.start( open(), team as never );
		await service.agent( 1, 'offline' );
		await service.agent( 2, 'offline' );
	} );

	describe( 'searched', () => {
		beforeEach( async () => {
			await ask( '+33612345678', {
				name: 'Élodie Lefèvre',
				pageTitle: 'Contact – Boulangerie',
			} );
			await ask( '+33698765432', {
				name: 'Jean-Marc Dupont',
				pageTitle: 'Nos gâteaux',
			} );
		} );

		it.each( [
			[ '345', [ '+33612345678' ] ],
			[ '78', [] ],
			[ '06 98 76', [ '+33698765432' ] ],
			[ '+33', [ '+33698765432', '+33612345678' ] ],
			[ '+336', [ '+33698765432', '+33612345678' ] ],
			[ 'elod', [ '+33612345678' ] ],
			[ 'LEFÈ', [ '+33612345678' ] ],
			[ 'marc dup', [ '+33698765432' ] ],
			[ 'dup elod', [] ],
			[ 'pont', [] ],
			[ 'gateaux', [ '+33698765432' ] ],
			[ '%', [] ],
			[ "' OR 1=1 --", [] ],
		] )( 'for "%s" finds %j [R11]', async ( search, found ) => {
			expect( await numbersOf( service, { search } ) ).toEqual(
				search === '+33' ? [] : found
			);
		} );
	} );

	it( 'has the days of the site’s clock, both whole [R11]', async () => {
		// 23:30 on the 24th and 0:30 on the 25th, in Paris.
		service.now = new Date( '2026-11-24T22:30:00.000Z' );
		await ask( '+33612345671' );
		service.now = new Date( '2026-11-24T23:30:00.000Z' );
		await ask( '+33612345672' );
		const day = ( from: string, to: string ) =>
			numbersOf( service, { from, to } );
		expect( await day( '2026-11-24', '2026-11-24' ) ).toEqual( [
			'+33612345671',
		] );
		expect( await day( '2026-11-25', '2026-11-26' ) ).toEqual( [
			'+33612345672',
		] );
	} );

	it( 'has what was missed, what was handled, and whose it is [R11]', async () => {
		const first = await ask( '+33612345671' );
		const second = await ask( '+33612345672' );
		const third = await ask( '+33612345673' );
		await act( first, { action: 'assign', userId: 1 } );
		await act( second, {
			action: 'handled',
			outcome: 'solved',
			note: null,
		} );
		await open().bound.write(
			"UPDATE callback_requests SET standing = 'missed', state = 'expired', ended_at = created_at WHERE id = $1",
			[ third ]
		);
		expect( await numbersOf( service, { only: 'handled' } ) ).toEqual( [
			'+33612345672',
		] );
		expect( await numbersOf( service, { only: 'missed' } ) ).toEqual( [
			'+33612345673',
		] );
		expect( await numbersOf( service, { agentUserId: 1 } ) ).toEqual( [
			'+33612345671',
		] );
		expect( await numbersOf( service, { only: 'booked' } ) ).toEqual( [] );
		await act( third, {
			action: 'handled',
			outcome: 'not_reached',
			note: null,
		} );
		expect( await numbersOf( service, { only: 'missed' } ) ).toEqual( [] );
	} );

	it( 'has bookings by themselves [R11]', async () => {
		const bookings = await start( open() );
		await booked( bookings, { number: '+33612345671' } );
		await bookings.submit( { number: '+33612345672' } );
		expect( await numbersOf( bookings, { only: 'booked' } ) ).toEqual( [
			'+33612345671',
		] );
		expect( await numbersOf( bookings, { only: 'uncovered' } ) ).toEqual(
			[]
		);
	} );

	it( 'shows an agent what waits, masked, and what is theirs, whole [R11]', async () => {
		const theirs = await ask( '+33612345671' );
		const anybodys = await ask( '+33612345672' );
		const colleagues = await ask( '+33612345673' );
		const gone = await ask( '+33612345674' );
		await act( theirs, { action: 'assign', userId: 1 } );
		await act( colleagues, { action: 'assign', userId: 2 } );
		await act( gone, { action: 'cancel' } );
		expect( await numbersOf( service, { visibleTo: 1 } ) ).toEqual( [
			'+33•••••••73',
			'+33•••••••72',
			'+33612345671',
		] );
		const read = ( id: string ) =>
			service.callbacks.readRequest( service.site.id, id, {
				visibleTo: 1,
			} );
		expect( ( await read( theirs ) ).number ).toBe( '+33612345671' );
		expect( ( await read( anybodys ) ).number ).toBe( '+33•••••••72' );
		for ( const id of [ colleagues, gone ] ) {
			await expect( read( id ) ).rejects.toMatchObject( {
				code: 'request_not_found',
			} );
		}
	} );

	it.each( [ 'newest', 'oldest' ] as const )(
		'gives each once, page by page, the %s first, though others come meanwhile',
		async ( sort ) => {
			const asked: string[] = [];
			for ( let visitor = 0; visitor < 7; visitor++ ) {
				const number = `+3361234567${ visitor }`;
				asked.push( number );
				await service.submit( { number } );
				// Two at the same instant: their ids order them.
				if ( visitor % 2 === 1 ) {
					service.now = new Date( service.now.getTime() + 1_000 );
				}
			}
			const seen: string[] = [];
			let cursor: string | null | undefined;
			do {
				const page = await service.callbacks.listRequests(
					service.site.id,
					{
						limit: 2,
						sort,
						visibleTo: undefined,
						...( cursor && { cursor } ),
					}
				);
				seen.push( ...page.requests.map( ( { number } ) => number ) );
				cursor = page.nextCursor;
				if ( seen.length === 2 && sort === 'newest' ) {
					await service.submit( { number: '+33698765432' } );
				}
			} while ( cursor );
			expect( [ ...seen ].toSorted() ).toEqual( asked );
			expect( seen[ 0 ] ).toMatch( sort === 'newest' ? /76$/ : /7[01]$/ );
		}
	);

	it( 'keeps what becomes overdue while it is read on its page', async () => {
		const first = await ask( '+33612345671' );
		await ask( '+33612345672' );
		await ask( '+33612345673' );
		const dueAt = new Date( service.now.getTime() + 60_000 ).toISOString();
		await act( first, { action: 'reschedule', dueAt } );
		const page = await service.callbacks.listRequests( service.site.id, {
			limit: 2,
		} );
		service.now = new Date( service.now.getTime() + 300_000 );
		const next = await service.callbacks.listRequests( service.site.id, {
			limit: 2,
			cursor: page.nextCursor ?? '',
		} );
		expect( next.requests.map( ( { id } ) => id ) ).toEqual( [ first ] );
		// Read anew, it comes first.
		expect( ( await numbersOf( service ) )[ 0 ] ).toBe( '+33612345671' );
	} );

	it( 'has a hundred that are overdue before all others, and each of the rest at its place', async () => {
		const minutesLater = ( minutes: number ) =>
			new Date( service.now.getTime() + minutes * 60_000 );
		const dueAt = minutesLater( 2_000 ).toISOString();
		const asked: string[] = [];
		for ( let visitor = 0; visitor < 102; visitor++ ) {
			const id = await ask( `+33612345${ 100 + visitor }` );
			await act( id, { action: 'reschedule', dueAt } );
			asked.push( id );
			// As many as one address may ask in an hour.
			service.now = minutesLater( 15 );
		}
		service.now = minutesLater( 2_000 );
		const seen: string[] = [];
		let cursor: string | null = null;
		do {
			const page: RequestList = await service.callbacks.listRequests(
				service.site.id,
				{ limit: 2, ...( cursor && { cursor } ) }
			);
			seen.push( ...page.requests.map( ( { id } ) => id ) );
			cursor = page.nextCursor;
		} while ( cursor );
		expect( seen ).toEqual( [
			...asked.slice( 0, 100 ),
			...asked.slice( 100 ).toReversed(),
		] );
	} );
} );
