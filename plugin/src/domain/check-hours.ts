import { __ } from '@wordpress/i18n';
import type { Closure, OpeningHours, WeeklyRange } from '@rappel/contract';
import { days, overlapping, rangesOf } from './opening-hours';

type Errors = Record< string, string >;

/** Sentences by field: "openingHours.1" for Monday, "openingHours.exceptions.2026-12-24", "openingHours.pauses.0". */
export function checkHours( {
	always,
	weekly,
	exceptions,
	pauses,
}: OpeningHours ): Errors {
	return {
		...( ! always && checkWeek( weekly, 'openingHours' ) ),
		...told(
			exceptions.map( ( { date, ranges } ) => [
				`openingHours.exceptions.${ date }`,
				rangesFault( ranges ),
			] )
		),
		...checkClosures( pauses, 'openingHours.pauses' ),
	};
}

/** Sentences by `${ path }.${ day }`. */
export const checkWeek = ( weekly: WeeklyRange[], path: string ): Errors =>
	told(
		days.map( ( day ) => [
			`${ path }.${ day }`,
			rangesFault( rangesOf( weekly, day ) ),
		] )
	);

/** Sentences by `${ path }.${ place }`. */
export const checkClosures = ( closures: Closure[], path: string ): Errors =>
	told(
		closures.map( ( closure, place ) => [
			`${ path }.${ place }`,
			closureFault( closure ),
		] )
	);

/** Of the ranges of one day; empty when there is nothing to mend. */
export function rangesFault(
	ranges: Pick< WeeklyRange, 'from' | 'to' >[]
): string {
	if ( ranges.some( ( { from, to } ) => ! from || ! to ) ) {
		return __(
			'Fill in both times of each range, or remove the range.',
			'rappel'
		);
	}
	return overlapping( ranges ).length > 0
		? __(
				'Two ranges of this day overlap. Change or remove one.',
				'rappel'
			)
		: '';
}

function closureFault( { from, to }: Closure ): string {
	if ( ! from || ! to ) {
		return __(
			'Say from when until when, day and time, or remove it.',
			'rappel'
		);
	}
	return to <= from
		? __( 'It ends before it begins. Change one of the two.', 'rappel' )
		: '';
}

const told = ( faults: [ string, string ][] ): Errors =>
	Object.fromEntries( faults.filter( ( [ , sentence ] ) => sentence ) );
