import type { RequestParamHandler, Router } from 'express';
import { spokenFor } from './signed-webhook.js';

/** Of which site something is, by its id in a webhook's address; null: nobody knows it, and it moves nothing. */
export type SiteOf = Record<
	'legId' | 'attemptId' | 'supervisionId' | 'testCallId' | 'messageId',
	( id: string ) => Promise< string | null >
>;

/** The account of one site tells nothing of another site's calls, whatever id it names. */
export function onlyOwnThings( router: Router, siteOf: SiteOf ): void {
	const guardOf =
		( find: SiteOf[ keyof SiteOf ] ): RequestParamHandler =>
		async ( _request, response, next, id: string ) => {
			const sites = spokenFor( response );
			const siteId = sites ? await find( id ) : null;
			if ( siteId !== null && ! sites?.has( siteId ) ) {
				response.status( 403 ).type( 'text/plain' ).send( 'Forbidden' );
				return;
			}
			next();
		};
	for ( const [ name, find ] of Object.entries( siteOf ) ) {
		router.param( name, guardOf( find ) );
	}
}
