import { timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { restFaults, strike } from '../faults/faults.js';
import type { Lab } from '../lab/context.js';
import { newId } from '../sids.js';
import { appendLimited, logLimit } from '../state/lab-state.js';
import type { RequestRecord } from '../state/records.js';
import { answer, holdAndCut } from './answer.js';
import type { AnswerLocals } from './answer.js';
import { notFound, TwilioError } from './twilio-error.js';

const defaultHoldSeconds = 30;

/** Notes each REST call, with what was sent; never the credentials. */
export const logRequests =
	( lab: Lab ) =>
	( request: Request, response: Response, next: NextFunction ): void => {
		const began = Date.now();
		const record: RequestRecord = {
			id: newId(),
			at: lab.clock.now(),
			method: request.method,
			path: request.originalUrl.split( '?' )[ 0 ] ?? '',
			parameters: {
				...( request.query as RequestRecord[ 'parameters' ] ),
				...( request.body as
					RequestRecord[ 'parameters' ] | undefined ),
			},
			status: null,
			errorCode: null,
			durationMilliseconds: null,
			fault: null,
		};
		appendLimited( lab.state.requests, record, logLimit );
		const locals = response.locals as AnswerLocals;
		locals.record = record;
		locals.saved = () =>
			request.method === 'GET' ? Promise.resolve() : lab.saved();
		locals.logged = ( status, errorCode ) => {
			record.status = status;
			record.errorCode = errorCode;
			record.durationMilliseconds = Date.now() - began;
			lab.changed();
		};
		lab.changed();
		next();
	};

function same( one: string, other: string ): boolean {
	const [ left, right ] = [ Buffer.from( one ), Buffer.from( other ) ];
	return left.length === right.length && timingSafeEqual( left, right );
}

/** HTTP Basic with account id and auth token, for this one account. */
export const authenticate =
	( lab: Lab ) =>
	( request: Request, _response: Response, next: NextFunction ): void => {
		const { accountSid, authToken } = lab.account;
		const [ scheme, encoded ] = (
			request.headers.authorization ?? ''
		).split( ' ' );
		const credentials =
			scheme?.toLowerCase() === 'basic'
				? Buffer.from( encoded ?? '', 'base64' ).toString( 'utf8' )
				: '';
		if ( ! same( credentials, `${ accountSid }:${ authToken }` ) ) {
			throw new TwilioError( 20003, 'Authenticate' );
		}
		const named = /^\/2010-04-01\/Accounts\/([^/.]+)/.exec(
			request.originalUrl
		)?.[ 1 ];
		// The younger products name no account.
		if ( named !== undefined && named !== accountSid ) {
			throw notFound( request.originalUrl.split( '?' )[ 0 ] ?? '' );
		}
		next();
	};

/** Breaks REST where a fault says so: before the call is taken, or after. */
export const breakRequests =
	( lab: Lab ) =>
	( request: Request, response: Response, next: NextFunction ): void => {
		const locals = response.locals as AnswerLocals;
		const rule = strike( lab.state.faults, restFaults, {
			method: request.method,
			url: request.originalUrl,
			event: null,
		} );
		if ( ! rule ) {
			return next();
		}
		const holdSeconds = rule.delaySeconds ?? defaultHoldSeconds;
		if ( locals.record ) {
			locals.record.fault = rule.kind;
		}
		switch ( rule.kind ) {
			case 'rest-timeout-before':
				return holdAndCut( response, holdSeconds );
			case 'rest-429':
				throw new TwilioError( 20429, 'Too Many Requests' );
			case 'rest-500':
				throw new TwilioError( 20500, 'Internal server error' );
			case 'rest-timeout-after':
				locals.swallow = 'timeout';
				locals.holdSeconds = holdSeconds;
				return next();
			default:
				locals.swallow = '500';
				return next();
		}
	};

export const unknownResource = ( request: Request ): never => {
	throw notFound( request.originalUrl.split( '?' )[ 0 ] ?? '' );
};

/** Errors as Twilio words them. Anything else is a fault of the lab itself: said on the console, answered 20500. */
export const answerErrors = (
	error: unknown,
	_request: Request,
	response: Response,
	next: NextFunction
): void => {
	if ( response.headersSent ) {
		return next( error );
	}
	const known = error instanceof TwilioError;
	if ( ! known ) {
		process.stderr.write(
			`Phone lab: ${ error instanceof Error ? error.stack : String( error ) }\n`
		);
	}
	const twilio = known
		? error
		: new TwilioError( 20500, 'Internal server error' );
	void answer( response, twilio.status, twilio.body() );
};
