import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { ChoiceField } from '../../components/fields';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

/** What is asked on the phone before the two are joined, and how long a key is waited for. */
export function KeysFields( editing: ChannelDraft ) {
	const { draft, errors, changePart } = editing;
	const { calls } = draft;
	const change = ( changes: Partial< typeof calls > ) =>
		changePart( 'calls', changes );
	return (
		<>
			<ChoiceField
				path="calls.confirmation"
				label={ __( '“Press 1 to take the call”', 'rappel' ) }
				help={ __(
					'Asked of your side when it answers. A mobile’s voicemail answers like a person, but presses no key.',
					'rappel'
				) }
				error={ errors[ 'calls.confirmation' ] }
				value={ calls.confirmation }
				onChange={ ( confirmation ) => change( { confirmation } ) }
				options={ [
					{
						value: 'mobiles',
						label: __( 'On mobile numbers', 'rappel' ),
					},
					{ value: 'always', label: __( 'Always', 'rappel' ) },
					{ value: 'never', label: __( 'Never', 'rappel' ) },
				] }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Give the client a choice of keys', 'rappel' ) }
				help={ __(
					'1 to accept the call, 2 to be called later, 3 to cancel.',
					'rappel'
				) }
				checked={ calls.clientKeys }
				onChange={ ( clientKeys ) => change( { clientKeys } ) }
			/>
			<div className="rappel-figures">
				<DraftFigure
					editing={ editing }
					path="calls.keySeconds"
					label={ __( 'Time to press a key', 'rappel' ) }
					unit={ __( 'seconds', 'rappel' ) }
					help={ __(
						'Longer for people who need it, for instance through a relay service.',
						'rappel'
					) }
					value={ calls.keySeconds }
					onChange={ ( keySeconds ) => change( { keySeconds } ) }
				/>
			</div>
		</>
	);
}
