import type { CallActions, Lab } from '../lab/context.js';
import { behaviourOf } from '../phones/behaviour.js';
import { finishRecordingsOf } from '../recordings/recordings.js';
import type { CallRecord } from '../state/records.js';
import { parseTwiml } from '../twiml/parse.js';
import type { TimerName } from '../clock/timers.js';
import { callParameters } from './call-parameters.js';
import { isOver, moveTo } from './call-status.js';
import { endDial } from './dial.js';
import { childAnswered, childEnded } from './dial-number.js';
import { apologise, fetchDocument } from './documents.js';
import { phoneOf } from './phone-of.js';
import { endRecord } from './record-verb.js';

const callTimers: readonly TimerName[] = [
	'ring',
	'behaviour',
	'detection',
	'verb',
	'gather',
	'limit',
	'dial',
	'wait',
	'record',
];

/** SIP's words for how a call that nobody answered ended, as Twilio passes them on. */
const sip = { busy: 486, declined: 603, noAnswer: 487, notFound: 404, ok: 200 };

/** The call a phone is in or rings with; null when it is idle. */
export function liveCallOf(
	lab: Lab,
	number: string,
	except?: CallRecord
): CallRecord | null {
	for ( const call of lab.live ) {
		if (
			phoneOf( call ) === number &&
			call !== except &&
			( call.status === 'ringing' || call.status === 'in-progress' )
		) {
			return call;
		}
	}
	return null;
}

/** queued → initiated → ringing, or the end that the number or a phone in use brings. */
export function placeCall( lab: Lab, call: CallRecord ): void {
	if ( call.status !== 'queued' ) {
		return;
	}
	const now = lab.clock.now();
	const behaviour = behaviourOf( call.to );
	call.startedAt = now;
	moveTo( lab, call, 'initiated' );
	if ( behaviour.endsAs === 'failed' ) {
		return endCall( lab, call, 'failed', {
			sipResponseCode: sip.notFound,
		} );
	}
	if ( behaviour.endsAs === 'busy' || liveCallOf( lab, call.to, call ) ) {
		return endCall( lab, call, 'busy', { sipResponseCode: sip.busy } );
	}
	moveTo( lab, call, 'ringing' );
	lab.timers.set( 'ring', call.sid, now + call.ringTimeoutSeconds * 1_000 );
	if ( behaviour.actsAfterSeconds !== undefined ) {
		lab.timers.set(
			'behaviour',
			call.sid,
			now + behaviour.actsAfterSeconds * 1_000
		);
	}
}

/** The `behaviour` timer: a number with a fixed behaviour does what it does. */
export function behave( lab: Lab, call: CallRecord ): void {
	if ( call.status === 'in-progress' ) {
		return endCall( lab, call, 'completed', { hungUpBy: 'phone' } );
	}
	if ( behaviourOf( call.to ).action === 'refuse' ) {
		return refuseCall( lab, call );
	}
	answerCall( lab, call );
}

export const refuseCall = ( lab: Lab, call: CallRecord ): void =>
	endCall( lab, call, 'busy', { sipResponseCode: sip.declined } );

/** The `ring` timer. */
export const ringTimedOut = ( lab: Lab, call: CallRecord ): void =>
	endCall( lab, call, 'no-answer', { sipResponseCode: sip.noAnswer } );

export function answerCall( lab: Lab, call: CallRecord ): void {
	if ( call.status !== 'ringing' ) {
		return;
	}
	const now = lab.clock.now();
	const behaviour = behaviourOf( call.to );
	lab.timers.clear( 'ring', call.sid );
	lab.timers.clear( 'behaviour', call.sid );
	call.answeredAt = now;
	moveTo( lab, call, 'in-progress' );
	lab.timers.set( 'limit', call.sid, now + call.timeLimitSeconds * 1_000 );
	if ( behaviour.hangsUpAfterSeconds !== undefined ) {
		lab.timers.set(
			'behaviour',
			call.sid,
			now + behaviour.hangsUpAfterSeconds * 1_000
		);
	}
	if ( call.parentCallSid !== null ) {
		return childAnswered( lab, call );
	}
	if ( call.detection ) {
		lab.timers.set(
			'detection',
			call.sid,
			now + verdict( call ).afterSeconds * 1_000
		);
	}
	// Synchronous detection delays the TwiML: the dead air that asynchronous detection is there to avoid.
	if ( call.detection === null || call.detection.async ) {
		beginScript( lab, call, {} );
	}
}

function beginScript(
	lab: Lab,
	call: CallRecord,
	parameters: Record< string, string >
): void {
	if ( call.twiml !== null ) {
		try {
			return lab.actions.runDocument( call, {
				verbs: parseTwiml( call.twiml ),
				url: null,
				method: 'POST',
			} );
		} catch ( error ) {
			return apologise( lab, call, 12100, ( error as Error ).message );
		}
	}
	if ( call.url !== null ) {
		fetchDocument( lab, call, {
			url: call.url,
			method: call.method,
			parameters,
		} );
	}
}

/** What detection will say of the phone's behaviour, and when; `unknown` when its time is too short. */
function verdict( call: CallRecord ) {
	const { detection } = call;
	const detected = behaviourOf( call.to ).detected ?? {
		enable: 'human' as const,
		messageEnd: 'human' as const,
		afterSeconds: 2,
		messageEndAfterSeconds: 2,
	};
	const messageEnd = detection?.mode === 'DetectMessageEnd';
	const afterSeconds = messageEnd
		? detected.messageEndAfterSeconds
		: detected.afterSeconds;
	const timeoutSeconds = detection?.timeoutSeconds ?? afterSeconds;
	return afterSeconds > timeoutSeconds
		? { answeredBy: 'unknown' as const, afterSeconds: timeoutSeconds }
		: {
				answeredBy: messageEnd ? detected.messageEnd : detected.enable,
				afterSeconds,
			};
}

/** The `detection` timer: the verdict is known. */
export function detectionEnded( lab: Lab, call: CallRecord ): void {
	const { detection } = call;
	if ( ! detection || call.status !== 'in-progress' ) {
		return;
	}
	const { answeredBy, afterSeconds } = verdict( call );
	call.answeredBy = answeredBy;
	call.verdictAt = lab.clock.now();
	lab.changed();
	if ( ! detection.async ) {
		return beginScript( lab, call, { AnsweredBy: answeredBy } );
	}
	if ( detection.callback !== null ) {
		lab.webhooks.callback( {
			event: 'amd',
			callSid: call.sid,
			conferenceSid: null,
			url: detection.callback,
			method: detection.callbackMethod,
			parameters: {
				AccountSid: lab.account.accountSid,
				CallSid: call.sid,
				AnsweredBy: answeredBy,
				MachineDetectionDuration: String(
					Math.round( afterSeconds * 1_000 )
				),
				CallStatus: call.status,
				From: call.from,
				To: call.to,
				ApiVersion: callParameters( lab, call ).ApiVersion ?? '',
			},
		} );
	}
}

/** Ends a call, whatever it is doing. Who was in a conference with it goes on; callbacks are sent. */
export function endCall(
	lab: Lab,
	call: CallRecord,
	status: Parameters< CallActions[ 'endCall' ] >[ 1 ],
	details: Parameters< CallActions[ 'endCall' ] >[ 2 ]
): void {
	if ( isOver( call ) ) {
		return;
	}
	call.endedAt = lab.clock.now();
	call.hungUpBy = details.hungUpBy ?? null;
	call.sipResponseCode =
		details.sipResponseCode ?? ( call.answeredAt === null ? null : sip.ok );
	call.generation += 1;
	// Over before the conference hears of it, so that nothing that follows can start the call again.
	call.status = status;
	const tellDialAction = endDial(
		lab,
		call,
		details.hungUpBy === 'api'
			? 'participant_updated_via_api'
			: 'participant_hung_up'
	);
	const tellRecordAction = endRecord( lab, call );
	finishRecordingsOf( lab, call );
	call.script = null;
	lab.live.delete( call );
	callTimers.forEach( ( name ) => lab.timers.clear( name, call.sid ) );
	tellDialAction();
	tellRecordAction();
	moveTo( lab, call, status );
	childEnded( lab, call );
}
