import { Op, type Model } from 'sequelize';
import type { BoundValue } from '../../persistence/bound-sql.js';
import type { Database } from '../../persistence/database.js';
import { tableOf, type SqlRecord } from '../../persistence/table.js';
import {
	holdsNumber,
	legById,
	type CallbackRequest,
} from '../domain/callback-request.js';
import type { RequestEvent } from '../domain/events.js';
import { evolve } from '../domain/evolve.js';
import type { Leg } from '../domain/leg.js';
import { everyGuard, type Guarded } from '../sabotage.js';
import { wordsOf } from '../search-words.js';
import { createLegFinder, type LegFinder } from './leg-finder.js';
import { createLineStore, type LineStore } from './line-store.js';
import { defineModels } from './models.js';
import {
	type EventRow,
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

export interface CallbackStore extends LineStore, LegFinder {
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
	/** Requests whose deadline is past, the oldest first. */
	overdueChecks: ( now: Date, limit: number ) => Promise< string[] >;
	/** Requests that have, or may have, a call in flight. */
	inFlight: () => Promise< string[] >;
	/** The newest requests of a number on the site, at most `limit`. */
	ofNumber: (
		siteId: string,
		number: string,
		limit: number
	) => Promise< Loaded[] >;
	/** The sites on which this number asked to be called, the last one first. */
	sitesOf: ( number: string ) => Promise< string[] >;
	/** Whether some request of the channel is not over yet. */
	hasLiving: ( siteId: string, channelId: string ) => Promise< boolean >;
	/** The requests of the channel that are not over yet. */
	livingOf: ( siteId: string, channelId: string ) => Promise< string[] >;
}

export const livingStates: CallbackRequest[ 'state' ][] = [
	'scheduled',
	'queued',
	'calling_company',
	'calling_client',
	'talking',
	'surveying',
	'leaving_message',
];

/**
 * @param database
 * @param guarded
 * @param changed  Told of each commit that changed a request of the site.
 */
export function createCallbackStore(
	database: Database,
	guarded: Guarded = everyGuard,
	changed: ( siteId: string ) => void = () => undefined
): CallbackStore {
	const models = defineModels( database );

	const tables = {
		requests: tableOf( database, models.requests ),
		attempts: tableOf( database, models.attempts ),
		legs: tableOf( database, models.legs ),
		events: tableOf( database, models.events ),
		openNumbers: tableOf( database, models.openNumbers ),
		words: tableOf( database, models.words ),
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
		database.afterCommit( () => changed( siteId ) );
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

	/** For a fault test without compare-and-set, which the events' own key would otherwise stand in for. */
	const versionAfter = async ( requestId: string ): Promise< number > => {
		const last = await models.events.max< number, Model< EventRow > >(
			'version',
			{
				where: { requestId },
			}
		);
		return Number( last ?? 0 ) + 1;
	};

	const releaseNumber = (
		siteId: string,
		requestId: string,
		number: string
	) => models.openNumbers.destroy( { where: { siteId, number, requestId } } );

	const legRows = (
		siteId: string,
		{ id: requestId, attempt }: CallbackRequest,
		legs: readonly Leg[]
	) =>
		legs.map( ( leg ) => ( {
			id: leg.id,
			siteId,
			requestId,
			attemptId: attempt.id,
			position: attempt.legs.indexOf( leg ),
			party: leg.party,
			userId: leg.userId,
			incoming: leg.incoming,
			number: leg.number,
			callerId: leg.callerId,
			mustConfirm: leg.mustConfirm,
			...legColumns( leg ),
		} ) );

	const insertAttempt = async (
		siteId: string,
		request: CallbackRequest
	) => {
		const { attempt } = request;
		await tables.attempts.insert( [
			{
				id: attempt.id,
				siteId,
				requestId: request.id,
				ordinal: attempt.ordinal,
				...attemptColumns( attempt ),
			},
		] );
		await tables.legs.insert( legRows( siteId, request, attempt.legs ) );
	};

	/** What moved of one attempt, with the legs that were planned meanwhile. */
	const saveAttempt = async (
		siteId: string,
		before: CallbackRequest,
		after: CallbackRequest
	) => {
		const columns = attemptColumns( after.attempt );
		if (
			JSON.stringify( columns ) !==
			JSON.stringify( attemptColumns( before.attempt ) )
		) {
			await tables.attempts.update( columns, { id: after.attempt.id } );
		}
		const old = before.attempt.legs;
		for ( const leg of after.attempt.legs ) {
			if (
				! old.includes( leg ) &&
				old.some( ( { id } ) => id === leg.id )
			) {
				await tables.legs.update( legColumns( leg ), { id: leg.id } );
			}
		}
		const planned = after.attempt.legs.filter(
			( leg ) => ! old.some( ( { id } ) => id === leg.id )
		);
		await tables.legs.insert( legRows( siteId, after, planned ) );
	};

	return {
		...createLineStore( database, models ),
		...createLegFinder( models ),

		async insert( details, request, events, now ) {
			const { siteId } = details;
			await tables.requests.insert( [
				{
					...details,
					...lifeColumns( request ),
					id: request.id,
					uncovered: false,
					costMicros: null,
					currency: null,
					version: 1,
					plan: JSON.stringify( request.plan ),
					createdAt: request.createdAt,
					updatedAt: now,
					expiresAt: request.expiresAt,
				},
			] );
			await insertAttempt( siteId, request );
			await append( siteId, request, 1, events, now );
			await tables.words.insert(
				wordsOf( details ).map( ( word ) => ( {
					requestId: request.id,
					word,
					siteId,
				} ) )
			);
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
			const moved = await tables.requests.update(
				{
					...lifeColumns( request ),
					// A booking that was moved.
					...( request.plan !== before.request.plan && {
						plan: JSON.stringify( request.plan ),
					} ),
					version: before.version + 1,
					updatedAt: now,
				},
				guarded( 'compare-and-set' )
					? { id: request.id, version: before.version }
					: { id: request.id }
			);
			if ( moved !== 1 ) {
				throw new VersionConflict( request.id );
			}
			await saveAttempt(
				siteId,
				before.request,
				lastOf( before.request, events )
			);
			if ( request.attempt.id !== before.request.attempt.id ) {
				await insertAttempt( siteId, request );
			}
			const version = guarded( 'compare-and-set' )
				? before.version + 1
				: await versionAfter( request.id );
			await append( siteId, request, version, events, now );
			if ( holdsNumber( before.request ) && ! holdsNumber( request ) ) {
				await releaseNumber( siteId, request.id, number );
			}
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
					state: { [ Op.notIn ]: [ 'queued', 'scheduled' ] },
				},
				order: [ [ 'checkAt', 'ASC' ] ],
			} );
			return rows.map( ( row ) => row.get( { plain: true } ).id );
		},

		async ofNumber( siteId, number, limit ) {
			const rows = await models.requests.findAll( {
				attributes: [ 'id' ],
				where: { siteId, number },
				order: [
					[ 'createdAt', 'DESC' ],
					[ 'id', 'DESC' ],
				],
				limit,
			} );
			const found = await Promise.all(
				rows.map( ( row ) =>
					findOne( 'r.id = $1', [ row.get( { plain: true } ).id ] )
				)
			);
			return found.flatMap( ( one ) => one ?? [] );
		},

		async sitesOf( number ) {
			const rows = await models.requests.findAll( {
				attributes: [ 'siteId', 'createdAt' ],
				where: { number },
				order: [ [ 'createdAt', 'DESC' ] ],
				limit: 20,
			} );
			return [
				...new Set(
					rows.map( ( row ) => row.get( { plain: true } ).siteId )
				),
			];
		},

		async hasLiving( siteId, channelId ) {
			const row = await models.requests.findOne( {
				attributes: [ 'id' ],
				where: { siteId, channelId, state: livingStates },
			} );
			return row !== null;
		},

		async livingOf( siteId, channelId ) {
			const rows = await models.requests.findAll( {
				attributes: [ 'id' ],
				where: { siteId, channelId, state: livingStates },
			} );
			return rows.map( ( row ) => row.get( { plain: true } ).id );
		},
	};
}

/** How far the attempt went that was under way before these events; a new one may have begun since. */
function lastOf(
	before: CallbackRequest,
	events: readonly RequestEvent[]
): CallbackRequest {
	let last = before;
	let request = before;
	for ( const event of events ) {
		request = evolve( request, event );
		if ( request.attempt.id === before.attempt.id ) {
			last = request;
		}
	}
	return last;
}
