import type { AlternativeSlot, Language, Slot } from '@rappel/contract';
import { isoDate } from './domain/local-time.js';
import { dayAt } from './domain/slots-clock.js';
import { findZone, offsetTable } from './domain/zone.js';
import {
	clocksDiffer,
	sayCompanyTime,
	sayDate,
	sayTimeOfDay,
} from './say-time.js';

/** Whose clocks slots are told by. */
export interface SlotClocks {
	siteZone: string;
	/** A zone that is known: see visitorsZone. */
	visitorZone: string;
	language: Language;
}

/** The visitor's zone; the site's where it is not told, or is none. */
export function visitorsZone(
	siteZone: string,
	told: string | null | undefined
): string {
	return told && findZone( told ) ? told : siteZone;
}

/** A slot within its day, by the visitor's clock. */
export function tellSlot( start: number, clocks: SlotClocks ): Slot {
	const { siteZone, visitorZone, language } = clocks;
	const startsAt = new Date( start );
	return {
		startsAt: startsAt.toISOString(),
		label: sayTimeOfDay( startsAt, { timeZone: visitorZone, language } ),
		companyLabel: clocksDiffer( startsAt, siteZone, visitorZone )
			? sayCompanyTime( startsAt, { siteZone, language } )
			: null,
	};
}

/** A slot that stands alone, with its day. */
export function tellSlotAndDay(
	start: number,
	clocks: SlotClocks
): AlternativeSlot {
	return {
		...tellSlot( start, clocks ),
		dayLabel: tellDay( start, clocks ),
	};
}

/** The visitor's day of a slot: "mardi 1er décembre"; with the year, when it is far from now. */
export function tellDay(
	start: number,
	{ visitorZone, language }: SlotClocks,
	now?: Date
): string {
	return sayDate( new Date( start ), {
		timeZone: visitorZone,
		language,
		...( now && { now } ),
	} );
}

/** The visitor's date ("2026-12-01") of each of some slots, asked for in their order. */
export function datesOfSlots(
	starts: readonly number[],
	{ visitorZone }: Pick< SlotClocks, 'visitorZone' >
): ( start: number ) => string {
	const zone = offsetTable( visitorZone, {
		start: starts[ 0 ] ?? 0,
		end: starts.at( -1 ) ?? 0,
	} );
	let date = '';
	let until = -Infinity;
	return ( start ) => {
		if ( start >= until ) {
			const today = dayAt( zone, start );
			date = isoDate( today.day );
			until = today.until;
		}
		return date;
	};
}
