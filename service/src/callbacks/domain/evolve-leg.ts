import type { RequestEvent } from './events.js';
import type { AnsweredLeg, EndedLeg, Leg, RingingLeg } from './leg.js';

type LegEvent = Extract< RequestEvent, { legId: string } >;

/** What an event makes of its leg. An event that does not fit the leg's state leaves it as it is: ranks only rise. */
export function evolveLeg( leg: Leg, event: LegEvent ): Leg {
	const facts = {
		id: leg.id,
		party: leg.party,
		number: leg.number,
		callerId: leg.callerId,
		refusals: leg.refusals,
	};
	const unasked = { asks: 0, askedAt: null };
	switch ( event.type ) {
		case 'leg_dialing':
			return leg.state === 'planned'
				? { ...facts, state: 'dialing', dialedAt: event.at }
				: leg;
		case 'leg_put_back':
			return leg.state === 'dialing'
				? {
						...facts,
						state: 'planned',
						notBefore: event.notBefore,
						refusals: leg.refusals + 1,
					}
				: leg;
		case 'leg_unknown':
			return leg.state === 'dialing'
				? {
						...facts,
						...unasked,
						state: 'unknown',
						dialedAt: leg.dialedAt,
					}
				: leg;
		case 'leg_accepted':
			return leg.state === 'planned' ||
				leg.state === 'dialing' ||
				leg.state === 'unknown'
				? ( {
						...facts,
						...unasked,
						state: 'ringing',
						dialedAt:
							leg.state === 'planned' ? event.at : leg.dialedAt,
						callSid: event.callSid,
						acceptedAt: event.at,
						ringingAt: null,
					} satisfies RingingLeg )
				: leg;
		case 'leg_rang':
			if ( leg.state === 'ringing' ) {
				return { ...leg, ...unasked, ringingAt: event.at };
			}
			return leg.state === 'answered'
				? { ...leg, ringingAt: event.at }
				: leg;
		case 'leg_answered':
			return leg.state === 'ringing'
				? ( {
						...facts,
						...unasked,
						state: 'answered',
						dialedAt: leg.dialedAt,
						callSid: leg.callSid,
						ringingAt: leg.ringingAt,
						answeredAt: event.at,
						confirmedAt: event.at,
						inRoom: false,
					} satisfies AnsweredLeg )
				: leg;
		case 'leg_entered_room':
			return leg.state === 'answered' ? { ...leg, inRoom: true } : leg;
		case 'leg_asked':
			return leg.state === 'unknown' ||
				leg.state === 'ringing' ||
				leg.state === 'answered'
				? { ...leg, asks: leg.asks + 1, askedAt: event.at }
				: leg;
		case 'leg_confirmed':
			return leg.state === 'answered'
				? { ...leg, ...unasked, confirmedAt: event.at }
				: leg;
		case 'leg_ended':
			return leg.state === 'ended'
				? leg
				: ( {
						...facts,
						state: 'ended',
						dialedAt: 'dialedAt' in leg ? leg.dialedAt : null,
						callSid: 'callSid' in leg ? leg.callSid : null,
						ringingAt: 'ringingAt' in leg ? leg.ringingAt : null,
						answeredAt: 'answeredAt' in leg ? leg.answeredAt : null,
						inRoom: 'inRoom' in leg && leg.inRoom,
						endedAt: event.at,
						endReason: event.reason,
					} satisfies EndedLeg );
		case 'stray_call':
			return leg.state === 'ended' && leg.callSid === null
				? { ...leg, callSid: event.callSid }
				: leg;
		case 'waiting':
		case 'reconciled':
			return leg;
	}
}
