import { __, sprintf } from '@wordpress/i18n';
import type { Leg, TimelineEntry } from '@rappel/contract';
import { formatSeconds } from './format';

/** « The company », « The client » at the head of a sentence. */
export const partyWord = ( party: Leg[ 'party' ] ) =>
	party === 'company' ? __( 'Company', 'rappel' ) : __( 'Client', 'rappel' );

const pick = ( { party }: TimelineEntry, company: string, client: string ) =>
	party === 'company' ? company : client;

/** What happened, as a sentence. Whole sentences per party: no language can glue them together from words. */
export function timelineSentence( entry: TimelineEntry ): string {
	switch ( entry.type ) {
		case 'requested':
			return __( 'The visitor asked to be called back.', 'rappel' );
		case 'delivered_late':
			return __(
				'The request reached the service late: WordPress had kept it while the service was away.',
				'rappel'
			);
		case 'dialing':
			return pick(
				entry,
				__( 'The company is dialled.', 'rappel' ),
				__( 'The client is dialled.', 'rappel' )
			);
		case 'dial_unknown':
			return pick(
				entry,
				__(
					'The network did not say whether the company’s call was placed; it is not dialled twice.',
					'rappel'
				),
				__(
					'The network did not say whether the client’s call was placed; it is not dialled twice.',
					'rappel'
				)
			);
		case 'ringing':
			return pick(
				entry,
				__( 'The company’s phone rings.', 'rappel' ),
				__( 'The client’s phone rings.', 'rappel' )
			);
		case 'answered':
			return pick(
				entry,
				__( 'The company answers.', 'rappel' ),
				__( 'The client answers.', 'rappel' )
			);
		case 'waiting_message':
			return pick(
				entry,
				__(
					'The company hears the waiting message and music.',
					'rappel'
				),
				__(
					'The client hears the waiting message and music.',
					'rappel'
				)
			);
		case 'joined':
			return __( 'The two are joined and talk.', 'rappel' );
		case 'hung_up':
			return pick(
				entry,
				__( 'The company hangs up.', 'rappel' ),
				__( 'The client hangs up.', 'rappel' )
			);
		case 'not_answered':
			return pick(
				entry,
				__( 'The company does not answer.', 'rappel' ),
				__( 'The client does not answer.', 'rappel' )
			);
		case 'busy':
			return pick(
				entry,
				__( 'The company’s line is busy.', 'rappel' ),
				__( 'The client’s line is busy.', 'rappel' )
			);
		case 'refused':
			return pick(
				entry,
				__( 'The company refuses the call.', 'rappel' ),
				__( 'The client refuses the call.', 'rappel' )
			);
		case 'call_failed':
			return pick(
				entry,
				__( 'The call to the company fails.', 'rappel' ),
				__( 'The call to the client fails.', 'rappel' )
			);
		case 'cancelled':
			return __( 'The visitor cancelled the request.', 'rappel' );
		case 'done':
			return __( 'The callback is done.', 'rappel' );
		case 'failed':
			return __( 'The two could not be joined.', 'rappel' );
		case 'expired':
			return __(
				'The request expired: nobody could take it in time.',
				'rappel'
			);
		case 'overdue':
			return __(
				'The request came too late to be dialled without asking: call the client back yourself.',
				'rappel'
			);
		case 'reconciled':
			return __(
				'The service looked at the network and brought the request up to date.',
				'rappel'
			);
	}
}

/** What belongs to the entry beyond its sentence; empty when nothing does. */
export function timelineDetail( { type, detail }: TimelineEntry ): string {
	if ( ! detail ) {
		return '';
	}
	if ( type === 'done' && /^\d+$/.test( detail ) ) {
		return sprintf(
			/* translators: %s: a duration such as "3 min 05 s". */
			__( 'They talked for %s.', 'rappel' ),
			formatSeconds( Number( detail ) ) || __( '0 s', 'rappel' )
		);
	}
	return type === 'call_failed' || type === 'failed'
		? sprintf(
				/* translators: %s: an error code of the telephone network, or Rappel's own. */
				__( 'Code: %s', 'rappel' ),
				detail
			)
		: detail;
}

/** How a leg ended. */
export function legEnd( { endReason, hungUpFirst }: Leg ): string {
	switch ( endReason ) {
		case null:
			return '';
		case 'completed':
			return hungUpFirst
				? __( 'Hung up first', 'rappel' )
				: __( 'Ended', 'rappel' );
		case 'busy':
			return __( 'Busy', 'rappel' );
		case 'no_answer':
			return __( 'No answer', 'rappel' );
		case 'refused':
			return __( 'Refused', 'rappel' );
		case 'failed':
			return __( 'Call failed', 'rappel' );
		case 'cancelled':
			return __( 'Cancelled', 'rappel' );
		case 'not_confirmed':
			return __( 'Not confirmed', 'rappel' );
	}
}
