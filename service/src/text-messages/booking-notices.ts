import type { TextMessageKind, TextMessageSettings } from '@rappel/contract';
import type {
	BookedRequests,
	BookingNotices,
	ToldRequest,
} from '../bookings/ports.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Database } from '../persistence/database.js';
import { messagesNumberOf } from '../sites/service-numbers.js';
import type { SiteStore } from '../sites/site-store.js';
import { isBookedFor } from './booking-words.js';
import type { Delivery } from './delivery.js';
import type { TextMessageStore } from './text-message-store.js';

export interface NoticesDependencies {
	database: Database;
	jobs: Jobs;
	channels: Pick< ChannelStore, 'findEvenRemoved' >;
	sites: Pick< SiteStore, 'find' >;
	bookings: Pick< BookedRequests, 'find' >;
	delivery: Delivery;
	store: TextMessageStore;
	/** E.164, or a short code; null: they come from the number that calls. */
	messagesNumber: string | null;
	clock: Clock;
}

interface ReminderJob {
	requestId: string;
	/** Epoch milliseconds: of a booking that was moved since, nothing is sent. */
	startsAt: number;
}

type Notice = Exclude< TextMessageKind, 'reply' | 'booking_link' >;

const reminderJob = 'remind-of-booking';

/** What the client gets by text message of their booking. Defines its job, so it must be made before `jobs.start`. */
export function createBookingNotices( {
	database,
	jobs,
	channels,
	sites,
	bookings,
	delivery,
	store,
	messagesNumber,
	clock,
}: NoticesDependencies ): BookingNotices {
	jobs.define< ReminderJob >( reminderJob, ( job ) =>
		database.transaction( () => remind( job ) )
	);

	async function settingsOf( {
		siteId,
		channelId,
	}: ToldRequest ): Promise< TextMessageSettings | null > {
		const channel = await channels.findEvenRemoved( siteId, channelId );
		return channel?.settings.textMessages ?? null;
	}

	/** Each time of a booking is told of once by each kind. */
	const tell = async (
		kind: Notice,
		request: ToldRequest,
		{ sender }: TextMessageSettings,
		occasion = request.startsAt?.toISOString() ?? ''
	) =>
		delivery.queue( {
			siteId: request.siteId,
			channelId: request.channelId,
			requestId: request.requestId,
			kind,
			occasion,
			startsAt: request.startsAt,
			toNumber: request.number,
			fromNumber:
				sender ??
				messagesNumberOf(
					await sites.find( request.siteId ),
					messagesNumber
				) ??
				request.callerId,
		} );

	/** Not where its lead has begun already: the confirmation has just said it. */
	async function planReminder(
		{ requestId, startsAt }: ToldRequest,
		{ reminder }: TextMessageSettings
	): Promise< void > {
		if ( ! startsAt ) {
			return;
		}
		const at = new Date(
			startsAt.getTime() - reminder.leadMinutes * 60_000
		);
		if ( at > clock.now() ) {
			await jobs.at< ReminderJob >( at, reminderJob, {
				requestId,
				startsAt: startsAt.getTime(),
			} );
		}
	}

	/** Looks again: the booking, its time and the switch may have changed since. */
	async function remind( job: ReminderJob ): Promise< void > {
		const startsAt = new Date( job.startsAt );
		const found = await bookings.find( job.requestId );
		if (
			! found ||
			! isBookedFor( found, startsAt ) ||
			startsAt <= clock.now()
		) {
			return;
		}
		const settings = await settingsOf( found.request );
		if ( settings?.reminder.enabled ) {
			await tell( 'reminder', found.request, settings );
		}
	}

	/**
	 * Moved there and back again is two moves: what counts is what the client was told last. Told twice of the same move, the second
	 * finds the first.
	 */
	async function tellOfMove(
		request: ToldRequest,
		settings: TextMessageSettings
	): Promise< void > {
		const told = (
			await store.ofRequest( request.siteId, request.requestId )
		).filter( ( { kind } ) =>
			[ 'confirmation', 'moved' ].includes( kind )
		);
		if (
			told.at( -1 )?.startsAt?.getTime() !== request.startsAt?.getTime()
		) {
			await tell(
				'moved',
				request,
				settings,
				`${ request.startsAt?.toISOString() } ${ told.length }`
			);
		}
	}

	const ifWanted =
		(
			work: (
				request: ToldRequest,
				settings: TextMessageSettings
			) => Promise< unknown >
		) =>
		( request: ToldRequest ): Promise< void > =>
			database.transaction( async () => {
				const settings = await settingsOf( request );
				if ( settings ) {
					await work( request, settings );
				}
			} );

	return {
		booked: ifWanted( async ( request, settings ) => {
			if ( settings.confirmation.enabled ) {
				await tell( 'confirmation', request, settings );
			}
			await planReminder( request, settings );
		} ),
		moved: ifWanted( async ( request, settings ) => {
			if ( settings.changes.enabled ) {
				await tellOfMove( request, settings );
			}
			await planReminder( request, settings );
		} ),
		cancelled: ifWanted( async ( request, settings ) => {
			if ( settings.changes.enabled && request.startsAt ) {
				await tell( 'cancelled', request, settings );
			}
		} ),
		notReached: ifWanted( async ( request, settings ) => {
			if ( settings.notReached.enabled ) {
				await tell( 'not_reached', request, settings );
			}
		} ),
	};
}
