import type { LegEvent } from './evolve-leg.js';
import type { Leg } from './leg.js';
import { timings } from './timings.js';

interface LegMove {
	from: Leg[ 'state' ];
	on: LegEvent[ 'type' ];
	to: Leg[ 'state' ];
	/** What happens at the latest, though nothing is heard. */
	deadline: string;
}

const asked = `Twilio is asked, every ${ timings.askAgainSeconds } s, ${ timings.maximumAsks } times; then it counts as over`;

const deadlines: Record< Leg[ 'state' ], string > = {
	planned: `${ timings.nudgeSeconds } s after its turn: another job`,
	dialing: `${ timings.dialingSeconds } s: unknown`,
	unknown: `${ timings.unknownSeconds } s: \`not_confirmed\`, never a second call`,
	ringing: `${ timings.acceptedSeconds } s until it rings, its ring time and ${ timings.ringGraceSeconds } s then: ${ asked }`,
	answered: `${ timings.questionsSeconds } s for its questions, ${ timings.waitingSeconds } s waiting, ${ timings.joinSeconds } s until both are in the room, ${ timings.talkCheckSeconds } s talking: ${ asked }`,
	ended: 'none',
};

const move = (
	from: Leg[ 'state' ],
	on: LegEvent[ 'type' ],
	to: Leg[ 'state' ]
): LegMove => ( { from, on, to, deadline: deadlines[ from ] } );

/** What moves a leg from one state to another; its test tries every event in every state. */
export const legTable: readonly LegMove[] = [
	move( 'planned', 'leg_dialing', 'dialing' ),
	move( 'planned', 'leg_accepted', 'ringing' ),
	move( 'planned', 'leg_ended', 'ended' ),
	move( 'dialing', 'leg_accepted', 'ringing' ),
	move( 'dialing', 'leg_put_back', 'planned' ),
	move( 'dialing', 'leg_unknown', 'unknown' ),
	move( 'dialing', 'leg_ended', 'ended' ),
	move( 'unknown', 'leg_accepted', 'ringing' ),
	move( 'unknown', 'leg_ended', 'ended' ),
	move( 'ringing', 'leg_answered', 'answered' ),
	move( 'ringing', 'leg_ended', 'ended' ),
	move( 'answered', 'leg_ended', 'ended' ),
];
