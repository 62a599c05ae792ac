import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Supervise } from '@rappel/contract';
import { supervise } from '../../api/live';
import type { Problem } from '../../api/problem';
import {
	supervisionModes,
	supervisionSentence,
	supervisionWord,
} from '../../domain/live-words';

/** Into somebody's conversation, by one's own phone: unheard, heard by the agent, heard by both. */
export function Supervision( { requestId }: { requestId: string } ) {
	const [ asked, setAsked ] = useState< Supervise[ 'mode' ] | null >( null );
	const [ isBusy, setBusy ] = useState( false );
	const [ problem, setProblem ] = useState( '' );
	const [ sentence, setSentence ] = useState( '' );
	const choose = async ( mode: Supervise[ 'mode' ] ) => {
		setBusy( true );
		setAsked( mode );
		setProblem( '' );
		setSentence( '' );
		try {
			const { state } = await supervise( requestId, mode );
			const said =
				state === 'in_call'
					? inCallSentence( mode )
					: supervisionSentence( mode );
			setSentence( said );
			speak( said );
		} catch ( error ) {
			setProblem( ( error as Problem ).detail );
		}
		setBusy( false );
	};
	return (
		<div
			className="rappel-supervision"
			role="group"
			aria-label={ __( 'Supervise this call', 'rappel' ) }
		>
			{ supervisionModes.map( ( mode ) => (
				<Button
					key={ mode }
					size="compact"
					variant="secondary"
					isBusy={ isBusy && asked === mode }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => void choose( mode ) }
				>
					{ supervisionWord( mode ) }
				</Button>
			) ) }
			{ sentence && <p>{ sentence }</p> }
			{ problem && (
				<p className="rappel-field-error" role="alert">
					{ problem }
				</p>
			) }
		</div>
	);
}

/** One is in the call already: only how one is heard has changed. */
function inCallSentence( mode: Supervise[ 'mode' ] ): string {
	switch ( mode ) {
		case 'listen':
			return __( 'Nobody hears you now.', 'rappel' );
		case 'whisper':
			return __( 'Only the agent hears you now.', 'rappel' );
		case 'join':
			return __( 'Both hear you now.', 'rappel' );
	}
}
