import type {
	ListRequestsQuery,
	Recording,
	RequestDetail,
	RequestFilter,
	RequestList,
	RequestSummary,
	Viewer,
} from '@rappel/contract';
import { Refusal } from '../refusal.js';
import type { Dependencies } from './dependencies.js';
import {
	instant,
	isSeenBy,
	nameOf,
	namesOf,
	numberFor,
	overdueSince,
	summaryOf,
	viewerNamed,
	type AgentNames,
	type Names,
} from './request-summary.js';
import { soughtRequests } from './sought-requests.js';
import type { SoughtRequests } from './store/request-filter.js';
import type {
	Position,
	RequestReader,
	ShownOverdue,
} from './store/request-reader.js';
import type { AttemptRow, LegRow } from './store/rows.js';
import { timelineOf } from './timeline.js';

/** What was recorded of a request, the oldest first. */
export type RecordingsOf = (
	siteId: string,
	requestId: string
) => Promise< Recording[] >;

export type Reading = Pick< Dependencies, 'channels' | 'clock' | 'sites' > & {
	reader: RequestReader;
	agentNames: AgentNames;
	recordingsOf: RecordingsOf;
};

/** The newest first, unless said otherwise. */
type ListQuery = Omit< ListRequestsQuery, 'sort' > &
	Partial< Pick< ListRequestsQuery, 'sort' > >;

/**
 * A page of requests. Of the newest first, the first page has besides what is overdue, before all others; it is on no later page, though
 * more becomes overdue meanwhile: the cursor keeps since when. A cursor that is none of ours starts at the first page.
 */
export async function listRequests(
	reading: Reading,
	siteId: string,
	{ sort = 'newest', cursor, limit, ...filter }: ListQuery
): Promise< RequestList > {
	const { reader, clock } = reading;
	const now = clock.now();
	const place = cursor ? readCursor( cursor ) : null;
	const sought = await soughtOn( reading, siteId, filter );
	const list = ( withoutOverdue: ShownOverdue | null ) =>
		reader.list( sought, { sort, after: place, limit, withoutOverdue } );
	const isFirst = place === null && sort === 'newest';
	const since = overdueSince( now );
	const assumed = isFirst ? { since, upTo: null } : ( place?.shown ?? null );
	const [ overdue, listed, names ] = await Promise.all( [
		isFirst ? reader.overdue( sought, since ) : null,
		list( assumed ),
		namesOf( reading, siteId ),
	] );
	const shown = overdue?.shown ?? assumed;
	// Seldom are more overdue than stand before all others.
	const rows = overdue?.shown.upTo ? await list( overdue.shown ) : listed;
	const page = rows.slice( 0, limit );
	const last = page.at( -1 );
	const viewer = viewerNamed( filter.visibleTo );
	return {
		requests: [ ...( overdue?.rows ?? [] ), ...page ].map( ( row ) =>
			summaryOf( row, names, { now, viewer } )
		),
		nextCursor:
			last && rows.length > page.length
				? writeCursor( { ...last, shown } )
				: null,
	};
}

/** Where the site is not known any more, its days are those of UTC. */
export async function soughtOn(
	{ sites }: Pick< Reading, 'sites' >,
	siteId: string,
	filter: RequestFilter
): Promise< SoughtRequests > {
	const site =
		( filter.from ?? filter.to ) ? await sites.find( siteId ) : null;
	return soughtRequests(
		{ id: siteId, timeZone: site?.timeZone ?? 'UTC' },
		filter
	);
}

/** To who has just acted on it, be it out of their sight from now on; null: there is no such request. */
export async function summaryFor(
	reading: Reading,
	siteId: string,
	requestId: string,
	viewer: Viewer
): Promise< RequestSummary | null > {
	const row = await reading.reader.findRow( siteId, requestId );
	if ( ! row ) {
		return null;
	}
	return summaryOf( row, await namesOf( reading, siteId ), {
		now: reading.clock.now(),
		viewer,
	} );
}

/** @throws {Refusal} request_not_found, also for who may not see it. */
export async function readRequest(
	reading: Reading,
	siteId: string,
	requestId: string,
	{ visibleTo }: { visibleTo?: number | undefined } = {}
): Promise< RequestDetail > {
	const viewer = viewerNamed( visibleTo );
	const found = await reading.reader.find( siteId, requestId );
	if ( ! found || ! isSeenBy( found.row, viewer ) ) {
		throw new Refusal( 'request_not_found' );
	}
	const { row, attempts, legs, events } = found;
	const [ names, recordings ] = await Promise.all( [
		namesOf( reading, siteId ),
		reading.recordingsOf( siteId, requestId ),
	] );
	const shown = numberFor( row, viewer, calledOf( legs ) );
	return {
		...summaryOf( row, names, { now: reading.clock.now(), viewer } ),
		number: shown( row.number ),
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
				? [ attemptOf( attempt, own, { names, shown } ) ]
				: [];
		} ),
		timeline: timelineOf( events, legs, names.agents ),
	};
}

/** Agents whose phone rings, or who are on the line. */
function calledOf( legs: readonly LegRow[] ): number[] {
	return legs.flatMap( ( { state, userId } ) =>
		state !== 'ended' && userId !== null ? [ userId ] : []
	);
}

function attemptOf(
	attempt: AttemptRow,
	legs: LegRow[],
	{
		names: { agents },
		shown,
	}: { names: Names; shown: ( number: string ) => string }
) {
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
			number: shown( leg.number ),
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

/** Where a page ended, and what was shown on the first one before all others. */
interface Place extends Position {
	shown: ShownOverdue | null;
}

function writeCursor( { createdAt, id, shown }: Place ): string {
	const parts = [
		writePosition( { createdAt, id } ),
		...( shown ? [ shown.since.getTime() ] : [] ),
		...( shown?.upTo ? [ writePosition( shown.upTo ) ] : [] ),
	];
	return Buffer.from( parts.join( ' ' ) ).toString( 'base64url' );
}

function readCursor( text: string ): Place | null {
	const [ , position = '', since, upTo = '' ] =
		/^(\d{1,15} [\da-f-]{36})(?: (\d{1,15})(?: (\d{1,15} [\da-f-]{36}))?)?$/.exec(
			Buffer.from( text, 'base64url' ).toString()
		) ?? [];
	const place = readPosition( position );
	return (
		place && {
			...place,
			shown:
				since === undefined
					? null
					: {
							since: new Date( Number( since ) ),
							upTo: readPosition( upTo ),
						},
		}
	);
}

const writePosition = ( { createdAt, id }: Position ) =>
	`${ createdAt.getTime() } ${ id }`;

function readPosition( text: string ): Position | null {
	const [ time, id ] = text.split( ' ' );
	return time && id ? { createdAt: new Date( Number( time ) ), id } : null;
}
