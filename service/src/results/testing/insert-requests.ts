import { randomUUID } from 'node:crypto';
import type { BoundValue } from '../../persistence/bound-sql.js';
import type { Database } from '../../persistence/database.js';
import { toSqlInstant } from '../../persistence/sql-instant.js';
import type { CountedRequest } from '../domain/counted-request.js';

/** Rows as the call engine would leave them of such a request; gives its id. */
export function requestInserter( { bound, dialect }: Database ) {
	const insert = async (
		table: string,
		row: Record< string, BoundValue | Date >
	) => {
		const values = Object.values( row ).map( ( value ) =>
			value instanceof Date ? toSqlInstant( dialect, value ) : value
		);
		await bound.write(
			`INSERT INTO ${ table } ( ${ Object.keys( row ).join() } ) VALUES ( ${ values.map( ( _value, index ) => `$${ index + 1 }` ).join() } )`,
			values
		);
	};

	return async ( siteId: string, request: CountedRequest ) => {
		const id = randomUUID();
		await insert( 'callback_requests', requestRow( siteId, id, request ) );
		for ( const { ordinal, ...one } of request.tries ) {
			const attemptId = randomUUID();
			await insert( 'attempts', {
				id: attemptId,
				site_id: siteId,
				request_id: id,
				ordinal,
				started_at: request.createdAt,
				joined_at: one.joined ? request.createdAt : null,
				talk_seconds: one.talkSeconds,
				hung_up_sure: false,
			} );
			await insert( 'legs', {
				id: randomUUID(),
				site_id: siteId,
				request_id: id,
				attempt_id: attemptId,
				position: 0,
				party: 'company',
				number: '+33123456789',
				caller_id: '+33123456700',
				state: 'ended',
				refusals: 0,
				in_room: false,
				asks: 0,
				dialed_at: one.called ? request.createdAt : null,
				ringing_at: one.rangAt,
			} );
		}
		return id;
	};
}

function requestRow( siteId: string, id: string, request: CountedRequest ) {
	return {
		id,
		site_id: siteId,
		channel_id: request.channelId,
		request_key: randomUUID(),
		version: 1,
		state: request.state,
		number: '+33612345678',
		language: 'fr',
		page_url: request.pageUrl,
		visitor_digest: '0'.repeat( 64 ),
		plan: '{}',
		requested_at: request.requestedAt,
		created_at: request.createdAt,
		updated_at: request.createdAt,
		expires_at: request.createdAt,
		ended_at: request.endedAt,
		talk_seconds: 0,
		scheduled_why: request.awaitsBooking ? 'booked' : null,
		survey_score: request.surveyScore,
		taken_by: request.takenBy,
		booked_for: request.bookedFor,
		cost_micros: request.cost?.micros ?? null,
		currency: request.cost?.currency ?? null,
	};
}
