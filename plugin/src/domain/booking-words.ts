import { __, _n, sprintf } from '@wordpress/i18n';
import { daysInWords, inUnit, minutesInWords } from './duration-words';
import { limits, type FigurePath } from './limits';
import type { Draft } from './channel-draft';

type Booking = Draft[ 'booking' ];

/** What the figures come to: "Every 15 minutes, 2 at a time, from 30 minutes from now to 14 days ahead." Empty while one is wrong. */
export function bookingSummary(
	booking: Booking,
	teamSize: number,
	locale: string
): string {
	if ( ! isWhole( booking ) ) {
		return '';
	}
	return [
		sprintf(
			/* translators: 1: "Every 15 minutes". 2: "2 at a time". 3: "from 30 minutes from now to 14 days ahead". */
			__( '%1$s, %2$s, %3$s.', 'rappel' ),
			everyWords( booking, locale ),
			placesWords( booking, teamSize ),
			windowWords( booking, locale )
		),
		bufferWords( booking, locale ),
		limitWords( booking ),
	]
		.filter( Boolean )
		.join( ' ' );
}

const isWhole = ( booking: Booking ) =>
	Object.entries( booking ).every( ( [ name, value ] ) => {
		const range = limits[ `booking.${ name }` as FigurePath ];
		return (
			! range ||
			( Number( value ) >= range[ 0 ] && Number( value ) <= range[ 1 ] )
		);
	} );

function everyWords(
	{ stepMinutes, lengthMinutes }: Booking,
	locale: string
): string {
	// "Every 60 minutes": languages say "every hour" without a figure.
	const step = inUnit( stepMinutes, 'minute', locale );
	return stepMinutes === lengthMinutes
		? sprintf(
				/* translators: %s: a duration: "15 minutes". */
				__( 'Every %s', 'rappel' ),
				step
			)
		: sprintf(
				/* translators: 1: a duration between two starts: "15 minutes". 2: how long a callback is planned for: "30 minutes". */
				__( 'Every %1$s for %2$s', 'rappel' ),
				step,
				minutesInWords( lengthMinutes, locale )
			);
}

function placesWords(
	{ capacity, capacityNumber }: Booking,
	teamSize: number
): string {
	const places = capacity === 'number' ? capacityNumber : teamSize || 1;
	if ( places === 1 ) {
		return __( 'one at a time', 'rappel' );
	}
	return capacity === 'number'
		? sprintf(
				/* translators: %d: number of callbacks. */
				_n( '%d at a time', '%d at a time', places, 'rappel' ),
				places
			)
		: sprintf(
				/* translators: %d: number of people. */
				_n(
					'up to %d at a time',
					'up to %d at a time',
					places,
					'rappel'
				),
				places
			);
}

function windowWords(
	{ minimumDelayMinutes, windowDays }: Booking,
	locale: string
): string {
	if ( windowDays === 1 ) {
		return minimumDelayMinutes
			? sprintf(
					/* translators: %s: a duration: "30 minutes". */
					__( 'today, from %s from now', 'rappel' ),
					minutesInWords( minimumDelayMinutes, locale )
				)
			: __( 'today', 'rappel' );
	}
	const ahead = daysInWords( windowDays, locale );
	return minimumDelayMinutes
		? sprintf(
				/* translators: 1: a duration: "30 minutes". 2: "14 days". */
				__( 'from %1$s from now to %2$s ahead', 'rappel' ),
				minutesInWords( minimumDelayMinutes, locale ),
				ahead
			)
		: sprintf(
				/* translators: %s: "14 days". */
				__( 'from now to %s ahead', 'rappel' ),
				ahead
			);
}

function bufferWords(
	{ bufferBeforeMinutes, bufferAfterMinutes }: Booking,
	locale: string
): string {
	if ( bufferBeforeMinutes && bufferAfterMinutes ) {
		return sprintf(
			/* translators: 1: a duration: "5 minutes". 2: another. */
			__( 'Kept free before each: %1$s; after: %2$s.', 'rappel' ),
			minutesInWords( bufferBeforeMinutes, locale ),
			minutesInWords( bufferAfterMinutes, locale )
		);
	}
	if ( bufferBeforeMinutes ) {
		return sprintf(
			/* translators: %s: a duration: "5 minutes". */
			__( 'Kept free before each: %s.', 'rappel' ),
			minutesInWords( bufferBeforeMinutes, locale )
		);
	}
	return bufferAfterMinutes
		? sprintf(
				/* translators: %s: a duration: "5 minutes". */
				__( 'Kept free after each: %s.', 'rappel' ),
				minutesInWords( bufferAfterMinutes, locale )
			)
		: '';
}

function limitWords( { maximumPerDay, maximumPerWeek }: Booking ): string {
	if ( maximumPerDay && maximumPerWeek ) {
		return sprintf(
			/* translators: 1: number of callbacks a day. 2: number a week. */
			__( 'At most %1$d a day and %2$d a week.', 'rappel' ),
			maximumPerDay,
			maximumPerWeek
		);
	}
	if ( maximumPerDay ) {
		return sprintf(
			/* translators: %d: number of callbacks. */
			__( 'At most %d a day.', 'rappel' ),
			maximumPerDay
		);
	}
	return maximumPerWeek
		? sprintf(
				/* translators: %d: number of callbacks. */
				__( 'At most %d a week.', 'rappel' ),
				maximumPerWeek
			)
		: '';
}

/** How many may be booked at the same time when the team decides. */
export function teamCapacityWords( teamSize: number ): string {
	return teamSize === 0
		? __(
				'The team is empty: one callback at a time is offered.',
				'rappel'
			)
		: sprintf(
				/* translators: %d: number of people. */
				_n(
					'%d person in the team: one place while their own hours and leave allow it.',
					'%d people in the team: as many places, fewer while somebody’s own hours or leave say so.',
					teamSize,
					'rappel'
				),
				teamSize
			);
}
