import { dialKey } from '../calls/dial.js';
import { gatherKey } from '../calls/gather.js';
import { phoneOf } from '../calls/phone-of.js';
import { recordKey } from '../calls/record-verb.js';
import { answerCall, liveCallOf, refuseCall } from '../calls/life.js';
import type { Lab } from '../lab/context.js';
import { LabError } from '../lab/lab-error.js';
import type { CallRecord } from '../state/records.js';

const word = {
	ringing: 'it rings',
	'in-progress': 'its call was answered',
} as const;

/** The call this phone is in, when that is in the state asked for. */
function callIn(
	lab: Lab,
	number: string,
	wanted: 'ringing' | 'in-progress',
	action: string
): CallRecord {
	if (
		! [ ...lab.calls.values() ].some(
			( call ) => phoneOf( call ) === number
		)
	) {
		throw new LabError(
			404,
			`There is no phone ${ number }: a number becomes a phone when it is called, calls or writes for the first time.`
		);
	}
	const call = liveCallOf( lab, number );
	// Who calls can hang up while it rings at the other end, and nothing else.
	const calling = call?.direction === 'inbound' && call.status === 'ringing';
	if ( calling && action === 'hang up' ) {
		return call;
	}
	if ( call?.status !== wanted || calling ) {
		const now = call
			? word[ call.status as keyof typeof word ]
			: 'it is idle';
		throw new LabError(
			409,
			`${ number } cannot ${ action } now: ${ now }. A phone can ${ action } only while ${ word[ wanted ] }.`
		);
	}
	return call;
}

export const answerPhone = ( lab: Lab, number: string ): void =>
	answerCall( lab, callIn( lab, number, 'ringing', 'answer' ) );

export const refusePhone = ( lab: Lab, number: string ): void =>
	refuseCall( lab, callIn( lab, number, 'ringing', 'refuse' ) );

export function hangUpPhone( lab: Lab, number: string ): void {
	const call = callIn( lab, number, 'in-progress', 'hang up' );
	lab.actions.endCall(
		call,
		call.status === 'ringing' ? 'canceled' : 'completed',
		{ hungUpBy: 'phone' }
	);
}

/** Keys, one after the other, to whatever the call is in by then. Those that nothing listens to are lost, as on a phone. */
export function pressKeys( lab: Lab, number: string, digits: string ): void {
	const call = callIn( lab, number, 'in-progress', 'press keys' );
	for ( const key of digits ) {
		if ( ! gatherKey( lab, call, key ) && ! recordKey( lab, call, key ) ) {
			dialKey( lab, call, key );
		}
	}
	lab.changed();
}
