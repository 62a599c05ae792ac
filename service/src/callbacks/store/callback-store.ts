import { Op } from 'sequelize';
import type { BoundValue } from '../../persistence/bound-sql.js';
import type { Database } from '../../persistence/database.js';
import { toSqlInstant } from '../../persistence/sql-instant.js';
import { tableOf, type SqlRecord } from '../../persistence/table.js';
import {
	holdsNumber,
	legById,
	type CallbackRequest,
} from '../domain/callback-request.js';
import type { RequestEvent } from '../domain/events.js';
import type { Leg } from '../domain/leg.js';
import { defineModels } from './models.js';
import {
	attemptColumns,
	legColumns,
	lifeColumns,
	readRequest,
	type RequestDetails,
} from './rows.js';

/** A request as it was read: `version` is what a save must still find. */
export interface Loaded {
	request: CallbackRequest;
	details: RequestDetails;
	version: number;
	updatedAt: Date;
}

/** Somebody else moved the request meanwhile: load it and decide again. */
export class VersionConflict extends Error {
	override readonly name = 'VersionConflict';
}

export interface CallbackStore {
	/** Rejects with a unique violation for a key that the site has used. */
	insert: (
		details: RequestDetails,
		request: CallbackRequest,
		events: readonly RequestEvent[],
		now: Date
	) => Promise< void >;
	/** Whether no other request of the site has this number in flight; from then on this one has. */
	takeNumber: (
		siteId: string,
		number: string,
		requestId: string
	) => Promise< boolean >;
	/** `lock` keeps others from moving it until the transaction ends. */
	load: (
		requestId: string,
		options?: { lock?: boolean }
	) => Promise< Loaded | null >;
	findByKey: ( siteId: string, key: string ) => Promise< Loaded | null >;
	/** The newest request of this visitor's digest since then. */
	findByVisitor: (
		siteId: string,
		visitorDigest: string,
		since: Date
	) => Promise< Loaded | null >;
	/** @throws {VersionConflict} When the stored version is another. */
	save: (
		before: Loaded,
		request: CallbackRequest,
		events: readonly RequestEvent[],
		now: Date
	) => Promise< void >;
	requestOfLeg: ( legId: string ) => Promise< string | null >;
	requestOfAttempt: ( attemptId: string ) => Promise< string | null >;
	legOfCall: ( callSid: string ) => Promise< string | null >;
	/** Requests whose deadline is past, the oldest first. */
	overdueChecks: ( now: Date, limit: number ) => Promise< string[] >;
	/** Requests that have, or may have, a call in flight. */
	inFlight: () => Promise< string[] >;
	/** From 1: how many of the channel were waiting before it, and itself. */
	placeOf: ( loaded: Loaded ) => Promise< number >;
	/** Whether some request of the channel is not over yet. */
	hasLiving: ( siteId: string, channelId: string ) => Promise< boolean >;
	/** Calls of the list that belong to some leg already. */
	knownCalls: ( callSids: readonly string[] ) => Promise< Set< string > >;
	/** How many legs between two numbers wait for their call to be recognised. */
	unrecognised: ( number: string, callerId: string ) => Promise< number >;
}

export const livingStates: CallbackRequest[ 'state' ][] = [
	'queued',
	'calling_company',
	'calling_client',
	'talking',
];

export function createCallbackStore( database: Database ): CallbackStore {
	const models = defineModels( database );

	const tables = {
		requests: tableOf( database, models.requests ),
		attempts: tableOf( database, models.attempts ),
		legs: tableOf( database, models.legs ),
		events: tableOf( database, models.events ),
		openNumbers: tableOf( database, models.openNumbers ),
	};
	/** A request with all its attempts and their legs, the newest attempt first. */
	const selection = `SELECT ${ tables.requests.columns( 'r' ) }, ${ tables.attempts.columns( 'a' ) }, ${ tables.legs.columns( 'l' ) }
		FROM callback_requests r
		LEFT JOIN attempts a ON a.request_id = r.id
		LEFT JOIN legs l ON l.attempt_id = a.id`;
	const newestFirst = 'ORDER BY a.ordinal DESC, l.position';

	const findOne = async (
		condition: string,
		values: readonly BoundValue[],
		lock = false
	): Promise< Loaded | null > => {
		const records = await database.bound.select< SqlRecord >(
			`${ selection } WHERE ${ condition } ${ newestFirst }${ lock && database.dialect === 'mysql' ? ' FOR UPDATE' : '' }`,
			values
		);
		const [ first ] = records;
		const row = first && tables.requests.read( first, 'r' );
		if ( ! row ) {
			return null;
		}
		const attempt = tables.attempts.read( first, 'a' );
		if ( ! attempt ) {
			throw new Error( `Request ${ row.id } without an attempt` );
		}
		const legs = records.flatMap(
			( record ) => tables.legs.read( record, 'l' ) ?? []
		);
		return {
			request: readRequest(
				row,
				attempt,
				legs.filter( ( { attemptId } ) => attemptId === attempt.id )
			),
			details: row,
			version: row.version,
			updatedAt: row.updatedAt,
		};
	};

	const append = async (
		siteId: string,
		request: CallbackRequest,
		version: number,
		events: readonly RequestEvent[],
		now: Date
	) => {
		await tables.events.insert(
			events.map( ( { type, at, ...data }, position ) => ( {
				requestId: request.id,
				version,
				position,
				siteId,
				at,
				recordedAt: now,
				type,
				party:
					'legId' in data
						? ( legById( request, data.legId )?.party ?? null )
						: null,
				data: JSON.stringify( data ),
			} ) )
		);
	};

	const releaseNumber = (
		siteId: string,
		requestId: string,
		number: string
	) => models.openNumbers.destroy( { where: { siteId, number, requestId } } );

	const legRow = ( leg: Leg ) => ( {
		id: leg.id,
		party: leg.party,
		number: leg.number,
		callerId: leg.callerId,
		...legColumns( leg ),
	} );

	return {
		async insert( details, request, events, now ) {
			const { siteId } = details;
			await tables.requests.insert( [
				{
					...details,
					...lifeColumns( request ),
					id: request.id,
					version: 1,
					plan: JSON.stringify( request.plan ),
					createdAt: request.createdAt,
					updatedAt: now,
					expiresAt: request.expiresAt,
				},
			] );
			await tables.attempts.insert( [
				{
					id: request.attempt.id,
					siteId,
					requestId: request.id,
					ordinal: request.attempt.ordinal,
					...attemptColumns( request.attempt ),
				},
			] );
			await tables.legs.insert(
				request.attempt.legs.map( ( leg, position ) => ( {
					...legRow( leg ),
					siteId,
					requestId: request.id,
					attemptId: request.attempt.id,
					position,
				} ) )
			);
			await append( siteId, request, 1, events, now );
		},

		async takeNumber( siteId, number, requestId ) {
			if (
				await tables.openNumbers.insertUnlessThere( {
					siteId,
					number,
					requestId,
				} )
			) {
				return true;
			}
			const row = await models.openNumbers.findOne( {
				where: { siteId, number },
			} );
			return row?.get( 'requestId' ) === requestId;
		},

		load: ( id, { lock = false } = {} ) =>
			findOne( 'r.id = $1', [ id ], lock ),
		findByKey: ( siteId, requestKey ) =>
			findOne( 'r.site_id = $1 AND r.request_key = $2', [
				siteId,
				requestKey,
			] ),
		async findByVisitor( siteId, visitorDigest, since ) {
			const row = await models.requests.findOne( {
				attributes: [ 'id' ],
				where: {
					siteId,
					visitorDigest,
					createdAt: { [ Op.gte ]: since },
				},
				order: [ [ 'createdAt', 'DESC' ] ],
			} );
			return row && findOne( 'r.id = $1', [ row.get( 'id' ) as string ] );
		},

		async save( before, request, events, now ) {
			const { siteId, number } = before.details;
			const version = before.version + 1;
			const moved = await tables.requests.update(
				{ ...lifeColumns( request ), version, updatedAt: now },
				{ id: request.id, version: before.version }
			);
			if ( moved !== 1 ) {
				throw new VersionConflict( request.id );
			}
			const old = before.request.attempt;
			const columns = attemptColumns( request.attempt );
			if (
				JSON.stringify( columns ) !==
				JSON.stringify( attemptColumns( old ) )
			) {
				await tables.attempts.update( columns, {
					id: request.attempt.id,
				} );
			}
			for ( const leg of request.attempt.legs ) {
				if ( ! old.legs.includes( leg ) ) {
					await tables.legs.update( legColumns( leg ), {
						id: leg.id,
					} );
				}
			}
			await append( siteId, request, version, events, now );
			if ( holdsNumber( before.request ) && ! holdsNumber( request ) ) {
				await releaseNumber( siteId, request.id, number );
			}
		},

		async requestOfLeg( id ) {
			const row = await models.legs.findByPk( id, {
				attributes: [ 'requestId' ],
			} );
			return row?.get( { plain: true } ).requestId ?? null;
		},

		async requestOfAttempt( id ) {
			const row = await models.attempts.findByPk( id, {
				attributes: [ 'requestId' ],
			} );
			return row?.get( { plain: true } ).requestId ?? null;
		},

		async legOfCall( callSid ) {
			const row = await models.legs.findOne( {
				attributes: [ 'id' ],
				where: { callSid },
			} );
			return row?.get( { plain: true } ).id ?? null;
		},

		async overdueChecks( now, limit ) {
			const rows = await models.requests.findAll( {
				attributes: [ 'id' ],
				where: { checkAt: { [ Op.lte ]: now } },
				order: [ [ 'checkAt', 'ASC' ] ],
				limit,
			} );
			return rows.map( ( row ) => row.get( { plain: true } ).id );
		},

		async inFlight() {
			const rows = await models.requests.findAll( {
				attributes: [ 'id' ],
				where: {
					checkAt: { [ Op.not ]: null },
					state: { [ Op.not ]: 'queued' },
				},
				order: [ [ 'checkAt', 'ASC' ] ],
			} );
			return rows.map( ( row ) => row.get( { plain: true } ).id );
		},

		async placeOf( { request, details } ) {
			const [ row ] = await database.bound.select< { before: number } >(
				`SELECT COUNT(*) AS \`before\` FROM callback_requests
				WHERE site_id = $1 AND channel_id = $2 AND state = 'queued' AND created_at < $3`,
				[
					details.siteId,
					details.channelId,
					toSqlInstant( database.dialect, request.createdAt ),
				]
			);
			return Number( row?.before ?? 0 ) + 1;
		},

		async hasLiving( siteId, channelId ) {
			const row = await models.requests.findOne( {
				attributes: [ 'id' ],
				where: { siteId, channelId, state: livingStates },
			} );
			return row !== null;
		},

		async knownCalls( callSids ) {
			const rows = await models.legs.findAll( {
				attributes: [ 'callSid' ],
				where: { callSid: [ ...callSids ] },
			} );
			return new Set(
				rows.map( ( row ) => row.get( { plain: true } ).callSid ?? '' )
			);
		},

		unrecognised: ( number, callerId ) =>
			models.legs.count( {
				where: { number, callerId, state: [ 'dialing', 'unknown' ] },
			} ),
	};
}
