import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import {
	contractVersion,
	signatureHeaders,
	signatureToleranceSeconds,
	textToSign,
} from '@rappel/contract';
import type { Request, RequestHandler } from 'express';
import type { Clock } from '../clock.js';
import { Refusal } from '../refusal.js';
import { sharedRead } from '../shared-read.js';
import { isSameHome } from '../sites/home.js';
import type { NonceStore } from '../sites/nonce-store.js';
import type { SiteStore } from '../sites/site-store.js';
import { setAuthenticatedSite } from './authenticated-site.js';
import { rawBodyOf } from './body.js';

export interface SiteAuthenticationOptions {
	sites: Pick< SiteStore, 'find' >;
	nonces: NonceStore;
	clock: Clock;
}

type Signed = Record< keyof typeof signatureHeaders, string >;

const unchanging = new Set( [ 'GET', 'HEAD', 'OPTIONS' ] );

/**
 * Lets calls of connected sites through, see contract/src/signature.ts. Stands after the raw body was read and before it is
 * parsed.
 */
export function siteAuthentication( {
	sites,
	nonces,
	clock,
}: SiteAuthenticationOptions ): RequestHandler {
	const findSite = sharedRead( sites.find, ( id ) => id );
	return async ( request, response, next ) => {
		const signed = readHeaders( request );
		const version = checkVersion( signed.contract );
		const site = await findSite( signed.site );
		if ( ! site ) {
			throw new Refusal( 'site_unknown' );
		}
		if ( ! isSignatureOf( request, signed, version, site.secret ) ) {
			throw new Refusal( 'signature_invalid' );
		}
		const signedAtSeconds = Number( signed.timestamp );
		if (
			Math.abs( clock.now().getTime() / 1_000 - signedAtSeconds ) >
			signatureToleranceSeconds
		) {
			throw new Refusal( 'signature_stale' );
		}
		if ( ! unchanging.has( request.method ) ) {
			// Kept for as long as the signature is fresh.
			const expiresAt = new Date(
				( signedAtSeconds + signatureToleranceSeconds + 1 ) * 1_000
			);
			if ( ! ( await nonces.take( site.id, signed.nonce, expiresAt ) ) ) {
				throw new Refusal( 'nonce_reused' );
			}
		}
		setAuthenticatedSite( response, {
			site,
			homeUrl: signed.home,
			homeMoved: ! isSameHome( signed.home, site.homeUrl ),
		} );
		next();
	};
}

function readHeaders( request: Request ): Signed {
	const entries = Object.entries( signatureHeaders ).map(
		( [ part, header ] ) => [ part, request.get( header ) ?? '' ]
	);
	const signed = Object.fromEntries( entries ) as Signed;
	if ( Object.values( signed ).includes( '' ) ) {
		throw new Refusal( 'signature_missing' );
	}
	const wellFormed =
		/^\d{1,12}$/.test( signed.timestamp ) &&
		/^[\w-]{16,64}$/.test( signed.nonce ) &&
		/^[\da-f]{64}$/.test( signed.signature );
	if ( ! wellFormed ) {
		throw new Refusal( 'signature_invalid' );
	}
	return signed;
}

/** This version and the one before it, so that plugin and service are not updated in the same minute. */
function checkVersion( contract: string ): number {
	const version = Number( contract );
	if (
		version !== contractVersion &&
		( version !== contractVersion - 1 || version < 1 )
	) {
		throw new Refusal( 'contract_unsupported' );
	}
	return version;
}

function isSignatureOf(
	request: Request,
	signed: Signed,
	version: number,
	secret: string
): boolean {
	const expected = createHmac( 'sha256', secret )
		.update(
			textToSign(
				{
					method: request.method,
					target: request.originalUrl,
					bodySha256: createHash( 'sha256' )
						.update( rawBodyOf( request.body ) )
						.digest( 'hex' ),
					timestamp: signed.timestamp,
					nonce: signed.nonce,
					homeUrl: signed.home,
				},
				version
			)
		)
		.digest();
	return timingSafeEqual( expected, Buffer.from( signed.signature, 'hex' ) );
}
