import type { AgentHours, OpeningHours } from '@rappel/contract';
import { openingSpans } from './opening-spans.js';
import { capacityOf, type CapacityStep } from './slots-places.js';
import type { Span } from './span.js';
import type { OffsetTable } from './zone.js';

export interface TeamTime {
	/** The channel's. */
	hours: OpeningHours;
	/** When the channel is open, within the window. */
	opening: readonly Span[];
	/** Of each who could be called. */
	team: readonly AgentHours[];
	zone: OffsetTable;
	window: Span;
}

/**
 * How many of a team have hours, from one change to the next. Who has no week of their own works whenever the channel is open; who
 * has one works then, public holidays or not: the channel's hours say whether slots are offered at all.
 */
export function teamCapacity( {
	hours,
	opening,
	team,
	zone,
	window,
}: TeamTime ): CapacityStep[] {
	return capacityOf(
		team.map( ( { weekly, leave } ) => {
			if ( weekly === null && leave.length === 0 ) {
				return opening;
			}
			const own: OpeningHours = {
				...hours,
				always: weekly === null,
				weekly: weekly ?? [],
				exceptions: [],
				pauses: leave,
			};
			return openingSpans( own, new Set(), zone, window );
		} )
	);
}
