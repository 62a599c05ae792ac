import { bridgedWith } from '../calls/dial-number.js';
import { liveCallOf } from '../calls/life.js';
import { waitForSilence } from '../calls/record-verb.js';
import { heardCalls } from '../conferences/conference.js';
import { participantOf } from '../conferences/waiting.js';
import type { Lab } from '../lab/context.js';
import { LabError } from '../lab/lab-error.js';
import { noteSound } from '../recordings/recordings.js';
import type { CallRecord } from '../state/records.js';
import { hear } from './heard.js';
import { spokenSeconds } from './spoken-seconds.js';

/** Who hears what this call's person says. */
function listeners( lab: Lab, call: CallRecord ): CallRecord[] {
	const other = bridgedWith( lab, call );
	const room = participantOf( lab, call )?.conference;
	const inRoom = ( room?.participants ?? [] ).flatMap( ( { callSid } ) => {
		const listener = lab.calls.get( callSid );
		return room &&
			listener &&
			heardCalls( room, callSid ).includes( call.sid )
			? [ listener ]
			: [];
	} );
	return other ? [ other ] : inRoom;
}

/** The person at a phone says a sentence: it is recorded where something records, and heard by whoever is on the line. */
export function speakAtPhone( lab: Lab, number: string, text: string ): void {
	const call = liveCallOf( lab, number );
	if ( call?.status !== 'in-progress' ) {
		throw new LabError(
			409,
			`${ number } cannot speak now: it is in no call that was answered.`
		);
	}
	const sound = { text, seconds: spokenSeconds( text ) };
	noteSound( lab, call, { ...sound, side: 'phone' } );
	waitForSilence( lab, call );
	for ( const listener of listeners( lab, call ) ) {
		hear( lab, listener, { kind: 'speech', text } );
	}
	lab.changed();
}
