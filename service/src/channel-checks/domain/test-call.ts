import type { ReportedStatus } from '../../callbacks/domain/commands.js';

/** A call to one number, by which the owner of a channel sees that all is well. */
export interface ChannelTestCall {
	id: string;
	siteId: string;
	channelId: string;
	/** E.164. */
	number: string;
	state: TestCallState;
	/** The network's id; null: not known yet. */
	callSid: string | null;
	/** Of `failed`: a status of the call, or the network's error number; null else. */
	code: string | null;
	createdAt: Date;
	/** When the network was last heard of it. */
	heardAt: Date;
}

export type TestCallState =
	'calling' | 'ringing' | 'answered' | 'done' | 'failed';

/** What may come after another: news may be told twice and in any order, and what is over stays over. */
const ranks: Record< TestCallState, number > = {
	calling: 0,
	ringing: 1,
	answered: 2,
	done: 3,
	failed: 3,
};

/** The network has told of a call by then, if there is one. */
const silentMs = 120_000;
/** The network is asked by us when it has told nothing for so long. */
const askAfterMs = 3_000;

/** What the network says of the call. */
export function afterStatus(
	call: ChannelTestCall,
	{ callSid, status }: { callSid: string; status: ReportedStatus },
	now: Date
): ChannelTestCall {
	const state = stateOf( status );
	const known = { ...call, callSid, heardAt: now };
	if ( ranks[ state ] <= ranks[ call.state ] ) {
		return known;
	}
	return { ...known, state, code: state === 'failed' ? status : null };
}

function stateOf( status: ReportedStatus ): TestCallState {
	switch ( status ) {
		case 'queued':
			return 'calling';
		case 'ringing':
			return 'ringing';
		case 'in_progress':
			return 'answered';
		case 'completed':
			return 'done';
		case 'busy':
		case 'no_answer':
		case 'refused':
		case 'failed':
		case 'cancelled':
			return 'failed';
	}
}

export function isOver( { state }: Pick< ChannelTestCall, 'state' > ): boolean {
	return state === 'done' || state === 'failed';
}

/**
 * What is to be done about a call that the network is silent about: it may not reach us, which is one of the things that a test call
 * is for.
 */
export function whenSilent(
	call: ChannelTestCall,
	now: Date
): 'wait' | 'ask' | 'give_up' {
	if ( isOver( call ) ) {
		return 'wait';
	}
	if ( call.callSid === null ) {
		return now.getTime() - call.createdAt.getTime() > silentMs
			? 'give_up'
			: 'wait';
	}
	return now.getTime() - call.heardAt.getTime() > askAfterMs ? 'ask' : 'wait';
}
