import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { ChoiceField } from '../../components/fields';
import { teamCapacityWords } from '../../domain/booking-words';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

/** How many at the same time, a day and a week. */
export function BookingCapacityFields( editing: ChannelDraft ) {
	const { draft, errors } = editing;
	const { booking, team } = draft;
	const change = ( changes: Partial< typeof booking > ) =>
		editing.changePart( 'booking', changes );
	return (
		<>
			<ChoiceField
				path="booking.capacity"
				label={ __( 'Callbacks at the same time', 'rappel' ) }
				help={
					booking.capacity === 'team'
						? teamCapacityWords( team.length )
						: __(
								'Always the same number, whoever is there.',
								'rappel'
							)
				}
				error={ errors[ 'booking.capacity' ] }
				value={ booking.capacity }
				onChange={ ( capacity ) => change( { capacity } ) }
				options={ [
					{
						value: 'team',
						label: __( 'As many as the team can take', 'rappel' ),
					},
					{
						value: 'number',
						label: __( 'A number of my own', 'rappel' ),
					},
				] }
			/>
			<div className="rappel-figures">
				<DraftFigure
					editing={ editing }
					path="booking.capacityNumber"
					label={ __( 'So many at the same time', 'rappel' ) }
					value={ booking.capacityNumber }
					onChange={ ( capacityNumber ) =>
						change( { capacityNumber } )
					}
				/>
				<DraftFigure
					editing={ editing }
					path="booking.maximumPerDay"
					label={ __( 'At most a day', 'rappel' ) }
					help={ __( '0: no limit.', 'rappel' ) }
					value={ booking.maximumPerDay }
					onChange={ ( maximumPerDay ) =>
						change( { maximumPerDay } )
					}
				/>
				<DraftFigure
					editing={ editing }
					path="booking.maximumPerWeek"
					label={ __( 'At most a week', 'rappel' ) }
					help={ __( 'Monday to Sunday. 0: no limit.', 'rappel' ) }
					value={ booking.maximumPerWeek }
					onChange={ ( maximumPerWeek ) =>
						change( { maximumPerWeek } )
					}
				/>
			</div>
		</>
	);
}
