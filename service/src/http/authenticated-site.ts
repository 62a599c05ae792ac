import type { RequestHandler, Response } from 'express';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';

interface Locals {
	site?: Site;
	homeUrl?: string;
	homeMoved?: boolean;
}

export function setAuthenticatedSite(
	response: Response,
	authenticated: Required< Locals >
): void {
	Object.assign( response.locals, authenticated );
}

/** The site whose signature was checked; every store is asked with its id. */
export function siteOf( response: Response ): Site {
	const { site } = response.locals as Locals;
	if ( ! site ) {
		throw new Error( 'This route stands before the site authentication.' );
	}
	return site;
}

/** The home URL that the call was signed with. */
export function homeUrlOf( response: Response ): string {
	return ( response.locals as Locals ).homeUrl ?? siteOf( response ).homeUrl;
}

/** A copy of a site (staging) calls nobody until somebody says that the site has moved. */
export const refuseMovedSite: RequestHandler = ( _request, response, next ) => {
	if ( ( response.locals as Locals ).homeMoved ) {
		throw new Refusal( 'site_moved' );
	}
	next();
};
