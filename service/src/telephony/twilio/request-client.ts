import twilio from 'twilio';

type HttpClient = InstanceType< typeof twilio.RequestClient >;

/** Longer than Twilio ever takes to accept a call, shorter than the time after which an intent counts as unknown. */
export const requestTimeoutMilliseconds = 10_000;

export const twilioApi = 'https://api.twilio.com';

/** Its products have hosts of their own ("voice.twilio.com"); their paths never meet. */
const twilioHost = /^https:\/\/[a-z]+\.twilio\.com(?=\/)/;

/**
 * The SDK's HTTP side, pointed at another network that speaks Twilio's API. Every request has a connection of its own: on a
 * kept one that the other side has just closed, nobody could say whether a call was placed. Nothing is sent twice.
 */
export class TwilioRequestClient extends twilio.RequestClient {
	constructor(
		/** Without a slash at its end; null: Twilio itself. */
		private readonly baseUrl: string | null,
		timeout = requestTimeoutMilliseconds
	) {
		super( { timeout, keepAlive: false, autoRetry: false } );
	}

	override request: HttpClient[ 'request' ] = ( options ) =>
		super.request( {
			...options,
			uri:
				this.baseUrl === null
					? options.uri
					: options.uri.replace( twilioHost, this.baseUrl ),
		} );
}
