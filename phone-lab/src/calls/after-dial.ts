import type { Lab } from '../lab/context.js';
import type { CallRecord } from '../state/records.js';
import {
	methodAttribute,
	resolveUrl,
	textAttribute,
} from '../twiml/attributes.js';
import type { TwimlElement } from '../twiml/element.js';
import { apologise, fetchDocument } from './documents.js';

/** A Dial is over: its action is asked what comes next; without one the call goes on with the next verb. */
export function afterDial(
	lab: Lab,
	call: CallRecord,
	element: TwimlElement,
	result: Record< string, string >
): void {
	lab.timers.clear( 'dial', call.sid );
	const action = textAttribute( element, 'action' );
	if ( action === null || ! call.script ) {
		return lab.actions.nextVerb( call );
	}
	const url = resolveUrl( action, call.script.documentUrl );
	if ( url === null ) {
		return apologise(
			lab,
			call,
			11100,
			`Dial: "${ action }" is not an absolute address.`
		);
	}
	fetchDocument( lab, call, {
		url,
		method: methodAttribute( element, 'method', 'POST' ),
		parameters: result,
	} );
}
