import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import {
	createBookingStore,
	type TakingResult,
	type WantedTime,
} from './booking-store.js';

const startsAt = new Date( '2026-12-01T13:00:00.000Z' );
const minutes = ( count: number ) =>
	new Date( startsAt.getTime() + count * 60_000 );

function wanted(
	given: Partial< WantedTime > = {},
	from = 0,
	length = 15
): WantedTime {
	return {
		startsAt: minutes( from ),
		endsAt: minutes( from + length ),
		heldFrom: minutes( from ),
		heldUntil: minutes( from + length ),
		places: 1,
		day: { period: '2026-12-01', maximum: 0 },
		week: { period: '2026-W49', maximum: 0 },
		...given,
	};
}

let numbers = 0;

onEachDatabase( 'bookings', ( open, place ) => {
	/** As another process has it; of SQLite's file there is one process only. */
	let other: Database | undefined;
	beforeAll( async () => {
		if ( open().dialect === 'mysql' ) {
			other = await openDatabase( { url: place().url } );
		}
	} );
	afterAll( () => other?.close() );

	const channelId = randomUUID();
	const someBooking = (
		given: { number?: string; channelId?: string } = {}
	) => ( {
		requestId: randomUUID(),
		siteId: '00000000-0000-4000-8000-000000000001',
		channelId,
		number: `+336${ String( ++numbers ).padStart( 8, '0' ) }`,
		salt: 'salt',
		...given,
	} );
	const take = (
		time: WantedTime,
		booking = someBooking(),
		database = open()
	): Promise< TakingResult > =>
		database.transaction( () =>
			createBookingStore( database ).take( booking, time )
		);
	const count = async ( sql: string ): Promise< number > => {
		const [ row ] = await open().bound.select< { found: number } >(
			sql,
			[]
		);
		return Number( row?.found );
	};
	const takenPlaces = () =>
		count( 'SELECT COUNT(*) AS found FROM booking_places' );

	it( 'take their places for their whole time with its buffers, and touch what comes next [S09] [R09]', async () => {
		expect(
			await take(
				wanted( {
					heldFrom: minutes( -5 ),
					heldUntil: minutes( 25 ),
				} )
			)
		).toBe( 'taken' );
		expect( await take( wanted( {}, 15 ) ) ).toBe( 'full' );
		expect( await take( wanted( {}, -15 ) ) ).toBe( 'full' );
		expect( await take( wanted( {}, 25 ) ) ).toBe( 'taken' );
		expect( await take( wanted( {}, -20 ) ) ).toBe( 'taken' );
	} );

	it( 'need a place in each of their minutes, not the same one in all', async () => {
		const two = { places: 2 };
		await take( wanted( two, 0 ) );
		await take( wanted( two, 0 ) );
		await take( wanted( two, 15 ) );
		// One is free from 15 to 30, and both from 30 to 45.
		expect( await take( wanted( two, 15, 30 ) ) ).toBe( 'taken' );
		expect( await take( wanted( two, 15, 15 ) ) ).toBe( 'full' );
		expect( await take( wanted( two, 30, 15 ) ) ).toBe( 'taken' );
	} );

	it( 'leave no trace when they are refused', async () => {
		await take( wanted() );
		const places = await takenPlaces();
		const refused = someBooking();
		expect( await take( wanted(), refused ) ).toBe( 'full' );
		expect( await takenPlaces() ).toBe( places );
		expect(
			await createBookingStore( open() ).find( refused.requestId )
		).toBeNull();
		expect(
			await count(
				"SELECT taken AS found FROM booking_quotas WHERE period = '2026-12-01'"
			)
		).toBe( 1 );
	} );

	it( 'are no more than a day and a week may have; a cancelled one is none of them [R09]', async () => {
		const store = createBookingStore( open() );
		const day = { period: '2026-12-01', maximum: 2 };
		const first = someBooking();
		await take( wanted( { day }, 0 ), first );
		await take( wanted( { day }, 60 ) );
		expect( await take( wanted( { day }, 120 ) ) ).toBe( 'full' );
		await store.giveBack( first.requestId, { uncount: true } );
		expect( await take( wanted( { day }, 120 ) ) ).toBe( 'taken' );
		const week = { period: '2026-W49', maximum: 2 };
		expect( await take( wanted( { week }, 180 ) ) ).toBe( 'full' );
	} );

	it( 'of one number are one an hour', async () => {
		const number = '+33612345678';
		const first = someBooking( { number } );
		expect( await take( wanted( {}, 0 ), first ) ).toBe( 'taken' );
		expect(
			await take( wanted( {}, 30 ), someBooking( { number } ) )
		).toBe( 'same_hour' );
		expect(
			await take( wanted( {}, 60 ), someBooking( { number } ) )
		).toBe( 'taken' );
		await createBookingStore( open() ).giveBack( first.requestId, {
			uncount: true,
		} );
		expect(
			await take( wanted( {}, 30 ), someBooking( { number } ) )
		).toBe( 'taken' );
	} );

	it( 'that move give their old places back, may overlap with themselves, and count where they are then [N07]', async () => {
		const store = createBookingStore( open() );
		const booking = someBooking();
		await take( wanted( {}, 0, 30 ), booking );
		const moved = await open().transaction( () =>
			store.move( booking.requestId, wanted( {}, 15, 30 ) )
		);
		expect( moved ).toBe( 'taken' );
		expect( await takenPlaces() ).toBe( 30 );
		expect( await take( wanted( {}, 0 ) ) ).toBe( 'taken' );
		expect(
			await store.takenOf( channelId, minutes( 0 ), minutes( 60 ) )
		).toMatchObject( [
			{ startsAt: minutes( 0 ).getTime(), held: true, counted: true },
			{ startsAt: minutes( 15 ).getTime(), held: true, counted: true },
		] );
		expect( await store.find( booking.requestId ) ).toMatchObject( {
			sequence: 1,
		} );
	} );

	it( 'whose request is over give their places back by the sweep, should that ever have been missed', async () => {
		const store = createBookingStore( open() );
		const booking = someBooking();
		await take( wanted(), booking );
		await insertEndedRequest( open(), booking );
		await store.sweep();
		expect( await takenPlaces() ).toBe( 0 );
		expect( await take( wanted() ) ).toBe( 'taken' );
	} );

	it( 'are forgotten two months after their time, with their links', async () => {
		const store = createBookingStore( open() );
		const booking = someBooking();
		await take( wanted(), booking );
		const row = await store.find( booking.requestId );
		await store.keepToken( row ?? noRow(), 'token' );
		await store.giveBack( booking.requestId, { uncount: false } );
		const days = ( after: number ) => minutes( after * 1_440 );
		await store.forget( days( 59 ) );
		expect( await store.findByToken( booking.siteId, 'token' ) ).toBe(
			booking.requestId
		);
		await store.forget( days( 61 ) );
		expect( await store.find( booking.requestId ) ).toBeNull();
		expect( await store.findByToken( booking.siteId, 'token' ) ).toBeNull();
	} );

	it( 'are told of once when nobody is there, and again for another time [N18]', async () => {
		const store = createBookingStore( open() );
		const { requestId, ...booking } = someBooking();
		await take( wanted(), { requestId, ...booking } );
		const claims = await Promise.all(
			Array.from( { length: 5 }, () =>
				store.claimWarning( requestId, startsAt )
			)
		);
		expect( claims.filter( Boolean ) ).toHaveLength( 1 );
		await open().transaction( () =>
			store.move( requestId, wanted( {}, 60 ) )
		);
		expect( await store.claimWarning( requestId, startsAt ) ).toBe( false );
		expect( await store.claimWarning( requestId, minutes( 60 ) ) ).toBe(
			true
		);
	} );

	describe( 'when 200 want one slot of 3 places at the same time on two instances [N03]', () => {
		const instances = () => [ open(), other ?? open() ];
		const crowd = ( each: ( database: Database ) => Promise< boolean > ) =>
			Promise.all(
				Array.from( { length: 200 }, ( _none, index ) => {
					const database = instances()[ index % 2 ] ?? open();
					return database.transaction( () => each( database ) );
				} )
			);

		it( 'are taken by exactly 3', async () => {
			const taken = await crowd(
				async ( database ) =>
					( await createBookingStore( database ).take(
						someBooking(),
						wanted( { places: 3 } )
					) ) === 'taken'
			);
			expect( taken.filter( Boolean ) ).toHaveLength( 3 );
			expect( await takenPlaces() ).toBe( 3 * 15 );
			expect(
				await count( 'SELECT COUNT(*) AS found FROM bookings' )
			).toBe( 3 );
		}, 120_000 );

		it( 'would be taken by more on MariaDB, if they were counted and then inserted', async () => {
			await open().sequelize.query(
				'CREATE TABLE counted_slots ( id CHAR( 36 ) PRIMARY KEY, starts_at INTEGER )'
			);
			const taken = await crowd( async ( { bound } ) => {
				const [ row ] = await bound.select< { found: number } >(
					'SELECT COUNT(*) AS found FROM counted_slots WHERE starts_at = $1',
					[ 1 ]
				);
				if ( Number( row?.found ) >= 3 ) {
					return false;
				}
				await bound.write(
					'INSERT INTO counted_slots ( id, starts_at ) VALUES ( $1, $2 )',
					[ randomUUID(), 1 ]
				);
				return true;
			} );
			await open().sequelize.query( 'DROP TABLE counted_slots' );
			const taking = taken.filter( Boolean ).length;
			if ( open().dialect === 'mysql' ) {
				expect( taking ).toBeGreaterThan( 3 );
			} else {
				// SQLite has one writer at a time.
				expect( taking ).toBe( 3 );
			}
		}, 120_000 );
	} );
} );

async function insertEndedRequest(
	{ bound }: Database,
	booking: { requestId: string; siteId: string; channelId: string }
): Promise< void > {
	const at = '2026-11-30 10:00:00.000';
	await bound.write(
		`INSERT INTO callback_requests ( id, site_id, channel_id, request_key, version, state, number, language, visitor_digest, plan,
			requested_at, created_at, updated_at, expires_at, ended_at, talk_seconds )
		VALUES ( $1, $2, $3, $4, 1, 'done', '+33612345678', 'fr', '', '{}', $5, $6, $7, $8, $9, 0 )`,
		[
			booking.requestId,
			booking.siteId,
			booking.channelId,
			randomUUID(),
			...Array< string >( 5 ).fill( at ),
		]
	);
}

function noRow(): never {
	throw new Error( 'It is not booked' );
}
