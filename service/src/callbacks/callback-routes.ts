import {
	cancelRequestSchema,
	createRequestSchema,
	idSchema,
	languageSchema,
	listRequestsQuerySchema,
	requestKeySchema,
	serviceRoutes,
} from '@rappel/contract';
import { Router } from 'express';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
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
					known( idSchema, request.params.requestId )
				)
			);
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
