import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import { maskNumber, type Logger } from '../logging.js';

const traceHeader = 'Rappel-Trace-Id';

/** One line a request: what, who and how it ended; no header, no body, no number, no visitor's key. */
export function requestLog( logger: Logger ): RequestHandler {
	return pinoHttp( {
		logger,
		genReqId: ( _request, response ) => {
			const traceId = randomUUID();
			response.setHeader( traceHeader, traceId );
			return traceId;
		},
		customLogLevel: ( _request, response, error ) =>
			levelOf( response.statusCode, error ),
		customSuccessMessage: ( request, response ) =>
			`${ request.method ?? '' } ${ response.statusCode }`,
		customErrorMessage: ( request, response ) =>
			`${ request.method ?? '' } ${ response.statusCode }`,
		customProps: ( _request, response ) => siteAndProblem( response ),
		wrapSerializers: false,
		serializers: {
			req: ( request: IncomingMessage & { originalUrl?: string } ) => ( {
				id: request.id,
				method: request.method,
				url: maskUrl( request.originalUrl ?? request.url ?? '' ),
			} ),
			res: ( response: ServerResponse ) => ( {
				statusCode: response.statusCode,
			} ),
			err: serializeError,
		},
	} );
}

/** Correlates an answer with the log. */
export function traceIdOf( request: Request ): string {
	return String( request.id );
}

/** A visitor's key opens their request, so eight of its digits must do; a token is nobody's business, and what looks like a number is masked. */
export function maskUrl( url: string ): string {
	return maskNumbers(
		url
			.replace( /(\/by-key\/[\da-f]{8})[\da-f-]*/gi, '$1…' )
			.replace( /([?&]token=)[^&#]*/gi, '$1…' )
	);
}

/** Of an error, what helps to mend it: its statement and parameters hold what people typed. */
export function serializeError( error: unknown ): {
	type: string;
	message: string;
	stack: string;
} {
	if ( ! ( error instanceof Error ) ) {
		return { type: typeof error, message: 'not an Error', stack: '' };
	}
	return {
		type: error.name,
		message: maskNumbers( error.message ),
		stack: maskNumbers( error.stack ?? '' ),
	};
}

function maskNumbers( prose: string ): string {
	return prose.replace( /(?:\+|%2B)\d{7,15}\b/gi, ( number ) =>
		maskNumber( number.replace( /%2B/i, '+' ) )
	);
}

function levelOf(
	status: number,
	error: Error | undefined
): 'info' | 'warn' | 'error' {
	if ( error || status >= 500 ) {
		return 'error';
	}
	return [ 401, 403, 409, 422, 429 ].includes( status ) ? 'warn' : 'info';
}

function siteAndProblem( response: ServerResponse ): object {
	const locals = (
		response as { locals?: { site?: { id: string }; problem?: string } }
	 ).locals;
	return {
		...( locals?.site && { siteId: locals.site.id } ),
		...( locals?.problem && { problem: locals.problem } ),
	};
}
