import type { Guard } from '../../service/src/callbacks/sabotage.js';
import type { FaultRunOptions } from './fault-run.js';

const createCall = { method: 'POST', urlContains: '/Calls.json' } as const;

/** What each guard stands against, often enough that a few requests show that it is gone. */
export const provocations: Record<
	Guard,
	Partial< Omit< FaultRunOptions, 'seed' > >
> = {
	'inbox-deduplication': {
		harshness: 0,
		network: [ { kind: 'webhook-doubled', probability: 0.5 } ],
	},
	'compare-and-set': {
		harshness: 0,
		network: [
			{ kind: 'webhook-doubled', probability: 0.4 },
			{ kind: 'webhook-out-of-order', probability: 0.4 },
		],
	},
	'unknown-not-resent': {
		harshness: 0,
		network: [
			// Nothing is heard of the call until somebody lifts.
			...[ 'initiated', 'ringing' ].map( ( event ) => ( {
				kind: 'webhook-late',
				probability: 1,
				delaySeconds: 30,
				only: { event },
			} ) ),
			{
				kind: 'rest-500-after',
				probability: 0.4,
				only: createCall,
			},
			{
				kind: 'rest-timeout-after',
				probability: 0.3,
				delaySeconds: 5,
				only: createCall,
			},
		],
	},
	fencing: {
		// Few, so that the time until everybody has given the frozen one up goes by quickly.
		runs: 6,
		inFlight: 3,
		harshness: 0,
		network: [],
		killAt: ( instance, start ) =>
			instance === 0 && start === 0 ? 'dial:after-intent!freeze' : null,
	},
	'one-live-attempt': { harshness: 0, network: [], rivals: 1 },
	'booking-places': {
		// Everybody wants the same few times.
		channels: 1,
		runs: 20,
		harshness: 0,
		network: [],
		bookings: 1,
	},
};
