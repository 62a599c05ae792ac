import { __ } from '@wordpress/i18n';
import { ChoiceField } from '../../components/fields';
import { Section } from '../../components/section';
import { takesBookings } from '../../domain/applicability';
import { bookingSummary } from '../../domain/booking-words';
import type { Draft } from '../../domain/channel-draft';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useReading } from '../../reading';
import { BookingCapacityFields } from './booking-capacity-fields';
import { BookingLateFields } from './booking-late-fields';
import { BookingTimesFields } from './booking-times-fields';

/** Whether visitors are called at once or at a time they pick, and which times are offered. */
export function BookingSection( editing: ChannelDraft ) {
	const { locale } = useReading();
	const { draft, errors, change } = editing;
	const summary = bookingSummary( draft.booking, draft.team.length, locale );
	return (
		<Section
			id="rappel-booking"
			title={ __( 'Callback at a chosen time', 'rappel' ) }
			description={ __(
				'Which times visitors may pick, within the opening hours.',
				'rappel'
			) }
		>
			<ChoiceField
				path="callTypes"
				label={ __( 'What visitors may ask for', 'rappel' ) }
				help={ meaning( draft.callTypes ) }
				error={ errors.callTypes }
				value={ draft.callTypes }
				onChange={ ( callTypes ) => change( { callTypes } ) }
				options={ [
					{
						value: 'both',
						label: __(
							'A call now, or at a chosen time',
							'rappel'
						),
					},
					{
						value: 'immediate',
						label: __( 'A call now only', 'rappel' ),
					},
					{
						value: 'deferred',
						label: __( 'A call at a chosen time only', 'rappel' ),
					},
				] }
			/>
			{ takesBookings( draft ) && (
				<>
					{ summary && (
						<p className="rappel-summary" role="status">
							{ summary }
						</p>
					) }
					<BookingTimesFields { ...editing } />
					<BookingCapacityFields { ...editing } />
					<BookingLateFields { ...editing } />
				</>
			) }
		</Section>
	);
}

function meaning( callTypes: Draft[ 'callTypes' ] ): string {
	switch ( callTypes ) {
		case 'both':
			return __(
				'The button for now is there while somebody can take the call; the one for later always is.',
				'rappel'
			);
		case 'immediate':
			return __( 'No time can be picked.', 'rappel' );
		case 'deferred':
			return __(
				'Nobody is called before the time they picked.',
				'rappel'
			);
	}
}
