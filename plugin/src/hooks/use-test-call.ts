import { useCallback, useState } from '@wordpress/element';
import type { ChannelTestCall, Language } from '@rappel/contract';
import { readTestCall, startTestCall } from '../api/channel-checks';
import type { Problem } from '../api/problem';
import { usePolling } from './use-polling';

const askedEveryMilliseconds = 1_000;

export interface TestCall {
	/** Null before the first. */
	call: ChannelTestCall | null;
	problem: Problem | null;
	/** The phone is being called, or rings. */
	isUnderWay: boolean;
	start: ( number: string ) => Promise< void >;
}

/** A call to one number, followed until it was answered or failed. */
export function useTestCall( channelId: string, language: Language ): TestCall {
	const [ call, setCall ] = useState< ChannelTestCall | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ isStarting, setStarting ] = useState( false );
	const isRinging = call?.state === 'calling' || call?.state === 'ringing';
	const isFollowed = isRinging || call?.state === 'answered';

	usePolling(
		useCallback( async () => {
			if ( call ) {
				try {
					setCall(
						await readTestCall( channelId, call.id, language )
					);
				} catch {
					// It is asked again in a moment.
				}
			}
		}, [ channelId, call, language ] ),
		isFollowed ? askedEveryMilliseconds : null
	);

	return {
		call,
		problem,
		isUnderWay: isStarting || isRinging,
		start: async ( number ) => {
			setStarting( true );
			setProblem( null );
			setCall( null );
			try {
				setCall( await startTestCall( channelId, number, language ) );
			} catch ( error ) {
				setProblem( error as Problem );
			}
			setStarting( false );
		},
	};
}
