import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Receipt } from '../call-events.js';

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
		callSid: short(
			parameters.CallSid ??
				parameters.ConferenceSid ??
				parameters.MessageSid ??
				''
		),
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
export function instantOf( text: string | undefined ): Date | null {
	const at = new Date( text ?? Number.NaN );
	return Number.isNaN( at.getTime() ) ? null : at;
}

/** Whole seconds; 0 where there is no number. */
export function secondsOf( text: string | undefined ): number {
	return /^\d{1,6}$/.test( text ?? '' ) ? Number( text ) : 0;
}
