import type { Supervision as WireSupervision } from '@rappel/contract';

export type Mode = WireSupervision[ 'mode' ];
export type State = WireSupervision[ 'state' ];

/** A supervisor's own call into the room in which two talk. It is none of the request's legs, and its end is nothing to them. */
export interface Supervision {
	id: string;
	siteId: string;
	requestId: string;
	/** The talk, and the name of its room. */
	attemptId: string;
	userId: number;
	mode: Mode;
	state: State;
	/** Null: not known yet. */
	callSid: string | null;
	createdAt: Date;
	endedAt: Date | null;
}

/** Two who talk. */
export interface Talk {
	attemptId: string;
	/** Null: a number of the channel. */
	agentUserId: number | null;
	/** The call on the company's side. */
	companyCallSid: string;
	/** Shown on both their phones. */
	callerId: string;
	maximumSeconds: number;
}

/** By whom the supervisor is heard. Whoever listens is heard by nobody. */
export function hearingFor(
	mode: Mode,
	{ companyCallSid }: Pick< Talk, 'companyCallSid' >
): { muted: boolean; heardByCallSid: string | null } {
	return {
		muted: mode === 'listen',
		heardByCallSid: mode === 'whisper' ? companyCallSid : null,
	};
}

/** What the network's word for the supervisor's call makes of it: late or repeated, it never goes back. */
export function stateAfter( state: State, status: string ): State {
	if ( state === 'ended' ) {
		return state;
	}
	switch ( status ) {
		case 'queued':
		case 'ringing':
			return state;
		case 'in_progress':
			return 'in_call';
		default:
			return 'ended';
	}
}

/** Whether it belongs to the talk that goes on. */
export function isOf(
	{ attemptId }: Pick< Supervision, 'attemptId' >,
	talk: Pick< Talk, 'attemptId' > | null
): boolean {
	return talk?.attemptId === attemptId;
}
