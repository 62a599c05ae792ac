import { toJobId, type AgendaBackend } from 'agenda';
import type { Database } from '../../persistence/database.js';
import type { ClaimLimits } from './local-claims.js';
import { SqlJobLogger } from './sql-job-logger.js';
import { SqlJobRepository } from './sql-job-repository.js';
import { SqlNotificationChannel } from './sql-notification-channel.js';

export interface SqlBackendOptions {
	database: Database;
	/** Default: one at a time, as many as Agenda asks for. */
	limits?: ClaimLimits;
	/** Default: jobs that are done stay. */
	removeFinished?: boolean;
}

export interface SqlBackend extends AgendaBackend {
	readonly repository: SqlJobRepository;
	readonly notificationChannel: SqlNotificationChannel;
	readonly logger: SqlJobLogger;
}

/**
 * Agenda's storage on the service's own database, SQLite or MySQL and MariaDB: Agenda publishes one for Mongo, Postgres and Redis only. The database
 * is opened, migrated and closed by whoever made it.
 */
export function createSqlBackend( {
	database,
	limits = () => ( { held: Infinity, batch: 1 } ),
	removeFinished = false,
}: SqlBackendOptions ): SqlBackend {
	const repository = new SqlJobRepository( database, limits, removeFinished );
	const notificationChannel = new SqlNotificationChannel(
		database,
		( name ) => repository.claims.noteNew( name )
	);
	// Agenda looks for more only at its next poll, or when told of a job.
	repository.claims.onRoom = ( jobName ) => {
		if ( notificationChannel.state === 'connected' ) {
			const now = new Date();
			void notificationChannel.publish( {
				jobId: toJobId( 'any' ),
				jobName,
				nextRunAt: now,
				priority: 0,
				timestamp: now,
			} );
		}
	};
	repository.claims.listening = () => notificationChannel.listened;
	return {
		name: database.dialect === 'sqlite' ? 'SQLite' : 'MySQL',
		repository,
		notificationChannel,
		logger: new SqlJobLogger( database ),
		ownsConnection: false,
		connect: async () => repository.claims.open(),
		disconnect: async () => undefined,
	};
}
