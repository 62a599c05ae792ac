import apiFetch from '@wordpress/api-fetch';
import { useCallback, useEffect, useState } from '@wordpress/element';
import type { ChannelName } from '@rappel/contract';

export type ChannelNames =
	| { state: 'loading' }
	| { state: 'loaded'; channels: ChannelName[] }
	/** `problem` is a sentence for the editor, from WordPress or the service. */
	| { state: 'failed'; code: string; problem: string };

interface Failure {
	code?: string;
	message?: string;
}

/** The channels by name, as an editor without Rappel's capabilities may know them. */
export function useChannelNames(): { names: ChannelNames; retry: () => void } {
	const [ names, setNames ] = useState< ChannelNames >( {
		state: 'loading',
	} );
	const [ round, setRound ] = useState( 0 );
	useEffect( () => {
		let isCurrent = true;
		apiFetch< ChannelName[] | { channels: ChannelName[] } >( {
			path: '/rappel/v1/channel-names',
		} )
			.then( ( answer ) => {
				if ( isCurrent ) {
					setNames( {
						state: 'loaded',
						channels: Array.isArray( answer )
							? answer
							: answer.channels,
					} );
				}
			} )
			.catch( ( { code = '', message = '' }: Failure ) => {
				if ( isCurrent ) {
					setNames( { state: 'failed', code, problem: message } );
				}
			} );
		return () => {
			isCurrent = false;
		};
	}, [ round ] );
	const retry = useCallback( () => {
		setNames( { state: 'loading' } );
		setRound( ( value ) => value + 1 );
	}, [] );
	return { names, retry };
}
