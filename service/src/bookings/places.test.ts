import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createPlaces } from './places.js';

const from = new Date( '2026-12-01T13:00:00.000Z' );
const until = new Date( '2026-12-01T13:15:00.000Z' );

onEachDatabase( 'the places of a slot', ( open, place ) => {
	/** As another process has it; of SQLite's file there is one process only. */
	let other: Database | undefined;
	beforeAll( async () => {
		if ( open().dialect === 'mysql' ) {
			other = await openDatabase( { url: place().url } );
		}
	} );
	afterAll( () => other?.close() );

	/** 60 who want them, on two instances, with nothing else in their way. */
	const crowd = ( capacity: number ) => {
		const channelId = randomUUID();
		return Promise.all(
			Array.from( { length: 60 }, ( _none, index ) => {
				const database = index % 2 === 0 ? open() : ( other ?? open() );
				return database.transaction( () =>
					createPlaces( database ).take( {
						channelId,
						requestId: randomUUID(),
						from,
						until,
						capacity,
					} )
				);
			} )
		);
	};

	it.each( [ 1, 3 ] )(
		'are taken %i times by 60 who come at the same time [N03]',
		async ( capacity ) => {
			const taken = await crowd( capacity );
			expect( taken.filter( Boolean ) ).toHaveLength( capacity );
		},
		60_000
	);
} );
