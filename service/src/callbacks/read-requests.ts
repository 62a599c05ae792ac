import type {
	ListRequestsQuery,
	Recording,
	RequestDetail,
	RequestList,
	RequestSummary,
} from '@rappel/contract';
import { Refusal } from '../refusal.js';
import { after, timings } from './domain/timings.js';
import type { Dependencies } from './dependencies.js';
import type { Cursor, RequestReader } from './store/request-reader.js';
import type { AttemptRow, LegRow, RequestRow } from './store/rows.js';
import { readPlan } from './store/stored-plan.js';
import { timelineOf } from './timeline.js';

/** By the WordPress user's id, those who are agents no more too. */
export type AgentNames = (
	siteId: string
) => Promise< ReadonlyMap< number, string > >;

/** What was recorded of a request, the oldest first. */
export type RecordingsOf = (
	siteId: string,
	requestId: string
) => Promise< Recording[] >;

type Reading = Pick< Dependencies, 'channels' | 'clock' > & {
	reader: RequestReader;
	agentNames: AgentNames;
	recordingsOf: RecordingsOf;
};

interface Names {
	channels: ReadonlyMap< string, string >;
	agents: ReadonlyMap< number, string >;
}

/** A page of requests: on the first what is overdue comes first, besides as many as asked for; then the newest. A cursor that is none of ours starts at the first page. */
export async function listRequests(
	reading: Reading,
	siteId: string,
	query: ListRequestsQuery
): Promise< RequestList > {
	const now = reading.clock.now();
	const before = query.cursor ? readCursor( query.cursor ) : null;
	const [ overdue, rows, names ] = await Promise.all( [
		before
			? []
			: reading.reader.overdue( siteId, query, overdueSince( now ) ),
		reading.reader.list( siteId, {
			...query,
			before,
			since: overdueSince( now ),
		} ),
		namesOf( reading, siteId ),
	] );
	const page = rows.slice( 0, query.limit );
	const last = page.at( -1 );
	return {
		requests: [ ...overdue, ...page ].map( ( row ) =>
			summaryOf( row, names, now )
		),
		nextCursor:
			last && rows.length > page.length ? writeCursor( last ) : null,
	};
}

/** @throws {Refusal} request_not_found. */
export async function readRequest(
	reading: Reading,
	siteId: string,
	requestId: string
): Promise< RequestDetail > {
	const found = await reading.reader.find( siteId, requestId );
	if ( ! found ) {
		throw new Refusal( 'request_not_found' );
	}
	const { row, attempts, legs, events } = found;
	const [ names, recordings ] = await Promise.all( [
		namesOf( reading, siteId ),
		reading.recordingsOf( siteId, requestId ),
	] );
	return {
		...summaryOf( row, names, reading.clock.now() ),
		language: row.language,
		timeZone: row.timeZone,
		note: row.note,
		pageUrl: row.pageUrl,
		pageTitle: row.pageTitle,
		consentText: row.consentText,
		consentAt: instant( row.consentAt ),
		recordingAgreed: row.recordingAgreed,
		recordings,
		attemptsMade: attempts.flatMap( ( attempt ) => {
			const own = legs.filter( ( leg ) => leg.attemptId === attempt.id );
			// A try that dialled nobody is not shown as one.
			return own.some( ( leg ) => leg.dialedAt )
				? [ attemptOf( attempt, own, names ) ]
				: [];
		} ),
		timeline: timelineOf( events, legs, names.agents ),
	};
}

function attemptOf( attempt: AttemptRow, legs: LegRow[], { agents }: Names ) {
	return {
		id: attempt.id,
		ordinal: attempt.ordinal,
		startedAt: attempt.startedAt.toISOString(),
		endedAt: instant( attempt.endedAt ),
		joinedAt: instant( attempt.joinedAt ),
		talkSeconds: attempt.talkSeconds,
		legs: legs.map( ( leg ) => ( {
			id: leg.id,
			party: leg.party,
			userId: leg.userId,
			agentName: nameOf( agents, leg.userId ),
			incoming: leg.incoming,
			number: leg.number,
			// Accepted by the network, the phone does not ring yet.
			state:
				leg.state === 'ringing' && ! leg.ringingAt
					? ( 'dialing' as const )
					: leg.state,
			dialedAt: instant( leg.dialedAt ),
			ringingAt: instant( leg.ringingAt ),
			answeredAt: instant( leg.answeredAt ),
			endedAt: instant( leg.endedAt ),
			endReason: leg.endReason,
			hungUpFirst:
				attempt.hungUpFirst && leg.answeredAt
					? attempt.hungUpFirst === leg.party
					: null,
		} ) ),
	};
}

function summaryOf(
	row: RequestRow,
	{ channels, agents }: Names,
	now: Date
): RequestSummary {
	const { retries } = readPlan( row.plan, [] );
	return {
		id: row.id,
		channelId: row.channelId,
		channelName: channels.get( row.channelId ) ?? '',
		state: row.state,
		failureReason: row.failureReason,
		heldBackBy: row.heldBackBy,
		dueAt: instant( row.dueAt ),
		bookedFor: instant( row.bookedFor ),
		uncovered: row.uncovered && row.endedAt === null,
		overdue: isOverdue( row, now ),
		attempt: row.attempt,
		attempts: Math.max(
			retries.company.attempts,
			retries.client.attempts,
			row.attempt
		),
		agentName: nameOf( agents, row.takenBy ),
		surveyScore: row.surveyScore,
		number: row.number,
		name: row.name,
		createdAt: row.createdAt.toISOString(),
		requestedAt: row.requestedAt.toISOString(),
		endedAt: instant( row.endedAt ),
		talkSeconds: row.talkSeconds,
	};
}

/** What was due so long ago should ring by now. */
function overdueSince( now: Date ): Date {
	return after( now, -timings.nudgeSeconds );
}

/** As the reader lists them: see RequestReader.overdue. */
function isOverdue(
	{ state, dueAt, bookedFor }: RequestRow,
	now: Date
): boolean {
	const since = overdueSince( now );
	return (
		( state === 'scheduled' && dueAt !== null && dueAt < since ) ||
		( state === 'queued' && bookedFor !== null && bookedFor < since )
	);
}

async function namesOf(
	{ channels, agentNames }: Pick< Reading, 'channels' | 'agentNames' >,
	siteId: string
): Promise< Names > {
	const [ all, agents ] = await Promise.all( [
		channels.list( siteId, { evenRemoved: true } ),
		agentNames( siteId ),
	] );
	return {
		channels: new Map(
			all.map( ( { id, settings } ) => [ id, settings.name ] )
		),
		agents,
	};
}

function nameOf(
	agents: ReadonlyMap< number, string >,
	userId: number | null
): string | null {
	return userId === null ? null : ( agents.get( userId ) ?? null );
}

function instant( at: Date | null ): string | null {
	return at?.toISOString() ?? null;
}

function writeCursor( { createdAt, id }: Cursor ): string {
	return Buffer.from( `${ createdAt.getTime() } ${ id }` ).toString(
		'base64url'
	);
}

function readCursor( text: string ): Cursor | null {
	const [ , time, id ] =
		/^(\d{1,15}) ([\da-f-]{36})$/.exec(
			Buffer.from( text, 'base64url' ).toString()
		) ?? [];
	return time && id ? { createdAt: new Date( Number( time ) ), id } : null;
}
