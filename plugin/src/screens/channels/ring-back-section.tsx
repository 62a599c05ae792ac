import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ChoiceField } from '../../components/fields';
import { Section } from '../../components/section';
import { doesApply } from '../../domain/applicability';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

/** Somebody rings the number that called them. */
export function RingBackSection( { draft, errors, changePart }: ChannelDraft ) {
	const { ringBack } = draft;
	return (
		<Section
			id="rappel-ring-back"
			title={ __( 'Incoming callback', 'rappel' ) }
			description={ __(
				'A client who missed your call rings the number that they saw.',
				'rappel'
			) }
		>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Join whoever rings back', 'rappel' ) }
				help={ __(
					'They are recognised by their number and joined with your side during the opening hours.',
					'rappel'
				) }
				checked={ ringBack.enabled }
				onChange={ ( enabled ) =>
					changePart( 'ringBack', { enabled } )
				}
			/>
			{ doesApply( 'ringBack.otherwise', draft ) && (
				<ChoiceField
					path="ringBack.otherwise"
					label={ __(
						'Outside the hours, or with nobody there',
						'rappel'
					) }
					error={ errors[ 'ringBack.otherwise' ] }
					value={ ringBack.otherwise }
					onChange={ ( otherwise ) =>
						changePart( 'ringBack', { otherwise } )
					}
					options={ [
						{
							value: 'message',
							label: __( 'They hear a sentence', 'rappel' ),
						},
						{
							value: 'voicemail',
							label: __( 'They may leave a message', 'rappel' ),
						},
					] }
				/>
			) }
		</Section>
	);
}
