import { fetchWait } from '../conferences/waiting.js';
import type { Lab } from '../lab/context.js';
import { askAgain } from '../messages/incoming-messages.js';
import { enqueueDial } from './dial-queue.js';
import { isOver } from './call-status.js';
import { fetchDocument } from './documents.js';
import { runVerb } from './script.js';

/**
 * Takes up every call where a stop of the lab left it. Timers are in the state and go on with what was left of them;
 * what was waiting for an answer of the application asks again; a sound that was being measured begins again.
 */
export function resumeCalls( lab: Lab ): void {
	for ( const call of lab.calls.values() ) {
		const activity = call.script?.activity;
		if ( isOver( call ) ) {
			continue;
		}
		if ( call.status === 'queued' || call.status === 'initiated' ) {
			call.status = 'queued';
			enqueueDial( lab, call );
		} else if ( activity?.kind === 'fetching' ) {
			const { url, method, parameters } = activity;
			fetchDocument( lab, call, { url, method, parameters } );
		} else if (
			call.script &&
			( activity?.kind === 'prompt' || activity === null ) &&
			! lab.timers.has( 'verb', call.sid )
		) {
			runVerb( lab, call );
		} else if (
			activity?.kind === 'gather' &&
			! lab.timers.has( 'verb', call.sid ) &&
			! lab.timers.has( 'gather', call.sid )
		) {
			runVerb( lab, call );
		}
	}
	askAgain( lab );
	for ( const conference of lab.conferences.values() ) {
		for ( const participant of conference.participants ) {
			if (
				participant.wait &&
				participant.wait.url !== '' &&
				! lab.timers.has( 'wait', participant.callSid )
			) {
				const { wait } = participant;
				// Silence behind the last verb stays silence; a document or sound on its way is asked for again.
				if ( wait.verbs === null || wait.index < wait.verbs.length ) {
					fetchWait( lab, conference, participant, wait );
				}
			}
		}
	}
}
