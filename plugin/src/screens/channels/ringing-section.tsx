import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { Section } from '../../components/section';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { KeysFields } from './keys-fields';

/** What is asked by keys, how long phones ring and how long people are left alone. */
export function RingingSection( editing: ChannelDraft ) {
	return (
		<Section
			id="rappel-ringing"
			title={ __( 'Keys and durations', 'rappel' ) }
			description={ __(
				'What either side is asked before the two are joined, and how long everything lasts.',
				'rappel'
			) }
		>
			<KeysFields { ...editing } />
			<Durations { ...editing } />
		</Section>
	);
}

function Durations( editing: ChannelDraft ) {
	const { draft, changePart } = editing;
	const { calls } = draft;
	const change = ( changes: Partial< typeof calls > ) =>
		changePart( 'calls', changes );
	const seconds = __( 'seconds', 'rappel' );
	const isTeam = calls.routing === 'team';
	return (
		<div className="rappel-figures">
			<DraftFigure
				editing={ editing }
				path="calls.companyRingSeconds"
				label={
					isTeam
						? __( 'Each agent’s phone rings for', 'rappel' )
						: __( 'Your phone rings for', 'rappel' )
				}
				unit={ seconds }
				value={ calls.companyRingSeconds }
				onChange={ ( companyRingSeconds ) =>
					change( { companyRingSeconds } )
				}
			/>
			<DraftFigure
				editing={ editing }
				path="calls.clientRingSeconds"
				label={ __( 'The client’s phone rings for', 'rappel' ) }
				unit={ seconds }
				value={ calls.clientRingSeconds }
				onChange={ ( clientRingSeconds ) =>
					change( { clientRingSeconds } )
				}
			/>
			<DraftFigure
				editing={ editing }
				path="calls.maximumTalkSeconds"
				label={ __( 'Longest conversation', 'rappel' ) }
				unit={ seconds }
				help={ __( 'Both are cut off after it.', 'rappel' ) }
				value={ calls.maximumTalkSeconds }
				onChange={ ( maximumTalkSeconds ) =>
					change( { maximumTalkSeconds } )
				}
			/>
			<DraftFigure
				editing={ editing }
				path="calls.wrapUpSeconds"
				label={ __( 'Pause after each call', 'rappel' ) }
				unit={ seconds }
				help={ __(
					'So long an agent is left alone, to write notes.',
					'rappel'
				) }
				value={ calls.wrapUpSeconds }
				onChange={ ( wrapUpSeconds ) => change( { wrapUpSeconds } ) }
			/>
			<DraftFigure
				editing={ editing }
				path="calls.ownerWaitMinutes"
				label={ __( 'Wait for the client’s own agent', 'rappel' ) }
				unit={ __( 'minutes', 'rappel' ) }
				help={ __( 'Then anybody of the team takes it.', 'rappel' ) }
				value={ calls.ownerWaitMinutes }
				onChange={ ( ownerWaitMinutes ) =>
					change( { ownerWaitMinutes } )
				}
			/>
		</div>
	);
}
