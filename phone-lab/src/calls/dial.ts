import { end, join, leave, refusalToJoin } from '../conferences/conference.js';
import type { JoinOptions, LeaveReason } from '../conferences/conference.js';
import { participantOf } from '../conferences/waiting.js';
import type { Lab } from '../lab/context.js';
import type {
	CallRecord,
	ConferenceRecord,
	ParticipantRecord,
} from '../state/records.js';
import {
	countAttribute,
	flagAttribute,
	methodAttribute,
	resolveUrl,
	textAttribute,
} from '../twiml/attributes.js';
import type { TwimlElement } from '../twiml/element.js';
import { callParameters } from './call-parameters.js';
import { warn } from './call-status.js';
import { afterDial } from './after-dial.js';
import {
	endChildren,
	numberDialResult,
	numbersOf,
	startNumberDial,
} from './dial-number.js';

const participantLimit = 250;

function joinOptions(
	noun: TwimlElement,
	documentUrl: string | null
): JoinOptions {
	const address = ( name: string ) => {
		const value = textAttribute( noun, name );
		return value === null || value === ''
			? value
			: resolveUrl( value, documentUrl );
	};
	const beep = textAttribute( noun, 'beep' ) ?? 'true';
	const statusCallback = address( 'statusCallback' );
	return {
		friendlyName: noun.text,
		label: textAttribute( noun, 'participantLabel' ),
		muted: flagAttribute( noun, 'muted', false ),
		callSidToCoach: textAttribute( noun, 'coach' ),
		beep:
			beep === 'false' || beep === 'onEnter' || beep === 'onExit'
				? beep
				: 'true',
		startConferenceOnEnter: flagAttribute(
			noun,
			'startConferenceOnEnter',
			true
		),
		endConferenceOnExit: flagAttribute(
			noun,
			'endConferenceOnExit',
			false
		),
		waitUrl: address( 'waitUrl' ),
		waitMethod: methodAttribute( noun, 'waitMethod', 'POST' ),
		maxParticipants: Math.min(
			participantLimit,
			countAttribute( noun, 'maxParticipants', participantLimit, 1 )
		),
		statusCallback: statusCallback
			? {
					url: statusCallback,
					method: methodAttribute(
						noun,
						'statusCallbackMethod',
						'POST'
					),
					events: (
						textAttribute( noun, 'statusCallbackEvent' ) ?? ''
					)
						.split( /\s+/ )
						.filter( Boolean ),
				}
			: null,
	};
}

export function startDial(
	lab: Lab,
	call: CallRecord,
	element: TwimlElement
): void {
	const { script } = call;
	if ( ! script ) {
		return;
	}
	const numbers = numbersOf( element );
	if ( numbers.length > 0 ) {
		return startNumberDial( lab, call, element, numbers );
	}
	const noun = element.children.find( ( { name } ) => name === 'Conference' );
	if ( ! noun || noun.text === '' ) {
		warn(
			lab,
			call,
			13200,
			'Dial: the phone lab dials numbers and named conferences only; this Dial failed.'
		);
		return afterDial( lab, call, element, { DialCallStatus: 'failed' } );
	}
	const options = joinOptions( noun, script.documentUrl );
	const refusal = refusalToJoin( lab, options );
	if ( refusal ) {
		// The call is not added and goes on with the next verb (https://www.twilio.com/docs/api/errors/16025).
		warn( lab, call, refusal.code, refusal.message );
		return lab.actions.nextVerb( call );
	}
	const conference = join( lab, call, options );
	script.activity = {
		kind: 'dial',
		conferenceSid: conference.sid,
		startedAt: lab.clock.now(),
	};
	script.documentsWithoutPause = 0;
	const limitSeconds = countAttribute( element, 'timeLimit', 0 );
	if ( limitSeconds > 0 ) {
		lab.timers.set(
			'dial',
			call.sid,
			lab.clock.now() + limitSeconds * 1_000
		);
	}
}

const inDial = ( call: CallRecord ): boolean =>
	call.script?.activity?.kind === 'dial' ||
	call.script?.activity?.kind === 'dial-number';

/** `*` leaves a conference whose Dial says `hangupOnStar`; every other key is not heard in it. */
export function dialKey( lab: Lab, call: CallRecord, key: string ): boolean {
	const element = call.script?.verbs[ call.script.index ];
	if (
		key !== '*' ||
		! inDial( call ) ||
		! element ||
		! flagAttribute( element, 'hangupOnStar', false )
	) {
		return false;
	}
	leaveDial( lab, call );
	return true;
}

/** Leaves by itself (time limit, star) and goes on with its TwiML. */
export function leaveDial( lab: Lab, call: CallRecord ): void {
	const result = dialResult( lab, call );
	takeOut( lab, call, 'participant_hung_up' );
	goOn( lab, call, result );
}

/** Takes a call out of the conference it is in, if any; the others go on as they must. Its own TwiML stands still. */
export function takeOut(
	lab: Lab,
	call: CallRecord,
	reason: LeaveReason,
	kicked = false
): void {
	const found = participantOf( lab, call );
	if ( call.script?.activity?.kind === 'dial-number' ) {
		const { callSids } = call.script.activity;
		lab.timers.clear( 'dial', call.sid );
		// Put away first: nothing of this Dial goes on by itself any more.
		call.script.activity = null;
		endChildren( lab, callSids );
	} else if ( found ) {
		lab.timers.clear( 'dial', call.sid );
		release(
			lab,
			leave( lab, found.conference, call.sid, reason, kicked )
		);
	}
}

/** DELETE of a participant: it leaves and goes on with its TwiML. */
export function kick( lab: Lab, participant: ParticipantRecord ): void {
	const call = lab.calls.get( participant.callSid );
	if ( call ) {
		takeOut( lab, call, 'participant_updated_via_api', true );
		goOn( lab, call );
	}
}

/** Status=completed on a conference hangs up on everybody in it. */
export function endConferenceByApi(
	lab: Lab,
	conference: ConferenceRecord
): void {
	for ( const callSid of end(
		lab,
		conference,
		'conference-ended-via-api',
		null,
		'conference_ended_via_api'
	) ) {
		const call = lab.calls.get( callSid );
		if ( call ) {
			lab.actions.endCall( call, 'completed', { hungUpBy: 'api' } );
		}
	}
}

function release( lab: Lab, callSids: string[] ): void {
	for ( const callSid of callSids ) {
		const call = lab.calls.get( callSid );
		if ( call ) {
			goOn( lab, call );
		}
	}
}

function goOn(
	lab: Lab,
	call: CallRecord,
	result = dialResult( lab, call )
): void {
	const element = call.script?.verbs[ call.script.index ];
	if ( element?.name === 'Dial' && result.DialCallStatus ) {
		afterDial( lab, call, element, result );
	}
}

/** What Twilio tells of a Dial that is over; `answered` is its word for a conference. */
function dialResult( lab: Lab, call: CallRecord ): Record< string, string > {
	const activity = call.script?.activity;
	if ( activity?.kind !== 'dial' ) {
		return numberDialResult( lab, call );
	}
	const seconds = Math.round(
		( lab.clock.now() - activity.startedAt ) / 1_000
	);
	return { DialCallStatus: 'answered', DialCallDuration: String( seconds ) };
}

/** For a call that ends inside a Dial: out of the conference, and its action is told; what that answers is not run. */
export function endDial(
	lab: Lab,
	call: CallRecord,
	reason: LeaveReason
): () => void {
	const element = call.script?.verbs[ call.script.index ];
	if ( ! call.script || ! inDial( call ) || ! element ) {
		return () => {};
	}
	const action = textAttribute( element, 'action' );
	const url =
		action === null ? null : resolveUrl( action, call.script.documentUrl );
	const result = dialResult( lab, call );
	takeOut( lab, call, reason );
	return () => {
		if ( url !== null ) {
			lab.webhooks.callback( {
				event: 'dial-action',
				callSid: call.sid,
				conferenceSid: null,
				url,
				method: methodAttribute( element, 'method', 'POST' ),
				parameters: { ...callParameters( lab, call ), ...result },
			} );
		}
	};
}
