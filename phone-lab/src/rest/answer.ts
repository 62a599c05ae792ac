import type { Response } from 'express';
import type { RequestRecord } from '../state/records.js';

/** What the middlewares in front leave for the one that answers. */
export interface AnswerLocals {
	record?: RequestRecord;
	/** A fault takes the answer away: it is kept back, or a 500 is sent in its place. */
	swallow?: 'timeout' | '500';
	holdSeconds?: number;
	/** Waits until what the answer promises is on disk. */
	saved?: () => Promise< void >;
	logged?: ( status: number | null, errorCode: number | null ) => void;
}

/** Cuts a connection after holding it: the client sees no answer at all. */
export function holdAndCut( response: Response, seconds: number ): void {
	const timer = setTimeout( () => response.destroy(), seconds * 1_000 );
	timer.unref();
	response.on( 'close', () => clearTimeout( timer ) );
}

/** The one place that answers REST. */
export async function answer(
	response: Response,
	status: number,
	body: unknown
): Promise< void > {
	const locals = response.locals as AnswerLocals;
	const errorCode =
		status >= 400 ? ( ( body as { code?: number } ).code ?? null ) : null;
	await locals.saved?.();
	if ( locals.swallow === 'timeout' ) {
		locals.logged?.( null, null );
		return holdAndCut( response, locals.holdSeconds ?? 30 );
	}
	if ( locals.swallow === '500' ) {
		locals.logged?.( 500, 20500 );
		response.status( 500 ).json( {
			code: 20500,
			message: 'Internal server error',
			more_info: 'https://www.twilio.com/docs/errors/20500',
			status: 500,
		} );
		return;
	}
	locals.logged?.( status, errorCode );
	if ( body === null ) {
		response.status( status ).end();
	} else {
		response.status( status ).json( body );
	}
}
