import { describe, expect, it } from '@jest/globals';
import { evolveLeg, plannedLeg, type LegEvent } from './evolve-leg.js';
import { legTable } from './leg-states.js';
import type { Leg } from './leg.js';
import { atSeconds } from './testing/scenario.js';

const legId = 'leg';
const at = atSeconds( 1 );
const callSid = 'CA-leg';

const planned = plannedLeg(
	{
		id: legId,
		party: 'client',
		userId: null,
		incoming: false,
		number: '+33612345678',
		callerId: '+33180000000',
	},
	false
);

/** One of each event that speaks of a leg. */
const events: Record< LegEvent[ 'type' ], LegEvent > = {
	leg_dialing: { type: 'leg_dialing', at, legId },
	leg_put_back: {
		type: 'leg_put_back',
		at,
		legId,
		cause: 'network',
		code: '20429',
		notBefore: at,
	},
	leg_unknown: { type: 'leg_unknown', at, legId, code: 'timeout' },
	leg_accepted: { type: 'leg_accepted', at, legId, callSid },
	leg_rang: { type: 'leg_rang', at, legId },
	leg_answered: { type: 'leg_answered', at, legId },
	leg_judged: { type: 'leg_judged', at, legId, verdict: 'human' },
	leg_asked_question: {
		type: 'leg_asked_question',
		at,
		legId,
		question: 'keys',
	},
	key_pressed: {
		type: 'key_pressed',
		at,
		legId,
		question: 'keys',
		digits: '1',
	},
	leg_ready: { type: 'leg_ready', at, legId },
	survey_started: { type: 'survey_started', at, legId },
	survey_answered: { type: 'survey_answered', at, legId, score: 5 },
	voicemail_left: { type: 'voicemail_left', at, legId, seconds: 5 },
	waiting: { type: 'waiting', at, legId },
	leg_entered_room: { type: 'leg_entered_room', at, legId },
	leg_asked: { type: 'leg_asked', at, legId },
	leg_confirmed: { type: 'leg_confirmed', at, legId },
	reconciled: { type: 'reconciled', at, legId, status: 'in_progress' },
	leg_ended: { type: 'leg_ended', at, legId, reason: 'busy', code: null },
	stray_call: { type: 'stray_call', at, legId, callSid },
};

const after = ( ...types: LegEvent[ 'type' ][] ) =>
	types.reduce< Leg >(
		( leg, type ) => evolveLeg( leg, events[ type ], false ),
		planned
	);

const legs: Record< Leg[ 'state' ], Leg > = {
	planned,
	dialing: after( 'leg_dialing' ),
	unknown: after( 'leg_dialing', 'leg_unknown' ),
	ringing: after( 'leg_dialing', 'leg_accepted' ),
	answered: after( 'leg_dialing', 'leg_accepted', 'leg_answered' ),
	ended: after( 'leg_dialing', 'leg_ended' ),
};

describe( 'every event in every state of a leg', () => {
	const pairs = Object.values( legs ).flatMap( ( leg ) =>
		Object.values( events ).map( ( event ) => {
			const row = legTable.find(
				( { from, on } ) => from === leg.state && on === event.type
			);
			return {
				from: leg.state,
				on: event.type,
				to: row?.to ?? leg.state,
			};
		} )
	);

	it.each( pairs )( '$from – $on → $to', ( { from, on, to } ) => {
		expect( evolveLeg( legs[ from ], events[ on ], false ).state ).toBe(
			to
		);
	} );
} );
