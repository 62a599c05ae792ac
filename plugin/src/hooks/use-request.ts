import { speak } from '@wordpress/a11y';
import { useCallback, useEffect, useRef } from '@wordpress/element';
import type { RequestDetail } from '@rappel/contract';
import { readRequest } from '../api/requests';
import { isLive, stateWord } from '../domain/request-words';
import { useLoaded, type Loaded } from './use-loaded';
import { usePolling } from './use-polling';

const livePollMilliseconds = 2_000;

/** One request, kept fresh while it is live; a change of its state is announced. */
export function useRequest( id: string ): Loaded< RequestDetail > {
	const loaded = useLoaded( useCallback( () => readRequest( id ), [ id ] ) );
	const { value, reload } = loaded;
	usePolling(
		reload,
		value && isLive( value ) ? livePollMilliseconds : null
	);
	const state = value?.state;
	const before = useRef( state );
	useEffect( () => {
		if ( state && before.current && state !== before.current ) {
			speak( stateWord( state ) );
		}
		before.current = state;
	}, [ state ] );
	return loaded;
}
