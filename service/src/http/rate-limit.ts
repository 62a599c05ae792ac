import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal, type RefusalOptions } from '../refusal.js';

export interface RateLimitOptions {
	calls: number;
	seconds: number;
	text?: RefusalOptions[ 'text' ];
}

export interface RateLimit {
	/** Counts one call of this address. Throws `too_many_requests` with `retryAt`. */
	take: ( request: Request ) => Promise< void >;
	/** Forgets what was counted for this address. */
	forgive: ( request: Request ) => Promise< void >;
}

/**
 * Limits calls that nobody signed, by the address of the connection: X-Forwarded-For is what the caller says of himself. Behind a
 * proxy everybody shares the limit, which is why signed calls are not counted.
 */
export function createRateLimit( {
	calls,
	seconds,
	text,
}: RateLimitOptions ): RateLimit {
	const limiter = new RateLimiterMemory( {
		points: calls,
		duration: seconds,
	} );
	return {
		async take( request ) {
			try {
				await limiter.consume( addressOf( request ) );
			} catch ( error ) {
				if ( ! ( error instanceof RateLimiterRes ) ) {
					throw error;
				}
				throw new Refusal( 'too_many_requests', {
					retryAt: new Date( Date.now() + error.msBeforeNext ),
					values: {
						minutes: Math.ceil( error.msBeforeNext / 60_000 ),
					},
					...( text !== undefined && { text } ),
				} );
			}
		},
		async forgive( request ) {
			await limiter.delete( addressOf( request ) );
		},
	};
}

/** The same as a handler. */
export function rateLimited( options: RateLimitOptions ): RequestHandler {
	const limit = createRateLimit( options );
	return async ( request, _response, next ) => {
		await limit.take( request );
		next();
	};
}

function addressOf( request: Request ): string {
	return request.socket.remoteAddress ?? 'unknown';
}
