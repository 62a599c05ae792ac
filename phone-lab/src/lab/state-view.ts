import { liveCallOf } from '../calls/life.js';
import { heardCalls } from '../conferences/conference.js';
import { participantOf } from '../conferences/waiting.js';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { PageView, PhoneState } from '../../page/view.js';
import { behaviourOf } from '../phones/behaviour.js';
import type { CallRecord, ConferenceRecord } from '../state/records.js';
import type { Lab } from './context.js';

const iso = ( instant: number | null ) =>
	instant === null ? null : new Date( instant ).toISOString();

const shown = ( number: string ) =>
	parsePhoneNumberFromString( number )?.formatInternational() ?? number;

/** What a call is doing, in a word. */
function activityOf( lab: Lab, call: CallRecord ): string | null {
	const activity = call.script?.activity;
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
			number: lab.calls.get( participant.callSid )?.to ?? null,
			label: participant.label,
			muted: participant.muted,
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
	const inCall = call?.status === 'ringing' ? 'ringing' : 'talking';
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
		from: call?.from ?? null,
		fromShown: call ? shown( call.from ) : null,
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
						( sid ) => lab.calls.get( sid )?.to ?? []
					)
				: [],
	};
}

/** Numbers that were ever called, the latest called first. */
export function phoneNumbers( lab: Lab ): string[] {
	return [
		...new Set(
			[ ...lab.state.calls ].reverse().map( ( call ) => call.to )
		),
	];
}

const requestView = ( lab: Lab, limit: number ) =>
	lab.state.requests
		.slice( -limit )
		.map( ( record ) => ( { ...record, at: iso( record.at ) } ) );
const webhookView = ( lab: Lab, limit: number ) =>
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
		account: { sid: lab.account.accountSid },
		clock: clockView( lab ),
		phones: phoneNumbers( lab ).map( ( number ) =>
			phoneView( lab, number )
		),
		calls: lab.state.calls.map( ( call ) => callView( lab, call ) ),
		conferences: lab.state.conferences.map( ( conference ) =>
			conferenceView( lab, conference )
		),
		// Text messages are not part of the lab yet; the list is there so that who reads it need not ask.
		messages: [] as never[],
		requests: requestView( lab, Infinity ),
		webhooks: webhookView( lab, Infinity ),
		faults: lab.state.faults,
	};
}

const pageLogLines = 80;
const pagePhones = 24;
const pageHeardLines = 40;

/** Phones in a call in the order their calls came, so that none moves under a hand; behind them those that rest, the latest first. */
function pageNumbers( lab: Lab ): string[] {
	const live = [ ...lab.live ]
		.filter(
			( { status } ) => status === 'ringing' || status === 'in-progress'
		)
		.map( ( call ) => call.to );
	return [ ...new Set( [ ...live, ...phoneNumbers( lab ) ] ) ].slice(
		0,
		pagePhones
	);
}

/** What the page shows, so little that it can be sent at each change. */
export function pageView( lab: Lab ): PageView {
	return {
		clock: clockView( lab ),
		phones: pageNumbers( lab )
			.map( ( number ) => phoneView( lab, number ) )
			.map( ( phone ) => ( {
				...phone,
				heard: phone.heard.slice( -pageHeardLines ),
			} ) ),
		conferences: [ ...lab.conferences.values() ]
			.filter( ( { status } ) => status !== 'completed' )
			.map( ( one ) => conferenceView( lab, one ) ),
		calls: lab.state.calls
			.slice( -pageLogLines )
			.map( ( call ) => callView( lab, call ) ),
		requests: requestView( lab, pageLogLines ),
		webhooks: webhookView( lab, pageLogLines ),
		faults: lab.state.faults.rules,
	};
}
