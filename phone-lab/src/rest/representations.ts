import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { apiVersion } from '../calls/call-parameters.js';
import { isOver, talkSeconds } from '../calls/call-status.js';
import type { Lab } from '../lab/context.js';
import { callPrice, priceUnit } from '../prices/prices.js';
import type {
	CallRecord,
	ConferenceRecord,
	ParticipantRecord,
} from '../state/records.js';
import { twilioDate } from './dates.js';

export const accountUri = ( accountSid: string ): string =>
	`/${ apiVersion }/Accounts/${ accountSid }`;

const dateOrNull = ( instant: number | null ) =>
	instant === null ? null : twilioDate( instant );
const formatted = ( number: string ) =>
	parsePhoneNumberFromString( number )?.formatNational() ?? number;

/** A call as Twilio's REST shows it. */
export function callJson( lab: Lab, call: CallRecord ) {
	const { accountSid } = lab.account;
	const uri = `${ accountUri( accountSid ) }/Calls/${ call.sid }`;
	return {
		sid: call.sid,
		date_created: twilioDate( call.createdAt ),
		date_updated: twilioDate( call.updatedAt ),
		parent_call_sid: call.parentCallSid,
		account_sid: accountSid,
		to: call.to,
		to_formatted: formatted( call.to ),
		from: call.from,
		from_formatted: formatted( call.from ),
		phone_number_sid: null,
		status:
			call.status === 'initiated' ? ( 'queued' as const ) : call.status,
		start_time: dateOrNull( call.startedAt ),
		end_time: dateOrNull( call.endedAt ),
		duration: isOver( call ) ? String( talkSeconds( call ) ) : null,
		price: callPrice( lab, call ),
		price_unit: priceUnit,
		direction: call.direction,
		answered_by: call.answeredBy,
		api_version: apiVersion,
		forwarded_from: null,
		group_sid: null,
		caller_name: null,
		queue_time: String(
			call.startedAt === null ? 0 : call.startedAt - call.createdAt
		),
		trunk_sid: null,
		uri: `${ uri }.json`,
		subresource_uris: {
			events: `${ uri }/Events.json`,
			notifications: `${ uri }/Notifications.json`,
			recordings: `${ uri }/Recordings.json`,
		},
	};
}

export function conferenceJson(
	conference: ConferenceRecord,
	accountSid: string
) {
	const uri = `${ accountUri( accountSid ) }/Conferences/${ conference.sid }`;
	return {
		sid: conference.sid,
		account_sid: accountSid,
		date_created: twilioDate( conference.createdAt ),
		date_updated: twilioDate( conference.updatedAt ),
		api_version: apiVersion,
		friendly_name: conference.friendlyName,
		region: 'us1',
		status: conference.status,
		uri: `${ uri }.json`,
		subresource_uris: {
			participants: `${ uri }/Participants.json`,
			recordings: `${ uri }/Recordings.json`,
		},
		// The SDK's types want a value here; Twilio gives null until the end.
		reason_conference_ended: conference.reasonEnded,
		call_sid_ending_conference: conference.callSidEnding,
	};
}

export function participantJson(
	participant: ParticipantRecord,
	conference: ConferenceRecord,
	accountSid: string
) {
	return {
		account_sid: accountSid,
		call_sid: participant.callSid,
		label: participant.label,
		call_sid_to_coach: participant.callSidToCoach,
		coaching: participant.callSidToCoach !== null,
		conference_sid: conference.sid,
		date_created: twilioDate( participant.joinedAt ),
		date_updated: twilioDate( participant.updatedAt ),
		end_conference_on_exit: participant.endConferenceOnExit,
		muted: participant.muted,
		hold: participant.hold,
		start_conference_on_enter: participant.startConferenceOnEnter,
		status: 'connected' as const,
		queue_time: null,
		uri: `${ accountUri( accountSid ) }/Conferences/${ conference.sid }/Participants/${ participant.callSid }.json`,
	};
}

/** What a client reads that checks its credentials, or asks whether the account is on trial. */
export const accountJson = ( accountSid: string, type: 'Full' | 'Trial' ) => ( {
	sid: accountSid,
	owner_account_sid: accountSid,
	friendly_name: 'Phone lab',
	status: 'active' as const,
	type,
	date_created: twilioDate( 0 ),
	date_updated: twilioDate( 0 ),
	auth_token: null,
	uri: `${ accountUri( accountSid ) }.json`,
	subresource_uris: {
		calls: `${ accountUri( accountSid ) }/Calls.json`,
		conferences: `${ accountUri( accountSid ) }/Conferences.json`,
	},
} );
