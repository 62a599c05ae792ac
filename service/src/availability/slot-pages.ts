import type { Slots } from '@rappel/contract';
import { text } from '../messages/texts.js';
import { ofPlace } from './say-place.js';
import { clocksDiffer } from './say-time.js';
import {
	datesOfSlots,
	tellDay,
	tellSlot,
	type SlotClocks,
} from './slot-labels.js';

export interface SlotPage {
	/** The first date told, by the visitor's clock; absent: the first that has a slot. */
	from?: string | undefined;
	/** How many dates that have a slot. */
	days: number;
	lengthMinutes: number;
	now: Date;
}

/** Of the free starts (epoch milliseconds, in order) some dates, by the visitor's clock. */
export function slotPage(
	free: readonly number[],
	clocks: SlotClocks,
	{ from = '', days, lengthMinutes, now }: SlotPage
): Slots {
	const dates = [ ...startsByDate( free, clocks ) ];
	const later = dates.findIndex( ( [ date ] ) => date >= from );
	const first = later === -1 ? dates.length : later;
	const told = dates.slice( first, first + days );
	return {
		timeZone: clocks.visitorZone,
		clocksSentence: clocksSentence(
			told.flatMap( ( [ , starts ] ) => starts ),
			clocks
		),
		lengthMinutes,
		days: told.map( ( [ date, starts ] ) => ( {
			date,
			label: tellDay( starts[ 0 ] ?? 0, clocks, now ),
			slots: starts.map( ( start ) => tellSlot( start, clocks ) ),
		} ) ),
		nextDate: dates[ first + days ]?.[ 0 ] ?? null,
		previousDate:
			first === 0
				? null
				: ( dates[ Math.max( 0, first - days ) ]?.[ 0 ] ?? null ),
	};
}

function startsByDate(
	free: readonly number[],
	clocks: SlotClocks
): Map< string, number[] > {
	const byDate = new Map< string, number[] >();
	const dateOf = datesOfSlots( free, clocks );
	for ( const start of free ) {
		const date = dateOf( start );
		const starts = byDate.get( date );
		if ( starts ) {
			starts.push( start );
		} else {
			byDate.set( date, [ start ] );
		}
	}
	return byDate;
}

/** Null where the visitor's clock is the company's for each of the slots. */
function clocksSentence(
	starts: readonly number[],
	{ siteZone, visitorZone, language }: SlotClocks
): string | null {
	const differ = starts.some( ( start ) =>
		clocksDiffer( new Date( start ), siteZone, visitorZone )
	);
	if ( ! differ ) {
		return null;
	}
	const own = ofPlace( visitorZone, language );
	return own === null
		? text( 'slots.own_clock', language )
		: text( 'slots.clock_of_place', language, { place: own } );
}
