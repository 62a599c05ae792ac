import type { Lab } from '../lab/context.js';
import { twilioDate } from '../rest/dates.js';
import { finalStatuses } from '../state/records.js';
import type { CallRecord, CallStatus } from '../state/records.js';
import { callParameters } from './call-parameters.js';

export const isOver = ( call: CallRecord ): boolean =>
	finalStatuses.includes( call.status );

/** Seconds from the answer to the end, rounded as a bill does; 0 when it was never answered. */
export const talkSeconds = ( call: CallRecord ): number =>
	call.answeredAt === null || call.endedAt === null
		? 0
		: Math.round( ( call.endedAt - call.answeredAt ) / 1_000 );

export function warn(
	lab: Lab,
	call: CallRecord,
	code: number,
	message: string
): void {
	call.warnings.push( { at: lab.clock.now(), code, message } );
	lab.changed();
}

/** The statusCallbackEvent that a status belongs to: every end is `completed`. */
function eventOf( status: CallStatus ): string {
	if ( status === 'in-progress' ) {
		return 'answered';
	}
	return finalStatuses.includes( status ) ? 'completed' : status;
}

/** Notes the status and tells the application, when it subscribed to the event this status belongs to. */
export function moveTo( lab: Lab, call: CallRecord, status: CallStatus ): void {
	const now = lab.clock.now();
	call.status = status;
	call.updatedAt = now;
	call.statuses.push( { status, at: now } );
	lab.changed();
	const event = eventOf( status );
	if (
		call.statusCallback === null ||
		! call.statusCallbackEvents.includes( event )
	) {
		return;
	}
	const parameters: Record< string, string > = {
		...callParameters( lab, call ),
		CallbackSource: 'call-progress-events',
		SequenceNumber: String( call.nextSequenceNumber++ ),
		Timestamp: twilioDate( now ),
	};
	if ( isOver( call ) ) {
		const seconds = talkSeconds( call );
		parameters.CallDuration = String( seconds );
		// Minutes begun, as billed.
		parameters.Duration = String( Math.ceil( seconds / 60 ) );
		if ( call.sipResponseCode !== null ) {
			parameters.SipResponseCode = String( call.sipResponseCode );
		}
		if ( call.answeredBy !== null ) {
			parameters.AnsweredBy = call.answeredBy;
		}
	}
	lab.webhooks.callback( {
		event,
		callSid: call.sid,
		conferenceSid: null,
		url: call.statusCallback,
		method: call.statusCallbackMethod,
		parameters,
	} );
}
