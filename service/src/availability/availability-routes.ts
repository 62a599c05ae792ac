import { serviceRoutes, type Availability } from '@rappel/contract';
import { Router } from 'express';
import type { ChannelStore } from '../channels/channel-store.js';
import { missingOf } from '../channels/missing.js';
import type { Clock } from '../clock.js';
import type { Limits } from '../guards/limits.js';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import { languageOf } from '../http/language.js';
import { Refusal } from '../refusal.js';
import { immediateAvailability } from './immediate.js';
import { openingLabel } from './opening-label.js';

export interface AvailabilityRoutesOptions {
	channels: Pick< ChannelStore, 'find' >;
	limits: Pick< Limits, 'requestsToday' >;
	clock: Clock;
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
}

/** GET /v1/channels/{channelId}/availability: whether the button is shown, and until when that holds. */
export function createAvailabilityRoutes( {
	channels,
	limits,
	clock,
	defaultCallerId,
}: AvailabilityRoutesOptions ): Router {
	const router = Router();

	router.get(
		expressPath( serviceRoutes.readAvailability ),
		async ( request, response ) => {
			const site = siteOf( response );
			const now = clock.now();
			const channel = await channels.find(
				site.id,
				String( request.params.channelId )
			);
			if ( ! channel ) {
				throw new Refusal( 'channel_not_found' );
			}
			const missing = missingOf( {
				settings: channel.settings,
				fallbackCallerId: site.callerId ?? defaultCallerId,
			} );
			const { immediate, reason, changesAt, nextOpeningAt } =
				immediateAvailability( {
					channel,
					site,
					requestsToday: await limits.requestsToday( site, now ),
					complete: missing.length === 0,
					now,
				} );
			const answer: Availability = {
				immediate,
				reason,
				changesAt: changesAt?.toISOString() ?? null,
				nextOpening: nextOpeningAt && {
					at: nextOpeningAt.toISOString(),
					label: openingLabel(
						nextOpeningAt,
						site.timeZone,
						languageOf( request ),
						now
					),
				},
				serverTime: now.toISOString(),
			};
			response.json( answer );
		}
	);

	return router;
}
