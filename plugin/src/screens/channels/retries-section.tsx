import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { Section } from '../../components/section';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { RetryFields } from './retry-fields';

/** What happens when one of the two cannot be had. */
export function RetriesSection( editing: ChannelDraft ) {
	const { draft, changePart } = editing;
	return (
		<Section
			id="rappel-retries"
			title={ __( 'New attempts', 'rappel' ) }
			description={ __(
				'When one side cannot be had. A number that does not exist, or whose owner asked not to be called, is never called again.',
				'rappel'
			) }
		>
			<RetryFields
				editing={ editing }
				side="company"
				title={ __( 'When your side cannot be had', 'rappel' ) }
			/>
			<RetryFields
				editing={ editing }
				side="client"
				title={ __( 'When the client cannot be had', 'rappel' ) }
			/>
			<DraftFigure
				editing={ editing }
				path="retries.shortCallSeconds"
				label={ __( 'A call is short under', 'rappel' ) }
				unit={ __( 'seconds', 'rappel' ) }
				help={ __( '0: no call counts as short.', 'rappel' ) }
				value={ draft.retries.shortCallSeconds }
				onChange={ ( shortCallSeconds ) =>
					changePart( 'retries', { shortCallSeconds } )
				}
			/>
		</Section>
	);
}
