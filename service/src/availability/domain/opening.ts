import type { OpeningHours, WeeklyRange } from '@rappel/contract';
import type { Zone } from 'luxon';
import { zoneNamed } from './zone.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A week, and one more for a range that a clock change swallows in the first. */
const horizonDays = 15;

export interface Opening {
	open: boolean;
	/** The next instant at which `open` changes; null when it does not within 15 days. */
	changesAt: Date | null;
	/** The next instant at which it opens, told while it is closed; null while open, and when none comes. */
	nextOpeningAt: Date | null;
}

/**
 * What the opening hours say at an instant.
 *
 * The clock on the wall decides: it is open while the local time lies in a range (its start belongs to it, its end does not). So
 * a range whose start a clock change skips begins with the change, and an hour that comes twice counts both times.
 */
export function openingAt(
	hours: OpeningHours,
	zoneName: string,
	now: Date
): Opening {
	if ( hours.always ) {
		return { open: true, changesAt: null, nextOpeningAt: null };
	}
	const week = weekOf( hours.weekly );
	const zone = zoneNamed( zoneName );
	const open = isOpen( week, zone, now.getTime() );
	const changesAt =
		week.size === 0 ? null : nextChange( week, zone, now.getTime(), open );
	return { open, changesAt, nextOpeningAt: open ? null : changesAt };
}

/** Minutes of one day, [from, to). */
type Span = readonly [ from: number, to: number ];

/** By ISO day of the week; a range past midnight is two spans. */
function weekOf( ranges: WeeklyRange[] ): Map< number, Span[] > {
	const week = new Map< number, Span[] >();
	const add = ( day: number, from: number, to: number ) => {
		if ( from < to ) {
			week.set( day, [ ...( week.get( day ) ?? [] ), [ from, to ] ] );
		}
	};
	for ( const range of ranges ) {
		const from = minuteOfDay( range.from );
		const to = minuteOfDay( range.to );
		if ( to > from ) {
			add( range.day, from, to );
		} else {
			add( range.day, from, 1_440 );
			add( ( range.day % 7 ) + 1, 0, to );
		}
	}
	return week;
}

function minuteOfDay( time: string ): number {
	return Number( time.slice( 0, 2 ) ) * 60 + Number( time.slice( 3 ) );
}

/** Local times are counted in milliseconds as if they were UTC. */
function isOpen(
	week: Map< number, Span[] >,
	zone: Zone,
	instantMs: number
): boolean {
	const localMs = instantMs + zone.offset( instantMs ) * minuteMs;
	const minute = ( localMs - startOfDay( localMs ) ) / minuteMs;
	return ( week.get( isoDay( localMs ) ) ?? [] ).some(
		( [ from, to ] ) => minute >= from && minute < to
	);
}

function startOfDay( localMs: number ): number {
	return Math.floor( localMs / dayMs ) * dayMs;
}

/** 1970-01-01 was a Thursday. */
function isoDay( localMs: number ): number {
	return ( ( ( ( Math.floor( localMs / dayMs ) + 3 ) % 7 ) + 7 ) % 7 ) + 1;
}

/** Day by day, the few instants at which `open` can change, until one does. */
function nextChange(
	week: Map< number, Span[] >,
	zone: Zone,
	nowMs: number,
	open: boolean
): Date | null {
	const today = startOfDay( nowMs + zone.offset( nowMs ) * minuteMs );
	for ( let day = 0; day < horizonDays; day++ ) {
		const change = candidatesAround( week, zone, today + day * dayMs )
			.filter( ( instantMs ) => instantMs > nowMs )
			.sort( ( a, b ) => a - b )
			.find( ( instantMs ) => isOpen( week, zone, instantMs ) !== open );
		if ( change !== undefined ) {
			return new Date( change );
		}
	}
	return null;
}

/** A clock change can put instants of the days after it before some of this day's (Samoa once skipped 24 hours). */
function candidatesAround(
	week: Map< number, Span[] >,
	zone: Zone,
	localDayMs: number
): number[] {
	const changing =
		zone.offset( localDayMs - dayMs ) !==
		zone.offset( localDayMs + 2 * dayMs );
	const days = changing ? [ 0, 1, 2 ] : [ 0 ];
	return days.flatMap( ( day ) =>
		candidatesOf( week, zone, localDayMs + day * dayMs )
	);
}

/** The starts and ends of one local day's spans, and the clock change around it, as instants. */
function candidatesOf(
	week: Map< number, Span[] >,
	zone: Zone,
	localDayMs: number
): number[] {
	const before = zone.offset( localDayMs - dayMs );
	const after = zone.offset( localDayMs + 2 * dayMs );
	const offsets = before === after ? [ before ] : [ before, after ];
	const boundaries = ( week.get( isoDay( localDayMs ) ) ?? [] ).flat();
	const candidates = boundaries.flatMap( ( minute ) =>
		offsets.map( ( offset ) => localDayMs + ( minute - offset ) * minuteMs )
	);
	return before === after
		? candidates
		: [
				...candidates,
				clockChange( zone, localDayMs - dayMs, localDayMs + 2 * dayMs ),
			];
}

/** The first instant of the new offset, by halving; offsets change on whole minutes. */
function clockChange( zone: Zone, fromMs: number, toMs: number ): number {
	const offset = zone.offset( fromMs );
	let [ last, first ] = [ fromMs / minuteMs, toMs / minuteMs ];
	while ( first - last > 1 ) {
		const middle = Math.floor( ( last + first ) / 2 );
		if ( zone.offset( middle * minuteMs ) === offset ) {
			last = middle;
		} else {
			first = middle;
		}
	}
	return first * minuteMs;
}
