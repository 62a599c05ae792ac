import { apiVersion } from '../calls/call-parameters.js';
import type { Lab } from '../lab/context.js';
import { behaviourOf } from '../phones/behaviour.js';
import { newSid } from '../sids.js';
import type { MessageRecord, MessageStatus } from '../state/records.js';
import { segmentsOf } from './segments.js';

const sentAfterMilliseconds = 500;
const deliveredAfterMilliseconds = 1_000;

type Given = Pick<
	MessageRecord,
	'to' | 'from' | 'body' | 'direction' | 'status' | 'callback'
>;

export function addMessage( lab: Lab, given: Given ): MessageRecord {
	const now = lab.clock.now();
	const message: MessageRecord = {
		sid: newSid( 'SM' ),
		...given,
		statuses: [ { status: given.status, at: now } ],
		segments: segmentsOf( given.body ),
		errorCode: null,
		createdAt: now,
		updatedAt: now,
		sentAt: null,
		awaitsAnswer: false,
	};
	lab.state.messages.push( message );
	lab.changed();
	return message;
}

/** Puts a message of the application on its way: sent, then delivered, or not where its number says so. */
export function sendMessage(
	lab: Lab,
	given: Pick< Given, 'to' | 'from' | 'body' | 'callback' | 'direction' >
): MessageRecord {
	const message = addMessage( lab, { ...given, status: 'queued' } );
	lab.timers.set(
		'message',
		message.sid,
		lab.clock.now() + sentAfterMilliseconds
	);
	return message;
}

/** The `message` timer: queued → sent → delivered or undelivered. */
export function messageMoves( lab: Lab, sid: string ): void {
	const message = lab.state.messages.find( ( one ) => one.sid === sid );
	if ( message?.status === 'queued' ) {
		message.sentAt = lab.clock.now();
		moveTo( lab, message, 'sent' );
		lab.timers.set(
			'message',
			sid,
			lab.clock.now() + deliveredAfterMilliseconds
		);
	} else if ( message?.status === 'sent' ) {
		message.errorCode = behaviourOf( message.to ).undelivered ?? null;
		moveTo(
			lab,
			message,
			message.errorCode === null ? 'delivered' : 'undelivered'
		);
	}
}

function moveTo( lab: Lab, message: MessageRecord, status: MessageStatus ) {
	const now = lab.clock.now();
	message.status = status;
	message.updatedAt = now;
	message.statuses.push( { status, at: now } );
	lab.changed();
	if ( message.callback === null ) {
		return;
	}
	lab.webhooks.callback( {
		event: `message-${ status }`,
		callSid: null,
		conferenceSid: null,
		messageSid: message.sid,
		...message.callback,
		// https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
		parameters: {
			AccountSid: lab.account.accountSid,
			ApiVersion: apiVersion,
			From: message.from,
			To: message.to,
			MessageSid: message.sid,
			MessageStatus: status,
			SmsSid: message.sid,
			SmsStatus: status,
			...( message.errorCode !== null && {
				ErrorCode: String( message.errorCode ),
			} ),
		},
	} );
}
