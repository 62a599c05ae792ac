import type { LiveRequest } from '@rappel/contract';
import type { LiveBoard } from './live-board';
import { onMyPhone } from './live-sections';

/** What has changed on the board that somebody wants to hear of. */
export interface LiveChanges {
	/** Came into the queue. */
	waiting: LiveRequest[];
	/** Were not joined. */
	missed: LiveRequest[];
	/** My phone has begun to ring; null: it has not. */
	rings: LiveRequest | null;
}

const isMissed = ( { state, overdue }: LiveRequest ) =>
	state === 'failed' || state === 'expired' || state === 'overdue' || overdue;
const isRinging = ( { state }: LiveRequest ) =>
	state === 'calling_company' || state === 'calling_client';

/** On the first board nothing is new, except for a phone that rings. */
export function changesBetween(
	before: LiveBoard | null,
	after: LiveBoard,
	userId: number
): LiveChanges {
	const isNew = (
		is: ( request: LiveRequest ) => boolean,
		request: LiveRequest
	) => {
		const known = before?.requests.get( request.id );
		return !! before && is( request ) && ! ( known && is( known ) );
	};
	const requests = [ ...after.requests.values() ];
	const mine = onMyPhone( after, userId );
	const rang = before && onMyPhone( before, userId );
	return {
		waiting: requests.filter( ( request ) =>
			isNew( ( { state } ) => state === 'queued', request )
		),
		missed: requests.filter( ( request ) => isNew( isMissed, request ) ),
		rings: mine && isRinging( mine ) && mine.id !== rang?.id ? mine : null,
	};
}
