import { RadioControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Channel } from '@rappel/contract';
import { saveChannel } from '../../api/channels';
import { ProblemNotice } from '../../components/problem-notice';
import { WeekEditor } from '../../components/week/week-editor';
import { ZoneNote } from '../../components/zone-note';
import { draftOf, placeErrors } from '../../domain/channel-draft';
import { hoursFaults, ordinaryWeek } from '../../domain/first-channel';
import { stateOf } from '../../domain/set-up-steps';
import { useSending } from '../../hooks/use-sending';
import { StepFrame, type StepProps } from './step-frame';

/** When visitors may be called. */
export function HoursStep( props: StepProps ) {
	const { channel } = props.facts;
	return channel ? <Hours { ...props } channel={ channel } /> : null;
}

function Hours( {
	facts,
	channel,
	takesFocus,
	onDone,
	onSkip,
}: StepProps & { channel: Channel } ) {
	const start = draftOf( channel );
	const [ hours, setHours ] = useState( {
		...start.openingHours,
		...( start.openingHours.weekly.length === 0 && {
			weekly: ordinaryWeek(),
		} ),
	} );
	const { isBusy, errors, problem, send } = useSending();
	const draft = { ...start, openingHours: hours };
	const shownErrors = placeErrors( errors, draft );
	const submit = () =>
		send( async () => {
			await saveChannel( channel.id, {
				settings: draft,
				version: channel.version,
			} );
			await onDone();
		}, hoursFaults( draft ) );
	return (
		<StepFrame
			step="hours"
			takesFocus={ takesFocus }
			description={ __(
				'When visitors may be called: at once, or at a time they pick within these hours. Holidays and exceptions are among the channel’s settings.',
				'rappel'
			) }
			submitLabel={ __( 'Save and continue', 'rappel' ) }
			isBusy={ isBusy }
			onSubmit={ () => void submit() }
			{ ...( stateOf( 'hours', facts ) !== 'done' && { onSkip } ) }
		>
			{ problem && <ProblemNotice problem={ problem } /> }
			<ZoneNote />
			<RadioControl
				label={ __( 'Opening', 'rappel' ) }
				hideLabelFromVision
				selected={ hours.always ? 'always' : 'weekly' }
				onChange={ ( choice ) =>
					setHours( { ...hours, always: choice === 'always' } )
				}
				options={ [
					{
						label: __( 'Always open: 24 hours, 7 days', 'rappel' ),
						value: 'always',
					},
					{
						label: __( 'Hours of the week', 'rappel' ),
						value: 'weekly',
					},
				] }
			/>
			{ ! hours.always && (
				<WeekEditor
					path="openingHours"
					weekly={ hours.weekly }
					errors={ shownErrors }
					onChange={ ( weekly ) => setHours( { ...hours, weekly } ) }
				/>
			) }
			{ shownErrors.openingHours && (
				<p className="rappel-field-error">
					{ shownErrors.openingHours }
				</p>
			) }
			{ stateOf( 'hours', facts ) !== 'done' && (
				<p className="rappel-help">
					{ __(
						'Skipped: the channel stays closed until it has hours.',
						'rappel'
					) }
				</p>
			) }
		</StepFrame>
	);
}
