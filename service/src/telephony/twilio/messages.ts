import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { CallNews, Receipt, RoomNews } from '../call-events.js';
import { callStatusOf, leavingOf } from './status.js';

/** Parameters of a webhook, by Twilio's names. What is sent twice under one name is not Twilio's. */
export type Parameters = Partial< Record< string, string > >;

export function parametersOf( request: Request ): Parameters {
	const body = ( request.body ?? {} ) as Record< string, unknown >;
	return Object.fromEntries(
		Object.entries( body ).flatMap( ( [ name, value ] ) =>
			typeof value === 'string' ? [ [ name, value ] ] : []
		)
	);
}

/** Null when it names no call, or a status that Twilio has not documented. */
export function callNewsOf(
	legId: string,
	parameters: Parameters
): CallNews | null {
	const status = callStatusOf(
		parameters.CallStatus,
		parameters.SipResponseCode
	);
	return status && parameters.CallSid
		? {
				legId,
				callSid: parameters.CallSid,
				status,
				occurredAt: instantOf( parameters.Timestamp ),
				code:
					parameters.ErrorCode ?? parameters.SipResponseCode ?? null,
			}
		: null;
}

/** Null for what says nothing about who is in the room. */
export function roomNewsOf(
	attemptId: string,
	parameters: Parameters
): RoomNews | null {
	const occurredAt = instantOf( parameters.Timestamp );
	if ( parameters.StatusCallbackEvent === 'conference-start' ) {
		return { attemptId, participant: null, occurredAt };
	}
	const what = movementOf( parameters );
	return what && parameters.CallSid
		? {
				attemptId,
				participant: {
					legId: parameters.ParticipantLabel ?? null,
					callSid: parameters.CallSid,
					what,
				},
				occurredAt,
			}
		: null;
}

function movementOf( parameters: Parameters ) {
	switch ( parameters.StatusCallbackEvent ) {
		case 'participant-join':
			return 'entered';
		case 'participant-leave':
			return leavingOf( parameters.ReasonParticipantLeft );
		default:
			return null;
	}
}

/**
 * One message's name: its place in its call's or room's sequence, else Twilio's idempotency token, else what it says.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-faq
 */
export function receiptOf(
	parameters: Parameters,
	event: string,
	idempotencyToken: string | string[] | undefined
): Receipt {
	const token =
		parameters.SequenceNumber ??
		( typeof idempotencyToken === 'string'
			? idempotencyToken
			: JSON.stringify( parameters ) );
	return {
		callSid: short( parameters.CallSid ?? parameters.ConferenceSid ?? '' ),
		event: short( event ),
		token: short( token ),
	};
}

function short( text: string ): string {
	return text.length <= 64
		? text
		: createHash( 'sha256' ).update( text ).digest( 'hex' );
}

/** RFC 2822, whole seconds. */
function instantOf( text: string | undefined ): Date | null {
	const at = new Date( text ?? Number.NaN );
	return Number.isNaN( at.getTime() ) ? null : at;
}
