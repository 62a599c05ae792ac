import type { Figures } from '@rappel/contract';

/** Of a day on which nothing happened. */
export const noFigures: Figures = {
	requests: 0,
	booked: 0,
	joined: 0,
	joinedAtFirstTry: 0,
	missed: 0,
	cancelled: 0,
	medianSecondsToRing: null,
	bookingsDue: 0,
	bookingsPunctual: 0,
	talkSeconds: 0,
	scores: [ 0, 0, 0, 0, 0 ],
	costMilli: null,
	currency: null,
};
