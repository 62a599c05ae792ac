import {
	firstLeg,
	isOver,
	never,
	secondLeg,
	type CallbackRequest,
} from './callback-request.js';
import type { AnsweredLeg, Leg, PlannedLeg, RingingLeg } from './leg.js';
import { after, timings } from './timings.js';

/** When a request is to be looked at again if nothing is heard of it; null: it and its calls are over. */
export function nextCheckAt( request: CallbackRequest ): Date | null {
	const instants = request.attempt.legs.map( ( leg ) =>
		legCheckAt( request, leg )
	);
	if ( request.state === 'queued' ) {
		instants.push( request.expiresAt );
	}
	return instants.reduce(
		( soonest, at ) =>
			at && ( ! soonest || at < soonest ) ? at : soonest,
		null
	);
}

/** The deadline of one leg where it is now; null: none. */
export function legCheckAt( request: CallbackRequest, leg: Leg ): Date | null {
	switch ( leg.state ) {
		case 'planned':
			return turnMissedAt( request, leg );
		case 'dialing':
			return after( leg.dialedAt, timings.dialingSeconds );
		case 'unknown':
			return after(
				leg.askedAt ?? leg.dialedAt,
				timings.askAgainSeconds
			);
		case 'ringing':
			return leg.askedAt
				? after( leg.askedAt, timings.askAgainSeconds )
				: ringingUntil( request, leg );
		case 'answered':
			return leg.askedAt
				? after( leg.askedAt, timings.askAgainSeconds )
				: answeredUntil( request, leg );
		case 'ended':
			return null;
		default:
			return never( leg );
	}
}

/** A leg whose turn it is and that no job has taken. */
function turnMissedAt(
	request: CallbackRequest,
	leg: PlannedLeg
): Date | null {
	const first = firstLeg( request );
	let turn: Date | null = null;
	if ( request.state === 'queued' && leg === first ) {
		turn = request.createdAt;
	} else if (
		( request.state === 'calling_company' ||
			request.state === 'calling_client' ) &&
		leg === secondLeg( request ) &&
		first.state === 'answered'
	) {
		turn = first.answeredAt;
	}
	return turn && after( leg.notBefore ?? turn, timings.nudgeSeconds );
}

function ringingUntil( request: CallbackRequest, leg: RingingLeg ): Date {
	if ( isOver( request ) ) {
		return after(
			later( request.endedAt, leg.acceptedAt ),
			timings.farewellSeconds
		);
	}
	return leg.ringingAt
		? after(
				leg.ringingAt,
				request.plan.ringSeconds[ leg.party ] + timings.ringGraceSeconds
			)
		: after( leg.acceptedAt, timings.acceptedSeconds );
}

function answeredUntil( request: CallbackRequest, leg: AnsweredLeg ): Date {
	if ( isOver( request ) ) {
		return after(
			later( request.endedAt, leg.answeredAt ),
			timings.farewellSeconds
		);
	}
	if ( request.state === 'talking' ) {
		const signOfLife = after( leg.confirmedAt, timings.talkCheckSeconds );
		const limit = talkLimit( request );
		return limit && limit < signOfLife ? limit : signOfLife;
	}
	const second = secondLeg( request );
	return second.state === 'answered'
		? after(
				later( second.answeredAt, leg.confirmedAt ),
				timings.joinSeconds
			)
		: after( leg.confirmedAt, timings.waitingSeconds );
}

/** When a conversation is over whatever the network says; null: they do not talk. */
export function talkLimit( request: CallbackRequest ): Date | null {
	return request.state === 'talking' && request.attempt.joinedAt
		? after(
				request.attempt.joinedAt,
				request.plan.maximumTalkSeconds + timings.talkGraceSeconds
			)
		: null;
}

function later( a: Date, b: Date ): Date {
	return a > b ? a : b;
}
