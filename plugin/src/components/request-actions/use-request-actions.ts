import { useState } from '@wordpress/element';
import type { RequestAction } from '@rappel/contract';
import type { Problem } from '../../api/problem';
import { actOnRequests, type ActionResult } from '../../api/request-actions';

export interface RequestActions {
	isBusy: boolean;
	/** Why nothing was tried; null otherwise. What went wrong for one of them is in its result. */
	problem: Problem | null;
	/** Null when nothing was tried, or when it is being done already. Never rejects. */
	act: ( action: RequestAction ) => Promise< ActionResult[] | null >;
}

/** Does something with these requests, one thing at a time. */
export function useRequestActions( ids: string[] ): RequestActions {
	const [ isBusy, setBusy ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	return {
		isBusy,
		problem,
		act: async ( action ) => {
			if ( isBusy ) {
				return null;
			}
			setBusy( true );
			setProblem( null );
			try {
				return await actOnRequests( ids, action );
			} catch ( error ) {
				setProblem( error as Problem );
				return null;
			} finally {
				setBusy( false );
			}
		},
	};
}
