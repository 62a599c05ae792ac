import { __, sprintf } from '@wordpress/i18n';
import type { TimelineEntry } from '@rappel/contract';
import { formatDay, type Reading } from './format';
import { outcomeWord, outcomes, type Outcome } from './request-actions';

/** What somebody of the company did with a request from wp-admin, or what followed since nobody did. */
export type ActionEntry = Extract<
	TimelineEntry[ 'type' ],
	| 'called_now'
	| 'assigned'
	| 'rescheduled'
	| 'handled'
	| 'number_blocked'
	| 'returned'
	| 'supervisor_told'
	| 'supervised'
>;

/** Who did it is named where it is known. */
export function actionSentence(
	type: ActionEntry,
	agentName: string | null
): string {
	const by = ( somebody: string, nobody: string ) =>
		agentName ? somebody.replace( '%s', agentName ) : nobody;
	switch ( type ) {
		case 'called_now':
			return by(
				/* translators: %s: name of an agent. */
				__( '%s has it called now.', 'rappel' ),
				__( 'It is to be called now.', 'rappel' )
			);
		case 'assigned':
			return by(
				/* translators: %s: name of an agent. */
				__( '%s changes whom it waits for.', 'rappel' ),
				__( 'It waits for somebody else.', 'rappel' )
			);
		case 'rescheduled':
			return by(
				/* translators: %s: name of an agent. */
				__( '%s gives it another time.', 'rappel' ),
				__( 'It gets another time.', 'rappel' )
			);
		case 'handled':
			return by(
				/* translators: %s: name of an agent. */
				__( '%s marks it as handled.', 'rappel' ),
				__( 'It is marked as handled.', 'rappel' )
			);
		case 'number_blocked':
			return by(
				/* translators: %s: name of an agent. */
				__( '%s blocks the number.', 'rappel' ),
				__( 'The number is blocked.', 'rappel' )
			);
		case 'returned':
			return __(
				'Nobody handled it in time: anybody of the team may take it.',
				'rappel'
			);
		case 'supervisor_told':
			return __(
				'Nobody handled it in time: those who supervise are told.',
				'rappel'
			);
		case 'supervised':
			return by(
				/* translators: %s: name of a supervisor. */
				__( '%s joins the call as a supervisor.', 'rappel' ),
				__( 'A supervisor joins the call.', 'rappel' )
			);
	}
}

/** What belongs to it beyond its sentence; empty when nothing does. */
export function actionDetail(
	type: ActionEntry,
	detail: string,
	reading: Reading
): string {
	switch ( type ) {
		case 'assigned':
			// A user's id says nothing to a reader.
			return /^\d*$/.test( detail )
				? ''
				: sprintf(
						/* translators: %s: name of an agent. */
						__( 'To: %s', 'rappel' ),
						detail
					);
		case 'rescheduled':
			return Number.isNaN( Date.parse( detail ) )
				? ''
				: formatDay( detail, reading );
		case 'handled':
			return outcomes.includes( detail as Outcome )
				? outcomeWord( detail as Outcome )
				: '';
		case 'supervised':
			return supervisionWord( detail );
		default:
			return '';
	}
}

function supervisionWord( mode: string ): string {
	switch ( mode ) {
		case 'listen':
			return __( 'Listens, unheard', 'rappel' );
		case 'whisper':
			return __( 'Heard by the agent alone', 'rappel' );
		case 'join':
			return __( 'Heard by both', 'rappel' );
		default:
			return '';
	}
}
