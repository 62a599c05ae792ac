import type { LegPlan, RequestEvent } from './events.js';
import {
	factsOf,
	type AnsweredLeg,
	type EndedLeg,
	type Leg,
	type RingingLeg,
} from './leg.js';

export type LegEvent = Extract< RequestEvent, { legId: string } >;

const unasked = { asks: 0, askedAt: null };

export function plannedLeg( plan: LegPlan, mustConfirm: boolean ): Leg {
	return {
		...plan,
		mustConfirm,
		refusals: 0,
		state: 'planned',
		notBefore: null,
	};
}

/** Who rings us is on the line from the first moment, and known to be a person. */
export function incomingLeg(
	plan: LegPlan,
	callSid: string,
	at: Date
): AnsweredLeg {
	return {
		...plan,
		...unasked,
		mustConfirm: false,
		refusals: 0,
		state: 'answered',
		dialedAt: at,
		callSid,
		ringingAt: null,
		answeredAt: at,
		confirmedAt: at,
		inRoom: false,
		human: null,
		question: null,
		repeats: 0,
		readyAt: null,
	};
}

/**
 * What an event makes of its leg. An event that does not fit the leg's state leaves it as it is: ranks only rise.
 *
 * @param leg
 * @param event
 * @param detects Whether the network is asked who answers this party's phone.
 */
export function evolveLeg( leg: Leg, event: LegEvent, detects: boolean ): Leg {
	switch ( event.type ) {
		case 'leg_dialing':
			return leg.state === 'planned'
				? { ...factsOf( leg ), state: 'dialing', dialedAt: event.at }
				: leg;
		case 'leg_put_back':
			return leg.state === 'dialing'
				? {
						...factsOf( leg ),
						state: 'planned',
						notBefore: event.notBefore,
						refusals: leg.refusals + 1,
					}
				: leg;
		case 'leg_unknown':
			return leg.state === 'dialing'
				? {
						...factsOf( leg ),
						...unasked,
						state: 'unknown',
						dialedAt: leg.dialedAt,
					}
				: leg;
		case 'leg_accepted':
			return accepted( leg, event );
		case 'leg_rang':
			if ( leg.state === 'ringing' ) {
				return { ...leg, ...unasked, ringingAt: event.at };
			}
			return leg.state === 'answered'
				? { ...leg, ringingAt: event.at }
				: leg;
		case 'leg_answered':
			return answered( leg, event.at, detects );
		case 'leg_asked':
			return leg.state === 'unknown' ||
				leg.state === 'ringing' ||
				leg.state === 'answered'
				? { ...leg, asks: leg.asks + 1, askedAt: event.at }
				: leg;
		case 'leg_ended':
			return ended( leg, event );
		case 'stray_call':
			return leg.state === 'ended' && leg.callSid === null
				? { ...leg, callSid: event.callSid }
				: leg;
		default:
			return leg.state === 'answered' ? onTheLine( leg, event ) : leg;
	}
}

/** What happens to somebody who is on the line. */
function onTheLine( leg: AnsweredLeg, event: LegEvent ): AnsweredLeg {
	switch ( event.type ) {
		case 'leg_entered_room':
			return { ...leg, inRoom: true };
		case 'leg_confirmed':
			return { ...leg, ...unasked, confirmedAt: event.at };
		case 'leg_judged':
			return { ...leg, human: event.verdict };
		case 'leg_asked_question':
			return {
				...leg,
				question: event.question,
				repeats: leg.question === event.question ? leg.repeats + 1 : 0,
			};
		// Only a person presses keys.
		case 'key_pressed':
			return event.digits !== null && leg.human === 'pending'
				? { ...leg, human: 'human' }
				: leg;
		case 'leg_ready':
			return { ...leg, question: null, repeats: 0, readyAt: event.at };
		case 'survey_started':
			return { ...leg, question: 'survey', repeats: 0 };
		case 'survey_answered':
		case 'voicemail_left':
			return { ...leg, question: null };
		default:
			return leg;
	}
}

function accepted(
	leg: Leg,
	event: Extract< LegEvent, { type: 'leg_accepted' } >
): Leg {
	return leg.state === 'planned' ||
		leg.state === 'dialing' ||
		leg.state === 'unknown'
		? ( {
				...factsOf( leg ),
				...unasked,
				state: 'ringing',
				dialedAt: leg.state === 'planned' ? event.at : leg.dialedAt,
				callSid: event.callSid,
				acceptedAt: event.at,
				ringingAt: null,
			} satisfies RingingLeg )
		: leg;
}

function answered( leg: Leg, at: Date, detects: boolean ): Leg {
	return leg.state === 'ringing'
		? ( {
				...factsOf( leg ),
				...unasked,
				state: 'answered',
				dialedAt: leg.dialedAt,
				callSid: leg.callSid,
				ringingAt: leg.ringingAt,
				answeredAt: at,
				confirmedAt: at,
				inRoom: false,
				human: detects ? 'pending' : null,
				question: null,
				repeats: 0,
				readyAt: null,
			} satisfies AnsweredLeg )
		: leg;
}

function ended(
	leg: Leg,
	event: Extract< LegEvent, { type: 'leg_ended' } >
): Leg {
	return leg.state === 'ended'
		? leg
		: ( {
				...factsOf( leg ),
				state: 'ended',
				dialedAt: 'dialedAt' in leg ? leg.dialedAt : null,
				callSid: 'callSid' in leg ? leg.callSid : null,
				ringingAt: 'ringingAt' in leg ? leg.ringingAt : null,
				answeredAt: 'answeredAt' in leg ? leg.answeredAt : null,
				readyAt: 'readyAt' in leg ? leg.readyAt : null,
				inRoom: 'inRoom' in leg && leg.inRoom,
				endedAt: event.at,
				endReason: event.reason,
			} satisfies EndedLeg );
}
