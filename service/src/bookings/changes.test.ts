import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import {
	at,
	book,
	booked,
	plain,
	refused,
	slot,
	slotPlus,
	start,
	until,
} from './testing/bookings-under-test.js';

onEachDatabase( 'the link of a booking', ( open, place ) => {
	/** As another process has it; of SQLite's file there is one process only. */
	let other: Database | undefined;
	beforeAll( async () => {
		if ( open().dialect === 'mysql' ) {
			other = await openDatabase( { url: place().url } );
		}
	} );
	afterAll( () => other?.close() );

	it( 'shows the booking to whoever has it, and little of their number [N07]', async () => {
		const service = await start( open() );
		const { reader } = await booked( service, { number: '0612345678' } );
		const page = await service.callbacks.readBooking( reader );
		expect( page ).toMatchObject( {
			state: 'booked',
			booking: { startsAt: slot },
			companyName: 'Boulangerie Martin',
			numberShown: '06 12 •• •• 78',
			language: 'fr',
			canChange: true,
			canCancel: true,
		} );
		expect( plain( page.message ) ).toBe(
			'Votre rappel est prévu : mardi 24 novembre à 14 h.'
		);
	} );

	it( 'leads nowhere when it is guessed, another site’s, or a day too old: all alike', async () => {
		const service = await start( open() );
		const { reader } = await booked( service );
		const elsewhere = await start( open() );
		const unknown = [
			{ ...reader, token: 'A'.repeat( 22 ) },
			{ ...reader, site: elsewhere.site },
		];
		for ( const one of unknown ) {
			expect(
				( await refused( service.callbacks.readBooking( one ) ) ).code
			).toBe( 'booking_not_found' );
		}
		service.now = slotPlus( 24 * 60 + 1 );
		expect(
			( await refused( service.callbacks.readBooking( reader ) ) ).code
		).toBe( 'booking_not_found' );
	} );

	it( 'still leads to the booking when the site was paired again meanwhile', async () => {
		const service = await start( open() );
		const { reader, status } = await booked( service );
		await service.database.transaction( () =>
			service.sites.save( { ...service.site, secret: 'another' } )
		);
		const id = await service.requestId();
		const told = await service.callbacks.bookedRequests.find( id );
		const anew = await service.callbacks.bookedRequests.changeUrl(
			told?.request ?? never()
		);
		expect( anew ).not.toBe( status.booking?.changeUrl );
		for ( const token of [
			reader.token,
			new URL( anew ).searchParams.get( 'rappel_booking' ) ?? '',
		] ) {
			expect(
				( await service.callbacks.readBooking( { ...reader, token } ) )
					.state
			).toBe( 'booked' );
		}
	} );

	describe( 'moves it', () => {
		it( 'to another time: its call, its places, its calendar entry and what agents see move together [N07] [R09]', async () => {
			const service = await start( open() );
			const { reader } = await booked( service );
			const before = await service.callbacks.readCalendar( reader );
			const page = await service.callbacks.moveBooking(
				reader,
				slotPlus( 60 )
			);
			expect( page.booking.startsAt ).toBe( at( 60 ) );
			expect( await service.detail() ).toMatchObject( {
				bookedFor: at( 60 ),
				dueAt: at( 60 ),
			} );
			expect( service.told.at( -1 ) ).toMatchObject( [
				'moved',
				{ startsAt: slotPlus( 60 ) },
			] );
			// Somebody else may have the old time.
			expect( ( await book( service ) ).created ).toBe( true );
			expect( before.body ).toContain( 'SEQUENCE:0' );
			const calendar = await service.callbacks.readCalendar( reader );
			expect( calendar.contentType ).toContain( 'method=PUBLISH' );
			expect( calendar.body ).toContain( 'SEQUENCE:1' );
			expect( calendar.body ).toContain( 'DTSTART:20261124T140000Z' );
			expect( uidOf( calendar.body ) ).toBe( uidOf( before.body ) );
			await until( service, slotPlus( 0 ) );
			expect( service.called() ).toHaveLength( 1 );
			await service.talk( 20 );
			await until( service, slotPlus( 60 ) );
			expect( service.called() ).toHaveLength( 3 );
		} );

		it( 'nowhere when it is moved to where it is', async () => {
			const service = await start( open() );
			const { reader } = await booked( service );
			await service.callbacks.moveBooking( reader, new Date( slot ) );
			expect( service.told.map( ( [ what ] ) => what ) ).toEqual( [
				'booked',
			] );
		} );

		it( 'not to a time that is taken or not offered: it stays where it was, and the nearest free ones are told', async () => {
			const service = await start( open() );
			const { reader } = await booked( service );
			await book( service, { slot: at( 60 ) } );
			const taken = await refused(
				service.callbacks.moveBooking( reader, slotPlus( 60 ) )
			);
			expect( taken.code ).toBe( 'slot_taken' );
			expect(
				taken.alternatives?.map( ( { startsAt } ) => startsAt )
			).toEqual( [ 15, 30, 45, 75, 90, 105 ].map( at ) );
			expect(
				(
					await refused(
						service.callbacks.moveBooking( reader, slotPlus( 7 ) )
					)
				).code
			).toBe( 'slot_not_offered' );
			expect(
				( await service.callbacks.readBooking( reader ) ).booking
					.startsAt
			).toBe( slot );
			expect( await places( open() ) ).toBe( 2 * 15 );
		} );

		it( 'once, when two bookings want the same place at the same time on two instances [N03]', async () => {
			const service = await start( open() );
			const bookings = [
				await booked( service ),
				await booked( service, { slot: at( 30 ) } ),
			];
			const instances = [
				service,
				service.onInstance( other ?? open() ),
			];
			const answers = await Promise.allSettled(
				bookings.map( ( { reader }, index ) =>
					( instances[ index ] ?? service ).callbacks.moveBooking(
						reader,
						slotPlus( 90 )
					)
				)
			);
			expect(
				answers.map( ( { status } ) => status ).toSorted()
			).toEqual( [ 'fulfilled', 'rejected' ] );
			expect( await places( open() ) ).toBe( 2 * 15 );
		} );

		it( 'not any more once its time has come', async () => {
			const service = await start( open() );
			const { reader } = await booked( service );
			await until( service, slotPlus( 0 ) );
			expect(
				await service.callbacks.readBooking( reader )
			).toMatchObject( { state: 'calling', canChange: false } );
			expect(
				(
					await refused(
						service.callbacks.moveBooking( reader, slotPlus( 60 ) )
					)
				).code
			).toBe( 'booking_not_changeable' );
		} );
	} );

	describe( 'cancels it', () => {
		it( 'once and for all: its places are free, its calendar entry is struck out, nobody is called [N07]', async () => {
			const service = await start( open() );
			const { reader } = await booked( service );
			for ( let times = 0; times < 2; times++ ) {
				expect(
					await service.callbacks.cancelBooking( reader )
				).toMatchObject( {
					state: 'cancelled',
					canChange: false,
					canCancel: false,
				} );
			}
			expect( service.told.map( ( [ what ] ) => what ) ).toEqual( [
				'booked',
				'cancelled',
			] );
			expect( await places( open() ) ).toBe( 0 );
			const calendar = await service.callbacks.readCalendar( reader );
			expect( calendar.contentType ).toContain( 'method=CANCEL' );
			expect( calendar.body ).toContain( 'STATUS:CANCELLED' );
			expect( calendar.body ).toContain( 'SEQUENCE:1' );
			await until( service, slotPlus( 30 ) );
			expect( service.called() ).toEqual( [] );
		} );

		it( 'not any more once the client is called', async () => {
			const service = await start( open() );
			const { reader } = await booked( service );
			await until( service, slotPlus( 0 ) );
			await service.answer( 'company' );
			expect(
				( await refused( service.callbacks.cancelBooking( reader ) ) )
					.code
			).toBe( 'booking_not_changeable' );
		} );
	} );
} );

async function places( { bound }: Database ): Promise< number > {
	const [ row ] = await bound.select< { found: number } >(
		'SELECT COUNT(*) AS found FROM booking_places',
		[]
	);
	return Number( row?.found );
}

function uidOf( calendar: string ): string | undefined {
	return /^UID:(.+)$/m.exec( calendar )?.[ 1 ];
}

function never(): never {
	throw new Error( 'There is no request' );
}
