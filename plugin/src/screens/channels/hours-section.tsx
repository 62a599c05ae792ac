import { RadioControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Section } from '../../components/section';
import { days, rangesOf, withDay } from '../../domain/opening-hours';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useReading } from '../../reading';
import { DayHours } from './day-hours';

export function HoursSection( {
	draft: { openingHours },
	errors,
	changePart,
}: ChannelDraft ) {
	const { timeZone } = useReading();
	const { always, weekly } = openingHours;
	const changeWeekly = ( changed: typeof weekly ) =>
		changePart( 'openingHours', { weekly: changed } );
	return (
		<Section
			id="rappel-hours"
			title={ __( 'Opening hours', 'rappel' ) }
			description={
				timeZone
					? sprintf(
							/* translators: %s: a time zone such as "Europe/Paris". */
							__(
								'When visitors may ask for a call. Times are those of the site: %s.',
								'rappel'
							),
							timeZone
						)
					: __(
							'When visitors may ask for a call. Times are those of the site.',
							'rappel'
						)
			}
		>
			<RadioControl
				label={ __( 'Opening', 'rappel' ) }
				hideLabelFromVision
				selected={ always ? 'always' : 'weekly' }
				onChange={ ( choice ) =>
					changePart( 'openingHours', {
						always: choice === 'always',
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
				<div className="rappel-week">
					{ days.map( ( day ) => (
						<DayHours
							key={ day }
							day={ day }
							ranges={ rangesOf( weekly, day ) }
							error={ errors[ `openingHours.${ day }` ] }
							onChange={ ( ranges ) =>
								changeWeekly( withDay( weekly, day, ranges ) )
							}
							onCopy={ ( others ) =>
								changeWeekly(
									others.reduce(
										( all, other ) =>
											withDay(
												all,
												other,
												rangesOf( weekly, day )
											),
										weekly
									)
								)
							}
						/>
					) ) }
					{ errors.openingHours && (
						<p className="rappel-field-error">
							{ errors.openingHours }
						</p>
					) }
				</div>
			) }
		</Section>
	);
}
