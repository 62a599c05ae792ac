import {
	BaseNotificationChannel,
	type JobNotification,
	type JobStateNotification,
} from 'agenda';
import type { Database } from '../../persistence/database.js';

/**
 * Wakes the processor of this process as soon as the transaction that wrote a job has committed, and never before. Other processes
 * find the job by polling.
 */
export class SqlNotificationChannel extends BaseNotificationChannel {
	constructor(
		private readonly database: Database,
		/** Told of the name before the processor is woken. */
		private readonly onNew: ( jobName: string ) => void = () => undefined
	) {
		super( { reconnect: { enabled: false } } );
	}

	/** Whether a processor runs in this process. */
	get listened(): boolean {
		return this.handlers.size > 0;
	}

	async connect(): Promise< void > {
		this.setState( 'connected' );
	}

	async disconnect(): Promise< void > {
		this.handlers.clear();
		this.stateHandlers.clear();
		this.setState( 'disconnected' );
	}

	async publish( notification: JobNotification ): Promise< void > {
		this.mustBeConnected();
		this.database.afterCommit( () => {
			this.onNew( notification.jobName );
			void this.notifyHandlers( notification );
		} );
	}

	async publishState( notification: JobStateNotification ): Promise< void > {
		this.mustBeConnected();
		this.database.afterCommit(
			() => void this.notifyStateHandlers( notification )
		);
	}

	private mustBeConnected(): void {
		if ( this.state !== 'connected' ) {
			throw new Error(
				'Cannot publish: the notification channel is not connected.'
			);
		}
	}
}
