import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { languageOf } from './language.js';
import { problemOf } from './problem-details.js';
import { traceIdOf } from './request-log.js';
import { Refusal } from '../refusal.js';

/** Nothing is at this address. */
export const answerNotFound: RequestHandler = () => {
	throw new Refusal( 'not_found' );
};

/** The last handler: answers a problem, and logs what nobody foresaw. */
export const answerProblem: ErrorRequestHandler = (
	error: unknown,
	request,
	response,
	next
) => {
	if ( response.headersSent ) {
		// Too late to say anything: Express closes the connection, so that half an answer is not taken for one.
		next( error );
		return;
	}
	const problem = problemOf( error, {
		language: languageOf( request ),
		traceId: traceIdOf( request ),
	} );
	response.locals.problem = problem.code;
	if ( problem.status >= 500 ) {
		request.log.error(
			{ err: error, problem: problem.code },
			'request failed'
		);
	}
	if ( problem.retryAt !== undefined ) {
		setRetryAfter( response, new Date( problem.retryAt ) );
	}
	response
		.status( problem.status )
		.type( 'application/problem+json' )
		.send( JSON.stringify( problem ) );
};

/** RFC 9110, 10.2.3; whole seconds, rounded up. */
function setRetryAfter( response: Response, retryAt: Date ): void {
	response.set(
		'Retry-After',
		String(
			Math.max(
				1,
				Math.ceil( ( retryAt.getTime() - Date.now() ) / 1_000 )
			)
		)
	);
}
