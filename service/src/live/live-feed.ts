import {
	maximumLiveRequests,
	type LiveAgent,
	type LiveSnapshot,
	type Viewer,
} from '@rappel/contract';
import type { Clock } from '../clock.js';
import type { Logger } from '../logging.js';
import { Refusal } from '../refusal.js';
import { sharedRead } from '../shared-read.js';
import type { Site } from '../sites/site.js';
import { dashboardAt } from './domain/dashboard.js';
import type { LiveReader } from './live-reader.js';
import type { LiveStream } from './live-stream.js';
import { createSightings } from './sightings.js';
import { SiteFeed, snapshotFor } from './site-feed.js';

export interface LiveFeedOptions {
	reader: LiveReader;
	/** The site's agents as colleagues see them, with their numbers. */
	agents: ( site: Site ) => Promise< LiveAgent[] >;
	/** A page is open before an agent; nothing happens when the user is none. */
	seen: ( siteId: string, userId: number ) => Promise< void >;
	findSite: ( siteId: string ) => Promise< Site | null >;
	clock: Clock;
	logger: Logger;
	limits?: StreamLimits;
}

/** How many streams are open at the same time. */
export interface StreamLimits {
	perProcess: number;
	perSite: number;
	/** Tabs and devices of one user. */
	perUser: number;
}

const streamLimits: StreamLimits = {
	perProcess: 5_000,
	perSite: 2_500,
	perUser: 25,
};

/** What is shown of sites, to those who look. */
export interface LiveFeed {
	/** Requests, agents or seats of the site have changed: after the commit. Costs nothing while nobody looks. */
	changed: ( siteId: string ) => void;
	snapshot: ( site: Site, viewer: Viewer ) => Promise< LiveSnapshot >;
	/**
	 * Sends how things are, and from then on what changes.
	 *
	 * @param  begin Answers the browser; called once there is something to send.
	 * @throws {Refusal} too_many_requests: so many are open that this one is not served. service_unavailable: it stops.
	 */
	open: (
		site: Site,
		viewer: Viewer,
		begin: () => LiveStream
	) => Promise< void >;
	/** Hears other instances, by what they write. */
	start: () => void;
	/** Closes every stream at once. */
	stop: () => Promise< void >;
}

const pollMilliseconds = 300;
/** Keeps proxies from taking a silent stream for a dead one. */
const heartbeatMs = 15_000;
const heartbeat = Buffer.from( ':\n\n' );
/** Then a browser begins anew, with a token of its own: whoever may look no more looks so long at most. */
const longestStreamMs = 3_600_000;

export function createLiveFeed( options: LiveFeedOptions ): LiveFeed {
	const { reader, agents, clock, logger } = options;
	const limits = options.limits ?? streamLimits;
	const feeds = new Map< string, SiteFeed >();
	const saw = createSightings( options.seen, logger );
	let timer: NodeJS.Timeout | undefined;
	let polling: Promise< void > | null = null;
	let isStopped = false;

	const readLook = sharedRead(
		async ( site: Site ) => {
			const now = clock.now();
			const [ { requests, more }, agentsOfSite ] = await Promise.all( [
				reader.all( site.id, now ),
				agents( site ),
			] );
			const dashboard = dashboardAt( requests, maximumLiveRequests, now );
			return {
				requests: dashboard.shown,
				agents: agentsOfSite,
				moreRequests:
					more + dashboard.requests.length - dashboard.shown.length,
			};
		},
		( { id } ) => id
	);

	const feedOf = ( site: Site ) => {
		const feed = feeds.get( site.id ) ?? new SiteFeed( site, options );
		feeds.set( site.id, feed );
		return feed;
	};

	const refuseTooMany = ( site: Site, { userId }: Viewer ) => {
		const all = [ ...feeds.values() ];
		const ofSite = feeds.get( site.id );
		if (
			all.reduce( ( sum, feed ) => sum + feed.streamCount(), 0 ) >=
				limits.perProcess ||
			( ofSite?.streamCount() ?? 0 ) >= limits.perSite ||
			( ofSite?.streamCount( userId ) ?? 0 ) >= limits.perUser
		) {
			throw new Refusal( 'too_many_requests', {
				text: 'problem.too_many_streams',
			} );
		}
	};

	const tend = ( siteId: string, feed: SiteFeed ) => {
		const now = performance.now();
		for ( const { viewer, streams } of feed.groups.values() ) {
			saw( siteId, viewer.userId );
			for ( const stream of streams ) {
				if ( now - stream.openedAt > longestStreamMs ) {
					stream.close();
				} else if ( now - stream.sentAt > heartbeatMs ) {
					stream.send( heartbeat );
				}
			}
		}
	};

	const poll = async () => {
		const watched = [ ...feeds ];
		if ( watched.length === 0 ) {
			return;
		}
		const since = Math.min(
			...watched.map( ( [ , feed ] ) => feed.marksSince().getTime() )
		);
		const marks = await reader.marks(
			watched.map( ( [ siteId ] ) => siteId ),
			new Date( since )
		);
		for ( const [ siteId, feed ] of watched ) {
			const own = marks.filter( ( mark ) => mark.siteId === siteId );
			if ( feed.isBehind( own ) ) {
				feed.changed();
			}
		}
	};

	const tick = () => {
		for ( const [ siteId, feed ] of feeds ) {
			if ( feed.isIdle() ) {
				feeds.delete( siteId );
			} else {
				tend( siteId, feed );
			}
		}
		polling ??= poll()
			.catch( ( error: unknown ) => {
				logger.warn(
					{ err: error },
					'What other instances changed could not be read'
				);
			} )
			.finally( () => {
				polling = null;
			} );
	};

	return {
		changed: ( siteId ) => feeds.get( siteId )?.changed(),

		async snapshot( site, viewer ) {
			saw( site.id, viewer.userId );
			return snapshotFor( await readLook( site ), viewer, clock.now() );
		},

		async open( site, viewer, begin ) {
			const refuse = () => {
				if ( isStopped ) {
					throw new Refusal( 'service_unavailable' );
				}
				refuseTooMany( site, viewer );
			};
			refuse();
			await feedOf( site ).join( viewer, () => {
				refuse();
				return begin();
			} );
			saw( site.id, viewer.userId );
		},

		start() {
			timer = setInterval( tick, pollMilliseconds );
		},

		async stop() {
			isStopped = true;
			clearInterval( timer );
			const all = [ ...feeds.values() ];
			all.forEach( ( feed ) => feed.close() );
			await polling;
			await Promise.all( all.map( ( feed ) => feed.settled() ) );
		},
	};
}
