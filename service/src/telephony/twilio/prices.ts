import type { Twilio } from 'twilio';
import type { Price, Telephony } from '../telephony.js';
import { ifFound, translated } from './translated.js';

type Prices = Pick< Telephony, 'priceOfCall' | 'priceOfMessage' >;

/** "You should not be charged": https://www.twilio.com/help/faq/voice/what-do-the-call-statuses-mean */
const freeCalls: ReadonlySet< string > = new Set( [
	'busy',
	'no-answer',
	'failed',
	'canceled',
] );
/** It did not leave Twilio: https://help.twilio.com/articles/223181728 */
const freeMessages: ReadonlySet< string > = new Set( [ 'failed' ] );

const microsPerUnit = 1_000_000;

export function createPrices( client: Twilio ): Prices {
	return {
		priceOfCall: ( callSid ) =>
			translated( async () =>
				priceOf(
					await ifFound( () => client.calls( callSid ).fetch() ),
					freeCalls
				)
			),
		priceOfMessage: ( messageSid ) =>
			translated( async () =>
				priceOf(
					await ifFound( () =>
						client.messages( messageSid ).fetch()
					),
					freeMessages
				)
			),
	};
}

/**
 * Text, less than zero, and null until "some time after" the end; the unit in capitals for calls alone.
 * https://www.twilio.com/docs/voice/api/call-resource#call-properties,
 * https://www.twilio.com/docs/messaging/api/message-resource#message-properties
 */
export function priceOf(
	priced: {
		status: string;
		/** The SDK's types do not say that it may be null. */
		price: string | null;
		priceUnit: string | null;
	} | null,
	free: ReadonlySet< string >
): Price {
	if ( ! priced ) {
		return 'never';
	}
	const { status, price, priceUnit } = priced;
	const amount = price ?? ( free.has( status ) ? '0' : null );
	const micros = Math.round( Number( amount ) * microsPerUnit );
	return amount === null || ! priceUnit || Number.isNaN( micros )
		? 'not_yet'
		: {
				// Zero has no sign.
				micros: 0 - micros,
				currency: priceUnit.toUpperCase(),
			};
}
