import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { createLiveToken, readLive } from '../api/live';
import type { Problem } from '../api/problem';
import { followEvent, type LiveBoard } from '../domain/live-board';
import {
	connectLive,
	type LiveConnection,
	type LiveMode,
} from './live-connection';

export interface Live {
	/** Null until the first snapshot; what is known stays while the connection is lost. */
	board: LiveBoard | null;
	mode: LiveMode;
	/** Null when what was asked last worked. */
	problem: Problem | null;
	/** After something was done: the stream tells by itself, WordPress is asked at once. */
	refresh: () => void;
}

/** The Live dashboard’s board, followed as long as the screen is there. */
export function useLive(): Live {
	const [ board, setBoard ] = useState< LiveBoard | null >( null );
	const [ mode, setMode ] = useState< LiveMode >( 'connecting' );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const connection = useRef< LiveConnection | null >( null );
	useEffect( () => {
		const opened = connectLive(
			{ createToken: createLiveToken, read: readLive },
			{
				onEvent: ( event ) => {
					const heardAt = new Date();
					setBoard( ( known ) =>
						followEvent( known, event, heardAt )
					);
				},
				onMode: setMode,
				onProblem: setProblem,
			}
		);
		connection.current = opened;
		return () => opened.close();
	}, [] );
	const refresh = useCallback( () => connection.current?.refresh(), [] );
	return { board, mode, problem, refresh };
}
