import { describe, expect, it } from '@jest/globals';
import {
	ProcessDied,
	type ServiceUnderTest,
} from '../callbacks/testing/service-under-test.js';
import type { Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import {
	at,
	booked,
	slot,
	slotPlus,
	start,
	until,
} from './testing/bookings-under-test.js';

async function dies(
	service: ServiceUnderTest,
	step: () => Promise< unknown >
): Promise< void > {
	await expect( step() ).rejects.toThrow( ProcessDied );
	service.restart();
}

interface Held {
	places: number;
	firstCell: number;
	counted: number;
}

async function heldBy( { bound }: Database ): Promise< Held > {
	const [ places ] = await bound.select< { held: number; first: number } >(
		'SELECT COUNT(*) AS held, MIN( cell ) AS first FROM booking_places',
		[]
	);
	const [ quotas ] = await bound.select< { counted: number } >(
		'SELECT SUM( taken ) AS counted FROM booking_quotas',
		[]
	);
	return {
		places: Number( places?.held ),
		firstCell: Number( places?.first ),
		counted: Number( quotas?.counted ),
	};
}

const cellOf = ( instant: string ) => Date.parse( instant ) / 60_000;

/** A booking at that time, and nothing besides. */
const only = ( instant: string ): Held => ( {
	places: 15,
	firstCell: cellOf( instant ),
	// Its day and its week.
	counted: 2,
} );

onEachDatabase( 'a process that is killed while it', ( open ) => {
	describe.each( [
		'book:after-places',
		'create:before-commit',
		'create:after-commit',
	] as const )( 'books, at %s', ( point ) => {
		it( 'leaves a whole booking or none: sent again it is one, and is called once [N03]', async () => {
			const service = await start( open() );
			const submission = service.submission( { slot } );
			service.killAt( point );
			await dies( service, () =>
				service.callbacks.createRequest( service.site, submission )
			);
			const { created } = await service.callbacks.createRequest(
				service.site,
				submission
			);
			expect( created ).toBe( point !== 'create:after-commit' );
			expect( await heldBy( open() ) ).toEqual( only( slot ) );
			await until( service, slotPlus( 0 ) );
			expect( service.called() ).toHaveLength( 1 );
			await service.talk( 30 );
			await service.pass( 30 );
			expect( await service.detail() ).toMatchObject( { state: 'done' } );
			expect( ( await heldBy( open() ) ).places ).toBe( 0 );
		} );
	} );

	describe.each( [
		'move:before',
		'move:after-places',
		'move:before-commit',
		'move:after-commit',
	] as const )( 'moves a booking, at %s', ( point ) => {
		it( 'leaves it where it was or where it is to be; asked again it is there, and is called once, then [N07]', async () => {
			const service = await start( open() );
			const { reader } = await booked( service );
			const move = () =>
				service.callbacks.moveBooking( reader, slotPlus( 60 ) );
			service.killAt( point );
			await dies( service, move );
			const left = ( await service.callbacks.readBooking( reader ) )
				.booking.startsAt;
			expect( left ).toBe(
				point === 'move:after-commit' ? at( 60 ) : slot
			);
			expect( await heldBy( open() ) ).toEqual( only( left ) );
			await move();
			expect( await heldBy( open() ) ).toEqual( only( at( 60 ) ) );
			await until( service, slotPlus( 30 ) );
			expect( service.called() ).toEqual( [] );
			await until( service, slotPlus( 60 ) );
			expect( service.called() ).toHaveLength( 1 );
			await service.talk( 30 );
			await service.pass( 30 );
			expect( ( await heldBy( open() ) ).places ).toBe( 0 );
		} );
	} );
} );
