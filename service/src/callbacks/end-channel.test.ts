import { expect, it } from '@jest/globals';
import {
	booked,
	start,
	until,
	slotPlus,
} from '../bookings/testing/bookings-under-test.js';
import { createChannels } from '../channels/channels.js';
import { createChannelStore } from '../channels/channel-store.js';
import { createUsageOf } from '../channels/channel-usage.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { ServiceUnderTest } from './testing/service-under-test.js';

/** What the owner of the site may do with its channels. */
const channelsOf = ( { database, callbacks, clock }: ServiceUnderTest ) =>
	createChannels( {
		database,
		channels: createChannelStore( database ),
		hasOpenRequests: callbacks.hasLiving,
		endOpenRequests: callbacks.endOpenRequests,
		channelSaved: async () => undefined,
		clock,
	} );

const remove = ( service: ServiceUnderTest, cancelOpen: boolean ) =>
	channelsOf( service ).remove(
		service.site.id,
		service.channel.id,
		cancelOpen
	);

const usageOf = async ( service: ServiceUnderTest ) =>
	(
		await createUsageOf( service.database, service.clock )( service.site )
	).get( service.channel.id );

async function statesOf( { callbacks, site }: ServiceUnderTest ) {
	const { requests } = await callbacks.listRequests( site.id, {
		limit: 100,
	} );
	return requests.map( ( { state } ) => state );
}

onEachDatabase(
	'a channel that is deleted with what is open of it',
	( open ) => {
		it( 'is refused until that is asked for; then its bookings are cancelled, and their visitors told', async () => {
			const service = await start( open() );
			await booked( service );
			await service.jobs.run();

			await expect( remove( service, false ) ).rejects.toMatchObject( {
				code: 'channel_in_use',
			} );
			expect( await statesOf( service ) ).toEqual( [ 'scheduled' ] );

			await remove( service, true );
			await service.jobs.run();

			expect( await statesOf( service ) ).toEqual( [ 'cancelled' ] );
			expect( service.told.at( -1 )?.[ 0 ] ).toBe( 'cancelled' );
			expect(
				( await service.detail() ).timeline.at( -1 )
			).toMatchObject( { type: 'cancelled', detail: 'channel_deleted' } );
			await until( service, slotPlus( 1 ) );
			expect( service.called() ).toEqual( [] );
		} );

		it( 'lets a call that is under way finish, and begins no other attempt', async () => {
			const service = await start( open(), {
				retries: { client: { attempts: 3, spacingMinutes: 1 } },
			} );
			await service.submit();
			await service.jobs.run();
			await service.answer( 'company' );
			const calls = service.called().length;
			expect( calls ).toBe( 2 );

			await remove( service, true );
			await service.jobs.run();
			expect( await statesOf( service ) ).not.toContain( 'cancelled' );

			await service.tell( 'client', 'no_answer' );
			await service.pass( 180 );

			expect( service.called() ).toHaveLength( calls );
			expect( await statesOf( service ) ).toEqual( [ 'cancelled' ] );
		} );

		it( 'finds a request that was being made at the same moment', async () => {
			const service = await start( open() );
			const channel = service.channel;
			await remove( service, true );
			await service.jobs.run();
			// As the transaction of a visitor leaves it who was quicker than the removal.
			await open().transaction( () =>
				open().sequelize.query(
					'UPDATE channels SET removed_at = NULL WHERE id = :id',
					{ replacements: { id: channel.id } }
				)
			);
			await booked( service );
			await open().transaction( () =>
				open().sequelize.query(
					'UPDATE channels SET removed_at = created_at WHERE id = :id',
					{ replacements: { id: channel.id } }
				)
			);

			await service.pass( 35 );

			expect( await statesOf( service ) ).toEqual( [ 'cancelled' ] );
		} );
	}
);

onEachDatabase( 'what the list says of a channel', ( open ) => {
	it( 'counts the requests of the site’s day, those that talked, and what is open', async () => {
		const service = await start( open() );
		expect( await usageOf( service ) ).toBeUndefined();

		await booked( service );
		await service.submit( { number: '06 99 99 99 99' } );
		await service.jobs.run();

		expect( await usageOf( service ) ).toEqual( {
			today: { requests: 2, joined: 0 },
			open: { requests: 2, bookings: 1 },
		} );

		await service.talk( 30 );
		expect( ( await usageOf( service ) )?.today.joined ).toBe( 1 );

		service.now = new Date( service.now.getTime() + 86_400_000 );
		expect( ( await usageOf( service ) )?.today ).toEqual( {
			requests: 0,
			joined: 0,
		} );
	} );
} );
