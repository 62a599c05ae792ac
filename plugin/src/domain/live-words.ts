import { __, _n, sprintf } from '@wordpress/i18n';
import type { LiveRequest, Supervise } from '@rappel/contract';
import { daysInWords } from './duration-words';
import { formatCost, formatSeconds } from './format';
import type { LiveSection } from './live-sections';

const daySeconds = 86_400;

export function sectionWord( section: LiveSection ): string {
	switch ( section ) {
		case 'waiting':
			return __( 'Waiting', 'rappel' );
		case 'ringing':
			return __( 'Ringing', 'rappel' );
		case 'talking':
			return __( 'Talking', 'rappel' );
		case 'due':
			return __( 'Due today', 'rappel' );
		case 'missed':
			return __( 'Overdue or missed, and not handled', 'rappel' );
	}
}

/** What stands in a section with nothing in it. */
export function emptySentence( section: LiveSection ): string {
	switch ( section ) {
		case 'waiting':
			return __( 'Nobody waits.', 'rappel' );
		case 'ringing':
			return __( 'No phone rings.', 'rappel' );
		case 'talking':
			return __( 'Nobody is on the phone.', 'rappel' );
		case 'due':
			return __(
				'Nothing more is due today. Bookings and new tries come here on their day.',
				'rappel'
			);
		case 'missed':
			return __(
				'Nothing was missed. Whom nobody reached comes here, until somebody marks it as handled.',
				'rappel'
			);
	}
}

/** Of more than a day only the days are told: "45 s", "3 min 05 s", "2 days". */
export const ageWords = ( seconds: number, locale: string ) =>
	seconds < daySeconds
		? formatSeconds( seconds ) || formatSeconds( 1 )
		: daysInWords( Math.floor( seconds / daySeconds ), locale );

/** What a row's age says: how long ago, or how soon. */
export function countedWords(
	section: LiveSection,
	seconds: number,
	locale: string
): string {
	if ( section !== 'due' ) {
		return ageWords( seconds, locale );
	}
	return seconds < 0
		? sprintf(
				/* translators: %s: a duration: "3 min 05 s". */
				__( 'in %s', 'rappel' ),
				ageWords( -seconds, locale )
			)
		: __( 'now', 'rappel' );
}

/** Before an age, for who cannot see where it stands. */
export function ageLabel( section: LiveSection ): string {
	switch ( section ) {
		case 'waiting':
		case 'ringing':
			return __( 'Waits for', 'rappel' );
		case 'talking':
			return __( 'Talks for', 'rappel' );
		case 'due':
			return __( 'Due', 'rappel' );
		case 'missed':
			return __( 'Missed since', 'rappel' );
	}
}

/** "Try 2 of 3"; empty for the only one there is. */
export const tryWords = ( { attempt, attempts }: LiveRequest ) =>
	attempts > 1
		? sprintf(
				/* translators: 1: number of this try at joining the two. 2: how many there may be. */
				__( 'Try %1$d of %2$d', 'rappel' ),
				attempt,
				attempts
			)
		: '';

export const placeWords = ( place: number ) =>
	sprintf(
		/* translators: %d: place in the queue, from 1. */
		__( 'Place %d', 'rappel' ),
		place
	);

/** Empty while it is not known. */
export const costWords = (
	{ costMilli, currency }: Pick< LiveRequest, 'costMilli' | 'currency' >,
	locale: string
) =>
	costMilli === null || ! currency
		? ''
		: formatCost( costMilli, currency, locale );

export const earlierWords = ( count: number ) =>
	sprintf(
		/* translators: %d: number of earlier callback requests of the same number. */
		_n( '%d earlier request', '%d earlier requests', count, 'rappel' ),
		count
	);

export const waitingWords = ( count: number ) =>
	sprintf(
		/* translators: %d: number of callback requests. */
		_n( '%d request waits', '%d requests wait', count, 'rappel' ),
		count
	);

export const newWaitingWords = ( count: number ) =>
	sprintf(
		/* translators: %d: number of callback requests that have just come in. */
		_n( '%d new request waits.', '%d new requests wait.', count, 'rappel' ),
		count
	);

export const newMissedWords = ( count: number ) =>
	sprintf(
		/* translators: %d: number of callback requests. */
		_n(
			'%d request was missed.',
			'%d requests were missed.',
			count,
			'rappel'
		),
		count
	);

/** On a button; in the order in which they are offered. */
export const supervisionModes: Supervise[ 'mode' ][] = [
	'listen',
	'whisper',
	'join',
];

export function supervisionWord( mode: Supervise[ 'mode' ] ): string {
	switch ( mode ) {
		case 'listen':
			return __( 'Listen', 'rappel' );
		case 'whisper':
			return __( 'Whisper', 'rappel' );
		case 'join':
			return __( 'Join', 'rappel' );
	}
}

/** What comes once it was pressed. */
export function supervisionSentence( mode: Supervise[ 'mode' ] ): string {
	switch ( mode ) {
		case 'listen':
			return __(
				'Your phone rings: answer it, and you hear both. Nobody hears you.',
				'rappel'
			);
		case 'whisper':
			return __(
				'Your phone rings: answer it, and you hear both. Only the agent hears you.',
				'rappel'
			);
		case 'join':
			return __(
				'Your phone rings: answer it, and all three hear each other.',
				'rappel'
			);
	}
}
