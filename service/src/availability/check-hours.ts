import type {
	AgentHours,
	Closure,
	OpeningHours,
	WeeklyRange,
} from '@rappel/contract';
import { ZodError } from 'zod';
import { isoDate, dayOf, localMs, minuteOfDay } from './domain/local-time.js';
import { isKnownHolidayPlace } from './holidays.js';

type Path = readonly ( string | number )[];

/** What a schema cannot see; each has a sentence, `validation.<code>`. */
export type HoursFaultCode =
	| 'ranges_overlap'
	| 'date_twice'
	| 'ends_before_start'
	| 'date_unknown'
	| 'country_unknown'
	| 'region_unknown';

interface HoursFault {
	code: HoursFaultCode;
	path: Path;
}

/**
 * Opening hours that were typed make sense: no range of the week or of a date overlaps another, no date has two exceptions, no pause
 * ends before it begins, and there is such a country and region.
 *
 * @throws {ZodError} With every fault, as a schema does.
 */
export function checkOpeningHours( hours: OpeningHours, path: Path ): void {
	refuse( path, [
		...overlapsInWeek( hours.weekly, [ 'weekly' ] ),
		...exceptionFaults( hours.exceptions ),
		...holidayFaults( hours.holidays ),
		...closureFaults( hours.pauses, [ 'pauses' ] ),
	] );
}

/**
 * As checkOpeningHours, of an agent's own week and leave.
 *
 * @throws {ZodError}
 */
export function checkAgentHours( { weekly, leave }: AgentHours ): void {
	refuse(
		[],
		[
			...overlapsInWeek( weekly ?? [], [ 'weekly' ] ),
			...closureFaults( leave, [ 'leave' ] ),
		]
	);
}

function refuse( path: Path, faults: readonly HoursFault[] ): void {
	if ( faults.length > 0 ) {
		throw new ZodError(
			faults.map( ( fault ) => ( {
				code: 'custom',
				path: [ ...path, ...fault.path ],
				message: fault.code,
				params: { fault: fault.code },
				input: undefined,
			} ) )
		);
	}
}

interface Placed {
	start: number;
	end: number;
	path: Path;
}

const minutesOfDay = 1_440;
const minutesOfWeek = 7 * minutesOfDay;

/** Also with one that began the evening before, from Sunday into Monday too. */
function overlapsInWeek(
	weekly: readonly WeeklyRange[],
	path: Path
): HoursFault[] {
	const placed = weekly.map( ( range, index ) =>
		placedAt( range, ( range.day - 1 ) * minutesOfDay, [ ...path, index ] )
	);
	const nextMonday = placed
		.filter( ( { start } ) => start < minutesOfDay )
		.map( ( { start, end, path: at } ) => ( {
			start: start + minutesOfWeek,
			end: end + minutesOfWeek,
			path: at,
		} ) );
	return overlaps( [ ...placed, ...nextMonday ] );
}

function exceptionFaults(
	exceptions: OpeningHours[ 'exceptions' ]
): HoursFault[] {
	const seen = new Set< string >();
	return exceptions.flatMap( ( { date, ranges }, index ): HoursFault[] => {
		const twice = seen.has( date );
		seen.add( date );
		return [
			...( twice
				? [
						{
							code: 'date_twice' as const,
							path: [ 'exceptions', index, 'date' ],
						},
					]
				: [] ),
			...overlaps(
				ranges.map( ( range, rangeIndex ) =>
					placedAt( range, 0, [
						'exceptions',
						index,
						'ranges',
						rangeIndex,
					] )
				)
			),
		];
	} );
}

function placedAt(
	{ from, to }: { from: string; to: string },
	offset: number,
	path: Path
): Placed {
	const start = minuteOfDay( from );
	const end = minuteOfDay( to );
	return {
		start: offset + start,
		end: offset + ( end > start ? end : end + minutesOfDay ),
		path,
	};
}

/** The later one of each two is at fault, once. */
function overlaps( placed: readonly Placed[] ): HoursFault[] {
	const faults = new Map< string, HoursFault >();
	let until = -Infinity;
	for ( const { start, end, path } of placed.toSorted(
		( a, b ) => a.start - b.start
	) ) {
		if ( start < until ) {
			faults.set( path.join( '.' ), {
				code: 'ranges_overlap',
				path: [ ...path, 'from' ],
			} );
		}
		until = Math.max( until, end );
	}
	return [ ...faults.values() ];
}

function holidayFaults( settings: OpeningHours[ 'holidays' ] ): HoursFault[] {
	if ( settings.country === null ) {
		return [];
	}
	const known = isKnownHolidayPlace( settings );
	if ( ! known.country ) {
		return [ { code: 'country_unknown', path: [ 'holidays', 'country' ] } ];
	}
	return known.region
		? []
		: [ { code: 'region_unknown', path: [ 'holidays', 'region' ] } ];
}

function closureFaults(
	closures: readonly Closure[],
	path: Path
): HoursFault[] {
	return closures.flatMap( ( { from, to }, index ): HoursFault[] => {
		const unknown = ( [ 'from', 'to' ] as const ).filter(
			( edge ) => ! exists( edge === 'from' ? from : to )
		);
		if ( unknown.length > 0 ) {
			return unknown.map( ( edge ) => ( {
				code: 'date_unknown',
				path: [ ...path, index, edge ],
			} ) );
		}
		return from < to
			? []
			: [ { code: 'ends_before_start', path: [ ...path, index, 'to' ] } ];
	} );
}

/** No 30 February. */
function exists( moment: string ): boolean {
	const local = localMs( moment );
	return (
		! Number.isNaN( local ) &&
		isoDate( dayOf( local ) ) === moment.slice( 0, 10 )
	);
}
