import { serviceRoutes, spokenTextKeys } from '@rappel/contract';
import { Router } from 'express';
import { expressPath } from '../http/express-path.js';
import { languageOf } from '../http/language.js';
import { defaultText } from './spoken.js';

/** Under /v1, signed by a site: Rappel's sentences in the language asked for, for the editor. */
export function createSpokenTextRoutes(): Router {
	const router = Router();
	router.get(
		expressPath( serviceRoutes.readSpokenTexts ),
		( request, response ) => {
			const language = languageOf( request );
			response.json( {
				texts: Object.fromEntries(
					spokenTextKeys.map( ( key ) => [
						key,
						defaultText( key, language ),
					] )
				),
			} );
		}
	);
	return router;
}
