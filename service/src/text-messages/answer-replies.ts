import type { BookedRequests, ToldRequest } from '../bookings/ports.js';
import type { Logger } from '../logging.js';
import type { ReplyText } from '../messages/text-key.js';
import type { IncomingMessageNews } from '../telephony/call-events.js';
import type { BookingWords } from './booking-words.js';
import type { Delivery } from './delivery.js';
import { understandReply } from './domain/understand-reply.js';
import type { Recipients } from './recipients.js';
import type { TextMessageStore } from './text-message-store.js';

export interface RepliesDependencies {
	bookings: BookedRequests;
	delivery: Delivery;
	recipients: Recipients;
	store: TextMessageStore;
	words: BookingWords;
	logger: Logger;
}

interface Booked {
	request: ToldRequest;
	scheduled: boolean;
}

/**
 * Somebody writes to a number of ours: they confirm or cancel the booking that they were written of last, else their next one,
 * or want no more messages. A stranger is not answered, and costs nothing. Joins the current transaction.
 */
export function createAnswerReply( {
	bookings,
	delivery,
	recipients,
	store,
	words,
	logger,
}: RepliesDependencies ): ( news: IncomingMessageNews ) => Promise< void > {
	/** Several sites may share a number: the one that wrote last from it is meant. */
	async function meantBy( {
		from,
		to,
		sites,
	}: IncomingMessageNews ): Promise< Booked | null > {
		const latest = await store.latestTo( from, to );
		const ofLatest =
			latest && mayBe( latest.siteId, sites )
				? await bookings.find( latest.requestId )
				: null;
		if ( ofLatest?.scheduled ) {
			return ofLatest;
		}
		const scheduled = ( await bookings.scheduledOf( from ) ).filter(
			( { siteId } ) => mayBe( siteId, sites )
		);
		const next =
			scheduled.find( ( { siteId } ) => siteId === latest?.siteId ) ??
			scheduled.find( ( { callerId } ) => callerId === to );
		return next ? { request: next, scheduled: true } : ofLatest;
	}

	/** Of every site that writes to them from this number. */
	async function saveWanted(
		{ from, to, sites: spokenFor }: IncomingMessageNews,
		wanted: boolean
	): Promise< void > {
		const booked = ( await bookings.scheduledOf( from ) )
			.filter( ( { callerId } ) => callerId === to )
			.map( ( { siteId } ) => siteId );
		const sites = new Set( [
			...( await store.sitesThatWrote( from, to ) ),
			...booked,
		] );
		for ( const siteId of sites ) {
			if ( ! mayBe( siteId, spokenFor ) ) {
				continue;
			}
			await recipients.saveWanted( siteId, from, wanted );
		}
	}

	/** Each once for a time of the booking. False: it was given before. */
	async function answer(
		{ from, to }: IncomingMessageNews,
		{ request }: Booked,
		reply: ReplyText
	): Promise< boolean > {
		const text = await words.write(
			{ kind: 'reply', reply },
			request,
			false
		);
		return (
			text !== null &&
			delivery.queue( {
				siteId: request.siteId,
				channelId: request.channelId,
				requestId: request.requestId,
				kind: 'reply',
				occasion: `${ reply } ${ request.startsAt?.toISOString() ?? '' }`,
				startsAt: request.startsAt,
				toNumber: from,
				fromNumber: to,
				text,
			} )
		);
	}

	async function confirm(
		news: IncomingMessageNews,
		booked: Booked
	): Promise< void > {
		if ( ! booked.scheduled ) {
			await answer( news, booked, 'nothing_booked' );
		} else if ( await answer( news, booked, 'confirmed' ) ) {
			await bookings.note(
				booked.request.requestId,
				'booking_confirmed',
				null
			);
		}
	}

	async function cancel(
		news: IncomingMessageNews,
		booked: Booked
	): Promise< void > {
		if ( ! booked.scheduled ) {
			await answer( news, booked, 'nothing_booked' );
			return;
		}
		if ( ! ( await bookings.cancel( booked.request ) ) ) {
			await answer( news, booked, 'too_late' );
			return;
		}
		// The message that tells of it is the answer, where the channel sends one.
		const { siteId, requestId } = booked.request;
		const sent = await store.ofRequest( siteId, requestId );
		if ( ! sent.some( ( { kind } ) => kind === 'cancelled' ) ) {
			await answer( news, booked, 'cancelled' );
		}
	}

	return async ( news ) => {
		const meaning = understandReply( news.text );
		if ( meaning === 'stop' || meaning === 'start' ) {
			await saveWanted( news, meaning === 'start' );
			return;
		}
		const booked = await meantBy( news );
		if ( ! booked ) {
			logger.info( 'A text message of somebody who has no booking' );
		} else if ( meaning === 'confirm' ) {
			await confirm( news, booked );
		} else if ( meaning === 'cancel' ) {
			await cancel( news, booked );
		} else {
			await answer(
				news,
				booked,
				booked.scheduled ? 'choices' : 'nothing_booked'
			);
		}
	};
}

/** Whoever tells of a message may speak of this site: its own account does, and the service's. */
function mayBe(
	siteId: string,
	sites: ReadonlySet< string > | undefined
): boolean {
	return sites?.has( siteId ) ?? true;
}
