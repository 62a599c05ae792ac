import { isIP } from 'node:net';

/**
 * Whether the network reaches this service:
 * - `simulated`: the network is the phone lab beside it.
 * - `not_public`: the address is one that nobody outside could call.
 * - `silent`: it does not answer there, as far as this machine can tell.
 */
export type Reach = 'reached' | 'simulated' | 'not_public' | 'silent';

export interface ReachOptions {
	/** Without a slash at its end. */
	publicBaseUrl: () => string;
	simulated: boolean;
	timeoutMilliseconds?: number;
}

/** Asks the service at the address that the network is given. A machine behind some routers cannot see itself from outside. */
export function createReach( {
	publicBaseUrl,
	simulated,
	timeoutMilliseconds = 3_000,
}: ReachOptions ): () => Promise< Reach > {
	return async () => {
		if ( simulated ) {
			return 'simulated';
		}
		if ( ! isPublic( new URL( publicBaseUrl() ).hostname ) ) {
			return 'not_public';
		}
		try {
			const answer = await fetch( `${ publicBaseUrl() }/healthz`, {
				signal: AbortSignal.timeout( timeoutMilliseconds ),
				redirect: 'error',
			} );
			return answer.ok ? 'reached' : 'silent';
		} catch {
			return 'silent';
		}
	};
}

/** Private, loopback and link-local addresses (RFC 1918, 4193, 4291, 3927), and names of a local network. */
const privateAddresses =
	/^(0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1?$|f[cd]|fe[89ab])/i;

export function isPublic( hostname: string ): boolean {
	const host = hostname.replace( /^\[|\]$/g, '' );
	return isIP( host ) === 0
		? host.includes( '.' ) &&
				! /\.(local|localhost|internal|test)$/i.test( host )
		: ! privateAddresses.test( host );
}
