import twilio from 'twilio';
import type { CallInstance } from 'twilio/lib/rest/api/v2010/account/call.js';
import {
	TelephonyError,
	type CallReport,
	type Telephony,
} from '../telephony.js';
import { createAddresses } from './addresses.js';
import { callIsOver, fieldsOf, notFound, telephonyErrorOf } from './errors.js';
import { TwilioRequestClient } from './request-client.js';
import { callStatusOf } from './status.js';
import { twimlOf } from './twiml.js';

interface Options {
	accountSid: string;
	authToken: string;
	/** Another network that speaks Twilio's API; null: Twilio. */
	baseUrl: string | null;
	/** Where Twilio reaches this service, without a slash at its end. */
	publicBaseUrl: () => string;
	timeoutMilliseconds?: number;
}

const mostCalls = 50;

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
		placeCall: ( order ) =>
			translated( async () => {
				const call = await client.calls.create( {
					to: order.to,
					from: order.from,
					url: addresses.voice( order.legId ),
					method: 'POST',
					fallbackUrl: addresses.fallback(
						order.language,
						order.voice
					),
					fallbackMethod: 'GET',
					statusCallback: addresses.status( order.legId ),
					statusCallbackMethod: 'POST',
					statusCallbackEvent: [
						'initiated',
						'ringing',
						'answered',
						'completed',
					],
					timeout: order.ringSeconds,
					timeLimit: order.timeLimitSeconds,
				} );
				return { callSid: sidOf( call ) };
			} ),
		endCall: ( callSid ) =>
			translated( async () => {
				// "completed" ends a call that rings as well; "canceled" would leave an answered one alone.
				await unlessOver( () =>
					client.calls( callSid ).update( { status: 'completed' } )
				);
			} ),
		redirectCall: ( callSid, script ) =>
			translated( () =>
				unlessOver( () =>
					client
						.calls( callSid )
						.update( { twiml: twimlOf( script, addresses ) } )
				)
			),
		fetchCall: ( callSid ) =>
			translated( async () => {
				try {
					return reportOf( await client.calls( callSid ).fetch() );
				} catch ( error ) {
					if ( isCode( error, notFound ) ) {
						return null;
					}
					throw error;
				}
			} ),
		findCalls: ( { to, from } ) =>
			translated( async () => {
				const calls = await client.calls.list( {
					to,
					from,
					limit: mostCalls,
				} );
				return calls
					.map( reportOf )
					.toSorted(
						( a, b ) =>
							b.createdAt.getTime() - a.createdAt.getTime()
					);
			} ),
	};
}

async function translated< T >( ask: () => Promise< T > ): Promise< T > {
	try {
		return await ask();
	} catch ( error ) {
		throw error instanceof TelephonyError
			? error
			: telephonyErrorOf( error );
	}
}

/** False when the call is over already: then there is nothing to change. */
async function unlessOver(
	update: () => Promise< unknown >
): Promise< boolean > {
	try {
		await update();
		return true;
	} catch ( error ) {
		if ( isCode( error, callIsOver ) || isCode( error, notFound ) ) {
			return false;
		}
		throw error;
	}
}

function isCode( error: unknown, code: number ): boolean {
	return Number( fieldsOf( error ).code ) === code;
}

function sidOf( call: CallInstance ): string {
	if ( ! call.sid ) {
		throw new TelephonyError(
			'unknown',
			'no_sid',
			'Accepted without an id'
		);
	}
	return call.sid;
}

function reportOf( call: CallInstance ): CallReport {
	const status = callStatusOf( call.status );
	if ( ! status ) {
		throw new TelephonyError(
			'unknown',
			'status',
			`No such status: ${ call.status }`
		);
	}
	return {
		callSid: call.sid,
		status,
		createdAt: call.dateCreated ?? new Date( 0 ),
		endedAt: call.endTime ?? null,
	};
}
