import twilio from 'twilio';
import type { Telephony } from '../telephony.js';
import { createAccountReader } from './account.js';
import { createAddresses } from './addresses.js';
import { createCalls } from './calls.js';
import { createPrices } from './prices.js';
import { createRecordings } from './recordings.js';
import { TwilioRequestClient } from './request-client.js';
import { createRooms } from './rooms.js';
import { sidOf, translated } from './translated.js';

interface Options {
	accountSid: string;
	authToken: string;
	/** Another network that speaks Twilio's API; null: Twilio. */
	baseUrl: string | null;
	/** Where Twilio reaches this service, without a slash at its end. */
	publicBaseUrl: () => string;
	timeoutMilliseconds?: number;
}

/** The telephone network of Twilio, through its own SDK. */
export function createTwilioTelephony( options: Options ): Telephony {
	const addresses = createAddresses( options.publicBaseUrl );
	const client = twilio( options.accountSid, options.authToken, {
		httpClient: new TwilioRequestClient(
			options.baseUrl,
			options.timeoutMilliseconds
		),
		lazyLoading: true,
	} );
	return {
		...createCalls( client, addresses ),
		...createRooms( client, addresses ),
		...createRecordings( { ...options, client, addresses } ),
		...createPrices( client ),
		...createAccountReader( client, options.accountSid ),
		sendMessage: ( { messageId, to, from, text } ) =>
			translated( async () => ( {
				messageSid: sidOf(
					await client.messages.create( {
						to,
						from,
						body: text,
						statusCallback: addresses.message( messageId ),
					} )
				),
			} ) ),
	};
}
