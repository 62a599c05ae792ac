import { createHash } from 'node:crypto';
import { holdMusics } from '@rappel/contract';
import { Router } from 'express';
import type { MusicChoice } from '../call-script.js';
import { holdMusic } from './hold-music.js';

/** The path of a piece of Rappel's own music under the service's public address. */
export const holdMusicPath = ( music: MusicChoice ) => `/audio/${ music }.wav`;

const maximumAgeSeconds = 86_400;

/** Mounted at /audio, for anybody: Twilio fetches it, and the settings let the owner listen. */
export function createHoldMusicRoutes(): Router {
	const router = Router();
	for ( const music of holdMusics ) {
		let etag: string | undefined;
		router.get( `/${ music }.wav`, ( request, response ) => {
			const file = holdMusic( music );
			etag ??= `"${ createHash( 'sha256' ).update( file ).digest( 'hex' ).slice( 0, 32 ) }"`;
			response.set( {
				'Cache-Control': `public, max-age=${ maximumAgeSeconds }`,
				ETag: etag,
				// wp-admin plays it from another origin; helmet would keep it to ours.
				'Cross-Origin-Resource-Policy': 'cross-origin',
			} );
			if ( request.headers[ 'if-none-match' ] === etag ) {
				response.status( 304 ).end();
				return;
			}
			response.type( 'audio/wav' ).send( file );
		} );
	}
	return router;
}
