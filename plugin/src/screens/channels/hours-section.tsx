import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Section } from '../../components/section';
import { WeekEditor } from '../../components/week/week-editor';
import { ZoneNote } from '../../components/zone-note';
import { newDraft } from '../../domain/new-draft';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { SpecialDaysSection } from './special-days-section';

/** The week, and what is not like it. */
export function HoursSection( editing: ChannelDraft ) {
	return (
		<>
			<WeekSection { ...editing } />
			<SpecialDaysSection { ...editing } />
		</>
	);
}

function WeekSection( {
	draft: { openingHours, language },
	errors,
	changePart,
}: ChannelDraft ) {
	const { always, weekly } = openingHours;
	return (
		<Section
			id="rappel-hours"
			isWide
			title={ __( 'Opening hours', 'rappel' ) }
			description={ __(
				'When visitors may be called: at once, or at a time they pick within these hours.',
				'rappel'
			) }
		>
			<ZoneNote />
			<RadioControl
				label={ __( 'Opening', 'rappel' ) }
				hideLabelFromVision
				selected={ always ? 'always' : 'weekly' }
				onChange={ ( choice ) =>
					changePart( 'openingHours', {
						always: choice === 'always',
						// Ordinary hours are a better start than a week that is closed.
						...( weekly.length === 0 && {
							weekly: newDraft( language ).openingHours.weekly,
						} ),
					} )
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
			{ ! always && (
				<WeekEditor
					path="openingHours"
					weekly={ weekly }
					errors={ errors }
					onChange={ ( changed ) =>
						changePart( 'openingHours', { weekly: changed } )
					}
				/>
			) }
			{ errors.openingHours && (
				<p className="rappel-field-error">{ errors.openingHours }</p>
			) }
		</Section>
	);
}
