import { asksNothing } from './asks-nothing.js';
import type { Changes } from './desk.js';

/** A channel with a free time every half hour, day and night, each for one; calls ask nothing. */
export const bookable: Changes = {
	...asksNothing,
	openingHours: { always: true },
	booking: {
		lengthMinutes: 30,
		stepMinutes: 30,
		capacity: 'number',
		capacityNumber: 1,
		minimumDelayMinutes: 30,
	},
};
