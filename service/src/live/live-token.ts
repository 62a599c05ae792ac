import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Viewer } from '@rappel/contract';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';

/** It opens a stream for so long. */
export const tokenSeconds = 60;

const shape =
	/^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.(\d{1,10})\.([sa])\.(\d{1,12})\.([\w-]{43})$/;

/** Opens the live stream of a site for who is named in it. Nothing is kept of it: the site's secret is what proves it. */
export function writeToken(
	site: Pick< Site, 'id' | 'secret' >,
	{ userId, supervises }: Viewer,
	now: Date
): { token: string; expiresAt: Date } {
	const expiresAtSeconds = Math.floor( now.getTime() / 1_000 ) + tokenSeconds;
	const said = [
		site.id,
		userId,
		supervises ? 's' : 'a',
		expiresAtSeconds,
	].join( '.' );
	return {
		token: `${ said }.${ proofOf( site, said ).toString( 'base64url' ) }`,
		expiresAt: new Date( expiresAtSeconds * 1_000 ),
	};
}

/** @throws {Refusal} live_token_invalid: it is no token, of no site of ours, not signed by it, or has expired. */
export async function readToken(
	token: unknown,
	findSite: ( id: string ) => Promise< Site | null >,
	now: Date
): Promise< { site: Site; viewer: Viewer } > {
	const [ , siteId = '', userId, role, expiresAtSeconds, proof = '' ] =
		shape.exec( typeof token === 'string' ? token : '' ) ?? [];
	const site = siteId === '' ? null : await findSite( siteId );
	if ( ! site ) {
		throw new Refusal( 'live_token_invalid' );
	}
	const said = [ siteId, userId, role, expiresAtSeconds ].join( '.' );
	const isProven = timingSafeEqual(
		proofOf( site, said ),
		Buffer.from( proof, 'base64url' )
	);
	if ( ! isProven || Number( expiresAtSeconds ) * 1_000 <= now.getTime() ) {
		throw new Refusal( 'live_token_invalid' );
	}
	return {
		site,
		viewer: { userId: Number( userId ), supervises: role === 's' },
	};
}

function proofOf( { secret }: Pick< Site, 'secret' >, said: string ): Buffer {
	// The first word keeps it from being taken for any other signature of the site's.
	return createHmac( 'sha256', secret ).update( `live ${ said }` ).digest();
}
