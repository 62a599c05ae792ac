import { Router } from 'express';
import type { Jobs } from '../jobs/jobs.js';
import type { Database } from '../persistence/database.js';

interface Options {
	database: Pick< Database, 'pendingMigrations' >;
	jobs: Pick< Jobs, 'running' >;
	/** True from the moment the service begins to stop. */
	isStopping: () => boolean;
}

const answerWithinMilliseconds = 2_000;

/** /healthz: the process answers. /readyz: it can do its work; 503 with the reasons when it cannot. Mounted at the root, for anybody: both tell no data. */
export function createHealthRoutes( {
	database,
	jobs,
	isStopping,
}: Options ): Router {
	const router = Router();
	router.get( '/healthz', ( _request, response ) => {
		response.json( { status: 'alive' } );
	} );
	router.get( '/readyz', async ( _request, response ) => {
		const reasons = [
			...( isStopping() ? [ 'The service is stopping.' ] : [] ),
			...( await databaseFaults( database ) ),
			...( jobs.running ? [] : [ 'Jobs are not running.' ] ),
		];
		response
			.set( 'Cache-Control', 'no-store' )
			.status( reasons.length > 0 ? 503 : 200 )
			.json( {
				status: reasons.length > 0 ? 'not ready' : 'ready',
				reasons,
			} );
	} );
	return router;
}

async function databaseFaults(
	database: Options[ 'database' ]
): Promise< string[] > {
	try {
		const pending = await within(
			answerWithinMilliseconds,
			database.pendingMigrations()
		);
		return pending.length > 0
			? [ `Migrations have yet to run: ${ pending.join( ', ' ) }.` ]
			: [];
	} catch {
		// Why is in the log of whatever needed the database; here it could name hosts and users.
		return [ 'The database does not answer.' ];
	}
}

function within< T >( milliseconds: number, work: Promise< T > ): Promise< T > {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise< never >( ( _resolve, reject ) => {
		timer = setTimeout(
			() =>
				reject( new Error( `No answer within ${ milliseconds } ms` ) ),
			milliseconds
		);
	} );
	return Promise.race( [ work, late ] ).finally( () =>
		clearTimeout( timer )
	);
}
