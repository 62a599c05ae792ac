import type { Draft } from './draft.js';
import type { AnsweredLeg } from './leg.js';
import { repeatsOfQuestion } from './timings.js';

/** The client is asked how it was [S29]. Their call goes on from the room by itself, whoever hung up first. */
export function startSurvey(
	draft: Draft,
	client: AnsweredLeg,
	at: Date
): void {
	draft.happens( { type: 'survey_started', legId: client.id, at } );
}

/** 1 to 5 is a score; anything else is asked once more. After a score nothing is asked any more. */
export function noteSurveyKey(
	draft: Draft,
	leg: AnsweredLeg,
	digits: string | null
): void {
	const { request } = draft;
	if ( request.state !== 'surveying' || request.surveyScore !== null ) {
		return;
	}
	if ( digits !== null && /^[1-5]$/.test( digits ) ) {
		const score = Number( digits );
		draft
			.happens( { type: 'survey_answered', legId: leg.id, score } )
			.then( { type: 'survey_scored', score } );
		endSurvey( draft );
	} else if ( leg.repeats < repeatsOfQuestion ) {
		draft.happens( {
			type: 'leg_asked_question',
			legId: leg.id,
			question: 'survey',
		} );
	} else {
		endSurvey( draft );
	}
}

export function endSurvey( draft: Draft ): void {
	draft.happens( {
		type: 'done',
		talkSeconds: draft.request.attempt.talkSeconds,
	} );
}
