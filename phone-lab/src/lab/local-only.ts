import type { NextFunction, Request, Response } from 'express';

const loopbackName = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/**
 * The lab has no login, so that nobody but this machine may reach it. A page from elsewhere in the same browser could:
 * by a name that leads to the loopback (Host), or by a request across origins (Origin).
 */
export function localOnly(
	request: Request,
	response: Response,
	next: NextFunction
): void {
	const { host, origin } = request.headers;
	const foreign = origin !== undefined && origin !== `http://${ host }`;
	if ( ! loopbackName.test( host ?? '' ) || foreign ) {
		response.status( 403 ).json( {
			error: 'The phone lab answers only requests from its own page and from this machine.',
		} );
		return;
	}
	next();
}
