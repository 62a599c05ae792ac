import { __ } from '@wordpress/i18n';
import { Section } from '../../components/section';
import { takesBookings } from '../../domain/applicability';
import { bookingSummary } from '../../domain/booking-words';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useReading } from '../../reading';
import { BookingCapacityFields } from './booking-capacity-fields';
import { BookingLateFields } from './booking-late-fields';
import { BookingTimesFields } from './booking-times-fields';
import { Elsewhere } from './elsewhere';

/** Which times are offered. */
export function BookingSection( editing: ChannelDraft ) {
	const { locale } = useReading();
	const { draft } = editing;
	const summary = bookingSummary( draft.booking, draft.team.length, locale );
	return (
		<Section
			id="rappel-booking"
			title={ __( 'Booking window', 'rappel' ) }
			description={ __(
				'Which times visitors may pick, within the opening hours.',
				'rappel'
			) }
		>
			{ takesBookings( draft ) ? (
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
			) : (
				<Elsewhere where="callTypes">
					{ __(
						'Visitors can only ask to be called now: there is nothing to set here. Let them pick a time under “Calls”.',
						'rappel'
					) }
				</Elsewhere>
			) }
		</Section>
	);
}
