import { Router } from 'express';
import type { Clock } from '../clock.js';
import type { Site } from '../sites/site.js';
import type { LiveFeed } from './live-feed.js';
import { openStream } from './live-stream.js';
import { readToken } from './live-token.js';

export const streamPath = '/live/stream';

/** The stream itself, asked for by a browser: its token says for whom, and only pages of the token's own site may read it. */
export function createStreamRoutes( {
	live,
	findSite,
	clock,
}: {
	live: Pick< LiveFeed, 'open' >;
	findSite: ( siteId: string ) => Promise< Site | null >;
	clock: Clock;
} ): Router {
	const router = Router();
	router.get( streamPath, async ( request, response ) => {
		const { site, viewer } = await readToken(
			request.query.token,
			findSite,
			clock.now()
		);
		await live.open( site, viewer, () =>
			openStream( response, originOf( site, request.get( 'Origin' ) ) )
		);
	} );
	return router;
}

/** The page's origin when it is the site's own, else null. */
function originOf( site: Site, asked: string | undefined ): string | null {
	const own = URL.canParse( site.homeUrl )
		? new URL( site.homeUrl ).origin
		: null;
	return asked === own ? own : null;
}
