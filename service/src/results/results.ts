import type { Results, ResultsQuery } from '@rappel/contract';
import type { AgentNames } from '../callbacks/request-summary.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Logger } from '../logging.js';
import type { Database } from '../persistence/database.js';
import { sharedRead } from '../shared-read.js';
import type { Site } from '../sites/site.js';
import type { SiteStore } from '../sites/site-store.js';
import { readResults } from './read-results.js';
import { RememberedPeriods } from './remembered-periods.js';
import { createResultStore } from './result-store.js';
import { createRollUps } from './roll-ups.js';

export interface ResultDependencies {
	database: Database;
	sites: Pick< SiteStore, 'find' >;
	channels: Pick< ChannelStore, 'list' >;
	agentNames: AgentNames;
	logger: Logger;
}

export interface ResultUseCases {
	/** Refuses (Refusal) with invalid_request for days that are no period. */
	readResults: (
		site: Pick< Site, 'id' | 'timeZone' >,
		query: ResultsQuery
	) => Promise< Results >;
}

/** What became of the requests, as figures. */
export interface ResultsOfSites extends ResultUseCases {
	/** See RollUps.sweep. */
	sweep: ( now: Date ) => Promise< void >;
}

export function createResults( {
	database,
	sites,
	channels,
	agentNames,
	logger,
}: ResultDependencies ): ResultsOfSites {
	const store = createResultStore( database );
	const rollUps = createRollUps( { database, store, sites, logger } );
	const days = new RememberedPeriods( store.cellsByDay );
	const months = new RememberedPeriods( store.cellsByMonth );
	return {
		readResults: sharedByAll( ( site, query ) =>
			readResults(
				{ store, days, months, rollUps, channels, agentNames },
				site,
				query
			)
		),
		sweep: rollUps.sweep,
	};
}

/** Supervisors who look at the same figures at the same time cost as much as one. */
function sharedByAll(
	read: ResultUseCases[ 'readResults' ]
): ResultUseCases[ 'readResults' ] {
	const shared = sharedRead(
		( [ site, query ]: Parameters< typeof read > ) => read( site, query ),
		( [ { id, timeZone }, query ] ) =>
			JSON.stringify( [ id, timeZone, query ] )
	);
	return ( ...asked ) => shared( asked );
}
