import { BaseControl, CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

/** Answering machines and faxes, on each side apart. */
export function MachineFields( {
	draft: {
		calls: { endOnMachine },
	},
	changePart,
}: ChannelDraft ) {
	const change = ( changes: Partial< typeof endOnMachine > ) =>
		changePart( 'calls', {
			endOnMachine: { ...endOnMachine, ...changes },
		} );
	return (
		<fieldset className="rappel-choices">
			<BaseControl.VisualLabel as="legend">
				{ __( 'Hang up on answering machines', 'rappel' ) }
			</BaseControl.VisualLabel>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'On your side', 'rappel' ) }
				checked={ endOnMachine.company }
				onChange={ ( company ) => change( { company } ) }
			/>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'On the client’s side', 'rappel' ) }
				checked={ endOnMachine.client }
				onChange={ ( client ) => change( { client } ) }
			/>
			<p className="rappel-help">
				{ __(
					'Detection costs a little per call. In doubt, a voice counts as a person.',
					'rappel'
				) }
			</p>
		</fieldset>
	);
}
