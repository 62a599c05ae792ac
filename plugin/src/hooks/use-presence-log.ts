import { useCallback, useState } from '@wordpress/element';
import type { PresenceLog } from '@rappel/contract';
import { readPresenceLog } from '../api/presence-log';
import type { Problem } from '../api/problem';
import { useLoaded } from './use-loaded';

export interface PresenceLogState {
	/** The newest first; null until the first answer. */
	entries: PresenceLog[ 'entries' ] | null;
	problem: Problem | null;
	isLoading: boolean;
	hasMore: boolean;
	/** Adds the page after. */
	loadMore: () => void;
	reload: () => void;
}

/** The log of one agent, or, with an empty id, of all. */
export function usePresenceLog( userId: string ): PresenceLogState {
	const { value, problem, isLoading, reload, setValue } =
		useLoaded< PresenceLog >(
			useCallback( () => readPresenceLog( userId ), [ userId ] )
		);
	const [ isMoreLoading, setMoreLoading ] = useState( false );
	const [ moreProblem, setMoreProblem ] = useState< Problem | null >( null );
	const loadMore = async () => {
		if ( ! value?.nextCursor || isMoreLoading ) {
			return;
		}
		setMoreLoading( true );
		setMoreProblem( null );
		try {
			const next = await readPresenceLog( userId, value.nextCursor );
			setValue( {
				...next,
				entries: [ ...value.entries, ...next.entries ],
			} );
		} catch ( error ) {
			setMoreProblem( error as Problem );
		}
		setMoreLoading( false );
	};
	return {
		entries: value?.entries ?? null,
		problem: problem ?? moreProblem,
		isLoading: isLoading || isMoreLoading,
		hasMore: !! value?.nextCursor,
		loadMore: () => void loadMore(),
		reload: () => void ( moreProblem ? loadMore() : reload() ),
	};
}
