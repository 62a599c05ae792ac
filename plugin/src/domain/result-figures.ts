import type { Figures } from '@rappel/contract';

/** Null where there is nothing to divide by. */
const ratio = ( part: number, whole: number ) =>
	whole > 0 ? part / whole : null;

/** Over, and not cancelled: the two talked, or they did not. */
export const decided = ( { joined, missed }: Figures ) => joined + missed;

/** From 0 to 1. */
export const answerRate = ( figures: Figures ) =>
	ratio( figures.joined, decided( figures ) );

export const firstTryRate = ( figures: Figures ) =>
	ratio( figures.joinedAtFirstTry, decided( figures ) );

export const punctuality = ( { bookingsPunctual, bookingsDue }: Figures ) =>
	ratio( bookingsPunctual, bookingsDue );

export const meanTalkSeconds = ( { talkSeconds, joined }: Figures ) =>
	ratio( talkSeconds, joined );

export const answers = ( { scores }: Figures ) =>
	scores.reduce( ( sum, count ) => sum + count, 0 );

/** From 1 to 5. */
export const meanScore = ( figures: Figures ) =>
	ratio(
		figures.scores.reduce(
			( sum, count, place ) => sum + count * ( place + 1 ),
			0
		),
		answers( figures )
	);

export const meanCostMilli = ( { costMilli, requests }: Figures ) =>
	costMilli === null ? null : ratio( costMilli, requests );

export type Change = 'better' | 'worse' | 'more' | 'less' | 'same';

/** Which way is good; null: neither. */
export type Wish = 'high' | 'low' | null;

/** How a figure differs from the one before as both are shown; null where one of them is not known. */
export function changeOf(
	now: number | null,
	before: number | null,
	wish: Wish
): Change | null {
	if ( now === null || before === null ) {
		return null;
	}
	if ( now === before ) {
		return 'same';
	}
	if ( wish === null ) {
		return now > before ? 'more' : 'less';
	}
	return now > before === ( wish === 'high' ) ? 'better' : 'worse';
}
