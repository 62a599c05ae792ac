import type { Language } from '@rappel/contract';
import type { Alerts } from '../alerts/alerts.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Logger } from '../logging.js';
import { text } from '../messages/texts.js';
import type { Database } from '../persistence/database.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import type { SiteStore } from '../sites/site-store.js';
import type { MessageNews } from '../telephony/call-events.js';
import { TelephonyError, type Telephony } from '../telephony/telephony.js';
import { cheapText } from './cheap-text.js';
import { stateAfter, statesBefore, type TextMessage } from './text-message.js';
import { createTextMessageStore } from './text-message-store.js';

export interface TextMessageDependencies {
	database: Database;
	jobs: Jobs;
	channels: Pick< ChannelStore, 'findEvenRemoved' >;
	sites: Pick< SiteStore, 'find' >;
	telephony: Pick< Telephony, 'sendMessage' >;
	alerts: Pick< Alerts, 'raise' | 'clear' >;
	clock: Clock;
	logger: Logger;
}

export interface TextMessages {
	/**
	 * The client gets a link to book, once for each request. Joins the current transaction; a number that wants no messages gets
	 * none.
	 */
	bookingLinkWanted: ( wanted: {
		siteId: string;
		channelId: string;
		requestId: string;
		/** Of the client, E.164. */
		number: string;
		callerId: string;
		language: Language;
		/** Where they asked to be called. */
		pageUrl: string | null;
	} ) => Promise< void >;
	/** What the network says became of a message; may be told twice and in any order. */
	messageChanged: ( news: MessageNews ) => Promise< void >;
}

interface MessageJob {
	messageId: string;
}

const refusedAlert = 'text_messages_refused';
const sendMessageJob = 'send-text-message';
/** "Attempt to send to unsubscribed recipient": https://www.twilio.com/docs/api/errors/21610 */
const optedOutCode = '21610';
/** 1 s, 2 s, 4 s, …: after a quarter of an hour a link to book is of little use. */
const retries = 10;

/** Text messages, wired. Defines its job, so it must be made before `jobs.start`. */
export function createTextMessages(
	dependencies: TextMessageDependencies
): TextMessages {
	const { database, jobs, telephony, alerts, clock, logger } = dependencies;
	const store = createTextMessageStore( database );

	jobs.define< MessageJob >(
		sendMessageJob,
		( { messageId } ) => send( messageId ),
		{ retries }
	);

	/** The intent is committed first: from `sending` on it is handed over once at most. */
	async function send( messageId: string ): Promise< void > {
		const message = await store.find( messageId );
		if ( ! message || message.state !== 'pending' ) {
			return;
		}
		const wanted = ! ( await store.hasOptedOut(
			message.siteId,
			message.toNumber
		) );
		const claimed = await store.move( messageId, {
			from: [ 'pending' ],
			to: wanted ? 'sending' : 'opted_out',
			now: clock.now(),
		} );
		if ( claimed && wanted ) {
			await handOver( message );
		}
	}

	async function handOver( message: TextMessage ): Promise< void > {
		try {
			const { messageSid } = await telephony.sendMessage( {
				messageId: message.id,
				to: message.toNumber,
				from: message.fromNumber,
				text: message.text,
			} );
			await store.keepSid( message.id, messageSid );
			await store.move( message.id, {
				from: [ 'sending' ],
				to: 'accepted',
				now: clock.now(),
			} );
			await alerts.clear( message.siteId, refusedAlert );
		} catch ( error ) {
			if ( ! ( error instanceof TelephonyError ) ) {
				throw error;
			}
			await notHandedOver( message, error );
		}
	}

	async function notHandedOver(
		message: TextMessage,
		error: TelephonyError
	): Promise< void > {
		const to = (
			{
				retryable: 'pending',
				unknown: 'unknown',
				permanent: 'failed',
				settings: 'failed',
			} as const
		 )[ error.kind ];
		await store.move( message.id, {
			from: [ 'sending' ],
			to,
			code: error.code,
			now: clock.now(),
		} );
		if ( error.code === optedOutCode ) {
			await store.optOut( message.siteId, message.toNumber, clock.now() );
		}
		if ( error.kind === 'retryable' ) {
			throw error;
		}
		if ( error.kind === 'settings' ) {
			await alerts.raise( message.siteId, refusedAlert, error.code );
		}
		logger[ error.kind === 'settings' ? 'error' : 'warn' ](
			{ messageId: message.id, err: error },
			'A text message was not accepted by the network'
		);
	}

	/** The channel's own address, else the page they asked on, else the site. */
	async function linkFor( wanted: {
		siteId: string;
		channelId: string;
		pageUrl: string | null;
	} ): Promise< { site: string; link: string } | null > {
		const site = await dependencies.sites.find( wanted.siteId );
		const channel = await dependencies.channels.findEvenRemoved(
			wanted.siteId,
			wanted.channelId
		);
		return (
			site && {
				site: site.name,
				link:
					channel?.settings.fallback.bookingUrl ??
					wanted.pageUrl ??
					site.homeUrl,
			}
		);
	}

	return {
		bookingLinkWanted: ( wanted ) =>
			database.transaction( async () => {
				const { siteId, channelId, requestId, number } = wanted;
				const values = await linkFor( wanted );
				if ( ! values ) {
					return;
				}
				const optedOut = await store.hasOptedOut( siteId, number );
				const messageId = timeOrderedId();
				const now = clock.now();
				const added = await store.add( {
					id: messageId,
					siteId,
					channelId,
					requestId,
					kind: 'booking_link',
					toNumber: number,
					fromNumber: wanted.callerId,
					text: cheapText(
						text( 'message.booking_link', wanted.language, values )
					),
					state: optedOut ? 'opted_out' : 'pending',
					code: null,
					messageSid: null,
					createdAt: now,
					updatedAt: now,
				} );
				if ( added && ! optedOut ) {
					await jobs.now< MessageJob >( sendMessageJob, {
						messageId,
					} );
				}
			} ),

		messageChanged: ( { messageId, status, code, failure } ) =>
			database.transaction( async () => {
				const message = await store.find( messageId );
				if ( ! message ) {
					return;
				}
				const now = clock.now();
				await store.move( messageId, {
					from: statesBefore( status ),
					to: stateAfter( status ),
					code,
					now,
				} );
				if ( code === optedOutCode ) {
					await store.optOut( message.siteId, message.toNumber, now );
				}
				if ( failure?.kind === 'settings' ) {
					await alerts.raise(
						message.siteId,
						refusedAlert,
						code ?? ''
					);
				}
			} ),
	};
}
