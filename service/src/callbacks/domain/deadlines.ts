import {
	expectedAt,
	leavingSince,
	never,
	ownerUntil,
	wantsCompany,
	type CallbackRequest,
} from './callback-request.js';
import { isTurnOf } from './dialing.js';
import { isLive, type AnsweredLeg, type Leg, type RingingLeg } from './leg.js';
import { bothReady } from './talk.js';
import { after, timings } from './timings.js';

/** What is done about a request when its time has come. */
export interface RequestDeadline {
	at: Date;
	what:
		| 'expire'
		| 'due'
		/** The look for somebody to call was lost, or is due. */
		| 'seek'
		/** Somebody has waited on the line long enough, and nobody's phone rings. */
		| 'give_up'
		| 'end_survey';
}

/** What is done about a leg when its time has come. */
export interface LegDeadline {
	at: Date;
	what:
		/** Its job was lost: another one. */
		| 'dial'
		/** Nobody recorded what became of the order. */
		| 'unknown'
		/** The network is asked about its call. */
		| 'ask'
		/** No verdict: a person. */
		| 'judge'
		/** No answer to what is asked, or no message left. */
		| 'end';
}

/** When a request is to be looked at again if nothing is heard of it; null: it and its calls are over. */
export function nextCheckAt( request: CallbackRequest ): Date | null {
	return [
		...requestDeadlines( request ),
		...request.attempt.legs.flatMap( ( leg ) =>
			legDeadlines( request, leg )
		),
	].reduce< Date | null >(
		( soonest, { at } ) => ( ! soonest || at < soonest ? at : soonest ),
		null
	);
}

export function requestDeadlines(
	request: CallbackRequest
): RequestDeadline[] {
	switch ( request.state ) {
		case 'scheduled':
			return [
				{
					at: after( request.dueAt, timings.nudgeSeconds ),
					what: 'due',
				},
			];
		case 'queued': {
			const until =
				request.heldBackBy === 'owner_away' && ownerUntil( request );
			return [
				{ at: request.expiresAt, what: 'expire' },
				...( until ? seek( until ) : [] ),
				...( request.heldBackBy === null && wantsCompany( request )
					? seek( request.attempt.endedAt ?? expectedAt( request ) )
					: [] ),
			];
		}
		case 'calling_company':
		case 'calling_client':
		case 'leaving_message':
			return [
				...( wantsCompany( request )
					? seek( lastEnd( request ) )
					: [] ),
				...patienceDeadlines( request ),
			];
		case 'surveying':
			return request.attempt.endedAt
				? [
						{
							at: after(
								request.attempt.endedAt,
								timings.surveySeconds
							),
							what: 'end_survey',
						},
					]
				: [];
		default:
			return [];
	}
}

function seek( since: Date ): RequestDeadline[] {
	return [ { at: after( since, timings.nudgeSeconds ), what: 'seek' } ];
}

/** Nobody's phone rings, though it should. */
function patienceDeadlines( request: CallbackRequest ): RequestDeadline[] {
	const living = request.attempt.legs.filter( isLive );
	const [ only ] = living;
	if ( ! only ) {
		return [ { at: request.expiresAt, what: 'expire' } ];
	}
	const someoneWaitsInVain =
		request.state !== 'leaving_message' &&
		living.every(
			( leg ) => leg.state === 'answered' && leg.party === only.party
		);
	return someoneWaitsInVain
		? [
				{
					at: after( lastEnd( request ), 2 * timings.waitingSeconds ),
					what: 'give_up',
				},
			]
		: [];
}

/** Since when nobody is called: the last end of a leg, or the client's readiness. */
function lastEnd( request: CallbackRequest ): Date {
	return request.attempt.legs
		.flatMap( ( leg ) => [
			leg.state === 'ended' ? leg.endedAt : null,
			leg.state === 'answered' ? ( leg.readyAt ?? leg.answeredAt ) : null,
		] )
		.reduce< Date >(
			( latest, at ) => ( at && at > latest ? at : latest ),
			request.attempt.startedAt
		);
}

/** The deadlines of one leg where it is now. */
export function legDeadlines(
	request: CallbackRequest,
	leg: Leg
): LegDeadline[] {
	switch ( leg.state ) {
		case 'planned':
			return isTurnOf( request, leg )
				? [
						{
							at: after(
								leg.notBefore ?? lastEnd( request ),
								timings.nudgeSeconds
							),
							what: 'dial',
						},
					]
				: [];
		case 'dialing':
			return [
				{
					at: after( leg.dialedAt, timings.dialingSeconds ),
					what: 'unknown',
				},
			];
		case 'unknown':
			return [ { at: askAfter( leg, leg.dialedAt, 0 ), what: 'ask' } ];
		case 'ringing':
			return [
				{
					at: leg.askedAt
						? after( leg.askedAt, timings.askAgainSeconds )
						: ringingUntil( request, leg ),
					what: 'ask',
				},
			];
		case 'answered':
			return [
				{
					at: leg.askedAt
						? after( leg.askedAt, timings.askAgainSeconds )
						: answeredUntil( request, leg ),
					what: 'ask',
				},
				...judgeDeadlines( request, leg ),
				...lineDeadlines( request, leg ),
			];
		case 'ended':
			return [];
		default:
			return never( leg );
	}
}

function askAfter(
	leg: { askedAt: Date | null },
	since: Date,
	seconds: number
): Date {
	return after(
		leg.askedAt ?? after( since, seconds ),
		timings.askAgainSeconds
	);
}

function ringingUntil( request: CallbackRequest, leg: RingingLeg ): Date {
	const leaving = leavingSince( request, leg );
	if ( leaving ) {
		return after(
			later( leaving, leg.acceptedAt ),
			timings.farewellSeconds
		);
	}
	return leg.ringingAt
		? after(
				leg.ringingAt,
				request.plan.ringSeconds[ leg.party ] + timings.ringGraceSeconds
			)
		: after( leg.acceptedAt, timings.acceptedSeconds );
}

function answeredUntil( request: CallbackRequest, leg: AnsweredLeg ): Date {
	const leaving = leavingSince( request, leg );
	if ( leaving ) {
		return after(
			later( leaving, leg.answeredAt ),
			timings.farewellSeconds
		);
	}
	if ( request.state === 'talking' ) {
		const signOfLife = after( leg.confirmedAt, timings.talkCheckSeconds );
		const limit = talkLimit( request );
		return limit && limit < signOfLife ? limit : signOfLife;
	}
	return bothReady( request )
		? after( latestSign( request ), timings.joinSeconds )
		: after( leg.confirmedAt, timings.waitingSeconds );
}

/** When both were last known to be on the line, and ready. */
function latestSign( request: CallbackRequest ): Date {
	return request.attempt.legs.reduce(
		( latest, leg ) =>
			leg.state === 'answered'
				? later(
						latest,
						later( leg.readyAt ?? latest, leg.confirmedAt )
					)
				: latest,
		request.attempt.startedAt
	);
}

/** Only who waits for the other is judged before the other is dialled. */
function judgeDeadlines(
	request: CallbackRequest,
	leg: AnsweredLeg
): LegDeadline[] {
	return leg.human === 'pending' &&
		leg.readyAt &&
		! leavingSince( request, leg ) &&
		request.state !== 'talking'
		? [
				{
					at: after( leg.answeredAt, timings.judgeSeconds ),
					what: 'judge',
				},
			]
		: [];
}

/** Whoever is on the line and answers nothing is not kept for ever, whatever the network says of their call. */
function lineDeadlines(
	request: CallbackRequest,
	leg: AnsweredLeg
): LegDeadline[] {
	if ( leavingSince( request, leg ) || request.state === 'surveying' ) {
		return [];
	}
	if ( request.state === 'leaving_message' ) {
		const since = later( lastEnd( request ), leg.answeredAt );
		return [
			{
				at: after(
					since,
					timings.voicemailSeconds + timings.voicemailGraceSeconds
				),
				what: 'end',
			},
		];
	}
	return leg.readyAt
		? []
		: [
				{
					at: after( leg.answeredAt, timings.questionsSeconds ),
					what: 'end',
				},
			];
}

/** When a conversation is over whatever the network says; null: they do not talk. */
export function talkLimit( request: CallbackRequest ): Date | null {
	return request.state === 'talking' && request.attempt.joinedAt
		? after(
				request.attempt.joinedAt,
				request.plan.maximumTalkSeconds + timings.talkGraceSeconds
			)
		: null;
}

function later( a: Date, b: Date ): Date {
	return a > b ? a : b;
}
