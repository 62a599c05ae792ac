import type { Presence } from '@rappel/contract';

/** What a key asks for. */
export type MenuStep =
	| { type: 'say'; status: Presence[ 'status' ] }
	| { type: 'ask_again' }
	| { type: 'give_up' };

const statuses: ReadonlyMap< string | null, Presence[ 'status' ] > = new Map( [
	[ '1', 'online' ],
	[ '2', 'away' ],
	[ '3', 'offline' ],
] );

/**
 * 1 online, 2 away, 3 offline [N17]. Any other key, or none in time, is asked once more, and changes nothing then.
 *
 * @param digits Null: none in time.
 * @param again  It was the second time.
 */
export function menuStep( digits: string | null, again: boolean ): MenuStep {
	const status = statuses.get( digits );
	if ( status ) {
		return { type: 'say', status };
	}
	return { type: again ? 'give_up' : 'ask_again' };
}
