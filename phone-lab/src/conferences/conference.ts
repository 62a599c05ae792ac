import type { Lab } from '../lab/context.js';
import { hear } from '../phones/heard.js';
import { newSid } from '../sids.js';
import type {
	CallRecord,
	ConferenceEndReason,
	ConferenceRecord,
	HttpMethod,
	ParticipantRecord,
} from '../state/records.js';
import {
	participantParameters,
	tellConference,
} from './conference-callbacks.js';
import { startWaiting, stopWaiting } from './waiting.js';

/** The attributes of one `<Conference>`. */
export interface JoinOptions {
	friendlyName: string;
	label: string | null;
	muted: boolean;
	/** `coach`: the call that alone hears this one. */
	callSidToCoach: string | null;
	beep: ParticipantRecord[ 'beep' ];
	startConferenceOnEnter: boolean;
	endConferenceOnExit: boolean;
	waitUrl: string | null;
	waitMethod: HttpMethod;
	maxParticipants: number;
	statusCallback: ConferenceRecord[ 'statusCallback' ];
}

export type LeaveReason =
	| 'participant_hung_up'
	| 'moderator_ended_conference'
	| 'participant_updated_via_api'
	| 'conference_ended_via_api';

export function liveConference(
	lab: Lab,
	friendlyName: string
): ConferenceRecord | undefined {
	// The newest are last; a name may have been used before by conferences that are over.
	return [ ...lab.conferences.values() ]
		.reverse()
		.find(
			( conference ) =>
				conference.friendlyName === friendlyName &&
				conference.status !== 'completed'
		);
}

function open( lab: Lab, options: JoinOptions ): ConferenceRecord {
	const now = lab.clock.now();
	const conference: ConferenceRecord = {
		sid: newSid( 'CF' ),
		friendlyName: options.friendlyName,
		status: 'init',
		createdAt: now,
		updatedAt: now,
		endedAt: null,
		reasonEnded: null,
		callSidEnding: null,
		statusCallback: options.statusCallback,
		nextSequenceNumber: 1,
		participants: [],
		callSids: [],
	};
	lab.state.conferences.push( conference );
	lab.conferences.set( conference.sid, conference );
	return conference;
}

/** Why a call may not join, with Twilio's debugger code; null when it may. */
export function refusalToJoin(
	lab: Lab,
	options: JoinOptions
): { code: number; message: string } | null {
	const { label } = options;
	if (
		label !== null &&
		( label.length > 128 ||
			/^CA[0-9a-f]{32}$/.test( label ) ||
			/\/|%2F/i.test( label ) )
	) {
		return {
			code: 16023,
			message: `Participant label "${ label }" is invalid: 128 characters at most, not a CallSid, no "/".`,
		};
	}
	const conference = liveConference( lab, options.friendlyName );
	if (
		label !== null &&
		conference?.participants.some(
			( participant ) => participant.label === label
		)
	) {
		return {
			code: 16025,
			message: `Participant label "${ label }" is in use by another participant.`,
		};
	}
	if (
		conference &&
		conference.participants.length >= options.maxParticipants
	) {
		return {
			code: 16020,
			message: `The conference holds its most participants (${ options.maxParticipants }) already.`,
		};
	}
	return null;
}

/** Takes a call in, beginning the conference when it may begin. Ask `refusalToJoin` first. */
export function join(
	lab: Lab,
	call: CallRecord,
	options: JoinOptions
): ConferenceRecord {
	const now = lab.clock.now();
	const conference =
		liveConference( lab, options.friendlyName ) ?? open( lab, options );
	const { label, muted, beep, startConferenceOnEnter, endConferenceOnExit } =
		options;
	const participant: ParticipantRecord = {
		callSid: call.sid,
		label,
		muted,
		callSidToCoach: options.callSidToCoach,
		hold: false,
		startConferenceOnEnter,
		endConferenceOnExit,
		beep,
		waitUrl: options.waitUrl,
		waitMethod: options.waitMethod,
		joinedAt: now,
		updatedAt: now,
		wait: null,
	};
	conference.participants.push( participant );
	conference.callSids.push( call.sid );
	tellConference(
		lab,
		conference,
		'participant-join',
		participantParameters( participant )
	);
	// It begins when two are in it and one of those may begin it (https://www.twilio.com/docs/voice/twiml/conference).
	const { participants } = conference;
	if (
		conference.status === 'init' &&
		participants.length >= 2 &&
		participants.some( ( one ) => one.startConferenceOnEnter )
	) {
		conference.status = 'in-progress';
		participants
			.filter( ( one ) => ! one.hold )
			.forEach( ( one ) => stopWaiting( lab, one ) );
		tellConference(
			lab,
			conference,
			'conference-start',
			participantParameters( participant )
		);
	}
	if ( conference.status === 'init' ) {
		waitForStart( lab, conference, participant );
	} else if ( beep === 'true' || beep === 'onEnter' ) {
		beepAt( lab, participants );
	}
	lab.changed();
	return conference;
}

const waitForStart = (
	lab: Lab,
	conference: ConferenceRecord,
	participant: ParticipantRecord
) =>
	startWaiting( lab, conference, participant, {
		purpose: 'wait',
		url: participant.waitUrl,
		method: participant.waitMethod,
	} );

function beepAt( lab: Lab, participants: ParticipantRecord[] ): void {
	for ( const { callSid, hold } of participants ) {
		const call = lab.calls.get( callSid );
		if ( call && ! hold ) {
			hear( lab, call, {
				kind: 'play',
				url: `${ lab.baseUrl() }/lab/audio/beep.wav`,
			} );
		}
	}
}

/**
 * Takes a call out.
 *
 * @returns the calls that were set free with it, since the conference is over; they go on with their TwiML
 */
export function leave(
	lab: Lab,
	conference: ConferenceRecord,
	callSid: string,
	reason: LeaveReason,
	kicked = false
): string[] {
	const participant = conference.participants.find(
		( one ) => one.callSid === callSid
	);
	if ( ! participant ) {
		return [];
	}
	remove( lab, conference, participant, reason );
	if ( participant.endConferenceOnExit ) {
		const cause = kicked
			? 'participant-with-end-conference-on-exit-kicked'
			: 'participant-with-end-conference-on-exit-left';
		return end(
			lab,
			conference,
			cause,
			callSid,
			'moderator_ended_conference'
		);
	}
	if ( conference.participants.length === 0 ) {
		return end(
			lab,
			conference,
			kicked ? 'last-participant-kicked' : 'last-participant-left',
			callSid,
			'moderator_ended_conference'
		);
	}
	if (
		conference.status === 'in-progress' &&
		( participant.beep === 'true' || participant.beep === 'onExit' )
	) {
		beepAt( lab, conference.participants );
	}
	return [];
}

function remove(
	lab: Lab,
	conference: ConferenceRecord,
	participant: ParticipantRecord,
	reason: LeaveReason
): void {
	stopWaiting( lab, participant );
	conference.participants = conference.participants.filter(
		( one ) => one !== participant
	);
	tellConference( lab, conference, 'participant-leave', {
		...participantParameters( participant ),
		ReasonParticipantLeft: reason,
	} );
}

/** Ends a conference for everybody; answers who was still in it. */
export function end(
	lab: Lab,
	conference: ConferenceRecord,
	reason: ConferenceEndReason,
	callSidEnding: string | null,
	leaveReason: LeaveReason
): string[] {
	const left = [ ...conference.participants ];
	left.forEach( ( participant ) =>
		remove( lab, conference, participant, leaveReason )
	);
	conference.status = 'completed';
	conference.endedAt = lab.clock.now();
	conference.reasonEnded = reason;
	conference.callSidEnding = callSidEnding;
	tellConference( lab, conference, 'conference-end', {
		ReasonConferenceEnded: reason,
		...( callSidEnding !== null && {
			CallSidEndingConference: callSidEnding,
		} ),
	} );
	return left.map( ( { callSid } ) => callSid );
}

export interface ParticipantChange {
	muted?: boolean | undefined;
	/** Null: no coach any more. */
	callSidToCoach?: string | null | undefined;
	hold?: boolean | undefined;
	holdUrl?: string | undefined;
	holdMethod: HttpMethod;
	endConferenceOnExit?: boolean | undefined;
}

export function changeParticipant(
	lab: Lab,
	conference: ConferenceRecord,
	participant: ParticipantRecord,
	change: ParticipantChange
): void {
	participant.updatedAt = lab.clock.now();
	if (
		change.endConferenceOnExit !== undefined &&
		change.endConferenceOnExit !== participant.endConferenceOnExit
	) {
		participant.endConferenceOnExit = change.endConferenceOnExit;
		tellConference(
			lab,
			conference,
			'participant-modify',
			participantParameters( participant )
		);
	}
	if (
		change.callSidToCoach !== undefined &&
		change.callSidToCoach !== participant.callSidToCoach
	) {
		participant.callSidToCoach = change.callSidToCoach;
		tellConference(
			lab,
			conference,
			'participant-modify',
			participantParameters( participant )
		);
	}
	if ( change.muted !== undefined && change.muted !== participant.muted ) {
		participant.muted = change.muted;
		tellConference(
			lab,
			conference,
			change.muted ? 'participant-mute' : 'participant-unmute',
			participantParameters( participant )
		);
	}
	if ( change.hold !== undefined && change.hold !== participant.hold ) {
		participant.hold = change.hold;
		if ( change.hold ) {
			startWaiting( lab, conference, participant, {
				purpose: 'hold',
				url: change.holdUrl ?? null,
				method: change.holdMethod,
			} );
		} else if ( conference.status === 'init' ) {
			waitForStart( lab, conference, participant );
		} else {
			stopWaiting( lab, participant );
		}
		tellConference(
			lab,
			conference,
			change.hold ? 'participant-hold' : 'participant-unhold',
			participantParameters( participant )
		);
	}
	lab.changed();
}

/** The calls that this call hears: nobody before the conference begins, while on hold, or from those muted or on hold; from a coach only who is coached. */
export function heardCalls(
	conference: ConferenceRecord,
	callSid: string
): string[] {
	const self = conference.participants.find(
		( one ) => one.callSid === callSid
	);
	if ( conference.status !== 'in-progress' || ! self || self.hold ) {
		return [];
	}
	return conference.participants
		.filter(
			( one ) =>
				one !== self &&
				! one.hold &&
				! one.muted &&
				( one.callSidToCoach ?? callSid ) === callSid
		)
		.map( ( one ) => one.callSid );
}
