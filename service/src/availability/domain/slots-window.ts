import { dayAt } from './slots-clock.js';
import type { SlotFacts, SlotRules } from './slots-input.js';

const minuteMs = 60_000;

/** The first instant at which a slot may start. */
export function firstOffered(
	{ minimumDelayMinutes }: Pick< SlotRules, 'minimumDelayMinutes' >,
	now: number
): number {
	return now + minimumDelayMinutes * minuteMs;
}

/** The days of the booking window by the site's clock, counted from 1970: from today on, the last not among them. */
export function windowOfDays(
	{ windowDays }: Pick< SlotRules, 'windowDays' >,
	{ zone, now }: Pick< SlotFacts, 'zone' | 'now' >
): { today: number; end: number } {
	const { day: today } = dayAt( zone, now );
	return { today, end: today + windowDays };
}
