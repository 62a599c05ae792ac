import type { CallSettings } from '@rappel/contract';

/** What decides when somebody's turn is. */
export interface Turn {
	/** 1 is asked first. */
	priority: number;
	/** When a call was last offered to them; null: never. */
	lastOfferedAt: Date | null;
	/** Since when they have had nothing to do; null: always. */
	idleSince: Date | null;
}

/**
 * In the order in which they are asked: by priority, and among those of the same priority by the channel's distribution. Who
 * ties stays in the order given. `all_at_once` rings those of one priority together, and has no order among them.
 */
export function inCallOrder< T extends Turn >(
	agents: readonly T[],
	distribution: CallSettings[ 'distribution' ]
): T[] {
	return agents.toSorted(
		( a, b ) =>
			a.priority - b.priority ||
			rank( distribution, a ) - rank( distribution, b )
	);
}

/** The lower is asked first. */
function rank(
	distribution: CallSettings[ 'distribution' ],
	{ lastOfferedAt, idleSince }: Turn
): number {
	switch ( distribution ) {
		case 'round_robin':
			return lastOfferedAt?.getTime() ?? 0;
		case 'longest_idle':
			return idleSince?.getTime() ?? 0;
		case 'in_order':
		case 'all_at_once':
			return 0;
	}
}
