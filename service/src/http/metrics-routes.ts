import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type Request } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

interface Options {
	/** Whoever sends it as a bearer token may read; null: callers on this machine, and not through a proxy. */
	token: string | null;
	/** How many jobs are due. */
	jobsWaiting: () => Promise< number >;
}

/** /metrics in Prometheus' format, and the clock that times each request. Mounted at the root, before everything else. */
export function createMetricsRoutes( { token, jobsWaiting }: Options ): Router {
	const register = new Registry();
	collectDefaultMetrics( { register } );
	const duration = new Histogram( {
		name: 'rappel_http_request_duration_seconds',
		help: 'From the first byte of a request read to its answer written.',
		labelNames: [ 'method', 'route', 'status' ],
		buckets: [ 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5 ],
		registers: [ register ],
	} );
	const waiting = new Gauge( {
		name: 'rappel_jobs_waiting',
		help: 'Jobs that are due and not yet done.',
		registers: [ register ],
	} );

	const router = Router();
	router.use( ( request, response, next ) => {
		const stop = duration.startTimer();
		response.once( 'finish', () =>
			stop( {
				method: request.method,
				route: routeOf( request ),
				status: response.statusCode,
			} )
		);
		next();
	} );
	router.get( '/metrics', async ( request, response, next ) => {
		if ( ! mayRead( request, token ) ) {
			// As any other address that does not exist.
			next();
			return;
		}
		waiting.set( await jobsWaiting() );
		response.type( register.contentType ).send( await register.metrics() );
	} );
	return router;
}

/** The pattern and never the address itself: that would give each request a line of its own, and tell its key. */
function routeOf( request: Request ): string {
	const route: unknown = request.route;
	const path: unknown =
		typeof route === 'object' && route !== null && 'path' in route
			? route.path
			: undefined;
	return typeof path === 'string' ? request.baseUrl + path : 'none';
}

function mayRead( request: Request, token: string | null ): boolean {
	if ( token !== null ) {
		return isSame(
			request.headers.authorization ?? '',
			`Bearer ${ token }`
		);
	}
	const proxied = [ 'forwarded', 'via', 'x-forwarded-for', 'x-real-ip' ].some(
		( header ) => header in request.headers
	);
	return (
		! proxied &&
		/^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(
			request.socket.remoteAddress ?? ''
		)
	);
}

function isSame( one: string, other: string ): boolean {
	const digest = ( text: string ) =>
		createHash( 'sha256' ).update( text ).digest();
	return timingSafeEqual( digest( one ), digest( other ) );
}
