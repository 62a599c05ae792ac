import type {
	ChannelSettings,
	Language,
	TextMessageKind,
} from '@rappel/contract';
import type { BookedRequests, ToldRequest } from '../bookings/ports.js';
import type { Channel, ChannelStore } from '../channels/channel-store.js';
import { ownText } from '../channels/domain/own-text.js';
import type { Clock } from '../clock.js';
import type { Site } from '../sites/site.js';
import type { SiteStore } from '../sites/site-store.js';
import { composed, type Saying } from './compose.js';
import type { PlaceValues } from './domain/fill-places.js';
import { saidTimes } from './said-times.js';
import type { TextMessage } from './text-message.js';

export interface WordsDependencies {
	channels: Pick< ChannelStore, 'findEvenRemoved' >;
	sites: Pick< SiteStore, 'find' >;
	bookings: Pick< BookedRequests, 'find' | 'changeUrl' >;
	clock: Clock;
}

export interface BookingWords {
	/** What a message of a request says; null: the site or the channel is gone. */
	write: (
		saying: Saying,
		request: ToldRequest,
		byName: boolean
	) => Promise< string | null >;
	/** As things stand now; null: what the message was to say is so no more. */
	wordsOf: ( message: TextMessage ) => Promise< string | null >;
}

/** These tell of a call to come. */
const ofACallToCome: readonly TextMessageKind[] = [
	'confirmation',
	'reminder',
	'moved',
];

export function createBookingWords( {
	channels,
	sites,
	bookings,
	clock,
}: WordsDependencies ): BookingWords {
	async function write(
		saying: Saying,
		request: ToldRequest,
		byName: boolean
	): Promise< string | null > {
		const site = await sites.find( request.siteId );
		const channel = await channels.findEvenRemoved(
			request.siteId,
			request.channelId
		);
		if ( ! site || ! channel ) {
			return null;
		}
		const { language } = request;
		return composed(
			saying,
			{
				language,
				byName,
				own: ownMessage( saying, channel.settings, language ),
			},
			{
				...timesOf( request, site ),
				name: request.name,
				company: site.name,
				link: leadsToTheBooking( saying )
					? await bookings.changeUrl( request )
					: rebookUrl( channel, site, request ),
			}
		);
	}

	function timesOf(
		{ startsAt, timeZone, language }: ToldRequest,
		site: Site
	): Pick< PlaceValues, 'date' | 'time' | 'datetime' > {
		return startsAt
			? saidTimes( startsAt, {
					siteZone: site.timeZone,
					visitorZone: timeZone,
					language,
					now: clock.now(),
				} )
			: { date: null, time: null, datetime: null };
	}

	return {
		write,
		async wordsOf( message ) {
			const { kind, requestId, startsAt, fromNumber } = message;
			const found = await bookings.find( requestId );
			if (
				! found ||
				kind === 'reply' ||
				( ofACallToCome.includes( kind ) &&
					! isBookedFor( found, startsAt ) )
			) {
				return null;
			}
			return write(
				{ kind },
				{ ...found.request, startsAt },
				isName( fromNumber )
			);
		},
	};
}

/** Whether the request waits for this very time. */
export function isBookedFor(
	found: { request: ToldRequest; scheduled: boolean } | null,
	startsAt: Date | null
): boolean {
	return (
		found !== null &&
		found.scheduled &&
		found.request.startsAt?.getTime() === startsAt?.getTime()
	);
}

/** Nobody can answer a sender that is no number. */
export function isName( sender: string ): boolean {
	return /[a-z]/i.test( sender );
}

function ownMessage(
	saying: Saying,
	{ textMessages }: ChannelSettings,
	language: Language
): string | null {
	switch ( saying.kind ) {
		case 'confirmation':
		case 'reminder':
			return ownText( textMessages[ saying.kind ].text, language );
		case 'not_reached':
			return ownText( textMessages.notReached.text, language );
		default:
			return null;
	}
}

function leadsToTheBooking( saying: Saying ): boolean {
	return (
		ofACallToCome.includes( saying.kind ) ||
		( saying.kind === 'reply' && saying.reply === 'choices' )
	);
}

/** To book anew: the channel's own address, else the page they asked on, else the site. */
function rebookUrl(
	channel: Channel,
	site: Site,
	{ pageUrl }: ToldRequest
): string {
	return channel.settings.fallback.bookingUrl ?? pageUrl ?? site.homeUrl;
}
