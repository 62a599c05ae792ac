import type {
	Language,
	PreviewTextMessage,
	TextMessagePreview,
} from '@rappel/contract';
import type { Alerts } from '../alerts/alerts.js';
import type {
	BookedRequests,
	BookingNotices,
	TextMessagesOfVisitor,
} from '../bookings/ports.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Logger } from '../logging.js';
import { text } from '../messages/texts.js';
import type { Database } from '../persistence/database.js';
import type { Site } from '../sites/site.js';
import type { SiteStore } from '../sites/site-store.js';
import type {
	IncomingMessageNews,
	MessageNews,
} from '../telephony/call-events.js';
import type { TelephonyOf } from '../telephony/telephony.js';
import { createAnswerReply } from './answer-replies.js';
import { createBookingNotices } from './booking-notices.js';
import { createBookingWords, isName } from './booking-words.js';
import { createDelivery } from './delivery.js';
import { previewTextMessage } from './preview.js';
import { messagesNumberOf } from '../sites/service-numbers.js';
import { createRecipientStore } from './recipient-store.js';
import { createRecipients } from './recipients.js';
import { createTextMessageStore } from './text-message-store.js';

export interface TextMessageDependencies {
	database: Database;
	jobs: Jobs;
	channels: Pick< ChannelStore, 'find' | 'findEvenRemoved' >;
	sites: Pick< SiteStore, 'find' >;
	/** Asked once everything is wired: requests tell of bookings, and these ask back. */
	bookings: BookedRequests;
	telephonyOf: TelephonyOf< 'sendMessage' >;
	alerts: Pick< Alerts, 'raise' | 'clear' >;
	/** E.164, or a short code: from which they come where the channel has no sender's name; null: from the caller id. */
	messagesNumber: string | null;
	clock: Clock;
	logger: Logger;
}

export interface TextMessages {
	notices: BookingNotices;
	ofVisitor: TextMessagesOfVisitor;
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
	/** Somebody writes to a number of ours. Joins the current transaction. */
	messageReceived: ( news: IncomingMessageNews ) => Promise< void >;
	preview: (
		site: Site,
		wanted: PreviewTextMessage
	) => Promise< TextMessagePreview >;
}

/** Text messages, wired. Defines its jobs, so it must be made before `jobs.start`. */
export function createTextMessages(
	dependencies: TextMessageDependencies
): TextMessages {
	const { database, channels, sites, bookings, clock } = dependencies;
	const store = createTextMessageStore( database );
	const recipients = createRecipients(
		createRecipientStore( database ),
		clock
	);
	const words = createBookingWords( dependencies );
	const delivery = createDelivery( {
		...dependencies,
		store,
		recipients,
		wordsOf: words.wordsOf,
		note: ( ...noted ) => bookings.note( ...noted ),
	} );

	const sendsConfirmations = async ( siteId: string, channelId: string ) =>
		( await channels.findEvenRemoved( siteId, channelId ) )?.settings
			.textMessages.confirmation.enabled ?? false;

	return {
		notices: createBookingNotices( { ...dependencies, store, delivery } ),
		ofVisitor: {
			async sentenceOf( { siteId, channelId, number }, language ) {
				if ( ! ( await sendsConfirmations( siteId, channelId ) ) ) {
					return null;
				}
				const why = await recipients.unreached( siteId, number );
				return text(
					`text_messages.${ why ?? 'confirmation' }`,
					language
				);
			},
			async areWanted( siteId, number ) {
				const why = await recipients.unreached( siteId, number );
				return why === 'landline' ? null : why === null;
			},
			saveWanted: recipients.saveWanted,
		},
		bookingLinkWanted: ( { callerId, ...wanted } ) =>
			database.transaction( async () => {
				const { siteId, channelId, requestId, number } = wanted;
				const channel = await channels.findEvenRemoved(
					siteId,
					channelId
				);
				const from =
					channel?.settings.textMessages.sender ??
					messagesNumberOf(
						await sites.find( siteId ),
						dependencies.messagesNumber
					) ??
					callerId;
				const sentence = await words.write(
					{ kind: 'booking_link' },
					{
						...wanted,
						callerId,
						name: null,
						timeZone: null,
						startsAt: null,
					},
					isName( from )
				);
				if ( sentence === null ) {
					return;
				}
				await delivery.queue( {
					siteId,
					channelId,
					requestId,
					kind: 'booking_link',
					occasion: '',
					startsAt: null,
					toNumber: number,
					fromNumber: from,
					text: sentence,
				} );
			} ),
		messageChanged: delivery.messageChanged,
		messageReceived: createAnswerReply( {
			...dependencies,
			store,
			recipients,
			delivery,
			words,
		} ),
		preview: ( site, wanted ) =>
			previewTextMessage( { channels, clock }, site, wanted ),
	};
}
