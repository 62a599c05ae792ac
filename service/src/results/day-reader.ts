import type { RequestSummary } from '@rappel/contract';
import type { Span } from '../availability/domain/span.js';
import type { Database } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';
import { indexOfChanged } from './changed-requests.js';
import type { CountedRequest, CountedTry } from './domain/counted-request.js';

/** A request as it was read. */
export interface ReadRequest extends CountedRequest {
	id: string;
	version: number;
	/** The roll-ups had it so already. */
	inResults: boolean;
}

type SqlDate = Date | string;

interface RequestRecord {
	id: string;
	version: number;
	state: RequestSummary[ 'state' ];
	scheduledWhy: string | null;
	channelId: string;
	pageUrl: string | null;
	takenBy: number | null;
	createdAt: SqlDate;
	requestedAt: SqlDate;
	bookedFor: SqlDate | null;
	endedAt: SqlDate | null;
	surveyScore: number | null;
	costMicros: number | null;
	currency: string | null;
	inResults: number | boolean;
}

interface TryRecord {
	requestId: string;
	ordinal: number;
	joined: number;
	talkSeconds: number;
	called: number;
	rangAt: SqlDate | null;
}

/** `changed`: those alone that the roll-ups do not have as they are. */
export type Wanted = 'all' | 'changed';

/** The requests of a site that were made within a span, with what counts of their attempts. */
export function createDayReader( {
	bound,
	dialect,
}: Pick< Database, 'bound' | 'dialect' > ) {
	const chosen = {
		all: `r WHERE ${ ofSpan }`,
		changed: `r ${ indexOfChanged( dialect ) } WHERE r.in_results = 0 AND ${ ofSpan }`,
	};
	return async (
		siteId: string,
		span: Span,
		wanted: Wanted
	): Promise< ReadRequest[] > => {
		const values = [
			siteId,
			toSqlInstant( dialect, new Date( span.start ) ),
			toSqlInstant( dialect, new Date( span.end ) ),
		];
		// The requests first: one that moves meanwhile has another version by the time it is marked.
		const requests = await bound.select< RequestRecord >(
			requestsSql( chosen[ wanted ] ),
			values
		);
		const tries = new Map< string, TryRecord[] >();
		for ( const one of await bound.select< TryRecord >(
			triesSql( chosen[ wanted ] ),
			values
		) ) {
			const others = tries.get( one.requestId );
			if ( others ) {
				others.push( one );
			} else {
				tries.set( one.requestId, [ one ] );
			}
		}
		return requests.map( ( record ) =>
			readRequest( record, tries.get( record.id ) ?? [] )
		);
	};
}

const ofSpan = 'r.site_id = $1 AND r.created_at >= $2 AND r.created_at < $3';

const requestsSql = (
	chosen: string
) => `SELECT r.id, r.version, r.state, r.scheduled_why AS scheduledWhy, r.channel_id AS channelId,
		r.page_url AS pageUrl, r.taken_by AS takenBy, r.created_at AS createdAt, r.requested_at AS requestedAt,
		r.booked_for AS bookedFor, r.ended_at AS endedAt, r.survey_score AS surveyScore, r.cost_micros AS costMicros,
		r.currency, r.in_results AS inResults
	FROM callback_requests ${ chosen }`;

/** A phone that was answered has rung, whether or not the network said so; one that rang at ours was not called. */
const triesSql = (
	chosen: string
) => `SELECT a.request_id AS requestId, a.ordinal, a.joined_at IS NOT NULL AS joined, a.talk_seconds AS talkSeconds,
		MAX( COALESCE( l.dialed_at, l.answered_at ) IS NOT NULL ) AS called,
		MIN( CASE WHEN l.incoming = 0 THEN COALESCE( l.ringing_at, l.answered_at ) END ) AS rangAt
	FROM ( SELECT r.id FROM callback_requests ${ chosen } ) r
	JOIN attempts a ON a.request_id = r.id
	JOIN legs l ON l.attempt_id = a.id
	GROUP BY a.id, a.request_id, a.ordinal, a.joined_at, a.talk_seconds`;

function readRequest(
	record: RequestRecord,
	tries: readonly TryRecord[]
): ReadRequest {
	const { id, version, state, costMicros, currency } = record;
	return {
		id,
		version,
		state,
		channelId: record.channelId,
		pageUrl: record.pageUrl,
		takenBy: record.takenBy,
		surveyScore: record.surveyScore,
		createdAt: instant( record.createdAt ),
		requestedAt: instant( record.requestedAt ),
		bookedFor: fromSqlInstant( record.bookedFor ),
		endedAt: fromSqlInstant( record.endedAt ),
		awaitsBooking:
			state === 'scheduled' && record.scheduledWhy === 'booked',
		cost:
			costMicros === null || currency === null
				? null
				: { micros: Number( costMicros ), currency },
		inResults: Boolean( record.inResults ),
		tries: tries.map( readTry ),
	};
}

function readTry( record: TryRecord ): CountedTry {
	return {
		ordinal: record.ordinal,
		called: Boolean( record.called ),
		rangAt: fromSqlInstant( record.rangAt ),
		joined: Boolean( record.joined ),
		talkSeconds: record.talkSeconds,
	};
}

function instant( value: SqlDate ): Date {
	return fromSqlInstant( value ) ?? new Date( Number.NaN );
}
