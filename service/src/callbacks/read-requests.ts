import type {
	ListRequestsQuery,
	RequestDetail,
	RequestList,
	RequestSummary,
} from '@rappel/contract';
import { Refusal } from '../refusal.js';
import type { Dependencies } from './dependencies.js';
import type { Cursor, RequestReader } from './store/request-reader.js';
import type { AttemptRow, LegRow, RequestRow } from './store/rows.js';
import { timelineOf } from './timeline.js';

type Reading = Pick< Dependencies, 'channels' > & { reader: RequestReader };

/** A page of requests, newest first. A cursor that is none of ours starts at the first page. */
export async function listRequests(
	{ reader, channels }: Reading,
	siteId: string,
	query: ListRequestsQuery
): Promise< RequestList > {
	const [ rows, names ] = await Promise.all( [
		reader.list( siteId, {
			...query,
			before: query.cursor ? readCursor( query.cursor ) : null,
		} ),
		channelNames( { channels }, siteId ),
	] );
	const page = rows.slice( 0, query.limit );
	const last = page.at( -1 );
	return {
		requests: page.map( ( row ) => summaryOf( row, names ) ),
		nextCursor:
			last && rows.length > page.length ? writeCursor( last ) : null,
	};
}

/** @throws {Refusal} request_not_found. */
export async function readRequest(
	{ reader, channels }: Reading,
	siteId: string,
	requestId: string
): Promise< RequestDetail > {
	const found = await reader.find( siteId, requestId );
	if ( ! found ) {
		throw new Refusal( 'request_not_found' );
	}
	const { row, attempts, legs, events } = found;
	return {
		...summaryOf( row, await channelNames( { channels }, siteId ) ),
		language: row.language,
		timeZone: row.timeZone,
		pageUrl: row.pageUrl,
		pageTitle: row.pageTitle,
		consentText: row.consentText,
		consentAt: instant( row.consentAt ),
		attempts: attempts.flatMap( ( attempt ) => {
			const own = legs.filter( ( leg ) => leg.attemptId === attempt.id );
			// A try that dialled nobody is not shown as one.
			return own.some( ( leg ) => leg.dialedAt )
				? [ attemptOf( attempt, own ) ]
				: [];
		} ),
		timeline: timelineOf( events ),
	};
}

function attemptOf( attempt: AttemptRow, legs: LegRow[] ) {
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
	names: ReadonlyMap< string, string >
): RequestSummary {
	return {
		id: row.id,
		channelId: row.channelId,
		channelName: names.get( row.channelId ) ?? '',
		state: row.state,
		failureReason: row.failureReason,
		number: row.number,
		name: row.name,
		createdAt: row.createdAt.toISOString(),
		requestedAt: row.requestedAt.toISOString(),
		endedAt: instant( row.endedAt ),
		talkSeconds: row.talkSeconds,
	};
}

async function channelNames(
	{ channels }: Pick< Dependencies, 'channels' >,
	siteId: string
): Promise< ReadonlyMap< string, string > > {
	const all = await channels.list( siteId, { evenRemoved: true } );
	return new Map( all.map( ( { id, settings } ) => [ id, settings.name ] ) );
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
