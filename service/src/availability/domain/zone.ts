import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import { rememberLast } from './remember-last.js';
import type { Span } from './span.js';

/** The widest offsets in use: Baker Island and Kiribati. */
const offsetPattern = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;

const secondMs = 1_000;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Visitors send names too: in any case ("europe/paris"), and of no zone. */
const rememberedNames = 1_000;

const zones = rememberLast< Zone | null >( rememberedNames );

/**
 * The zone of an IANA name or of an offset as WordPress holds it ("+02:00").
 *
 * @return Null when there is no such zone.
 */
export function findZone( name: string ): Zone | null {
	return zones( name, () => readZone( name ) );
}

/** Luxon remembers every name for ever, so that it is given none but those of real zones. */
function readZone( name: string ): Zone | null {
	const offset = offsetPattern.exec( name );
	if ( offset ) {
		return FixedOffsetZone.instance( minutesOf( offset ) );
	}
	const current = currentName( name );
	return current === null ? null : IANAZone.create( current );
}

/**
 * The one name of a zone that has several, as ICU has it: "Asia/Calcutta" for "Asia/Kolkata".
 *
 * @return Null when there is no such zone.
 */
function currentName( name: string ): string | null {
	try {
		return new Intl.DateTimeFormat( 'en', {
			timeZone: name,
		} ).resolvedOptions().timeZone;
	} catch {
		return null;
	}
}

/** As findZone, for a name that was checked when it was saved; UTC should the time zone data have lost it since. */
export function zoneNamed( name: string ): Zone {
	return findZone( name ) ?? FixedOffsetZone.utcInstance;
}

function minutesOf( [ , sign, hours, minutes ]: RegExpExecArray ): number {
	const size = Number( hours ) * 60 + Number( minutes );
	return sign === '-' ? -size : size;
}

/**
 * The offsets of a zone over some years, so that a conversion costs a look-up. `offsets[ i ]` (local time minus UTC, in
 * milliseconds) holds from `starts[ i ]` on (epoch milliseconds; the first is -Infinity), the last for ever: instants far outside
 * of what was asked for have the nearest known offset.
 *
 * Local times are counted in milliseconds as if they were UTC.
 */
export interface OffsetTable {
	readonly starts: readonly number[];
	readonly offsets: readonly number[];
}

/** More zones and years than a service's sites use at a time. */
const rememberedTables = 400;

const tables = rememberLast< OffsetTable >( rememberedTables );

/** The offsets of a zone over the whole years around a window (see zoneNamed for the name). */
export function offsetTable( zoneName: string, window: Span ): OffsetTable {
	const from = yearOf( window.start - 3 * dayMs );
	const to = yearOf( window.end + 3 * dayMs ) + 1;
	const zone = zoneNamed( zoneName );
	return tables( `${ zone.name } ${ from } ${ to }`, () =>
		readOffsets( zone, {
			start: Date.UTC( from, 0 ),
			end: Date.UTC( to, 0 ),
		} )
	);
}

/** Local time minus UTC at an instant, in milliseconds. */
export function offsetAt(
	{ starts, offsets }: OffsetTable,
	instant: number
): number {
	let index = starts.length - 1;
	while ( index > 0 && ( starts[ index ] ?? 0 ) > instant ) {
		index--;
	}
	return offsets[ index ] ?? 0;
}

/** What the clock on the wall shows at an instant. */
export function localOf( table: OffsetTable, instant: number ): number {
	return instant + offsetAt( table, instant );
}

/**
 * The instant at which something begins that begins at a local time: the first when the clock shows it twice, the clock change
 * when the clock never shows it.
 */
export function beginsAt(
	{ starts, offsets }: OffsetTable,
	local: number
): number {
	for ( let index = 0; index < offsets.length; index++ ) {
		// Before this offset began the clock showed less: it was skipped.
		const instant = Math.max(
			local - ( offsets[ index ] ?? 0 ),
			starts[ index ] ?? -Infinity
		);
		if ( instant < ( starts[ index + 1 ] ?? Infinity ) ) {
			return instant;
		}
	}
	return local;
}

/**
 * The instant at which something ends that ends at a local time: after the last time that the clock shows what comes before it,
 * and as long after the clock change as it would have been when the clock never shows it. So nothing ends before it begins.
 */
export function endsAt(
	{ starts, offsets }: OffsetTable,
	local: number
): number {
	for ( let index = offsets.length - 1; index > 0; index-- ) {
		const start = starts[ index ] ?? -Infinity;
		const offset = offsets[ index ] ?? 0;
		const before = offsets[ index - 1 ] ?? 0;
		const instant = local - offset;
		if ( instant > start || ( instant === start && offset > before ) ) {
			return instant;
		}
		const skipped = local - before >= start;
		if ( skipped ) {
			return local - before;
		}
	}
	return local - ( offsets[ 0 ] ?? 0 );
}

function yearOf( instant: number ): number {
	return new Date( instant ).getUTCFullYear();
}

/**
 * No zone changes twice within it: since 1970 and as far as is known ahead, the shortest time between two changes is a week less
 * an hour (America/Recife in 2000, Asia/Gaza in 2040).
 */
const lookMs = 3 * dayMs;

/** Looks every few days, and by halving for the second of a change. */
function readOffsets( zone: Zone, window: Span ): OffsetTable {
	const offsetOf = ( instant: number ) =>
		Math.round( zone.offset( instant ) * minuteMs );
	const starts = [ -Infinity ];
	const offsets = [ offsetOf( window.start ) ];
	if ( zone.isUniversal ) {
		return { starts, offsets };
	}
	for ( let at = window.start; at < window.end; at += lookMs ) {
		const before = offsets.at( -1 ) ?? 0;
		const after = offsetOf( at + lookMs );
		if ( after !== before ) {
			starts.push( changeBetween( offsetOf, at, at + lookMs ) );
			offsets.push( after );
		}
	}
	return { starts, offsets };
}

/** The first second at which the offset is no longer that of the start. */
function changeBetween(
	offsetOf: ( instant: number ) => number,
	start: number,
	end: number
): number {
	const before = offsetOf( start );
	let [ last, first ] = [ start / secondMs, end / secondMs ];
	while ( first - last > 1 ) {
		const middle = Math.floor( ( last + first ) / 2 );
		if ( offsetOf( middle * secondMs ) === before ) {
			last = middle;
		} else {
			first = middle;
		}
	}
	return first * secondMs;
}
