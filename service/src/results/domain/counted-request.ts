import type { RequestSummary } from '@rappel/contract';
import type { Cost } from '../../costs/domain/cost.js';
import { ringTime } from './ring-times.js';
import { noSums, type Sums } from './sums.js';

/** One attempt, as far as it counts. */
export interface CountedTry {
	ordinal: number;
	/** Somebody was called, or rang us: one that reached for nobody is no try. */
	called: boolean;
	/** When a phone first rang that we had called; null: none did. */
	rangAt: Date | null;
	joined: boolean;
	talkSeconds: number;
}

/** A request, as far as it counts. */
export interface CountedRequest {
	state: RequestSummary[ 'state' ];
	channelId: string;
	/** Where the visitor was; null: not told. */
	pageUrl: string | null;
	/** The agent who took the call; null: nobody, or a number of the channel. */
	takenBy: number | null;
	createdAt: Date;
	requestedAt: Date;
	/** Null: not booked. */
	bookedFor: Date | null;
	/** Its booked time has not come, and it waits for it. */
	awaitsBooking: boolean;
	endedAt: Date | null;
	/** 1 to 5; null: none. */
	surveyScore: number | null;
	cost: Cost | null;
	tries: readonly CountedTry[];
}

const overStates: ReadonlySet< string > = new Set( [
	'done',
	'failed',
	'cancelled',
	'expired',
	'overdue',
] satisfies Array< RequestSummary[ 'state' ] > );
const punctualSeconds = 120;
/** As long as a key of the roll-ups may be; longer ones are counted together. */
const longestPath = 190;

/** One request as sums: all that the results know of it. Nothing in it depends on when it is asked. */
export function countRequest( request: CountedRequest ): Sums {
	const { state, bookedFor, surveyScore, cost } = request;
	const tries = request.tries
		.filter( ( { called } ) => called )
		.toSorted( ( a, b ) => a.ordinal - b.ordinal );
	const joined = tries.some( ( one ) => one.joined );
	const cancelled = state === 'cancelled' && ! joined;
	const rangAfter = secondsToRing( request );
	const due = bookedFor !== null && cameDue( request, bookedFor );
	return {
		requests: 1,
		booked: count( bookedFor !== null ),
		joined: count( joined ),
		joinedAtFirstTry: count( tries[ 0 ]?.joined === true ),
		missed: count( overStates.has( state ) && ! joined && ! cancelled ),
		cancelled: count( cancelled ),
		bookingsDue: count( due ),
		bookingsPunctual: count( due && isPunctual( rangAfter ) ),
		talkSeconds: tries.reduce( ( sum, one ) => sum + one.talkSeconds, 0 ),
		scores: noSums.scores.map( ( _none, index ) =>
			count( surveyScore === index + 1 )
		),
		cost,
		ringTimes: rangAfter === null ? [] : ringTime( rangAfter ),
	};
}

/** From the booked time or from being asked; less than 0 where somebody had it called before its time. Null: none rang. */
function secondsToRing( {
	tries,
	bookedFor,
	requestedAt,
}: CountedRequest ): number | null {
	const rings = tries.flatMap( ( { rangAt } ) => rangAt?.getTime() ?? [] );
	return rings.length === 0
		? null
		: ( Math.min( ...rings ) - ( bookedFor ?? requestedAt ).getTime() ) /
				1_000;
}

/** Its time came while it still was to be called. */
function cameDue(
	{ state, awaitsBooking, endedAt }: CountedRequest,
	bookedFor: Date
): boolean {
	return (
		! awaitsBooking &&
		! ( state === 'cancelled' && endedAt !== null && endedAt < bookedFor )
	);
}

function isPunctual( secondsAfterItsTime: number | null ): boolean {
	return (
		secondsAfterItsTime !== null &&
		Math.abs( secondsAfterItsTime ) <= punctualSeconds
	);
}

/** The page without its site, query and fragment; '' where none was told. */
export function pathOf( pageUrl: string | null ): string {
	return pageUrl !== null && URL.canParse( pageUrl )
		? new URL( pageUrl ).pathname.slice( 0, longestPath )
		: '';
}

function count( truth: boolean ): number {
	return truth ? 1 : 0;
}
