import {
	isOver,
	legById,
	legOf,
	never,
	onTheLine,
	type CallbackRequest,
	type FailureReason,
	type ScheduledRequest,
} from './callback-request.js';
import type { AnsweredLeg, Leg, Party, Question } from './leg.js';
import { cameFirst, wasReady } from './talk.js';

/** The first words of somebody who waits: `spoken.<key>` of the texts. */
export type WaitingKey =
	'waiting_company' | 'waiting_client' | 'ring_back_greeting';

/** A sentence to whoever is on the line when the call ends: `spoken.<key>` of the texts. */
export type FarewellKey =
	| 'nobody_free'
	| 'try_again_later'
	| 'booking_link_sent'
	| 'client_not_reached'
	| 'client_busy'
	| 'client_number_invalid'
	| 'client_cancelled'
	| 'client_postponed'
	| 'client_keys_cancelled'
	| 'client_later_taken'
	| 'company_left'
	| 'taken_by_colleague'
	| 'line_fault'
	| 'survey_thanks'
	| 'voicemail_thanks';

/** A question, and what is said before it: `spoken.<key>` of the texts. */
export type QuestionKey =
	| 'confirm'
	| 'client_keys'
	| 'client_later'
	| 'recording_consent'
	| 'survey_question'
	| 'survey_again';

export type LegScript =
	/** Hears the sentence, then music, until the other is there. */
	| { type: 'wait'; key: WaitingKey; before?: 'called_late' }
	/** Enters at once, or after an apology. */
	| { type: 'join'; before?: 'called_late' }
	| {
			type: 'ask';
			question: Exclude< Question, 'voicemail' >;
			key: QuestionKey;
			/** Said first; null: nothing. */
			before:
				| 'whisper'
				| 'survey_announcement'
				| 'ring_back_greeting'
				| 'called_late'
				| null;
			again: boolean;
	  }
	| { type: 'voicemail' }
	| { type: 'say'; key: FarewellKey }
	| { type: 'hang_up' };

const hangUp: LegScript = { type: 'hang_up' };
const say = ( key: FarewellKey ): LegScript => ( { type: 'say', key } );

/**
 * What a person on the line of this leg hears now. Answered from the row at each request of the network, so that nobody
 * who picks up late enters an empty room.
 */
export function legScript(
	request: CallbackRequest,
	legId: string
): LegScript {
	const leg = legById( request, legId );
	if ( ! leg ) {
		return hangUp;
	}
	if ( leg.state === 'ended' ) {
		return leg.endReason === 'withdrawn'
			? say( 'taken_by_colleague' )
			: hangUp;
	}
	switch ( request.state ) {
		case 'queued':
		case 'overdue':
			return hangUp;
		case 'scheduled':
			return farewellUntil( request, leg );
		case 'done':
			return thanks( request, leg );
		case 'expired':
			return leg.party === 'client' ? say( 'nobody_free' ) : hangUp;
		case 'cancelled':
			return say(
				leg.party === 'company'
					? 'client_cancelled'
					: 'client_keys_cancelled'
			);
		case 'failed':
			return farewellAfter( request.failureReason, leg.party );
		case 'surveying':
			return leg.state === 'answered' && leg.question === 'survey'
				? ask( request, leg, 'survey' )
				: hangUp;
		case 'leaving_message':
			return leg.state === 'answered' && leg.party === 'client'
				? { type: 'voicemail' }
				: hangUp;
		case 'calling_company':
		case 'calling_client':
		case 'talking':
			return leg.state === 'answered' ? onLine( request, leg ) : hangUp;
		default:
			return never( request );
	}
}

function onLine( request: CallbackRequest, leg: AnsweredLeg ): LegScript {
	if ( leg.question && leg.question !== 'voicemail' ) {
		return ask( request, leg, leg.question );
	}
	const other = onTheLine(
		request,
		leg.party === 'company' ? 'client' : 'company'
	);
	if (
		wasReady( leg ) &&
		wasReady( other ) &&
		cameFirst( request, other, leg )
	) {
		return { type: 'join', ...apology( request, leg ) };
	}
	if ( leg.party === 'company' ) {
		return { type: 'wait', key: 'waiting_company' };
	}
	return {
		type: 'wait',
		key: leg.incoming ? 'ring_back_greeting' : 'waiting_client',
		...apology( request, leg ),
	};
}

function ask(
	request: CallbackRequest,
	leg: AnsweredLeg,
	question: Exclude< Question, 'voicemail' >
): LegScript {
	const again = leg.repeats > 0;
	return {
		type: 'ask',
		question,
		key: questionKey( question, again ),
		before: again ? null : beforeQuestion( request, leg, question ),
		again,
	};
}

function questionKey( question: Question, again: boolean ): QuestionKey {
	switch ( question ) {
		case 'confirm':
			return 'confirm';
		case 'keys':
			return 'client_keys';
		case 'later':
			return 'client_later';
		case 'recording':
			return 'recording_consent';
		default:
			return again ? 'survey_again' : 'survey_question';
	}
}

function beforeQuestion(
	request: CallbackRequest,
	leg: AnsweredLeg,
	question: Question
) {
	if ( question === 'confirm' ) {
		return 'whisper';
	}
	if ( question === 'survey' ) {
		return 'survey_announcement';
	}
	if ( leg.incoming ) {
		return question === 'recording' ? 'ring_back_greeting' : null;
	}
	const first = request.plan.clientKeys ? 'keys' : 'recording';
	return question === first ? lateness( request, leg ) : null;
}

/** Said before the first words to a client who was asked nothing. */
function apology(
	{ plan, ...request }: CallbackRequest,
	leg: AnsweredLeg
): { before?: 'called_late' } {
	const before =
		plan.clientKeys || plan.recording ? null : lateness( request, leg );
	return before ? { before } : {};
}

/** Who rings us has not been kept waiting by us. */
function lateness(
	{ calledLate }: Pick< CallbackRequest, 'calledLate' >,
	leg: AnsweredLeg
): 'called_late' | null {
	return calledLate && leg.party === 'client' && ! leg.incoming
		? 'called_late'
		: null;
}

/** It is called again at a time: whoever is on the line hears so. */
function farewellUntil( request: ScheduledRequest, leg: Leg ): LegScript {
	if ( request.why === 'client_asked' ) {
		return say(
			leg.party === 'client' ? 'client_later_taken' : 'client_postponed'
		);
	}
	if ( leg.party === 'client' ) {
		return say( 'try_again_later' );
	}
	const client = legOf( request, 'client' );
	return say(
		client?.state === 'ended' && client.endReason === 'busy'
			? 'client_busy'
			: 'client_not_reached'
	);
}

/** Who answered the survey, or left a message without having talked, is thanked. */
function thanks( request: CallbackRequest, leg: Leg ): LegScript {
	if ( leg.party === 'company' || ! isOver( request ) ) {
		return hangUp;
	}
	if ( request.surveyScore !== null ) {
		return say( 'survey_thanks' );
	}
	return request.attempt.joinedAt ? hangUp : say( 'voicemail_thanks' );
}

function farewellAfter( reason: FailureReason, party: Party ): LegScript {
	switch ( reason ) {
		case 'client_busy':
		case 'client_number_invalid':
			return party === 'company' ? say( reason ) : hangUp;
		case 'client_no_answer':
		case 'client_refused':
		case 'client_failed':
		case 'client_hung_up':
		case 'client_machine':
			return party === 'company' ? say( 'client_not_reached' ) : hangUp;
		case 'company_hung_up':
			return party === 'client' ? say( 'company_left' ) : hangUp;
		case 'company_busy':
		case 'company_no_answer':
		case 'company_refused':
		case 'company_failed':
		case 'company_machine':
		case 'nobody_available':
		case 'nobody_accepted':
			return party === 'client' ? say( 'nobody_free' ) : hangUp;
		case 'booking_link_sent':
		case 'booking_missed':
			return party === 'client' ? say( 'booking_link_sent' ) : hangUp;
		case 'telephony_settings':
		case 'telephony_unavailable':
		case 'not_confirmed':
			return say( 'line_fault' );
		default:
			return never( reason );
	}
}
