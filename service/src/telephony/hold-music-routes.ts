import { createHash } from 'node:crypto';
import { Router } from 'express';
import { holdMusic } from './hold-music.js';

/** The path of Rappel's own music under the service's public address. */
export const holdMusicPath = '/audio/hold-music.wav';

const maximumAgeSeconds = 86_400;

/** Mounted at /audio, for anybody: Twilio fetches it, and the settings let the owner listen. */
export function createHoldMusicRoutes(): Router {
	const music = holdMusic();
	const etag = `"${ createHash( 'sha256' ).update( music ).digest( 'hex' ).slice( 0, 32 ) }"`;
	const router = Router();
	router.get( '/hold-music.wav', ( request, response ) => {
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
		response.type( 'audio/wav' ).send( music );
	} );
	return router;
}
