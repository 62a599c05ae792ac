import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { behaviourOf } from '../phones/behaviour.js';
import { callRecord } from '../calls/new-record.js';
import type { CallRecord, Detection } from '../state/records.js';
import type { Parameters } from './parameters.js';
import { TwilioError } from './twilio-error.js';

const ringTimeout = { fallback: 60, minimum: 1, maximum: 600 };
const timeLimit = { fallback: 14_400, minimum: 1, maximum: 86_400 };
const detectionTimeout = { fallback: 30, minimum: 3, maximum: 59 };
export const callEvents = [
	'initiated',
	'ringing',
	'answered',
	'completed',
] as const;
const unsupported = [
	'ApplicationSid',
	'Record',
	'SipAuthUsername',
	'Byoc',
	'CallToken',
	'ClientNotificationUrl',
];

/** Shown by a caller who has no right to the number: Twilio's 21210. */
export const unverifiedCaller = '+33199000098';

export const isNumber = ( text: string ) =>
	/^\+[1-9]\d{6,14}$/.test( text ) &&
	parsePhoneNumberFromString( text )?.isPossible() === true;

function numberCalled( parameters: Parameters ): string {
	const to = parameters.text( 'To' );
	if ( to === null || to === '' ) {
		throw new TwilioError( 21201, "No 'To' number is specified" );
	}
	if ( ! isNumber( to ) ) {
		throw new TwilioError(
			21211,
			`The phone number you are attempting to call, ${ to }, is not valid.`
		);
	}
	switch ( behaviourOf( to ).refusedWith ) {
		case 21211:
			throw new TwilioError(
				21211,
				`The phone number you are attempting to call, ${ to }, is not valid.`
			);
		case 21214:
			throw new TwilioError(
				21214,
				`'To' phone number cannot be reached: ${ to }`
			);
		case 21215:
			throw new TwilioError(
				21215,
				`Account not authorized to call ${ to }. Perhaps you need to enable some international permissions.`
			);
		default:
			return to;
	}
}

function callerShown( parameters: Parameters ): string {
	const from = parameters.text( 'From' );
	if ( from === null || from === '' ) {
		throw new TwilioError( 21213, "No 'From' number is specified" );
	}
	if ( ! isNumber( from ) ) {
		throw new TwilioError(
			21212,
			`The 'From' number ${ from } is not a valid phone number or shortcode.`
		);
	}
	if ( from === unverifiedCaller ) {
		throw new TwilioError(
			21210,
			`The source phone number provided, ${ from }, is not yet verified for your account.`
		);
	}
	return from;
}

function detectionOf( parameters: Parameters ): Detection | null {
	const mode = parameters.oneOf( 'MachineDetection', [
		'Enable',
		'DetectMessageEnd',
	] as const );
	// Digits sent at the answer turn detection off, as Twilio's API description says of SendDigits.
	if ( mode === null || parameters.text( 'SendDigits' ) ) {
		return null;
	}
	return {
		mode,
		async: parameters.flag( 'AsyncAmd' ) ?? false,
		callback: parameters.url( 'AsyncAmdStatusCallback' ),
		callbackMethod: parameters.method( 'AsyncAmdStatusCallbackMethod' ),
		timeoutSeconds: parameters.count(
			'MachineDetectionTimeout',
			detectionTimeout
		),
	};
}

/** A queued call from the parameters of POST Calls.json. */
export function newCall( parameters: Parameters, now: number ): CallRecord {
	parameters.refuse( unsupported );
	const to = numberCalled( parameters );
	const from = callerShown( parameters );
	const url = parameters.url( 'Url' );
	const twiml = parameters.text( 'Twiml' );
	if ( url === null && ( twiml === null || twiml === '' ) ) {
		throw new TwilioError( 21205, 'Url parameter is required.' );
	}
	if ( url !== null && twiml ) {
		throw new TwilioError(
			20001,
			'Url and Twiml are mutually exclusive: send one of them.'
		);
	}
	const events = parameters.list( 'StatusCallbackEvent' );
	const unknown = events.find(
		( event ) => ! ( callEvents as readonly string[] ).includes( event )
	);
	if ( unknown !== undefined ) {
		throw new TwilioError(
			20001,
			`StatusCallbackEvent '${ unknown }' is none of ${ callEvents.join( ', ' ) }.`
		);
	}
	return callRecord(
		{
			direction: 'outbound-api',
			status: 'queued',
			to,
			from,
			url,
			method: parameters.method( 'Method' ),
			twiml: twiml || null,
			fallbackUrl: parameters.url( 'FallbackUrl' ),
			fallbackMethod: parameters.method( 'FallbackMethod' ),
			statusCallback: parameters.url( 'StatusCallback' ),
			statusCallbackMethod: parameters.method( 'StatusCallbackMethod' ),
			statusCallbackEvents: events.length > 0 ? events : [ 'completed' ],
			ringTimeoutSeconds: parameters.count( 'Timeout', ringTimeout ),
			timeLimitSeconds: parameters.count( 'TimeLimit', timeLimit ),
			sendDigits: parameters.text( 'SendDigits' ),
			detection: detectionOf( parameters ),
		},
		now
	);
}
