import { isOver } from '../calls/call-status.js';
import { Webhooks } from '../webhooks/webhooks.js';
import { AudioLengths } from '../audio/audio-lengths.js';
import {
	endCall,
	behave,
	detectionEnded,
	placeCall,
	ringTimedOut,
} from '../calls/life.js';
import { dialQueued } from '../calls/dial-queue.js';
import { recordTimedOut } from '../calls/record-verb.js';
import { messageMoves } from '../messages/messages.js';
import { leaveDial } from '../calls/dial.js';
import { gatherTimedOut } from '../calls/gather.js';
import { nextVerb, promptEnded, runDocument } from '../calls/script.js';
import { Clock } from '../clock/clock.js';
import { Timers } from '../clock/timers.js';
import type { TimerName } from '../clock/timers.js';
import { waitPromptEnded } from '../conferences/waiting.js';
import type { CallRecord } from '../state/records.js';
import type { Lab } from './context.js';

export type LabParts = Pick<
	Lab,
	| 'account'
	| 'state'
	| 'baseUrl'
	| 'voiceRate'
	| 'changed'
	| 'saved'
	| 'stopping'
>;

/** Wires the parts together around one state. Nothing moves before `start`. */
export function createLab( parts: LabParts ): {
	lab: Lab;
	working: ReadonlySet< Promise< unknown > >;
	start: () => void;
} {
	const working = new Set< Promise< unknown > >();
	const clock = new Clock( parts.state.clock );
	const lab: Lab = {
		...parts,
		clock,
		timers: new Timers( clock, parts.state.timers ),
		calls: new Map(
			parts.state.calls.map( ( call ) => [ call.sid, call ] )
		),
		live: new Set(
			parts.state.calls.filter( ( call ) => ! isOver( call ) )
		),
		conferences: new Map(
			parts.state.conferences.map( ( conference ) => [
				conference.sid,
				conference,
			] )
		),
		recordings: new Map(
			parts.state.recordings.map( ( recording ) => [
				recording.sid,
				recording,
			] )
		),
		webhooks: undefined as never,
		audio: new AudioLengths( parts.account.authToken, parts.stopping ),
		track: ( work ) => {
			const tracked = work.finally( () => working.delete( tracked ) );
			working.add( tracked );
			// Whoever waits for it handles its failure; this copy only counts.
			tracked.catch( () => {} );
			return tracked;
		},
		actions: {
			endCall: ( call, status, details ) =>
				endCall( lab, call, status, details ),
			runDocument: ( call, document ) =>
				runDocument( lab, call, document ),
			placeCall: ( call ) => placeCall( lab, call ),
			nextVerb: ( call ) => nextVerb( lab, call ),
		},
	};
	lab.webhooks = new Webhooks( lab );

	const whenDue: Record<
		Exclude< TimerName, 'webhook' | 'queue' | 'message' >,
		( call: CallRecord ) => void
	> = {
		ring: ( call ) => ringTimedOut( lab, call ),
		behaviour: ( call ) => behave( lab, call ),
		detection: ( call ) => detectionEnded( lab, call ),
		verb: ( call ) => promptEnded( lab, call ),
		gather: ( call ) => gatherTimedOut( lab, call ),
		wait: ( call ) => waitPromptEnded( lab, call ),
		record: ( call ) => recordTimedOut( lab, call ),
		dial: ( call ) => leaveDial( lab, call ),
		limit: ( call ) =>
			endCall( lab, call, 'completed', { hungUpBy: 'time-limit' } ),
	};
	const fire = ( name: TimerName, subject: string ) => {
		lab.changed();
		if ( name === 'webhook' ) {
			return lab.webhooks.sendLate( subject );
		}
		if ( name === 'queue' ) {
			return dialQueued( lab );
		}
		if ( name === 'message' ) {
			return messageMoves( lab, subject );
		}
		const call = lab.calls.get( subject );
		if ( call ) {
			whenDue[ name ]( call );
		}
	};
	return { lab, working, start: () => lab.timers.start( fire ) };
}
