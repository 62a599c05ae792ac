import {
	leavingSince,
	legById,
	never,
	type CallbackRequest,
} from './callback-request.js';
import type { Command } from './commands.js';
import type { Draft } from './draft.js';
import { farewell } from './endings.js';
import type { AnsweredLeg, Question } from './leg.js';
import { noteSurveyKey } from './survey.js';
import { after, laterMinutes, repeatsOfQuestion } from './timings.js';
import { endLeg } from './withdraw.js';

/** What stands before the room for this leg, in order. */
export function questionsBefore(
	request: CallbackRequest,
	leg: AnsweredLeg
): Question[] {
	if ( request.state === 'leaving_message' ) {
		return [];
	}
	if ( leg.party === 'company' ) {
		return leg.mustConfirm ? [ 'confirm' ] : [];
	}
	const questions: Question[] = [];
	// Who rings us has accepted.
	if ( request.plan.clientKeys && ! leg.incoming ) {
		questions.push( 'keys' );
	}
	if ( request.plan.recording && request.recordingAgreed === null ) {
		questions.push( 'recording' );
	}
	return questions;
}

/** Asks what comes after the question that was answered (null: the first one), or lets the leg be ready. */
export function askNext(
	draft: Draft,
	leg: AnsweredLeg,
	answered: Question | null
): void {
	const questions = questionsBefore( draft.request, leg );
	const next =
		answered === null
			? questions[ 0 ]
			: questions[ questions.indexOf( answered ) + 1 ];
	draft.happens(
		next
			? { type: 'leg_asked_question', legId: leg.id, question: next }
			: { type: 'leg_ready', legId: leg.id }
	);
}

/** A key, or none in time. Only the answer to what is asked now counts. */
export function noteKey(
	draft: Draft,
	command: Extract< Command, { type: 'key_pressed' } >
): void {
	const leg = legById( draft.request, command.legId );
	if ( leg?.state !== 'answered' || leg.callSid !== command.callSid ) {
		return;
	}
	draft.answering = leg.id;
	if (
		leavingSince( draft.request, leg ) ||
		leg.question !== command.question ||
		( command.again !== undefined && command.again !== leg.repeats > 0 )
	) {
		return;
	}
	const { question, digits } = command;
	draft.happens( { type: 'key_pressed', legId: leg.id, question, digits } );
	switch ( question ) {
		case 'confirm':
			return noteConfirm( draft, leg, digits );
		case 'keys':
			return noteClientKey( draft, leg, digits );
		case 'later':
			return noteLater( draft, leg, digits );
		case 'recording':
			return noteRecording( draft, leg, digits );
		case 'survey':
			return noteSurveyKey( draft, leg, digits );
		// A message is left by voice.
		case 'voicemail':
			return;
		default:
			never( question );
	}
}

/** 1 takes the call [R01]; anything else, twice, moves on to the next. */
function noteConfirm(
	draft: Draft,
	leg: AnsweredLeg,
	digits: string | null
): void {
	if ( digits === '1' ) {
		askNext( draft, leg, 'confirm' );
	} else if ( ! askAgain( draft, leg ) ) {
		endLeg( draft, leg, 'not_confirmed_by_key' );
	}
}

/** 1 accepts, 2 later, 3 cancels [R02]; no answer, twice, is nobody there. */
function noteClientKey(
	draft: Draft,
	leg: AnsweredLeg,
	digits: string | null
): void {
	switch ( digits ) {
		case '1':
			askNext( draft, leg, 'keys' );
			break;
		case '2':
			draft.happens( {
				type: 'leg_asked_question',
				legId: leg.id,
				question: 'later',
			} );
			break;
		case '3':
			draft.happens( { type: 'cancelled', reason: 'client_key' } );
			farewell( draft );
			break;
		default:
			if ( ! askAgain( draft, leg ) ) {
				endLeg( draft, leg, 'not_confirmed_by_key' );
			}
	}
}

function noteLater(
	draft: Draft,
	leg: AnsweredLeg,
	digits: string | null
): void {
	const chosen = laterMinutes[ Number( digits ?? 0 ) - 1 ];
	if ( chosen ) {
		postpone( draft, chosen );
	} else if ( ! askAgain( draft, leg ) ) {
		postpone( draft, laterMinutes[ 0 ] );
	}
}

/** The client wants to be called later: by this they said so, also without saying when. */
export function postpone( draft: Draft, minutes: number ): void {
	const dueAt = after( draft.now, minutes * 60 );
	draft
		.happens( { type: 'postponed', minutes, dueAt } )
		.then( { type: 'seek', at: dueAt } );
	farewell( draft );
}

/** 1 yes, 9 no [R13]; whoever says neither, twice, has not agreed, and is joined unrecorded. */
function noteRecording(
	draft: Draft,
	leg: AnsweredLeg,
	digits: string | null
): void {
	if ( digits !== '1' && digits !== '9' && askAgain( draft, leg ) ) {
		return;
	}
	draft.happens( { type: 'recording_answered', agreed: digits === '1' } );
	draft.happens( { type: 'leg_ready', legId: leg.id } );
}

/** False: it was repeated already. */
function askAgain( draft: Draft, leg: AnsweredLeg ): boolean {
	if ( leg.question === null || leg.repeats >= repeatsOfQuestion ) {
		return false;
	}
	draft.happens( {
		type: 'leg_asked_question',
		legId: leg.id,
		question: leg.question,
	} );
	return true;
}
