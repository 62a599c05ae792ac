import { serviceRoutes, type Availability } from '@rappel/contract';
import { Router } from 'express';
import type { AgentStore } from '../agents/agent-store.js';
import type { Agent } from '../agents/domain/agent.js';
import { nobodyAvailable } from '../agents/nobody-available.js';
import type { Channel } from '../channels/channel.js';
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
	agents: Pick< AgentStore, 'list' >;
	limits: Pick< Limits, 'requestsToday' >;
	/** Whether the channel's queue takes no more. */
	queueIsFull: ( channel: Channel ) => Promise< boolean >;
	clock: Clock;
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
}

/** GET /v1/channels/{channelId}/availability: whether the button is shown, and until when that holds. */
export function createAvailabilityRoutes( {
	channels,
	agents,
	limits,
	queueIsFull,
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
			const { settings } = channel;
			const known = await agents.list( site.id );
			const missing = missingOf( {
				settings,
				fallbackCallerId: site.callerId ?? defaultCallerId,
				agentNumbers: numbersOf( known ),
			} );
			const { immediate, reason, changesAt, nextOpeningAt } =
				immediateAvailability( {
					channel,
					site,
					requestsToday: await limits.requestsToday( site, now ),
					complete: missing.length === 0,
					nobodyAvailable: nobodyAvailable(
						{ site, settings, agents: known },
						now
					),
					queueFull: await queueIsFull( channel ),
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

function numbersOf( agents: readonly Agent[] ): Map< number, string > {
	return new Map(
		agents.flatMap( ( { userId, number } ) =>
			number === null ? [] : [ [ userId, number ] ]
		)
	);
}
