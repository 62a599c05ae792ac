import type { Hours } from '../../availability/domain/hours.js';
import { openingAt } from '../../availability/domain/opening.js';

const furthestMs = 14 * 86_400_000;

export interface TheirOpening {
	/** One of the channels is open. */
	isInHours: boolean;
	/** When the next opening period of one of them begins; null: none does within two weeks, or one never closes. */
	opensAt: Date | null;
}

/** What the opening hours of somebody's channels say at an instant. */
export function theirOpening(
	channels: readonly Hours[],
	now: Date
): TheirOpening {
	const openings = channels.map( ( hours ) => {
		const { open, changesAt, nextOpeningAt } = openingAt( hours, now );
		return {
			open,
			neverCloses: open && changesAt === null,
			opensAt:
				open && changesAt
					? openingAt( hours, changesAt ).nextOpeningAt
					: nextOpeningAt,
		};
	} );
	const [ first = null ] = openings
		.flatMap( ( { opensAt } ) => opensAt ?? [] )
		.toSorted( ( a, b ) => a.getTime() - b.getTime() );
	const isKnown =
		first !== null &&
		first.getTime() - now.getTime() <= furthestMs &&
		! openings.some( ( { neverCloses } ) => neverCloses );
	return {
		isInHours: openings.some( ( { open } ) => open ),
		opensAt: isKnown ? first : null,
	};
}
