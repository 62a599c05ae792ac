import { serviceRoutes } from '@rappel/contract';
import { Router } from 'express';
import { answerRange } from '../http/answer-range.js';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import type { Recordings } from './recordings.js';

/** Under /v1, signed by a site: the sound of a recording of its own. */
export function createRecordingRoutes(
	recordings: Pick< Recordings, 'listen' >
): Router {
	const router = Router();
	router.get(
		expressPath( serviceRoutes.readRecording ),
		async ( request, response ) => {
			const { contentType, audio } = await recordings.listen(
				siteOf( response ).id,
				String( request.params.recordingId )
			);
			response
				.type( contentType )
				// Somebody's voice: no cache on the way keeps it.
				.set( 'Cache-Control', 'private, no-store' );
			answerRange( request, response, Buffer.from( audio ) );
		}
	);
	return router;
}
