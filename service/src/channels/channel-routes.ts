import {
	saveChannelSchema,
	serviceRoutes,
	type Channel as WireChannel,
} from '@rappel/contract';
import { Router, type Request } from 'express';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import type { Site } from '../sites/site.js';
import type { Channel } from './channel.js';
import type { Channels } from './channels.js';
import { missingOf } from './missing.js';

export interface ChannelRoutesOptions {
	channels: Channels;
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
}

/** /v1/channels: what wp-admin does. Nothing of a body but settings and version is read. */
export function createChannelRoutes( {
	channels,
	defaultCallerId,
}: ChannelRoutesOptions ): Router {
	const router = Router();

	const describe = (
		site: Site,
		{ id, version, settings, createdAt, updatedAt }: Channel
	): WireChannel => ( {
		id,
		version,
		settings,
		createdAt: createdAt.toISOString(),
		updatedAt: updatedAt.toISOString(),
		missing: missingOf( {
			settings,
			fallbackCallerId: site.callerId ?? defaultCallerId,
		} ),
	} );

	router.get(
		expressPath( serviceRoutes.listChannels ),
		async ( _request, response ) => {
			const site = siteOf( response );
			const list = await channels.list( site.id );
			response.json( {
				channels: list.map( ( channel ) => describe( site, channel ) ),
			} );
		}
	);

	router.post(
		expressPath( serviceRoutes.createChannel ),
		async ( request, response ) => {
			const site = siteOf( response );
			const channel = await channels.create(
				site.id,
				saveChannelSchema.parse( request.body )
			);
			response.status( 201 ).json( describe( site, channel ) );
		}
	);

	router.get(
		expressPath( serviceRoutes.readChannel ),
		async ( request, response ) => {
			const site = siteOf( response );
			response.json(
				describe(
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
			response.json( describe( site, channel ) );
		}
	);

	router.delete(
		expressPath( serviceRoutes.deleteChannel ),
		async ( request, response ) => {
			await channels.remove(
				siteOf( response ).id,
				channelIdOf( request )
			);
			response.status( 204 ).end();
		}
	);

	return router;
}

function channelIdOf( request: Request ): string {
	return String( request.params.channelId );
}
