import type { Agent as WireAgent } from '@rappel/contract';
import { openingAt } from '../availability/domain/opening.js';
import type { Channel } from '../channels/channel.js';
import type { Clock } from '../clock.js';
import type { Seats, TakenSeat } from '../seats/seats.js';
import type { Site } from '../sites/site.js';
import type { Agent } from './domain/agent.js';
import { presenceAt } from './domain/presence.js';
import { theirOpening } from './domain/their-opening.js';
import { theirHours, type TheirHours } from './their-channels.js';

export type DescribeAgents = (
	site: Site,
	known: readonly Agent[]
) => Promise< WireAgent[] >;

/** Agents as they are told: with what the hours and their calls say of them now. In the order given. */
export function createDescribeAgents( {
	channels,
	seats,
	clock,
}: {
	channels: { list: ( siteId: string ) => Promise< Channel[] > };
	seats: Pick< Seats, 'read' >;
	clock: Clock;
} ): DescribeAgents {
	return async ( site, known ) => {
		const now = clock.now();
		const ofSite = await channels.list( site.id );
		const taken = await seats.read(
			known.map( ( { userId } ) => ( {
				siteId: site.id,
				kind: 'agent',
				id: String( userId ),
			} ) )
		);
		return known.map( ( agent ) =>
			asTold(
				agent,
				{
					hours: theirHours( site, ofSite, agent.userId, now ),
					seats: taken.filter(
						( { holder } ) => holder.id === String( agent.userId )
					),
				},
				now
			)
		);
	};
}

function asTold(
	agent: Agent,
	of: { hours: readonly TheirHours[]; seats: readonly TakenSeat[] },
	now: Date
): WireAgent {
	const { userId, name, number, email, hours, alerts } = agent;
	const { isInHours, opensAt } = theirOpening( of.hours, now );
	const wrapUpUntil = of.seats
		.flatMap( ( { freeAt } ) => ( freeAt && freeAt > now ? freeAt : [] ) )
		.toSorted( ( a, b ) => b.getTime() - a.getTime() )[ 0 ];
	const presence = presenceAt( agent, of.hours, now );
	return {
		userId,
		name,
		number,
		email,
		presence,
		isInHours,
		isAwaited: of.hours.some(
			( channel ) =>
				channel.presenceCounts && openingAt( channel, now ).open
		),
		opensAt: opensAt?.toISOString() ?? null,
		missedCallAt:
			( presence.status === 'away' &&
				agent.missedCallAt?.toISOString() ) ||
			null,
		wrapUpUntil: wrapUpUntil?.toISOString() ?? null,
		hours,
		busyCalls: of.seats.filter( ( { freeAt } ) => freeAt === null ).length,
		alerts,
	};
}
