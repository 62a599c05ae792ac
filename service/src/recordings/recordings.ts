import type { Recording as WireRecording } from '@rappel/contract';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import type { Logger } from '../logging.js';
import type { Database } from '../persistence/database.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import { Refusal } from '../refusal.js';
import { TelephonyError, type TelephonyOf } from '../telephony/telephony.js';
import {
	createRecordingStore,
	type Recorded,
	type Recording,
} from './recording-store.js';

export interface RecordingDependencies {
	database: Database;
	channels: Pick< ChannelStore, 'findEvenRemoved' >;
	telephonyOf: TelephonyOf< 'fetchRecording' | 'deleteRecording' >;
	clock: Clock;
	logger: Logger;
}

export interface Recordings {
	/** A sound is kept for as long as the channel says. Joins the current transaction; may be told twice of the same. */
	recorded: ( recorded: Recorded ) => Promise< void >;
	/** Those that can still be heard, oldest first. */
	ofRequest: (
		siteId: string,
		requestId: string
	) => Promise< WireRecording[] >;
	/**
	 * Its sound, fetched from the network.
	 *
	 * @throws {Refusal} recording_not_found; service_unavailable while the network does not answer.
	 */
	listen: (
		siteId: string,
		recordingId: string
	) => Promise< { contentType: string; audio: Uint8Array } >;
	/** The request is removed: nobody hears its recordings any more, and they are deleted here and at the network. */
	removeOfRequest: ( siteId: string, requestId: string ) => Promise< void >;
	/** Deletes, here and at the network, what has been kept long enough; what the network does not answer for is tried again. */
	sweep: ( now: Date ) => Promise< void >;
}

const dayMilliseconds = 86_400_000;
/** The network was away, or did not allow it: the owner may have to mend something first. */
const tryAgainMilliseconds = 3_600_000;
/** Deleted in one sweep, one after the other, so that a network that is slow does not hold it up for long. */
const sweptAtOnce = 100;

export function createRecordings( {
	database,
	channels,
	telephonyOf,
	clock,
	logger,
}: RecordingDependencies ): Recordings {
	const store = createRecordingStore( database );

	/** At the network first: a row that is gone would leave a sound of which nobody knows. */
	const remove = async ( recording: Recording, now: Date ) => {
		try {
			await telephonyOf( recording.siteId ).deleteRecording(
				recording.recordingSid
			);
		} catch ( error ) {
			logger.warn(
				{ recordingId: recording.id, err: error },
				'A recording could not be deleted at the network and is tried again'
			);
			await store.postpone(
				recording.id,
				new Date( now.getTime() + tryAgainMilliseconds )
			);
			return;
		}
		await store.remove( recording.id );
	};

	const audible = ( { deleteAt }: Recording ) => deleteAt > clock.now();

	return {
		recorded: ( recorded ) =>
			database.transaction( async () => {
				const channel = await channels.findEvenRemoved(
					recorded.siteId,
					recorded.channelId
				);
				const createdAt = clock.now();
				// Without its channel nobody has a right to it any more.
				const days = channel?.settings.recording.retentionDays ?? 0;
				const deleteAt = new Date(
					createdAt.getTime() + days * dayMilliseconds
				);
				const added = await store.add( {
					...pick( recorded ),
					id: timeOrderedId(),
					createdAt,
					deleteAt,
					nextTryAt: deleteAt,
				} );
				if ( ! added ) {
					await store.lengthen(
						recorded.recordingSid,
						recorded.seconds
					);
				}
			} ),

		async ofRequest( siteId, requestId ) {
			const all = await store.ofRequest( siteId, requestId );
			return all.filter( audible ).map( describe );
		},

		async listen( siteId, recordingId ) {
			const recording = await store.find( siteId, recordingId );
			if ( ! recording || ! audible( recording ) ) {
				throw new Refusal( 'recording_not_found' );
			}
			const sound = await telephonyOf( siteId )
				.fetchRecording( recording.recordingSid )
				.catch( ( error: unknown ) => {
					if ( error instanceof TelephonyError ) {
						logger.warn(
							{ recordingId, err: error },
							'A recording could not be fetched from the network'
						);
						throw new Refusal( 'service_unavailable' );
					}
					throw error;
				} );
			if ( ! sound ) {
				throw new Refusal( 'recording_not_found' );
			}
			return sound;
		},

		removeOfRequest: ( siteId, requestId ) =>
			database.transaction( () =>
				store.expire( siteId, requestId, clock.now() )
			),

		async sweep( now ) {
			for ( const recording of await store.due( now, sweptAtOnce ) ) {
				await remove( recording, now );
			}
		},
	};
}

/** Nothing else that the caller may have at hand. */
function pick( {
	siteId,
	channelId,
	requestId,
	legId,
	kind,
	recordingSid,
	seconds,
}: Recorded ): Recorded {
	return {
		siteId,
		channelId,
		requestId,
		legId,
		kind,
		recordingSid,
		seconds,
	};
}

function describe( {
	id,
	kind,
	seconds,
	createdAt,
	deleteAt,
}: Recording ): WireRecording {
	return {
		id,
		kind,
		seconds,
		createdAt: createdAt.toISOString(),
		deleteAt: deleteAt.toISOString(),
	};
}
