import type { Twilio } from 'twilio';
import type {
	CallInstance,
	CallListInstanceCreateOptions,
} from 'twilio/lib/rest/api/v2010/account/call.js';
import {
	TelephonyError,
	type CallOrder,
	type CallReport,
	type Telephony,
} from '../telephony.js';
import type { Addresses } from './addresses.js';
import { callStatusOf } from './status.js';
import { ifFound, sidOf, translated, unlessOver } from './translated.js';
import { twimlOf } from './twiml.js';

type Calls = Pick<
	Telephony,
	| 'placeCall'
	| 'placeAnnouncement'
	| 'endCall'
	| 'redirectCall'
	| 'fetchCall'
	| 'findCalls'
>;

const mostCalls = 50;
/** Longer than any sentence. */
const announcementSeconds = 60;
/** After which a person is supposed; Twilio's own default is 30 s. */
const detectionSeconds = 10;

export function createCalls( client: Twilio, addresses: Addresses ): Calls {
	return {
		placeCall: ( order ) =>
			translated( async () => ( {
				callSid: sidOf(
					await client.calls.create( orderOf( order, addresses ) )
				),
			} ) ),
		placeAnnouncement: ( { testCallId, to, from, ringSeconds, message } ) =>
			translated( async () => ( {
				callSid: sidOf(
					await client.calls.create( {
						to,
						from,
						// Said without asking us: https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource
						twiml: twimlOf(
							{ type: 'say_and_hang_up', message },
							addresses
						),
						timeout: ringSeconds,
						timeLimit: announcementSeconds,
						...( testCallId !== null &&
							told( addresses.testCall( testCallId ) ) ),
					} )
				),
			} ) ),
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
				const call = await ifFound( () =>
					client.calls( callSid ).fetch()
				);
				return call && reportOf( call );
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

/** https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource */
function orderOf(
	order: CallOrder,
	addresses: Addresses
): CallListInstanceCreateOptions {
	return {
		to: order.to,
		from: order.from,
		url: addresses.voice( order.legId ),
		method: 'POST',
		fallbackUrl: addresses.fallback( order.language, order.voice ),
		fallbackMethod: 'GET',
		...told( addresses.status( order.legId ) ),
		timeout: order.ringSeconds,
		timeLimit: order.timeLimitSeconds,
		...( order.detectMachine && detection( order.legId, addresses ) ),
	};
}

/** Each change of a call is told at this address. */
function told( address: string ) {
	return {
		statusCallback: address,
		statusCallbackMethod: 'POST',
		statusCallbackEvent: [
			'initiated',
			'ringing',
			'answered',
			'completed',
		],
	};
}

/**
 * Beside the call: in front of it, whoever answers would hear nothing until Twilio is sure.
 * https://www.twilio.com/docs/voice/answering-machine-detection
 */
function detection(
	legId: string,
	addresses: Addresses
): Partial< CallListInstanceCreateOptions > {
	return {
		machineDetection: 'Enable',
		machineDetectionTimeout: detectionSeconds,
		asyncAmd: 'true',
		asyncAmdStatusCallback: addresses.machine( legId ),
		asyncAmdStatusCallbackMethod: 'POST',
	};
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
