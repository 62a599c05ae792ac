import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asyncNamespace } from '../persistence/async-namespace.js';
import { openDatabase, type Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createSeats, type Holder, type Seats } from './seats.js';

const siteId = randomUUID();
const now = new Date( '2026-11-24T10:00:00.000Z' );
const later = ( seconds: number ) =>
	new Date( now.getTime() + seconds * 1_000 );

onEachDatabase( 'seats', ( open, place ) => {
	/** As another process has it; of SQLite's file there is one process only. */
	let other: Database | undefined;
	beforeAll( async () => {
		if ( open().dialect === 'mysql' ) {
			other = await openDatabase( { url: place().url } );
		}
	} );
	afterAll( () => other?.close() );

	const instances = () => [ open(), other ?? open() ];
	const agent = (): Holder => ( {
		siteId,
		kind: 'agent',
		id: String( Math.floor( Math.random() * 1e9 ) ),
	} );
	const take = (
		seats: Seats,
		holder: Holder,
		{ limit = 1, requestId = randomUUID(), at = now } = {}
	) =>
		seats
			.read( [ holder ] )
			.then( ( known ) =>
				seats.take( { holder, limit, requestId, now: at }, known )
			);

	it( 'are taken once, until they are given back', async () => {
		const seats = createSeats( open() );
		const holder = agent();
		const requestId = randomUUID();
		expect( await take( seats, holder, { requestId } ) ).toBe( true );
		expect( await take( seats, holder ) ).toBe( false );
		await seats.giveBack( requestId, holder );
		expect( await take( seats, holder ) ).toBe( true );
	} );

	it( 'leave somebody alone after a call, and are free by themselves afterwards [R22]', async () => {
		const seats = createSeats( open() );
		const holder = agent();
		const requestId = randomUUID();
		await take( seats, holder, { requestId, limit: 2 } );
		await seats.giveBack( requestId, holder, later( 30 ) );
		expect(
			await take( seats, holder, { limit: 2, at: later( 29 ) } )
		).toBe( false );
		expect(
			await take( seats, holder, { limit: 2, at: later( 30 ) } )
		).toBe( true );
	} );

	it( 'are no more than a limit that was lowered meanwhile [S19]', async () => {
		const seats = createSeats( open() );
		const holder = agent();
		const [ first, second ] = [ randomUUID(), randomUUID() ];
		await take( seats, holder, { requestId: first, limit: 2 } );
		await take( seats, holder, { requestId: second, limit: 2 } );
		await seats.giveBack( first, holder );
		expect( await take( seats, holder, { limit: 1 } ) ).toBe( false );
		await seats.giveBack( second, holder );
		expect( await take( seats, holder, { limit: 1 } ) ).toBe( true );
	} );

	it( 'that are taken while the sweep looks are not given back by it [N01]', async () => {
		const holder = agent();
		const requestId = randomUUID();
		let sweep: Promise< void > | undefined;
		await open().transaction( async () => {
			await take( createSeats( open() ), holder, { requestId } );
			// Of SQLite's file nobody else writes meanwhile.
			if ( other ) {
				const { sweep: sweepElsewhere } = createSeats( other );
				sweep = asyncNamespace.runOutside( () =>
					sweepElsewhere( now )
				);
				await somebodyWaits( other );
			}
			await insertLeg( open(), { requestId, userId: holder.id } );
		} );
		await ( sweep ?? createSeats( open() ).sweep( now ) );
		expect( await createSeats( open() ).read( [ holder ] ) ).toHaveLength(
			1
		);
	} );

	it( 'of a transaction that failed were never taken', async () => {
		const seats = createSeats( open() );
		const holder = agent();
		await expect(
			open().transaction( async () => {
				await take( seats, holder );
				throw new Error( 'The request was refused' );
			} )
		).rejects.toThrow( 'refused' );
		expect( await take( seats, holder ) ).toBe( true );
	} );

	it( 'are given back by the sweep when no call holds them', async () => {
		const seats = createSeats( open() );
		const holder = agent();
		const channel: Holder = { siteId, kind: 'channel', id: randomUUID() };
		await take( seats, holder );
		await take( seats, channel );
		await seats.sweep( now );
		expect( await seats.read( [ holder, channel ] ) ).toEqual( [] );
	} );

	describe.each( [ 1, 3 ] )(
		'for %i of 40 who come at the same time',
		( limit ) => {
			it( 'are taken by so many on two instances, whatever each had read [N02] [S19]', async () => {
				const holder = agent();
				const known = await createSeats( open() ).read( [ holder ] );
				const taken = await Promise.all(
					Array.from( { length: 40 }, ( _none, index ) => {
						const database = instances()[ index % 2 ] ?? open();
						const seats = createSeats( database );
						return database.transaction( () =>
							seats.take(
								{ holder, limit, requestId: randomUUID(), now },
								known
							)
						);
					} )
				);
				expect( taken.filter( Boolean ) ).toHaveLength( limit );
			} );
		}
	);

	it( 'that become free at one instant have one next holder [N02]', async () => {
		const seats = createSeats( open() );
		const holder = agent();
		const requestId = randomUUID();
		await take( seats, holder, { requestId } );
		await seats.giveBack( requestId, holder, later( 10 ) );
		const taken = await Promise.all(
			Array.from( { length: 20 }, ( _none, index ) => {
				const database = instances()[ index % 2 ] ?? open();
				return database.transaction( () =>
					take( createSeats( database ), holder, { at: later( 10 ) } )
				);
			} )
		);
		expect( taken.filter( Boolean ) ).toHaveLength( 1 );
	} );
} );

/**
 * InnoDB answers from what it gathered before, unless nobody has asked for a tenth of a second: who asks more often never sees
 * anything new (https://dev.mysql.com/doc/refman/8.0/en/innodb-information-schema-internal-data.html).
 */
const lockSnapshotMilliseconds = 150;

/** Until a statement on this database waits for what another transaction has locked. */
async function somebodyWaits( database: Database ): Promise< void > {
	const waiting = () =>
		asyncNamespace.runOutside( () =>
			database.bound.select(
				`SELECT t.trx_id FROM information_schema.innodb_trx t
				JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
				WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE()`,
				[]
			)
		);
	for ( let tries = 0; tries < 100; tries++ ) {
		await delay( lockSnapshotMilliseconds );
		if ( ( await waiting() ).length > 0 ) {
			return;
		}
	}
	throw new Error( 'No statement waits for a lock.' );
}

/** A call that an agent is about to get. */
async function insertLeg(
	database: Database,
	{ requestId, userId }: { requestId: string; userId: string }
): Promise< void > {
	await database.bound.write(
		`INSERT INTO legs ( id, site_id, request_id, attempt_id, position, party, number, caller_id, state,
			refusals, in_room, asks, user_id )
		VALUES ( $1, $2, $3, $4, 1, 'company', '+33155550001', '+33123456700', 'planned', 0, $5, 0, $6 )`,
		[
			randomUUID(),
			siteId,
			requestId,
			randomUUID(),
			false,
			Number( userId ),
		]
	);
}
