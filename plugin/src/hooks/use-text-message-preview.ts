import { useEffect, useState } from '@wordpress/element';
import type { TextMessagePreview } from '@rappel/contract';
import type { Problem } from '../api/problem';
import { previewTextMessage, type PreviewQuestion } from '../api/text-messages';

const typingPauseMilliseconds = 400;

export interface Preview {
	/** The last one that came; null until the first. */
	value: TextMessagePreview | null;
	/** Null when the last question was answered. */
	problem: Problem | null;
	/** What is shown is older than what is typed. */
	isStale: boolean;
}

/** The message as it would be sent, asked anew once typing pauses. A late answer to an older text is dropped. */
export function useTextMessagePreview( question: PreviewQuestion ): Preview {
	const [ preview, setPreview ] = useState< Preview >( {
		value: null,
		problem: null,
		isStale: true,
	} );
	const asked = JSON.stringify( question );
	useEffect( () => {
		let isLatest = true;
		setPreview( ( known ) => ( { ...known, isStale: true } ) );
		const timer = setTimeout( async () => {
			try {
				const value = await previewTextMessage( JSON.parse( asked ) );
				if ( isLatest ) {
					setPreview( { value, problem: null, isStale: false } );
				}
			} catch ( error ) {
				if ( isLatest ) {
					setPreview( ( known ) => ( {
						...known,
						problem: error as Problem,
						isStale: false,
					} ) );
				}
			}
		}, typingPauseMilliseconds );
		return () => {
			isLatest = false;
			clearTimeout( timer );
		};
	}, [ asked ] );
	return preview;
}
