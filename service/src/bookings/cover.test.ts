import { describe, expect, it } from '@jest/globals';
import type { ServiceUnderTest } from '../callbacks/testing/service-under-test.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import {
	book,
	booked,
	plain,
	slotPlus,
	start,
	until,
} from './testing/bookings-under-test.js';

const team = [
	{ userId: 1, priority: 1 },
	{ userId: 2, priority: 1 },
];
const toTeam = {
	team,
	calls: { routing: 'team', checkAvailability: true },
} as const;

/** The whole afternoon of the booking. */
const leave = {
	from: '2026-11-24T12:00',
	to: '2026-11-24T18:00',
	note: null,
};

async function uncovered( service: ServiceUnderTest ): Promise< boolean[] > {
	await service.callbacks.coverMayChange( service.site.id );
	await service.jobs.run();
	const { requests } = await service.callbacks.listRequests(
		service.site.id,
		{ limit: 10 }
	);
	return requests.map( ( request ) => request.uncovered ).toReversed();
}

const goOnLeave = ( service: ServiceUnderTest, userId: number, on: boolean ) =>
	service.agents.saveHours(
		{
			siteId: service.site.id,
			userId,
			hours: { weekly: null, leave: on ? [ leave ] : [] },
		},
		service.now
	);

onEachDatabase( 'a booking whose agents', ( open ) => {
	describe( 'have no hours then any more', () => {
		it( 'is flagged, and not any more once somebody has [N05]', async () => {
			const service = await start( open(), toTeam );
			await service.agent( 1 );
			await service.agent( 2 );
			await book( service );
			await book( service );
			expect( await uncovered( service ) ).toEqual( [ false, false ] );
			await goOnLeave( service, 1, true );
			// The one that was booked last is one too many.
			expect( await uncovered( service ) ).toEqual( [ false, true ] );
			await goOnLeave( service, 2, true );
			expect( await uncovered( service ) ).toEqual( [ true, true ] );
			await goOnLeave( service, 1, false );
			expect( await uncovered( service ) ).toEqual( [ false, true ] );
		} );
	} );

	describe( 'are not there ten minutes before', () => {
		const told = async ( status: 'online' | 'offline' ) => {
			const service = await start( open(), toTeam );
			await service.agent( 1, status );
			await service.agent( 2, 'offline' );
			await service.agents.save(
				{
					siteId: service.site.id,
					userId: 1,
					name: 'Agent 1',
					number: '+33140000001',
					email: 'agent@boulangerie.example',
				},
				service.now
			);
			await service.database.transaction( () =>
				service.sites.save( {
					...service.site,
					ownerEmail: 'owner@boulangerie.example',
					supervisorEmails: [
						'chief@boulangerie.example',
						// The owner is a supervisor too, and told once.
						'Owner@boulangerie.example',
					],
				} )
			);
			return service;
		};

		it( 'is told to them, the supervisors and the owner, once [N18]', async () => {
			const service = await told( 'offline' );
			await booked( service, { name: 'Ada' } );
			await until( service, slotPlus( -11 ) );
			expect( service.letters ).toEqual( [] );
			await until( service, slotPlus( -10 ) );
			await until( service, slotPlus( -5 ) );
			expect(
				service.letters.map( ( { to } ) => to ).toSorted()
			).toEqual( [
				'agent@boulangerie.example',
				'chief@boulangerie.example',
				'owner@boulangerie.example',
			] );
			expect( plain( service.letters[ 0 ]?.text ) ).toContain(
				'mardi 24 novembre à 14 h'
			);
			expect(
				( await service.detail() ).timeline.filter(
					( { type } ) => type === 'booking_uncovered'
				)
			).toHaveLength( 1 );
		} );

		it( 'is nothing to tell of when somebody is', async () => {
			const service = await told( 'online' );
			await booked( service );
			await until( service, slotPlus( -5 ) );
			expect( service.letters ).toEqual( [] );
		} );

		it( 'is not told of the time from which it was moved away', async () => {
			const service = await told( 'offline' );
			const { reader } = await booked( service );
			await service.callbacks.moveBooking( reader, slotPlus( 60 ) );
			await until( service, slotPlus( -5 ) );
			expect( service.letters ).toEqual( [] );
			await until( service, slotPlus( 52 ) );
			expect( service.letters ).toHaveLength( 3 );
		} );
	} );
} );
