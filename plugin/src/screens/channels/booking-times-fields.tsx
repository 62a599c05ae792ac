import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

/** Length, step, buffers, and how soon and how far ahead. */
export function BookingTimesFields( editing: ChannelDraft ) {
	const { booking } = editing.draft;
	const change = ( changes: Partial< typeof booking > ) =>
		editing.changePart( 'booking', changes );
	const minutes = __( 'minutes', 'rappel' );
	return (
		<div className="rappel-figures is-pairs">
			<DraftFigure
				editing={ editing }
				path="booking.lengthMinutes"
				label={ __( 'Length of a callback', 'rappel' ) }
				unit={ minutes }
				help={ __(
					'The whole of it lies within the opening hours.',
					'rappel'
				) }
				value={ booking.lengthMinutes }
				onChange={ ( lengthMinutes ) => change( { lengthMinutes } ) }
			/>
			<DraftFigure
				editing={ editing }
				path="booking.stepMinutes"
				label={ __( 'A time every', 'rappel' ) }
				unit={ minutes }
				help={ __(
					'Counted from the start of each range of hours.',
					'rappel'
				) }
				value={ booking.stepMinutes }
				onChange={ ( stepMinutes ) => change( { stepMinutes } ) }
			/>
			<DraftFigure
				editing={ editing }
				path="booking.bufferBeforeMinutes"
				label={ __( 'Kept free before', 'rappel' ) }
				unit={ minutes }
				value={ booking.bufferBeforeMinutes }
				onChange={ ( bufferBeforeMinutes ) =>
					change( { bufferBeforeMinutes } )
				}
			/>
			<DraftFigure
				editing={ editing }
				path="booking.bufferAfterMinutes"
				label={ __( 'Kept free after', 'rappel' ) }
				unit={ minutes }
				value={ booking.bufferAfterMinutes }
				onChange={ ( bufferAfterMinutes ) =>
					change( { bufferAfterMinutes } )
				}
			/>
			<DraftFigure
				editing={ editing }
				path="booking.minimumDelayMinutes"
				label={ __( 'Not sooner than', 'rappel' ) }
				unit={ minutes }
				help={ __(
					'From the moment a visitor asks. A day is 1440.',
					'rappel'
				) }
				value={ booking.minimumDelayMinutes }
				onChange={ ( minimumDelayMinutes ) =>
					change( { minimumDelayMinutes } )
				}
			/>
			<DraftFigure
				editing={ editing }
				path="booking.windowDays"
				label={ __( 'Up to', 'rappel' ) }
				unit={ __( 'days ahead', 'rappel' ) }
				help={ __(
					'Days of the calendar; today counts as one.',
					'rappel'
				) }
				value={ booking.windowDays }
				onChange={ ( windowDays ) => change( { windowDays } ) }
			/>
		</div>
	);
}
