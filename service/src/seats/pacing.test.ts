import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createPacing } from './pacing.js';

const now = new Date( '2026-11-24T10:00:00.000Z' );
const later = ( milliseconds: number ) =>
	new Date( now.getTime() + milliseconds );

onEachDatabase( "the pace of the account's calls", ( open, place ) => {
	let other: Database | undefined;
	beforeAll( async () => {
		if ( open().dialect === 'mysql' ) {
			other = await openDatabase( { url: place().url } );
		}
	} );
	afterAll( () => other?.close() );

	const pacing = ( callsPerSecond: number, database = open() ) =>
		createPacing( database, { account: 'AC1', callsPerSecond } );

	it( 'lets the first go at once and the next follow [S19]', async () => {
		const pace = pacing( 2 );
		expect( await pace.take( randomUUID(), now ) ).toEqual( now );
		expect( await pace.take( randomUUID(), now ) ).toEqual( later( 500 ) );
		expect( await pace.take( randomUUID(), later( 2_000 ) ) ).toEqual(
			later( 2_000 )
		);
	} );

	it( 'gives 20 who come at once 20 instants, on two instances', async () => {
		const turns = await Promise.all(
			Array.from( { length: 20 }, ( _none, index ) => {
				const database = index % 2 ? ( other ?? open() ) : open();
				return database.transaction( () =>
					pacing( 10, database ).take( randomUUID(), now )
				);
			} )
		);
		expect(
			turns
				.map( ( turn ) => turn.getTime() )
				.toSorted( ( a, b ) => a - b )
		).toEqual(
			turns.map( ( _turn, index ) => later( index * 100 ).getTime() )
		);
	} );

	it( 'is nobody’s business when the account is not paced', async () => {
		const pace = pacing( 0 );
		await pace.take( randomUUID(), now );
		expect( await pace.take( randomUUID(), now ) ).toEqual( now );
	} );
} );
