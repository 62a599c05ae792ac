import {
	legOf,
	onTheLine,
	ownerUntil,
	wantsCompany,
	type HeldBackBy,
} from './callback-request.js';
import { becomeDue, noteLateness } from './booking.js';
import type { Facts } from './commands.js';
import type { Draft } from './draft.js';
import { expire } from './endings.js';
import { beginAttempt, callCompany, nobodyLeft } from './fallback.js';
import { NewIds } from './new-ids.js';
import { after, timings } from './timings.js';

/**
 * Someone looked who could take the call. They are called, or the request waits and says why, or nobody is left. A request
 * that needs nobody now (it was offered to somebody meanwhile, it is over) hears nothing of it.
 */
export function offer( draft: Draft, facts: Facts ): void {
	if ( draft.request.state === 'scheduled' ) {
		if ( draft.now < draft.request.dueAt ) {
			return;
		}
		if ( ! becomeDue( draft ) ) {
			return;
		}
	}
	if ( ! wantsCompany( draft.request ) ) {
		return;
	}
	const clientWaits = onTheLine( draft.request, 'client' ) !== null;
	if ( draft.now >= draft.request.expiresAt && ! clientWaits ) {
		expire( draft );
		return;
	}
	const ids = new NewIds( facts.newIds );
	const waitsFor = facts.heldBackBy ?? facts.worthWaiting;
	if ( facts.heldBackBy && ! clientWaits ) {
		holdBack( draft, facts.heldBackBy );
	} else if ( facts.candidates.length > 0 ) {
		noteLateness( draft );
		beginAttempt( draft, ids );
		callCompany(
			draft,
			draft.request.plan.distribution === 'all_at_once'
				? facts.candidates
				: facts.candidates.slice( 0, 1 ),
			ids
		);
	} else if ( ! waitsFor ) {
		nobodyLeft( draft, ids );
	} else if ( ! clientWaits ) {
		holdBack( draft, waitsFor );
	} else if ( draft.now < patienceUntil( draft ) ) {
		draft.then( {
			type: 'seek',
			at: after( draft.now, timings.seekAgainSeconds ),
		} );
	} else {
		nobodyLeft( draft, ids );
	}
}

/** It keeps its place, and says why it is not ringing yet [N22]. */
function holdBack( draft: Draft, by: HeldBackBy ): void {
	const { request } = draft;
	if ( request.state !== 'queued' || request.heldBackBy !== by ) {
		draft.happens( { type: 'held_back', by } );
	}
	const until = by === 'owner_away' && ownerUntil( request );
	if ( until && until > draft.now ) {
		draft.then( { type: 'seek', at: until } );
	}
}

/** How long the client hears music with nobody being called: from when the last one could not be had. */
function patienceUntil( { request, now }: Draft ): Date {
	const client = onTheLine( request, 'client' );
	const last = legOf( request, 'company' );
	const since = [
		client?.answeredAt ?? now,
		last?.state === 'ended' ? last.endedAt : null,
	].reduce( ( a, b ) => ( a && b && a > b ? a : ( b ?? a ) ) );
	return after( since ?? now, timings.waitingSeconds );
}
