import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { Section } from '../../components/section';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

/** Recordings, with the client's spoken consent, and how long they and messages are kept. */
export function RecordingSection( editing: ChannelDraft ) {
	const { draft, changePart } = editing;
	const { recording } = draft;
	return (
		<Section
			id="rappel-recording"
			title={ __( 'Recording', 'rappel' ) }
			description={ __(
				'Nothing is recorded before the client has agreed by a key.',
				'rappel'
			) }
		>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Record conversations', 'rappel' ) }
				help={ __(
					'The client presses 1 to agree, 9 to go on without. The answer is kept with the request.',
					'rappel'
				) }
				checked={ recording.enabled }
				onChange={ ( enabled ) =>
					changePart( 'recording', { enabled } )
				}
			/>
			<DraftFigure
				editing={ editing }
				path="recording.retentionDays"
				label={ __( 'Keep recordings and messages for', 'rappel' ) }
				unit={ __( 'days', 'rappel' ) }
				help={ __(
					'Then they are deleted, here and at the telephone network.',
					'rappel'
				) }
				value={ recording.retentionDays }
				onChange={ ( retentionDays ) =>
					changePart( 'recording', { retentionDays } )
				}
			/>
		</Section>
	);
}
