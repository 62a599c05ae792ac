import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../logging.js';
import type { Database } from '../persistence/database.js';
import type { Site } from '../sites/site.js';
import type { SiteStore } from '../sites/site-store.js';
import { createChangedRequests } from './changed-requests.js';
import { createDayReader, type ReadRequest } from './day-reader.js';
import { daysToRedo } from './domain/days-to-redo.js';
import {
	dayAfter,
	daysAround,
	daysOfMonth,
	localDay,
	localHour,
	monthOf,
	spanOfDay,
} from './domain/local-days.js';
import { addendOf, gathered, rollUp } from './domain/roll-up.js';
import { RememberedDays, type DayRequest } from './remembered-days.js';
import type { ResultStore } from './result-store.js';

export interface RollUpDependencies {
	database: Database;
	store: ResultStore;
	sites: Pick< SiteStore, 'find' >;
	logger: Logger;
}

type ClockedSite = Pick< Site, 'id' | 'timeZone' >;

export interface RollUps {
	/** Adds up what has changed of these days of a site since it was added up last: then the roll-ups are right as of the call. */
	bringUpToDate: (
		site: ClockedSite,
		first: string,
		last: string
	) => Promise< void >;
	/** The same of every site. Can be broken off anywhere and run by several instances at once. */
	sweep: ( now: Date ) => Promise< void >;
}

/** Of one who adds a day up while others do; each of them leaves it more recent than it was. */
const mostTries = 20;
/** Of one sweep: the rest waits for the next. */
const daysAtOnce = 500;
const monthsAtOnce = 100;
const pauseMilliseconds = 20;
/** Before any id and any request, and after any. */
const beforeAll = { siteId: '', createdAt: new Date( 0 ) };
const afterAll = new Date( '9999-12-31' );
const [ firstDay, lastDay ] = [ '1971-01-01', '9999-01-01' ];

export function createRollUps( {
	database,
	store,
	sites,
	logger,
}: RollUpDependencies ): RollUps {
	const readRequests = createDayReader( database );
	const changed = createChangedRequests( database );
	const remembered = new RememberedDays();

	/** Without a lock while it reads and adds: who was overtaken by another reads again. */
	async function addUp( site: ClockedSite, day: string ): Promise< void > {
		const { id: siteId, timeZone } = site;
		for ( let tries = 1; tries <= mostTries; tries++ ) {
			const revision = await store.revisionOf( { siteId, day } );
			const before = remembered.at( { siteId, day, timeZone }, revision );
			const read = await readRequests(
				siteId,
				spanOfDay( timeZone, day ),
				before ? 'changed' : 'all'
			);
			const ofDay = latest(
				before ?? [],
				read
					.filter(
						( { createdAt } ) =>
							localDay( timeZone, createdAt ) === day
					)
					.map( ( request ) => counted( request, timeZone ) )
			);
			const kept = await store.keepDay( {
				siteId,
				day,
				timeZone,
				revision,
				rollUps: rollUp( ofDay ),
				counted: ofDay.filter( ( { inResults } ) => ! inResults ),
			} );
			if ( kept ) {
				remembered.keep(
					{ siteId, day, timeZone },
					revision + 1,
					ofDay.map( asInResults )
				);
				return;
			}
		}
		throw new Error( `${ day } of ${ siteId } is added up all the time` );
	}

	/** One look for each day that has changed, and one more. */
	async function changedDays(
		{ id, timeZone }: ClockedSite,
		first: string,
		last: string
	): Promise< string[] > {
		const found: string[] = [];
		const { end } = spanOfDay( timeZone, last );
		let { start } = spanOfDay( timeZone, first );
		while ( start < end ) {
			const at = await changed.first( id, { start, end } );
			if ( ! at ) {
				break;
			}
			const days = daysAround( timeZone, at );
			found.push( ...days );
			start = endOf( timeZone, days );
		}
		return found;
	}

	async function sweepChanged(): Promise< void > {
		let from = beforeAll;
		for ( let looks = 0; looks < daysAtOnce; looks++ ) {
			const found = await changed.firstOfAll( from );
			if ( ! found ) {
				return;
			}
			const site = await sites.find( found.siteId );
			from = { siteId: found.siteId, createdAt: afterAll };
			if ( site ) {
				const days = daysAround( site.timeZone, found.createdAt );
				await addUpAll( site, days );
				from.createdAt = new Date( endOf( site.timeZone, days ) );
			}
		}
	}

	/** Here, where nobody waits for it. */
	async function sweepWorn(): Promise< void > {
		for ( const { siteId, day } of remembered.forgetWorn() ) {
			const site = await sites.find( siteId );
			if ( site ) {
				await addUpAll( site, [ day ] );
			}
		}
	}

	async function sweepOtherZones(): Promise< void > {
		for ( const siteId of await store.sitesOfOtherZones() ) {
			const site = await sites.find( siteId );
			if ( site ) {
				const others = await store.daysOfOtherZones(
					siteId,
					site.timeZone
				);
				await addUpAll( site, daysToRedo( others, firstDay, lastDay ) );
			}
		}
	}

	/** A month that is over changes seldom; that under way is read by its days. */
	async function sweepMonths( now: Date ): Promise< void > {
		const thisMonth = monthOf( now.toISOString() );
		for ( const month of await store.monthsBehind(
			thisMonth,
			monthsAtOnce
		) ) {
			const days = await store.rollUpsOf(
				month.siteId,
				daysOfMonth( month.month )
			);
			await store.keepMonth( month, gathered( days ) );
			await delay( pauseMilliseconds );
		}
	}

	/** Calls go on meanwhile. */
	async function addUpAll(
		site: ClockedSite,
		days: Iterable< string >
	): Promise< void > {
		for ( const day of days ) {
			await addUp( site, day );
			await delay( pauseMilliseconds );
		}
	}

	return {
		async bringUpToDate( site, first, last ) {
			const { id, timeZone } = site;
			const others = await store.daysOfOtherZones( id, timeZone, {
				first: dayAfter( first, -2 ),
				last: dayAfter( last, 2 ),
			} );
			for ( const day of new Set( [
				...daysToRedo( others, first, last ),
				...( await changedDays( site, first, last ) ),
			] ) ) {
				await addUp( site, day );
			}
		},

		async sweep( now ) {
			try {
				await sweepOtherZones();
				await sweepChanged();
				await sweepWorn();
				await sweepMonths( now );
			} catch ( error ) {
				// The database is away for a moment; the next sweep finds the same.
				logger.warn( { err: error }, 'Results could not be added up' );
			}
		},
	};
}

function counted( request: ReadRequest, timeZone: string ): DayRequest {
	const { id, version, inResults } = request;
	return {
		id,
		version,
		inResults,
		...addendOf( request, ( instant ) => localHour( timeZone, instant ) ),
	};
}

function asInResults( request: DayRequest ): DayRequest {
	return request.inResults ? request : { ...request, inResults: true };
}

/** Each as it was read last. */
function latest(
	before: readonly DayRequest[],
	read: readonly DayRequest[]
): DayRequest[] {
	const byId = new Map( before.map( ( one ) => [ one.id, one ] ) );
	read.forEach( ( one ) => byId.set( one.id, one ) );
	return [ ...byId.values() ];
}

/** The instant at which the last of some days is over. */
function endOf( timeZone: string, days: readonly string[] ): number {
	return Math.max( ...days.map( ( day ) => spanOfDay( timeZone, day ).end ) );
}
