import { pipeline } from 'node:stream/promises';
import {
	actOnRequestsSchema,
	cancelRequestSchema,
	createRequestSchema,
	e164Schema,
	idSchema,
	languageSchema,
	listRequestsQuerySchema,
	readRequestQuerySchema,
	requestFilterSchema,
	requestKeySchema,
	serviceRoutes,
	type ActedOnRequests,
} from '@rappel/contract';
import { Router } from 'express';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import { languageOf } from '../http/language.js';
import { problemOf } from '../http/problem-details.js';
import { traceIdOf } from '../http/request-log.js';
import { Refusal } from '../refusal.js';
import type { CallbackUseCases } from './callbacks.js';

/** Under /v1, signed by a site. Routes parse, call and answer. */
export function createCallbackRoutes( useCases: CallbackUseCases ): Router {
	const router = Router();

	router.post(
		expressPath( serviceRoutes.createRequest ),
		async ( request, response ) => {
			const { created, status } = await useCases.createRequest(
				siteOf( response ),
				createRequestSchema.parse( request.body )
			);
			response.status( created ? 201 : 200 ).json( status );
		}
	);

	router.get(
		expressPath( serviceRoutes.listRequests ),
		async ( request, response ) => {
			response.json(
				await useCases.listRequests(
					siteOf( response ).id,
					listRequestsQuerySchema.parse( request.query )
				)
			);
		}
	);

	// Before the route of one request, whose address it has.
	router.get(
		expressPath( serviceRoutes.exportRequests ),
		async ( request, response ) => {
			const table = useCases.exportRequests( {
				site: siteOf( response ),
				filter: requestFilterSchema.parse( request.query ),
				language: languageOf( request ),
			} );
			response.set( 'Cache-Control', 'no-store' ).type( 'text/csv' );
			try {
				await pipeline( table, response );
			} catch ( error ) {
				// Whoever asked went away.
				if ( ! wasLeft( error ) ) {
					throw error;
				}
			}
		}
	);

	router.get(
		expressPath( serviceRoutes.readStatus ),
		async ( request, response ) => {
			const language = languageSchema.safeParse( request.query.language );
			response.json(
				await useCases.readStatus( {
					siteId: siteOf( response ).id,
					key: known( requestKeySchema, request.params.key ),
					language: language.success ? language.data : null,
				} )
			);
		}
	);

	router.post(
		expressPath( serviceRoutes.cancelRequest ),
		async ( request, response ) => {
			const { reason, language } = cancelRequestSchema.parse(
				request.body ?? {}
			);
			response.json(
				await useCases.cancelRequest(
					{
						siteId: siteOf( response ).id,
						key: known( requestKeySchema, request.params.key ),
						language,
					},
					reason
				)
			);
		}
	);

	router.get(
		expressPath( serviceRoutes.readRequest ),
		async ( request, response ) => {
			response.json(
				await useCases.readRequest(
					siteOf( response ).id,
					known( idSchema, request.params.requestId ),
					readRequestQuerySchema.parse( request.query )
				)
			);
		}
	);

	router.post(
		expressPath( serviceRoutes.actOnRequests ),
		async ( request, response ) => {
			const acted = await useCases.actOnRequests(
				siteOf( response ),
				actOnRequestsSchema.parse( request.body )
			);
			const context = {
				language: languageOf( request ),
				traceId: traceIdOf( request ),
			};
			response.json( {
				results: acted.map( ( { refusal, ...rest } ) => ( {
					...rest,
					problem: refusal && problemOf( refusal, context ),
				} ) ),
			} satisfies ActedOnRequests );
		}
	);

	router.get(
		expressPath( serviceRoutes.listBlockedNumbers ),
		async ( _, response ) => {
			response.json(
				await useCases.listBlockedNumbers( siteOf( response ).id )
			);
		}
	);

	router.delete(
		expressPath( serviceRoutes.unblockNumber ),
		async ( request, response ) => {
			const { data } = e164Schema.safeParse( request.params.number );
			if ( data === undefined ) {
				throw new Refusal( 'blocked_number_not_found' );
			}
			await useCases.unblockNumber( siteOf( response ).id, data );
			response.status( 204 ).end();
		}
	);

	return router;
}

/** An id that cannot be one is of no request. */
function known(
	schema: { safeParse: ( value: unknown ) => { data?: string | undefined } },
	value: unknown
): string {
	const { data } = schema.safeParse( value );
	if ( data === undefined ) {
		throw new Refusal( 'request_not_found' );
	}
	return data;
}

/** https://nodejs.org/api/errors.html#err_stream_premature_close */
function wasLeft( error: unknown ): boolean {
	return (
		error instanceof Error &&
		'code' in error &&
		error.code === 'ERR_STREAM_PREMATURE_CLOSE'
	);
}
