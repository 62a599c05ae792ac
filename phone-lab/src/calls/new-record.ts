import type { Lab } from '../lab/context.js';
import { newSid } from '../sids.js';
import type { CallRecord } from '../state/records.js';

type Given = Pick< CallRecord, 'to' | 'from' | 'direction' | 'status' > &
	Partial< CallRecord >;

/** A call of which nothing has happened yet. */
export const callRecord = ( given: Given, now: number ): CallRecord => ( {
	sid: newSid( 'CA' ),
	parentCallSid: null,
	url: null,
	method: 'POST',
	twiml: null,
	fallbackUrl: null,
	fallbackMethod: 'POST',
	statusCallback: null,
	statusCallbackMethod: 'POST',
	statusCallbackEvents: [ 'completed' ],
	ringTimeoutSeconds: 60,
	timeLimitSeconds: 14_400,
	sendDigits: null,
	detection: null,
	statuses: [ { status: given.status, at: now } ],
	createdAt: now,
	updatedAt: now,
	startedAt: null,
	answeredAt: null,
	endedAt: null,
	answeredBy: null,
	hungUpBy: null,
	sipResponseCode: null,
	warnings: [],
	nextSequenceNumber: 0,
	script: null,
	generation: 0,
	...given,
} );

export function addCall( lab: Lab, call: CallRecord ): void {
	lab.state.calls.push( call );
	lab.calls.set( call.sid, call );
	lab.live.add( call );
	lab.changed();
}
