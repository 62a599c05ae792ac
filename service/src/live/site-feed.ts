import {
	maximumLiveRequests,
	type LiveAgent,
	type LiveSnapshot,
	type Viewer,
} from '@rappel/contract';
import type { Clock } from '../clock.js';
import type { Logger } from '../logging.js';
import type { Site } from '../sites/site.js';
import { changesBetween, type Look } from './domain/changes.js';
import {
	dashboardAt,
	earliest,
	type DashboardRequest,
} from './domain/dashboard.js';
import { framesOf, lookFor, snapshotFrame } from './live-frames.js';
import type { LiveReader, Mark } from './live-reader.js';
import type { LiveStream } from './live-stream.js';

export interface SiteFeedOptions {
	reader: LiveReader;
	/** The site's agents as colleagues see them, with their numbers. */
	agents: ( site: Site ) => Promise< LiveAgent[] >;
	findSite: ( siteId: string ) => Promise< Site | null >;
	clock: Clock;
	logger: Logger;
}

/** Those who look with the same rights: what is written for one is sent to all. */
export interface Group {
	viewer: Viewer;
	streams: Set< LiveStream >;
}

interface Known extends Look {
	all: readonly DashboardRequest[];
	/** On the dashboard, and not shown. */
	moreRequests: number;
	/** Of them, those that were not even read. */
	unread: number;
	/** All was read, and not only what was written since the last look. */
	isEverything: boolean;
	/** When something changes by time alone; null: nothing does. */
	changesAt: Date | null;
}

/**
 * A transaction may commit so long after the instant that it wrote, and the clocks of two instances differ by so much: what was
 * written so long before the last look is looked at again, and known by its mark.
 */
const overlapMs = 10_000;
/** Whatever no mark tells of (a channel's name, who is left alone no more) is seen after so long. */
const everythingMs = 15_000;

/** What is shown of one site, as long as somebody looks at it. One look at a time; each is one read and one serialisation for all. */
export class SiteFeed {
	readonly groups = new Map< string, Group >();
	private known: Known | null = null;
	private seen: ReadonlySet< string > = new Set();
	private lookedAt: Date;
	private everythingAt = -Infinity;
	private wanted = false;
	private joining = 0;
	private looking: Promise< void > | null = null;

	constructor(
		private site: Site,
		private readonly options: SiteFeedOptions
	) {
		this.lookedAt = options.clock.now();
	}

	/** Something was committed. */
	changed(): void {
		this.wanted = true;
		this.looking ??= this.look();
	}

	/**
	 * Sends how things are, and from then on what changes.
	 *
	 * @param viewer
	 * @param begin  Called once there is something to send.
	 */
	async join( viewer: Viewer, begin: () => LiveStream ): Promise< void > {
		this.joining++;
		try {
			await this.ready();
			this.add( begin(), viewer );
		} finally {
			this.joining--;
		}
	}

	/** Whether something of these was not seen yet, or time has changed something. */
	isBehind( marks: readonly Mark[] ): boolean {
		const { known, options } = this;
		return (
			known === null ||
			performance.now() - this.everythingAt > everythingMs ||
			( known.changesAt !== null &&
				known.changesAt <= options.clock.now() ) ||
			marks.some( ( { text } ) => ! this.seen.has( text ) )
		);
	}

	/** Since when marks are asked for. */
	marksSince(): Date {
		const now = this.options.clock.now();
		return new Date(
			Math.min( now.getTime(), this.lookedAt.getTime() ) - overlapMs
		);
	}

	/** Of one user, or of all. */
	streamCount( userId?: number ): number {
		return [ ...this.groups.values() ]
			.filter(
				( { viewer } ) =>
					userId === undefined || viewer.userId === userId
			)
			.reduce( ( sum, { streams } ) => sum + streams.size, 0 );
	}

	/** Nobody looks, or is about to. */
	isIdle(): boolean {
		return this.groups.size === 0 && this.joining === 0;
	}

	close(): void {
		for ( const { streams } of this.groups.values() ) {
			for ( const stream of streams ) {
				stream.close();
			}
		}
	}

	/** Waits for a look under way. */
	async settled(): Promise< void > {
		await this.looking;
	}

	private async ready(): Promise< void > {
		if ( this.known ) {
			return;
		}
		this.changed();
		await this.looking;
		if ( ! this.known ) {
			throw new Error( 'The Live dashboard could not be read.' );
		}
	}

	private add( stream: LiveStream, viewer: Viewer ): void {
		if ( stream.isClosed ) {
			return;
		}
		const key = `${ viewer.supervises } ${ viewer.userId }`;
		const group = this.groups.get( key ) ?? { viewer, streams: new Set() };
		this.groups.set( key, group );
		group.streams.add( stream );
		stream.onClosed( () => {
			group.streams.delete( stream );
			if ( group.streams.size === 0 ) {
				this.groups.delete( key );
			}
		} );
		stream.send( this.snapshotFrameFor( viewer ) );
	}

	private async look(): Promise< void > {
		// What is committed in the same turn is seen by the same look.
		await new Promise( setImmediate );
		while ( this.wanted ) {
			this.wanted = false;
			try {
				this.show( await this.read() );
			} catch ( error ) {
				// The next poll finds that it is behind, and looks again.
				this.everythingAt = -Infinity;
				this.options.logger.warn(
					{ err: error, siteId: this.site.id },
					'The Live dashboard could not be read'
				);
			}
		}
		this.looking = null;
	}

	private async read(): Promise< Known > {
		const { reader, clock } = this.options;
		const since = this.marksSince();
		const now = clock.now();
		const marks = await reader.marks( [ this.site.id ], since );
		const last =
			performance.now() - this.everythingAt > everythingMs
				? null
				: this.known;
		const [ { requests, more }, agents ] = await Promise.all( [
			last ? this.readWritten( last, marks ) : this.readEverything( now ),
			this.options.agents( this.site ),
		] );
		this.seen = new Set( marks.map( ( { text } ) => text ) );
		this.lookedAt = now;
		const dashboard = dashboardAt( requests, maximumLiveRequests, now );
		return {
			all: dashboard.requests,
			requests: dashboard.shown,
			agents,
			moreRequests:
				more + dashboard.requests.length - dashboard.shown.length,
			unread: more,
			isEverything: last === null,
			changesAt: earliest( [
				dashboard.changesAt,
				...agents.flatMap( ( agent ) => instantsOf( agent, now ) ),
			] ),
		};
	}

	private async readEverything( now: Date ) {
		this.everythingAt = performance.now();
		const { reader, findSite } = this.options;
		this.site = ( await findSite( this.site.id ) ) ?? this.site;
		return reader.all( this.site.id, now );
	}

	private async readWritten( known: Known, marks: readonly Mark[] ) {
		const written = marks.flatMap( ( { requestId, text } ) =>
			requestId !== null && ! this.seen.has( text ) ? [ requestId ] : []
		);
		const requests = new Map(
			known.all.map( ( one ) => [ one.live.id, one ] )
		);
		for ( const one of await this.options.reader.some(
			this.site.id,
			written
		) ) {
			requests.set( one.live.id, one );
		}
		return { requests: requests.values(), more: known.unread };
	}

	/** Tells everybody what is not as it was. */
	private show( known: Known ): void {
		const before = this.known;
		this.known = known;
		if ( ! before ) {
			return;
		}
		if (
			known.isEverything &&
			before.moreRequests !== known.moreRequests
		) {
			this.send( ( viewer ) => this.snapshotFrameFor( viewer ) );
			return;
		}
		const changes = changesBetween( before, known );
		if ( changes.requests.length + changes.agents.length > 0 ) {
			const write = framesOf( changes );
			this.send( ( viewer ) => Buffer.from( write( viewer ) ) );
		}
	}

	private send( write: ( viewer: Viewer ) => Buffer ): void {
		let forSupervisors: Buffer | null = null;
		for ( const { viewer, streams } of this.groups.values() ) {
			const frames = viewer.supervises
				? ( forSupervisors ??= write( viewer ) )
				: write( viewer );
			if ( frames.length > 0 ) {
				for ( const stream of streams ) {
					stream.send( frames );
				}
			}
		}
	}

	private snapshotFrameFor( viewer: Viewer ): Buffer {
		const { known } = this;
		const now = this.options.clock.now();
		return Buffer.from(
			known ? snapshotFrame( snapshotFor( known, viewer, now ) ) : ''
		);
	}
}

export function snapshotFor(
	look: Look & { moreRequests: number },
	viewer: Viewer,
	now: Date
): LiveSnapshot {
	const { requests, agents } = lookFor( look, viewer );
	return {
		now: now.toISOString(),
		requests: [ ...requests ],
		moreRequests: look.moreRequests,
		agents: [ ...agents ],
	};
}

/** When an agent looks different by time alone. */
function instantsOf(
	{ presence, wrapUpUntil, opensAt }: LiveAgent,
	now: Date
): Date[] {
	return [ presence.until, wrapUpUntil, opensAt ].flatMap( ( instant ) => {
		const at = instant === null ? null : new Date( instant );
		return at && at > now ? at : [];
	} );
}
