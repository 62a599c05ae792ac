import {
	isOver,
	never,
	wantsCompany,
	type CallbackRequest,
} from './callback-request.js';
import type { Draft } from './draft.js';
import { after } from './timings.js';

/** What keeps the return timer's time. */
export interface ReturnTimer {
	/** From then on somebody should have talked with the client; null: of a request of before the timer. */
	from: Date | null;
	/** When it was given back to the team; null: it was not. */
	returnedAt: Date | null;
	/** When those who supervise were told; null: they were not. */
	toldAt: Date | null;
}

/** It counts from an instant, whatever happened before: the client expects to be called then. */
export function countingFrom( from: Date ): ReturnTimer {
	return { from, returnedAt: null, toldAt: null };
}

export interface Ring {
	at: Date;
	what: 'return' | 'tell';
}

/**
 * When the return timer of a request rings next, and why [N09]: so long after it was due it goes back to the team; as long again, and
 * those who supervise are told. One that is over without a talk is not given back, and told at the same time as if it had been.
 *
 * @return Null: it rings no more.
 */
export function nextRing( request: CallbackRequest ): Ring | null {
	const { returnSeconds } = request.plan;
	const { from, returnedAt, toldAt } = request.returnTimer;
	if (
		returnSeconds === null ||
		from === null ||
		toldAt !== null ||
		request.handled !== null ||
		! isUnanswered( request )
	) {
		return null;
	}
	const returnAt = after( from, returnSeconds );
	return returnedAt === null && ! isOver( request )
		? { at: returnAt, what: 'return' }
		: { at: after( returnedAt ?? returnAt, returnSeconds ), what: 'tell' };
}

/** Rung too early, or for what came to pass meanwhile, nothing happens. */
export function returnTimerRang( draft: Draft ): void {
	const ring = nextRing( draft.request );
	if ( ! ring || draft.now < ring.at ) {
		return;
	}
	switch ( ring.what ) {
		case 'return':
			draft.happens( { type: 'returned' } );
			// Nobody waits for its owner any more: whoever of the team is there is called.
			if ( wantsCompany( draft.request ) ) {
				draft.then( { type: 'seek', at: null } );
			}
			break;
		case 'tell':
			draft.happens( { type: 'supervisor_told' } );
			break;
		default:
			never( ring.what );
	}
}

/** A ring that moved is waited for; the old one finds nothing to do. */
export function scheduleRing(
	draft: Draft,
	before: CallbackRequest | null
): void {
	const ring = nextRing( draft.request );
	const old = before && nextRing( before );
	if ( ring && ring.at.getTime() !== old?.at.getTime() ) {
		draft.then( { type: 'return_timer', at: ring.at } );
	}
}

export function returned(
	request: CallbackRequest,
	at: Date
): CallbackRequest {
	return {
		...request,
		plan: request.plan.owner
			? { ...request.plan, owner: null }
			: request.plan,
		returnTimer: { ...request.returnTimer, returnedAt: at },
	};
}

export function supervisorTold(
	request: CallbackRequest,
	at: Date
): CallbackRequest {
	return {
		...request,
		returnTimer: { ...request.returnTimer, toldAt: at },
	};
}

/**
 * Nobody has talked with the client yet, who still expects it: they neither cancelled nor left a message, and
 * nobody said what came of it.
 */
function isUnanswered( { state, handled }: CallbackRequest ): boolean {
	if ( handled ) {
		return false;
	}
	switch ( state ) {
		case 'scheduled':
		case 'queued':
		case 'calling_company':
		case 'calling_client':
		case 'leaving_message':
		case 'failed':
		case 'expired':
		case 'overdue':
			return true;
		case 'talking':
		case 'surveying':
		case 'done':
		case 'cancelled':
			return false;
		default:
			return never( state );
	}
}
