import { phoneOf } from '../calls/phone-of.js';
import { heardCalls } from '../conferences/conference.js';
import { participantOf } from '../conferences/waiting.js';
import type { Lab } from './context.js';
import { activityOf, clockView, iso } from './state-view.js';

/**
 * GET /lab/live: only the calls that are not over, with what their phones hear now, for whoever plays hundreds of people at
 * once. `working`: how much that the lab asked the application for is on its way.
 */
export function liveView( lab: Lab, working: number ) {
	const next = lab.timers.next();
	return {
		clock: clockView( lab ),
		working,
		/** When something happens by itself; null: nothing waits. */
		nextAt: iso( next ),
		struck: lab.state.faults.struck ?? {},
		calls: [ ...lab.live ].map( ( call ) => {
			const place = participantOf( lab, call );
			const last = lab.state.heard[ phoneOf( call ) ]?.at( -1 );
			return {
				sid: call.sid,
				/** Whose it is: who is called, or who rings the account. */
				phone: phoneOf( call ),
				to: call.to,
				from: call.from,
				url: call.url,
				status: call.status,
				activity: activityOf( lab, call ),
				hears: last?.callSid === call.sid ? last.text : null,
				with: place
					? heardCalls( place.conference, call.sid ).flatMap(
							( sid ) => {
								const other = lab.calls.get( sid );
								return other ? phoneOf( other ) : [];
							}
						)
					: [],
			};
		} ),
	};
}
