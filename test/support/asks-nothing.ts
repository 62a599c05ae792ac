import type { Changes } from './desk.js';

/** A channel that asks nobody anything and tries nothing again, with patience for a slow machine. Who misses a call in one test is rung in the next. */
export const asksNothing: Changes = {
	team: [],
	calls: {
		routing: 'destination',
		checkAvailability: false,
		dialOrder: 'company_first',
		distribution: 'in_order',
		confirmation: 'never',
	},
	retries: {
		company: { attempts: 1 },
		client: { attempts: 1 },
		shortCallSeconds: 0,
	},
	presence: { awayAfterMissedCall: false },
	guards: { requestsPerNumberPerDay: 50, requestsPerAddressPerHour: 1_000 },
};
