import { dayAfter } from './local-days.js';

/**
 * A site's clock is another than before: which days have to be added up again, in this order, so that the days from first to last are
 * right. Requests of a day that was added up by the old clock belong to it or to a neighbour now. Neighbours come first: as long
 * as the day itself is of the old clock, whoever is interrupted, or looks later, finds it.
 *
 * @param others The days that were added up by another clock, from two days before the first to two after the last.
 * @param first
 * @param last
 */
export function daysToRedo(
	others: ReadonlySet< string >,
	first: string,
	last: string
): string[] {
	const near = [ ...others ].filter(
		( day ) => day >= dayAfter( first, -1 ) && day <= dayAfter( last, 1 )
	);
	const neighbours = near
		.flatMap( ( day ) => [ dayAfter( day, -1 ), dayAfter( day, 1 ) ] )
		.filter( ( day ) => ! others.has( day ) );
	return [ ...new Set( [ ...neighbours, ...near ] ) ];
}
