import type { OfferedSlots, SlotQuestion } from '../bookings/ports.js';
import type { Channel } from '../channels/channel.js';
import { nearestFree } from './domain/slots-nearest.js';
import { offerAt } from './domain/slots-offered.js';
import { placesDuring } from './domain/slots-places.js';
import { freeSlots } from './domain/slots.js';
import type { SlotFactsReader } from './slot-facts.js';
import { tellSlotAndDay, visitorsZone } from './slot-labels.js';

/** What the rules of a channel offer, for whoever books. */
export function createOfferedSlots( facts: SlotFactsReader ): OfferedSlots {
	return {
		async placesAt( question, startsAt ) {
			const offer = offerAt(
				rulesOf( question ),
				await facts.offered( question ),
				startsAt.getTime()
			);
			return offer.offered ? offer.places : null;
		},
		async coverAt( question, from, until ) {
			const { channel } = question;
			if ( channel.settings.team.length === 0 ) {
				return null;
			}
			const { capacity } = await facts.offered( {
				...question,
				channel: byTeam( channel ),
			} );
			const length = until.getTime() - from.getTime();
			return placesDuring( capacity, length )( from.getTime() ).places;
		},
		async nearest( question, startsAt, limit ) {
			const free = freeSlots(
				rulesOf( question ),
				await facts.all( question )
			);
			return nearestFree( startsAt.getTime(), free, limit ).map(
				( start ) => new Date( start )
			);
		},
		tell: ( site, starts, { timeZone, language } ) =>
			starts.map( ( start ) =>
				tellSlotAndDay( start.getTime(), {
					siteZone: site.timeZone,
					visitorZone: visitorsZone( site.timeZone, timeZone ),
					language,
				} )
			),
	};
}

/** As if the team alone said how many may be booked. */
function byTeam( channel: Channel ): Channel {
	const { settings } = channel;
	return {
		...channel,
		settings: {
			...settings,
			booking: { ...settings.booking, capacity: 'team' },
		},
	};
}

function rulesOf( { channel }: SlotQuestion ) {
	return channel.settings.booking;
}
