import type { Lab } from '../lab/context.js';
import type { CallRecord } from '../state/records.js';
import { placeCall } from './life.js';

/** There is one queue, of the account. */
const subject = 'account';

/** Dials at once, or puts a call behind those that wait for the account's calls per second. */
export function enqueueDial( lab: Lab, call: CallRecord ): void {
	if ( lab.state.settings.callsPerSecond === 0 ) {
		return placeCall( lab, call );
	}
	dialQueued( lab );
}

/** The `queue` timer: dials in the order in which the calls were made, as fast as the account may. */
export function dialQueued( lab: Lab ): void {
	const { state } = lab;
	const waiting = [ ...lab.live ].filter(
		( { status, direction } ) =>
			status === 'queued' && direction === 'outbound-api'
	);
	for ( const call of waiting ) {
		const now = lab.clock.now();
		const { callsPerSecond } = state.settings;
		if ( callsPerSecond > 0 && now < state.nextDialAt ) {
			lab.timers.set( 'queue', subject, state.nextDialAt );
			return;
		}
		state.nextDialAt =
			callsPerSecond > 0 ? now + Math.ceil( 1_000 / callsPerSecond ) : 0;
		placeCall( lab, call );
	}
}
