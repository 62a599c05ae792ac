import { liveCallOf } from '../calls/life.js';
import { bridgedWith } from '../calls/dial-number.js';
import { phoneOf } from '../calls/phone-of.js';
import { wholeSeconds } from '../recordings/recordings.js';
import { heardCalls } from '../conferences/conference.js';
import { participantOf } from '../conferences/waiting.js';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { PhoneState } from '../../page/view.js';
import { behaviourOf } from '../phones/behaviour.js';
import type {
	CallRecord,
	ConferenceRecord,
	MessageRecord,
	NumberRecord,
	RecordingRecord,
} from '../state/records.js';
import type { Lab } from './context.js';

export const iso = ( instant: number | null ) =>
	instant === null ? null : new Date( instant ).toISOString();

const shown = ( number: string ) =>
	parsePhoneNumberFromString( number )?.formatInternational() ?? number;

/** What a call is doing, in a word. */
export function activityOf( lab: Lab, call: CallRecord ): string | null {
	const activity = call.script?.activity;
	if ( bridgedWith( lab, call ) ) {
		return 'bridged';
	}
	if ( activity?.kind !== 'dial' ) {
		return activity?.kind ?? null;
	}
	return participantOf( lab, call )?.participant.wait
		? 'waiting'
		: 'conference';
}

export function callView( lab: Lab, call: CallRecord ) {
	return {
		sid: call.sid,
		/** The number of its phone here. */
		phone: phoneOf( call ),
		direction: call.direction,
		parentCallSid: call.parentCallSid,
		to: call.to,
		from: call.from,
		url: call.url,
		status: call.status,
		statuses: call.statuses.map( ( { status, at } ) => ( {
			status,
			at: iso( at ),
		} ) ),
		createdAt: iso( call.createdAt ),
		startedAt: iso( call.startedAt ),
		answeredAt: iso( call.answeredAt ),
		endedAt: iso( call.endedAt ),
		answeredBy: call.answeredBy,
		verdictAt: iso( call.verdictAt ?? null ),
		hungUpBy: call.hungUpBy,
		ringTimeoutSeconds: call.ringTimeoutSeconds,
		statusCallback: call.statusCallback,
		activity: activityOf( lab, call ),
		warnings: call.warnings.map( ( warning ) => ( {
			...warning,
			at: iso( warning.at ),
		} ) ),
	};
}

function phoneAt( lab: Lab, callSid: string ): string | null {
	const call = lab.calls.get( callSid );
	return call ? phoneOf( call ) : null;
}

export function conferenceView( lab: Lab, conference: ConferenceRecord ) {
	return {
		sid: conference.sid,
		friendlyName: conference.friendlyName,
		status: conference.status,
		createdAt: iso( conference.createdAt ),
		endedAt: iso( conference.endedAt ),
		reasonEnded: conference.reasonEnded,
		callSidEnding: conference.callSidEnding,
		statusCallback: conference.statusCallback,
		participants: conference.participants.map( ( participant ) => ( {
			callSid: participant.callSid,
			number: phoneAt( lab, participant.callSid ),
			label: participant.label,
			muted: participant.muted,
			callSidToCoach: participant.callSidToCoach,
			coaches:
				participant.callSidToCoach === null
					? null
					: phoneAt( lab, participant.callSidToCoach ),
			hold: participant.hold,
			startConferenceOnEnter: participant.startConferenceOnEnter,
			endConferenceOnExit: participant.endConferenceOnExit,
			waiting: participant.wait !== null,
			joinedAt: iso( participant.joinedAt ),
		} ) ),
		callSids: conference.callSids,
	};
}

export function phoneView( lab: Lab, number: string ) {
	const call = liveCallOf( lab, number );
	const place = call && participantOf( lab, call );
	const rings = call?.direction === 'inbound' ? 'calling' : 'ringing';
	const inCall = call?.status === 'ringing' ? rings : 'talking';
	const other = call && bridgedWith( lab, call );
	const otherEnd = call?.direction === 'inbound' ? call.to : call?.from;
	const state: PhoneState = call === null ? 'idle' : inCall;
	const behaviour = behaviourOf( number );
	return {
		number,
		/** As people write it, for reading. */
		shown: shown( number ),
		state,
		behaviour: behaviour.name,
		/** A person may answer it; false for the fixed numbers that act by themselves. */
		attended: ! behaviour.unattended,
		callSid: call?.sid ?? null,
		/** Who is at the other end: of a call it made, the number it called. */
		from: otherEnd ?? null,
		fromShown: otherEnd ? shown( otherEnd ) : null,
		since: iso( call?.answeredAt ?? call?.startedAt ?? null ),
		activity: call && activityOf( lab, call ),
		heard: ( lab.state.heard[ number ] ?? [] ).map( ( entry ) => ( {
			...entry,
			at: iso( entry.at ),
		} ) ),
		conference: place?.conference.friendlyName ?? null,
		conferenceSid: place?.conference.sid ?? null,
		with:
			place && call
				? heardCalls( place.conference, call.sid ).flatMap(
						( sid ) => phoneAt( lab, sid ) ?? []
					)
				: [ other ].filter( ( one ) => one !== null ).map( phoneOf ),
		messages: lab.state.messages
			.filter( ( { to, from } ) => to === number || from === number )
			.map( messageView ),
		recordings: lab.state.recordings
			.filter( ( one ) => phoneAt( lab, one.callSid ) === number )
			.map( recordingView ),
	};
}

const messageView = ( message: MessageRecord ) => ( {
	sid: message.sid,
	to: message.to,
	from: message.from,
	body: message.body,
	direction: message.direction,
	status: message.status,
	statuses: message.statuses.map( ( { status, at } ) => ( {
		status,
		at: iso( at ),
	} ) ),
	segments: message.segments,
	errorCode: message.errorCode,
	at: iso( message.createdAt ),
} );

const recordingView = ( recording: RecordingRecord ) => ( {
	sid: recording.sid,
	callSid: recording.callSid,
	source: recording.source,
	status: recording.status,
	channels: recording.channels,
	at: iso( recording.createdAt ),
	seconds: Number( wholeSeconds( recording ) ?? 0 ),
	/** What the person said, for reading. */
	said: recording.sounds
		.filter( ( { side } ) => side === 'phone' )
		.map( ( { text } ) => text )
		.join( ' ' ),
	url: `/lab/recordings/${ recording.sid }.wav`,
} );

export const numberView = ( number: NumberRecord ) => ( {
	sid: number.sid,
	number: number.phoneNumber,
	shown: shown( number.phoneNumber ),
	voiceUrl: number.voice?.url ?? null,
	smsUrl: number.sms?.url ?? null,
	statusCallback: number.statusCallback?.url ?? null,
} );

/** Numbers that ever called, were called, wrote or were written to, the latest first. */
export function phoneNumbers( lab: Lab ): string[] {
	const used = [
		...lab.state.calls.map( ( call ) => ( {
			at: call.createdAt,
			number: phoneOf( call ),
		} ) ),
		...lab.state.messages.map( ( { createdAt, direction, from, to } ) => ( {
			at: createdAt,
			number: direction === 'inbound' ? from : to,
		} ) ),
	];
	// Sorting keeps the order of those of one instant.
	const newestFirst = used
		.reverse()
		.sort( ( one, other ) => other.at - one.at );
	return [ ...new Set( newestFirst.map( ( { number } ) => number ) ) ];
}

export const requestView = ( lab: Lab, limit: number ) =>
	lab.state.requests
		.slice( -limit )
		.map( ( record ) => ( { ...record, at: iso( record.at ) } ) );
export const webhookView = ( lab: Lab, limit: number ) =>
	lab.state.webhooks
		.slice( -limit )
		.map( ( record ) => ( { ...record, at: iso( record.at ) } ) );

export const clockView = ( lab: Lab ) => ( {
	mode: lab.clock.state.mode,
	now: iso( lab.clock.now() ),
} );

/** GET /lab/state: everything. */
export function stateView( lab: Lab ) {
	return {
		account: { sid: lab.account.accountSid, ...lab.state.account },
		clock: clockView( lab ),
		phones: phoneNumbers( lab ).map( ( number ) =>
			phoneView( lab, number )
		),
		calls: lab.state.calls.map( ( call ) => callView( lab, call ) ),
		conferences: lab.state.conferences.map( ( conference ) =>
			conferenceView( lab, conference )
		),
		recordings: lab.state.recordings.map( recordingView ),
		messages: lab.state.messages.map( messageView ),
		numbers: lab.state.numbers.map( numberView ),
		settings: lab.state.settings,
		requests: requestView( lab, Infinity ),
		webhooks: webhookView( lab, Infinity ),
		faults: lab.state.faults,
	};
}
