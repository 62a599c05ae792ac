import { legById, type CallbackRequest } from './domain/callback-request.js';
import type { RequestEvent } from './domain/events.js';
import type { LegEndReason } from './domain/leg.js';
import type { Dependencies } from './dependencies.js';
import type { RequestDetails } from './store/rows.js';

/** Their phone rang, and they did not take the call: nobody answered, they declined, a machine did, or no key was pressed. */
const missed: readonly LegEndReason[] = [
	'no_answer',
	'refused',
	'machine',
	'not_confirmed_by_key',
];

/** Tells of agents who missed a call, in the transaction that ends it. */
export async function tellMissedCalls(
	{ afterCall }: Pick< Dependencies, 'afterCall' >,
	{
		request,
		details: { siteId, channelId },
		events,
	}: {
		request: CallbackRequest;
		details: RequestDetails;
		events: readonly RequestEvent[];
	}
): Promise< void > {
	for ( const { legId, at } of events.filter( isMissed ) ) {
		const userId = legById( request, legId )?.userId ?? null;
		if ( userId !== null ) {
			await afterCall.callMissed( {
				siteId,
				channelId,
				requestId: request.id,
				legId,
				userId,
				at,
			} );
		}
	}
}

type LegEnded = Extract< RequestEvent, { type: 'leg_ended' } >;

function isMissed( event: RequestEvent ): event is LegEnded {
	return event.type === 'leg_ended' && missed.includes( event.reason );
}
