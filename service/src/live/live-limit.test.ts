import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from '@jest/globals';
import { liveSnapshotSchema, maximumLiveRequests } from '@rappel/contract';
import { defineModels } from '../callbacks/store/models.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { LiveService } from './testing/live-service.js';

onEachDatabase( 'a Live dashboard of more than it shows', ( open ) => {
	let of: LiveService;
	afterEach( () => of.stop() );

	it( 'shows who waits before what is booked, of this the soonest, and counts the rest [R11]', async () => {
		of = await LiveService.start( open(), {
			settings: { queue: { processing: false } },
		} );
		const { service } = of;
		const { requests } = defineModels( open() );
		await service.submit();
		const waiting = ( await requests.findOne() )!.get( { plain: true } );
		const booked = Array.from(
			{ length: maximumLiveRequests },
			( _none, minutes ) => ( {
				...waiting,
				id: randomUUID(),
				requestKey: randomUUID(),
				number: `+336123460${ minutes }`,
				state: 'scheduled' as const,
				createdAt: new Date( service.now.getTime() - 60_000 ),
				dueAt: new Date(
					service.now.getTime() + ( minutes + 1 ) * 60_000
				),
			} )
		);
		await requests.bulkCreate( booked );

		const { body } = await signedAgent( of.url, service.site, {
			clock: service.clock,
		} ).get( '/v1/live?userId=99&supervises=true' );
		const shown = liveSnapshotSchema.parse( body );

		expect( shown.moreRequests ).toBe( 1 );
		expect( shown.requests.map( ( { id } ) => id ).sort() ).toEqual(
			[ waiting, ...booked.slice( 0, -1 ) ].map( ( { id } ) => id ).sort()
		);
	} );
} );
