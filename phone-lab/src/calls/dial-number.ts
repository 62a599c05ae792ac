import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Lab } from '../lab/context.js';
import type { CallRecord } from '../state/records.js';
import {
	countAttribute,
	methodAttribute,
	resolveUrl,
	textAttribute,
} from '../twiml/attributes.js';
import type { TwimlElement } from '../twiml/element.js';
import { afterDial } from './after-dial.js';
import { isOver, warn } from './call-status.js';
import { addCall, callRecord } from './new-record.js';

const defaultRingSeconds = 30;
const longestTalkSeconds = 14_400;

/** What a Dial calls: `<Number>` nouns, or the number written in the Dial itself. */
export function numbersOf( element: TwimlElement ): TwimlElement[] {
	const nouns = element.children.filter( ( { name } ) => name === 'Number' );
	return nouns.length === 0 && element.children.length === 0 && element.text
		? [
				{
					name: 'Number',
					attributes: {},
					text: element.text,
					children: [],
				},
			]
		: nouns;
}

/** Rings the numbers, all at once; the first that answers is joined with the call, the others are let go. */
export function startNumberDial(
	lab: Lab,
	call: CallRecord,
	element: TwimlElement,
	nouns: TwimlElement[]
): void {
	const { script } = call;
	if ( ! script ) {
		return;
	}
	const wrong = nouns.find(
		( { text } ) =>
			parsePhoneNumberFromString( text )?.isPossible() !== true
	);
	if ( wrong ) {
		// https://www.twilio.com/docs/api/errors/13224
		warn( lab, call, 13224, `Dial: "${ wrong.text }" is not a number.` );
		return afterDial( lab, call, element, { DialCallStatus: 'failed' } );
	}
	const now = lab.clock.now();
	const children = nouns.map( ( noun ) =>
		childOf( call, element, noun, now )
	);
	script.activity = {
		kind: 'dial-number',
		callSids: children.map( ( { sid } ) => sid ),
		answeredBy: null,
		startedAt: now,
	};
	script.documentsWithoutPause = 0;
	children.forEach( ( child ) => addCall( lab, child ) );
	children.forEach( ( child ) => lab.actions.placeCall( child ) );
}

function childOf(
	call: CallRecord,
	element: TwimlElement,
	noun: TwimlElement,
	now: number
): CallRecord {
	const documentUrl = call.script?.documentUrl ?? null;
	const callback = textAttribute( noun, 'statusCallback' );
	const events = ( textAttribute( noun, 'statusCallbackEvent' ) ?? '' )
		.split( /\s+/ )
		.filter( Boolean );
	return callRecord(
		{
			direction: 'outbound-dial',
			status: 'queued',
			parentCallSid: call.sid,
			to: noun.text.replace( /[^+\d]/g, '' ),
			// The one who called is shown unless the Dial says otherwise.
			from: textAttribute( element, 'callerId' ) ?? call.from,
			ringTimeoutSeconds: countAttribute(
				element,
				'timeout',
				defaultRingSeconds,
				1
			),
			timeLimitSeconds: countAttribute(
				element,
				'timeLimit',
				longestTalkSeconds,
				1
			),
			statusCallback:
				callback === null ? null : resolveUrl( callback, documentUrl ),
			statusCallbackMethod: methodAttribute(
				noun,
				'statusCallbackMethod',
				'POST'
			),
			statusCallbackEvents: events.length > 0 ? events : [ 'completed' ],
		},
		now
	);
}

function dialOf( lab: Lab, child: CallRecord ) {
	const parent = lab.calls.get( child.parentCallSid ?? '' );
	const activity = parent?.script?.activity;
	return parent && activity?.kind === 'dial-number' && ! isOver( parent )
		? { parent, activity }
		: null;
}

/** The two that talk with each other by a Dial of a number; null when this call is not in one. */
export function bridgedWith( lab: Lab, call: CallRecord ): CallRecord | null {
	const activity = call.script?.activity;
	if ( activity?.kind === 'dial-number' ) {
		return lab.calls.get( activity.answeredBy ?? '' ) ?? null;
	}
	const dial = dialOf( lab, call );
	return dial?.activity.answeredBy === call.sid ? dial.parent : null;
}

/** One of the numbers answered. */
export function childAnswered( lab: Lab, child: CallRecord ): void {
	const dial = dialOf( lab, child );
	if ( ! dial || dial.activity.answeredBy !== null ) {
		return lab.actions.endCall( child, 'completed', {
			hungUpBy: 'application',
		} );
	}
	dial.activity.answeredBy = child.sid;
	endChildren(
		lab,
		dial.activity.callSids.filter( ( sid ) => sid !== child.sid )
	);
	lab.changed();
}

/** A number's call is over: so is the Dial, when nobody else is left. */
export function childEnded( lab: Lab, child: CallRecord ): void {
	const dial = dialOf( lab, child );
	const element = dial?.parent.script?.verbs[ dial.parent.script.index ];
	if ( ! dial || ! element ) {
		return;
	}
	const { parent, activity } = dial;
	const othersRing = activity.callSids.some( ( sid ) => {
		const other = lab.calls.get( sid );
		return other && ! isOver( other );
	} );
	if ( activity.answeredBy === child.sid || ! othersRing ) {
		afterDial( lab, parent, element, numberDialResult( lab, parent ) );
	}
}

/** What Twilio tells of it: https://www.twilio.com/docs/voice/twiml/dial#dialcallstatus-values */
export function numberDialResult(
	lab: Lab,
	call: CallRecord
): Record< string, string > {
	const activity = call.script?.activity;
	if ( activity?.kind !== 'dial-number' ) {
		return {};
	}
	const told = lab.calls.get(
		activity.answeredBy ?? activity.callSids.at( -1 ) ?? ''
	);
	const answered = told?.answeredAt ?? null;
	return {
		DialCallStatus: activity.answeredBy
			? 'completed'
			: ( told?.status ?? 'failed' ),
		DialCallSid: told?.sid ?? '',
		DialBridged: String( activity.answeredBy !== null ),
		...( answered !== null && {
			DialCallDuration: String(
				Math.round( ( lab.clock.now() - answered ) / 1_000 )
			),
		} ),
	};
}

/** Lets go of the numbers a call rings or talks with. Put its activity away first, or the Dial goes on with its action. */
export function endChildren( lab: Lab, callSids: string[] ): void {
	for ( const sid of callSids ) {
		const child = lab.calls.get( sid );
		if ( child && ! isOver( child ) ) {
			lab.actions.endCall(
				child,
				child.answeredAt === null ? 'canceled' : 'completed',
				{ hungUpBy: 'application' }
			);
		}
	}
}
