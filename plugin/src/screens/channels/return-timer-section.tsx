import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { Section } from '../../components/section';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

/** Minutes to begin with, once somebody switches it on. */
const firstMinutes = 15;

/** What happens with a request that nobody handles. */
export function ReturnTimerSection( editing: ChannelDraft ) {
	const { draft, changePart } = editing;
	const { minutes } = draft.returnTimer;
	const change = ( changed: number | null ) =>
		changePart( 'returnTimer', { minutes: changed } );
	return (
		<Section
			id="rappel-return-timer"
			title={ __( 'Return timer', 'rappel' ) }
			description={ __(
				'So that no request is forgotten, even one that waits for somebody in particular.',
				'rappel'
			) }
		>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Pass on what nobody handles', 'rappel' ) }
				help={ __(
					'After so long its own agent is waited for no more, and the team is asked. After as long again, those who supervise are told.',
					'rappel'
				) }
				checked={ minutes !== null }
				onChange={ ( isOn ) => change( isOn ? firstMinutes : null ) }
			/>
			{ minutes !== null && (
				<DraftFigure
					editing={ editing }
					path="returnTimer.minutes"
					label={ __( 'Pass on after', 'rappel' ) }
					unit={ __( 'minutes', 'rappel' ) }
					value={ minutes }
					onChange={ change }
				/>
			) }
		</Section>
	);
}
