import type { Lab } from '../lab/context.js';
import type { CallRecord } from '../state/records.js';
import {
	countAttribute,
	flagAttribute,
	loopsAttribute,
	methodAttribute,
	resolveUrl,
	textAttribute,
} from '../twiml/attributes.js';
import type { TwimlElement } from '../twiml/element.js';
import { warn } from './call-status.js';
import { apologise, fetchDocument } from './documents.js';
import { promptNames, startPrompt } from './prompts.js';

const defaultTimeoutSeconds = 5;

/** The Gather a call is in; null when it is not in one. */
function current( call: CallRecord ) {
	const activity = call.script?.activity;
	const element = call.script?.verbs[ call.script.index ];
	return activity?.kind === 'gather' && element
		? { activity, element }
		: null;
}

export function startGather(
	lab: Lab,
	call: CallRecord,
	element: TwimlElement
): void {
	if ( ! call.script ) {
		return;
	}
	if (
		! ( textAttribute( element, 'input' ) ?? 'dtmf' )
			.split( ' ' )
			.includes( 'dtmf' )
	) {
		warn(
			lab,
			call,
			12200,
			'Gather: the phone lab hears keys only, not speech; this Gather waits until its time is over.'
		);
	}
	call.script.activity = {
		kind: 'gather',
		digits: '',
		promptIndex: 0,
		loopsLeft: 0,
	};
	continuePrompts( lab, call, 0 );
}

/** Goes to a nested prompt; behind the last one the time for keys begins. */
function continuePrompts( lab: Lab, call: CallRecord, index: number ): void {
	const gather = current( call );
	if ( ! gather || ! call.script ) {
		return;
	}
	const prompt = gather.element.children[ index ];
	if ( ! prompt ) {
		gather.activity.promptIndex = null;
		return restartTimeout( lab, call, gather.element );
	}
	if ( ! promptNames.includes( prompt.name ) ) {
		warn(
			lab,
			call,
			12200,
			`<${ prompt.name }> is not allowed inside <Gather>; it was left out.`
		);
		return continuePrompts( lab, call, index + 1 );
	}
	gather.activity.promptIndex = index;
	gather.activity.loopsLeft = loopsAttribute( prompt );
	startPrompt( lab, call, prompt, {
		timer: 'verb',
		documentUrl: call.script.documentUrl,
		owner: call,
		music: false,
	} );
}

export function gatherPromptEnded( lab: Lab, call: CallRecord ): void {
	const gather = current( call );
	if ( ! gather || ! call.script || gather.activity.promptIndex === null ) {
		return;
	}
	const prompt = gather.element.children[ gather.activity.promptIndex ];
	if ( prompt && gather.activity.loopsLeft !== 1 ) {
		gather.activity.loopsLeft -= gather.activity.loopsLeft > 0 ? 1 : 0;
		return startPrompt( lab, call, prompt, {
			timer: 'verb',
			documentUrl: call.script.documentUrl,
			owner: call,
			music: false,
		} );
	}
	continuePrompts( lab, call, gather.activity.promptIndex + 1 );
}

function restartTimeout(
	lab: Lab,
	call: CallRecord,
	element: TwimlElement
): void {
	const seconds = countAttribute( element, 'timeout', defaultTimeoutSeconds );
	lab.timers.set( 'gather', call.sid, lab.clock.now() + seconds * 1_000 );
}

/** A key: it cuts the prompts short. Answers whether a Gather took it. */
export function gatherKey( lab: Lab, call: CallRecord, key: string ): boolean {
	const gather = current( call );
	if ( ! gather ) {
		return false;
	}
	const { activity, element } = gather;
	lab.timers.clear( 'verb', call.sid );
	call.generation += 1;
	activity.promptIndex = null;
	const finishOnKey = textAttribute( element, 'finishOnKey' ) ?? '#';
	if ( finishOnKey !== '' && key === finishOnKey ) {
		finish( lab, call, key );
		return true;
	}
	activity.digits += key;
	if (
		activity.digits.length ===
		countAttribute( element, 'numDigits', Infinity, 1 )
	) {
		finish( lab, call, '' );
	} else {
		restartTimeout( lab, call, element );
	}
	lab.changed();
	return true;
}

/** The `gather` timer: no key for too long. */
export const gatherTimedOut = ( lab: Lab, call: CallRecord ): void =>
	finish( lab, call, '' );

function finish( lab: Lab, call: CallRecord, finishedOnKey: string ): void {
	const gather = current( call );
	if ( ! gather || ! call.script ) {
		return;
	}
	const { activity, element } = gather;
	lab.timers.clear( 'gather', call.sid );
	if (
		activity.digits === '' &&
		! flagAttribute( element, 'actionOnEmptyResult', false )
	) {
		return lab.actions.nextVerb( call );
	}
	const { documentUrl, documentMethod } = call.script;
	const action = textAttribute( element, 'action' );
	const url =
		action === null ? documentUrl : resolveUrl( action, documentUrl );
	if ( url === null ) {
		return apologise(
			lab,
			call,
			11100,
			'Gather: there is no absolute address to send the keys to.'
		);
	}
	fetchDocument( lab, call, {
		url,
		method: methodAttribute(
			element,
			'method',
			action === null ? documentMethod : 'POST'
		),
		parameters: {
			msg: 'Gather End',
			Digits: activity.digits,
			FinishedOnKey: finishedOnKey,
		},
	} );
}
