import { XMLBuilder } from 'fast-xml-parser';
import type { CallRecord, ConferenceRecord } from '../state/records.js';
import { newCall } from './new-call.js';
import { Parameters } from './parameters.js';
import { accountUri } from './representations.js';

/** Of a call, and settled by the conference that goes on already, or nothing the lab can do. */
const unsupported = [
	'EarlyMedia',
	'ConferenceRecord',
	'Record',
	'MachineDetection',
	'AmdStatusCallback',
	'CallerId',
];
/** Passed on as they are. */
const ofCall = [
	'To',
	'From',
	'Timeout',
	'TimeLimit',
	'StatusCallback',
	'StatusCallbackMethod',
];
const builder = new XMLBuilder( {
	ignoreAttributes: false,
	attributeNamePrefix: '',
	attributesGroupName: '$',
	suppressBooleanAttributes: false,
} );

/**
 * The call of POST Participants.json: whoever answers is in the conference. Where that is over by then, they are alone in a new one
 * of its name, as with TwiML.
 *
 * @param parameters
 * @param conference
 * @param callSidToCoach Null: no coach.
 * @param now
 */
export function callIntoConference(
	parameters: Parameters,
	conference: ConferenceRecord,
	callSidToCoach: string | null,
	now: number
): CallRecord {
	parameters.refuse( unsupported );
	const attributes = {
		muted: String( parameters.flag( 'Muted' ) ?? false ),
		beep: parameters.text( 'Beep' ) ?? 'true',
		startConferenceOnEnter: String(
			parameters.flag( 'StartConferenceOnEnter' ) ?? true
		),
		endConferenceOnExit: String(
			parameters.flag( 'EndConferenceOnExit' ) ?? false
		),
		...given( 'participantLabel', parameters.text( 'Label' ) ),
		...given( 'coach', callSidToCoach ),
	};
	const twiml = builder.build( {
		Response: {
			Dial: {
				Conference: {
					$: attributes,
					'#text': conference.friendlyName,
				},
			},
		},
	} );
	return newCall(
		new Parameters( {
			...Object.fromEntries(
				ofCall.map( ( name ) => [ name, parameters.text( name ) ] )
			),
			StatusCallbackEvent: parameters.list( 'StatusCallbackEvent' ),
			Twiml: twiml,
		} ),
		now
	);
}

/** Who was called, before they are there. */
export function invitedJson(
	call: CallRecord,
	parameters: Parameters,
	conference: ConferenceRecord,
	accountSid: string
) {
	const callSidToCoach = parameters.text( 'CallSidToCoach' );
	return {
		account_sid: accountSid,
		call_sid: call.sid,
		label: parameters.text( 'Label' ),
		call_sid_to_coach: callSidToCoach,
		coaching: callSidToCoach !== null,
		conference_sid: conference.sid,
		date_created: null,
		date_updated: null,
		end_conference_on_exit:
			parameters.flag( 'EndConferenceOnExit' ) ?? false,
		muted: parameters.flag( 'Muted' ) ?? false,
		hold: false,
		start_conference_on_enter:
			parameters.flag( 'StartConferenceOnEnter' ) ?? true,
		status: 'queued' as const,
		queue_time: '0',
		uri: `${ accountUri( accountSid ) }/Conferences/${ conference.sid }/Participants/${ call.sid }.json`,
	};
}

function given( name: string, value: string | null ): Record< string, string > {
	return value === null ? {} : { [ name ]: value };
}
