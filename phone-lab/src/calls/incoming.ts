import type { Lab } from '../lab/context.js';
import { LabError } from '../lab/lab-error.js';
import type { CallRecord } from '../state/records.js';
import type { TwimlElement } from '../twiml/element.js';
import { textAttribute } from '../twiml/attributes.js';
import { moveTo } from './call-status.js';
import { fetchDocument } from './documents.js';
import { liveCallOf } from './life.js';
import { addCall, callRecord } from './new-record.js';

/** A person takes a phone and calls a number of the account: its VoiceUrl is asked. */
export function callFromPhone(
	lab: Lab,
	phone: string,
	to: string
): CallRecord {
	const number = lab.state.numbers.find(
		( { phoneNumber } ) => phoneNumber === to
	);
	if ( ! number ) {
		throw new LabError(
			404,
			`${ to } is not a number of the account, so nobody would be reached.`
		);
	}
	if ( number.voice === null ) {
		throw new LabError(
			409,
			`${ to } has no VoiceUrl: nothing would answer the call.`
		);
	}
	if ( liveCallOf( lab, phone ) ) {
		throw new LabError( 409, `${ phone } is in a call already.` );
	}
	const now = lab.clock.now();
	const call = callRecord(
		{
			direction: 'inbound',
			status: 'ringing',
			to,
			from: phone,
			url: number.voice.url,
			method: number.voice.method,
			fallbackUrl: number.voiceFallback?.url ?? null,
			fallbackMethod: number.voiceFallback?.method ?? 'POST',
			statusCallback: number.statusCallback?.url ?? null,
			statusCallbackMethod: number.statusCallback?.method ?? 'POST',
			startedAt: now,
		},
		now
	);
	addCall( lab, call );
	fetchDocument( lab, call, { ...number.voice, parameters: {} } );
	return call;
}

/**
 * The first document of an incoming call has come. `<Reject>` in its first place is the only way not to answer:
 * https://www.twilio.com/docs/voice/twiml/reject
 *
 * @returns whether the call was answered
 */
export function pickUp(
	lab: Lab,
	call: CallRecord,
	first: TwimlElement | undefined
): boolean {
	if ( first?.name === 'Reject' ) {
		const busy = textAttribute( first, 'reason' ) === 'busy';
		lab.actions.endCall( call, busy ? 'busy' : 'no-answer', {
			hungUpBy: 'application',
		} );
		return false;
	}
	const now = lab.clock.now();
	call.answeredAt = now;
	moveTo( lab, call, 'in-progress' );
	lab.timers.set( 'limit', call.sid, now + call.timeLimitSeconds * 1_000 );
	return true;
}
