import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { ChoiceField } from '../../components/fields';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

/** What becomes of a booking whose time passed while the service or the network was down. */
export function BookingLateFields( editing: ChannelDraft ) {
	const { draft, errors } = editing;
	const { booking } = draft;
	const change = ( changes: Partial< typeof booking > ) =>
		editing.changePart( 'booking', changes );
	const minutes = __( 'minutes', 'rappel' );
	return (
		<>
			<ChoiceField
				path="booking.whenLate"
				label={ __( 'If its time passed during an outage', 'rappel' ) }
				help={
					booking.whenLate === 'call_with_apology'
						? __(
								'The client hears an apology first. Too late, they get a text message with a link to a new time.',
								'rappel'
							)
						: __(
								'Nobody is called late: the client gets a text message with a link to a new time.',
								'rappel'
							)
				}
				error={ errors[ 'booking.whenLate' ] }
				value={ booking.whenLate }
				onChange={ ( whenLate ) => change( { whenLate } ) }
				options={ [
					{
						value: 'call_with_apology',
						label: __( 'Call late, with an apology', 'rappel' ),
					},
					{
						value: 'offer_new_slot',
						label: __( 'Offer a new time', 'rappel' ),
					},
				] }
			/>
			<div className="rappel-figures">
				<DraftFigure
					editing={ editing }
					path="booking.lateAfterMinutes"
					label={ __( 'It is late after', 'rappel' ) }
					unit={ minutes }
					value={ booking.lateAfterMinutes }
					onChange={ ( lateAfterMinutes ) =>
						change( { lateAfterMinutes } )
					}
				/>
				<DraftFigure
					editing={ editing }
					path="booking.latestMinutes"
					label={ __( 'Too late to call after', 'rappel' ) }
					unit={ minutes }
					value={ booking.latestMinutes }
					onChange={ ( latestMinutes ) =>
						change( { latestMinutes } )
					}
				/>
			</div>
		</>
	);
}
