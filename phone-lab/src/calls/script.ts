import type { CallActions, Lab } from '../lab/context.js';
import type { CallRecord } from '../state/records.js';
import {
	loopsAttribute,
	methodAttribute,
	resolveUrl,
} from '../twiml/attributes.js';
import { isOver, warn } from './call-status.js';
import { startDial } from './dial.js';
import { pickUp } from './incoming.js';
import { startRecord } from './record-verb.js';
import { apologise, fetchDocument } from './documents.js';
import { gatherPromptEnded, startGather } from './gather.js';
import { startPrompt } from './prompts.js';

export function runDocument(
	lab: Lab,
	call: CallRecord,
	document: Parameters< CallActions[ 'runDocument' ] >[ 1 ]
): void {
	call.script = {
		documentUrl: document.url,
		documentMethod: document.method,
		verbs: document.verbs,
		index: 0,
		activity: null,
		documentsWithoutPause: call.script?.documentsWithoutPause ?? 0,
	};
	if (
		call.status === 'ringing' &&
		! pickUp( lab, call, document.verbs[ 0 ] )
	) {
		return;
	}
	runVerb( lab, call );
}

export function nextVerb( lab: Lab, call: CallRecord ): void {
	if ( call.script ) {
		call.script.index += 1;
		runVerb( lab, call );
	}
}

/** Begins the verb the script stands at; also what a restart does with one that was cut off. */
export function runVerb( lab: Lab, call: CallRecord ): void {
	const { script } = call;
	if ( ! script || isOver( call ) ) {
		return;
	}
	call.generation += 1;
	script.activity = null;
	lab.timers.clear( 'verb', call.sid );
	lab.timers.clear( 'gather', call.sid );
	lab.timers.clear( 'record', call.sid );
	lab.changed();
	const verb = script.verbs[ script.index ];
	if ( ! verb ) {
		return lab.actions.endCall( call, 'completed', {
			hungUpBy: 'application',
		} );
	}
	switch ( verb.name ) {
		case 'Say':
		case 'Play':
		case 'Pause':
			script.activity = {
				kind: 'prompt',
				loopsLeft: loopsAttribute( verb ),
			};
			script.documentsWithoutPause = 0;
			return startPrompt( lab, call, verb, {
				timer: 'verb',
				documentUrl: script.documentUrl,
				owner: call,
				music: false,
			} );
		case 'Gather':
			script.documentsWithoutPause = 0;
			return startGather( lab, call, verb );
		case 'Record':
			return startRecord( lab, call, verb );
		case 'Dial':
			return startDial( lab, call, verb );
		case 'Redirect': {
			const url =
				verb.text === ''
					? script.documentUrl
					: resolveUrl( verb.text, script.documentUrl );
			if ( url === null ) {
				return apologise(
					lab,
					call,
					11100,
					`Redirect: "${ verb.text }" is not an absolute address.`
				);
			}
			return fetchDocument( lab, call, {
				url,
				method: methodAttribute( verb, 'method', 'POST' ),
				parameters: {},
			} );
		}
		case 'Hangup':
			return lab.actions.endCall( call, 'completed', {
				hungUpBy: 'application',
			} );
		case 'Reject':
			warn(
				lab,
				call,
				12200,
				'<Reject> refuses incoming calls, as the first verb of their first document; anywhere else it only hangs up.'
			);
			return lab.actions.endCall( call, 'completed', {
				hungUpBy: 'application',
			} );
		default:
			warn(
				lab,
				call,
				12200,
				`<${ verb.name }> is unknown to the phone lab; the call goes on with the next verb.`
			);
			return nextVerb( lab, call );
	}
}

/** The `verb` timer: a sound is over. */
export function promptEnded( lab: Lab, call: CallRecord ): void {
	const { script } = call;
	const verb = script?.verbs[ script.index ];
	if ( ! script || ! verb ) {
		return;
	}
	if ( script.activity?.kind === 'gather' ) {
		return gatherPromptEnded( lab, call );
	}
	if ( script.activity?.kind !== 'prompt' ) {
		return;
	}
	if ( verb.name !== 'Pause' && script.activity.loopsLeft !== 1 ) {
		script.activity.loopsLeft -= script.activity.loopsLeft > 0 ? 1 : 0;
		return startPrompt( lab, call, verb, {
			timer: 'verb',
			documentUrl: script.documentUrl,
			owner: call,
			music: false,
		} );
	}
	nextVerb( lab, call );
}
