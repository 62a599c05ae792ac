import { useEffect, useState } from '@wordpress/element';
import type { LiveRequest } from '@rappel/contract';
import type { LiveBoard } from '../domain/live-board';
import { onMyPhone } from '../domain/live-sections';

export interface MyCall {
	/** Rings on my phone, or I am on the line with them; or I was, until it is put away. Null: none. */
	request: LiveRequest | null;
	isOver: boolean;
	putAway: () => void;
}

/** The call on my own phone. After a talk it stays, so that its outcome can be noted. */
export function useMyCall( board: LiveBoard | null, userId: number ): MyCall {
	const current = ( board && onMyPhone( board, userId ) ) ?? null;
	const [ last, setLast ] = useState< LiveRequest | null >( null );
	useEffect( () => {
		if ( current ) {
			setLast( current.talkingSince ? current : null );
		}
	}, [ current ] );
	return {
		request: current ?? last,
		isOver: ! current && !! last,
		putAway: () => setLast( null ),
	};
}
