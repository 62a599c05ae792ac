import { __, sprintf } from '@wordpress/i18n';
import type { LiveAgent } from '@rappel/contract';
import { formatNearMoment, type Reading } from './format';
import type { OwnPresence, PresenceQuestion } from './own-presence';

/** How one's presence is, until when, and what that means: "Online until 12:00, the end of this period." */
export function presenceSentences(
	own: OwnPresence,
	now: Date,
	reading: Reading
): string[] {
	return [
		statusSentence( own, now, reading ),
		outsideSentence( own, now, reading ),
		wrapUpSentence( own, now, reading ),
	].filter( Boolean );
}

function statusSentence(
	{ presence: { status, until } }: OwnPresence,
	now: Date,
	reading: Reading
): string {
	switch ( status ) {
		case 'online':
			return until
				? sprintf(
						/* translators: %s: a time, with its day if it is not today. */
						__(
							'Online until %s, the end of this period.',
							'rappel'
						),
						formatNearMoment( until, now, reading )
					)
				: __( 'Online until you change it.', 'rappel' );
		case 'away':
			return until
				? sprintf(
						/* translators: %s: a time, with its day if it is not today. */
						__(
							'Away: you get no calls. Offline from %s, the end of this period.',
							'rappel'
						),
						formatNearMoment( until, now, reading )
					)
				: __( 'Away: you get no calls.', 'rappel' );
		case 'offline':
			return __( 'Offline: you get no calls.', 'rappel' );
	}
}

/** Empty inside the hours. */
export function outsideSentence(
	{ isInHours, opensAt }: Pick< OwnPresence, 'isInHours' | 'opensAt' >,
	now: Date,
	reading: Reading
): string {
	if ( isInHours ) {
		return '';
	}
	return opensAt
		? sprintf(
				/* translators: %s: a time, with its day if it is not today. */
				__(
					'Outside the hours: nobody will call you before %s.',
					'rappel'
				),
				formatNearMoment( opensAt, now, reading )
			)
		: __(
				'Outside the hours: no channel of yours opens within two weeks.',
				'rappel'
			);
}

function wrapUpSentence(
	{ wrapUpUntil }: OwnPresence,
	now: Date,
	reading: Reading
): string {
	return wrapUpUntil && new Date( wrapUpUntil ) > now
		? sprintf(
				/* translators: %s: a time. */
				__( 'After your call: no new one before %s.', 'rappel' ),
				formatNearMoment( wrapUpUntil, now, reading )
			)
		: '';
}

/** The question, what says yes to it, and what puts it away. Yes is always: online. */
export function questionWords( { type }: PresenceQuestion ): {
	question: string;
	yes: string;
	no: string;
} {
	switch ( type ) {
		case 'missed_call':
			return {
				question: __( 'You missed a call: back online?', 'rappel' ),
				yes: __( 'Back online', 'rappel' ),
				no: __( 'Stay away', 'rappel' ),
			};
		case 'opening':
			return {
				question: __(
					'The lines are open, and you are offline. Go online?',
					'rappel'
				),
				yes: __( 'Go online', 'rappel' ),
				no: __( 'Not now', 'rappel' ),
			};
	}
}

/** What colleagues read beside a name: "In a call", "Until 12:00". */
export function colleagueNote(
	agent: LiveAgent,
	now: Date,
	reading: Reading
): string {
	if ( agent.busyCalls > 0 ) {
		return __( 'In a call', 'rappel' );
	}
	if ( agent.wrapUpUntil && new Date( agent.wrapUpUntil ) > now ) {
		return sprintf(
			/* translators: %s: a time. */
			__( 'After a call, until %s', 'rappel' ),
			formatNearMoment( agent.wrapUpUntil, now, reading )
		);
	}
	if ( agent.presence.status === 'away' && agent.missedCallAt ) {
		return __( 'Missed a call', 'rappel' );
	}
	if ( ! agent.isInHours ) {
		return __( 'Outside the hours', 'rappel' );
	}
	return agent.presence.until && agent.presence.status === 'online'
		? sprintf(
				/* translators: %s: a time, with its day if it is not today. */
				__( 'Until %s', 'rappel' ),
				formatNearMoment( agent.presence.until, now, reading )
			)
		: '';
}
