import type { PreviewTextMessage, TextMessagePreview } from '@rappel/contract';
import { DateTime } from 'luxon';
import { zoneNamed } from '../availability/domain/zone.js';
import { linksOf } from '../bookings/booking-link.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import type { Site } from '../sites/site.js';
import { composed, defaultMessage } from './compose.js';
import { measured } from './domain/segments.js';
import { unknownPlacesIn } from './domain/fill-places.js';
import { saidTimes } from './said-times.js';

interface Previewing {
	channels: Pick< ChannelStore, 'find' >;
	clock: Clock;
}

/** As long as a real one: 128 bits in base64url. */
const exampleToken = 'Zq3vT8kXb1LrYw5mJc0NfA';
const exampleName = 'Camille Martin';
const exampleInDays = 3;
const exampleHour = 14;

/** The message as it would be sent for an example of a booking, to be read before it is saved. */
export async function previewTextMessage(
	{ channels, clock }: Previewing,
	site: Site,
	{ kind, text, language, sender, channelId }: PreviewTextMessage
): Promise< TextMessagePreview > {
	const channel = channelId
		? await channels.find( site.id, channelId )
		: null;
	const saying = { kind };
	const byName = sender !== null && sender.trim() !== '';
	const sentence = composed(
		saying,
		{ own: text, language, byName },
		{
			...saidTimes( exampleTime( clock.now(), site.timeZone ), {
				siteZone: site.timeZone,
				visitorZone: null,
				language,
				now: clock.now(),
			} ),
			name: exampleName,
			company: site.name,
			link:
				kind === 'not_reached'
					? ( channel?.settings.fallback.bookingUrl ?? site.homeUrl )
					: linksOf( site, exampleToken ).changeUrl,
		}
	);
	return {
		text: sentence,
		defaultText: defaultMessage( saying, language, byName ),
		...measured( sentence ),
		unknownPlaces: text === null ? [] : unknownPlacesIn( text ),
	};
}

/** A few days ahead, in the afternoon of the company's clock. */
function exampleTime( now: Date, siteZone: string ): Date {
	return DateTime.fromJSDate( now, { zone: zoneNamed( siteZone ) } )
		.plus( { days: exampleInDays } )
		.set( { hour: exampleHour, minute: 0, second: 0, millisecond: 0 } )
		.toJSDate();
}
