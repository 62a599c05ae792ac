import {
	createChannelQuerySchema,
	deleteChannelQuerySchema,
	saveChannelSchema,
	serviceRoutes,
	type Channel as WireChannel,
} from '@rappel/contract';
import { Router, type Request } from 'express';
import type { AgentStore } from '../agents/agent-store.js';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import type { Site } from '../sites/site.js';
import type { Channel } from './channel.js';
import { unused, type UsageOf } from './channel-usage.js';
import type { Channels } from './channels.js';
import { callerIdOf } from '../sites/service-numbers.js';
import { missingOf } from './missing.js';

export interface ChannelRoutesOptions {
	channels: Channels;
	agents: Pick< AgentStore, 'numbers' >;
	usageOf: UsageOf;
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
}

/** /v1/channels: what wp-admin does. Nothing of a body but settings and version is read. */
export function createChannelRoutes( {
	channels,
	agents,
	usageOf,
	defaultCallerId,
}: ChannelRoutesOptions ): Router {
	const router = Router();

	const describeAll = async (
		site: Site,
		known: readonly Channel[]
	): Promise< WireChannel[] > => {
		const agentNumbers = await agents.numbers( site.id );
		return known.map(
			( { id, version, settings, createdAt, updatedAt } ) => ( {
				id,
				version,
				settings,
				createdAt: createdAt.toISOString(),
				updatedAt: updatedAt.toISOString(),
				missing: missingOf( {
					settings,
					fallbackCallerId: callerIdOf( site, defaultCallerId ),
					agentNumbers,
				} ),
			} )
		);
	};
	const describe = async ( site: Site, channel: Channel ) =>
		( await describeAll( site, [ channel ] ) )[ 0 ];

	router.get(
		expressPath( serviceRoutes.listChannels ),
		async ( _request, response ) => {
			const site = siteOf( response );
			const [ listed, usages ] = await Promise.all( [
				channels
					.list( site.id )
					.then( ( known ) => describeAll( site, known ) ),
				usageOf( site ),
			] );
			response.json( {
				channels: listed.map( ( channel ) => ( {
					...channel,
					...( usages.get( channel.id ) ?? unused ),
				} ) ),
			} );
		}
	);

	router.post(
		expressPath( serviceRoutes.createChannel ),
		async ( request, response ) => {
			const site = siteOf( response );
			const { checkOnly } = createChannelQuerySchema.parse(
				request.query
			);
			const save = saveChannelSchema.parse( request.body );
			if ( checkOnly ) {
				await channels.check( site.id, save );
				response.status( 204 ).end();
				return;
			}
			const channel = await channels.create( site.id, save );
			response.status( 201 ).json( await describe( site, channel ) );
		}
	);

	router.get(
		expressPath( serviceRoutes.readChannel ),
		async ( request, response ) => {
			const site = siteOf( response );
			response.json(
				await describe(
					site,
					await channels.read( site.id, channelIdOf( request ) )
				)
			);
		}
	);

	router.put(
		expressPath( serviceRoutes.saveChannel ),
		async ( request, response ) => {
			const site = siteOf( response );
			const channel = await channels.save(
				site.id,
				channelIdOf( request ),
				saveChannelSchema.parse( request.body )
			);
			response.json( await describe( site, channel ) );
		}
	);

	router.delete(
		expressPath( serviceRoutes.deleteChannel ),
		async ( request, response ) => {
			const { cancelOpen } = deleteChannelQuerySchema.parse(
				request.query
			);
			await channels.remove(
				siteOf( response ).id,
				channelIdOf( request ),
				cancelOpen
			);
			response.status( 204 ).end();
		}
	);

	return router;
}

function channelIdOf( request: Request ): string {
	return String( request.params.channelId );
}
