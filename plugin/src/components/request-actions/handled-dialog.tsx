import { RadioControl, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { outcomes, outcomeWord } from '../../domain/request-actions';
import type { Outcome } from '../../domain/request-actions';
import { ActionDialog, type RequestDialogProps } from './action-dialog';

/** As many characters as the contract takes. */
const longestNote = 500;

/** What came of them, and a note. */
export function HandledDialog( dialog: RequestDialogProps ) {
	const [ outcome, setOutcome ] = useState< Outcome >( 'solved' );
	const [ note, setNote ] = useState( '' );
	const isAnyWaiting = dialog.requests.some(
		( { state } ) => state === 'queued' || state === 'scheduled'
	);
	return (
		<ActionDialog
			{ ...dialog }
			name="handled"
			actionOf={ () => ( {
				action: 'handled',
				outcome,
				note: note.trim() || null,
			} ) }
		>
			<RadioControl
				label={ __( 'What came of it', 'rappel' ) }
				selected={ outcome }
				onChange={ ( chosen ) => setOutcome( chosen as Outcome ) }
				options={ outcomes.map( ( value ) => ( {
					value,
					label: outcomeWord( value ),
				} ) ) }
			/>
			<TextareaControl
				__nextHasNoMarginBottom
				label={ __( 'Note of the outcome', 'rappel' ) }
				help={ __(
					'For your colleagues: the client does not see it.',
					'rappel'
				) }
				rows={ 3 }
				maxLength={ longestNote }
				value={ note }
				onChange={ setNote }
			/>
			{ isAnyWaiting && (
				<p className="rappel-help">
					{ __(
						'What still waits is cancelled: nobody is called any more.',
						'rappel'
					) }
				</p>
			) }
		</ActionDialog>
	);
}
