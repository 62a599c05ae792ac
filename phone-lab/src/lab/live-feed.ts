import { createChannel, createSession } from 'better-sse';
import { Router } from 'express';
import type { Lab } from './context.js';
import { pageView } from './page-view.js';

const gatherMilliseconds = 60;

/** GET /lab/events: the page's view at once and, soon after each change, again. */
export function liveFeed( lab: Lab ): {
	router: Router;
	changed: () => void;
	close: () => void;
} {
	const channel = createChannel();
	let handle: NodeJS.Timeout | null = null;
	const router = Router();
	router.get( '/lab/events', async ( request, response ) => {
		const session = await createSession( request, response );
		session.push( pageView( lab ), 'state' );
		channel.register( session );
	} );
	return {
		router,
		changed: () => {
			if ( channel.sessionCount > 0 ) {
				handle ??= setTimeout( () => {
					handle = null;
					channel.broadcast( pageView( lab ), 'state' );
				}, gatherMilliseconds );
			}
		},
		close: () => {
			if ( handle ) {
				clearTimeout( handle );
			}
		},
	};
}
