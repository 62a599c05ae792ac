import { ToggleControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { ChoiceField } from '../../components/fields';
import { Section } from '../../components/section';
import { doesApply } from '../../domain/applicability';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { RecipientsField } from './recipients-field';
import { TestAlert } from './test-alert';

interface SurveySectionProps {
	editing: ChannelDraft;
	/** Null while the channel is not saved yet. */
	channelId: string | null;
}

/** One question after the call, and who is told of a bad answer. */
export function SurveySection( { editing, channelId }: SurveySectionProps ) {
	const { draft, errors, changePart, isDirty } = editing;
	const { survey } = draft;
	const change = ( changes: Partial< typeof survey > ) =>
		changePart( 'survey', changes );
	return (
		<Section
			id="rappel-survey"
			title={ __( 'Survey', 'rappel' ) }
			description={ __(
				'After the call, the client presses 1 (not at all satisfied) to 5 (very satisfied).',
				'rappel'
			) }
		>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Ask after the call', 'rappel' ) }
				help={ __(
					'Also when your side hangs up first: the client is asked to stay on the line.',
					'rappel'
				) }
				checked={ survey.enabled }
				onChange={ ( enabled ) => change( { enabled } ) }
			/>
			{ doesApply( 'survey.alertAtOrBelow', draft ) && (
				<ChoiceField
					path="survey.alertAtOrBelow"
					label={ __( 'Send an e-mail', 'rappel' ) }
					error={ errors[ 'survey.alertAtOrBelow' ] }
					value={ String( survey.alertAtOrBelow ?? '' ) }
					onChange={ ( score ) =>
						change( {
							alertAtOrBelow: score ? Number( score ) : null,
						} )
					}
					options={ [
						{ value: '', label: __( 'Never', 'rappel' ) },
						...[ 1, 2, 3, 4, 5 ].map( ( score ) => ( {
							value: String( score ),
							label:
								score === 1
									? __( 'When the score is 1', 'rappel' )
									: sprintf(
											/* translators: %d: a score from 2 to 5. */
											__(
												'When the score is %d or less',
												'rappel'
											),
											score
										),
						} ) ),
					] }
				/>
			) }
			{ doesApply( 'survey.recipients', draft ) && (
				<>
					<RecipientsField
						error={ errors[ 'survey.recipients' ] }
						value={ survey.recipients }
						onChange={ ( recipients ) => change( { recipients } ) }
					/>
					<TestAlert
						channelId={ channelId }
						isSaved={ ! isDirty && survey.recipients.length > 0 }
					/>
				</>
			) }
		</Section>
	);
}
