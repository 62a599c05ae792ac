import type { Channel } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import type { Database } from '../persistence/database.js';
import type { SiteStore } from '../sites/site-store.js';
import type { BookingRow, BookingStore } from './booking-store.js';
import type { OfferedSlots } from './ports.js';

export interface CoverDependencies {
	database: Database;
	bookings: Pick< BookingStore, 'heldFrom' | 'markUncovered' >;
	slots: Pick< OfferedSlots, 'coverAt' >;
	sites: Pick< SiteStore, 'find' >;
	channels: Pick< ChannelStore, 'list' >;
	clock: Clock;
}

/**
 * Somebody's hours or leave, or a channel's team or hours, have changed: bookings that nobody covers any more are flagged, and those
 * that somebody covers again are not. Of several at the same time those that were booked last are the ones too many.
 */
export async function checkCover(
	dependencies: CoverDependencies,
	siteId: string
): Promise< void > {
	const { database, bookings, sites, channels, clock } = dependencies;
	const site = await sites.find( siteId );
	if ( ! site ) {
		return;
	}
	const now = clock.now();
	const held = await bookings.heldFrom( siteId, now );
	for ( const channel of await channels.list( siteId, {
		evenRemoved: true,
	} ) ) {
		const ofChannel = held.filter(
			( { channelId } ) => channelId === channel.id
		);
		for ( const row of ofChannel ) {
			const places = await dependencies.slots.coverAt(
				{ site, channel, now },
				row.startsAt,
				row.endsAt
			);
			const isUncovered =
				places !== null &&
				tooMany( channel, places, earlierAtThatTime( row, ofChannel ) );
			await database.transaction( () =>
				bookings.markUncovered( row.requestId, isUncovered )
			);
		}
	}
}

/** Where a number says how many, whoever is there covers them all. */
function tooMany(
	{ settings }: Channel,
	places: number,
	earlier: number
): boolean {
	return settings.booking.capacity === 'team'
		? earlier >= places
		: places === 0;
}

/** How many that were booked before overlap with it; ids are in the order of time. */
function earlierAtThatTime(
	row: BookingRow,
	others: readonly BookingRow[]
): number {
	return others.filter(
		( other ) =>
			other.requestId < row.requestId &&
			other.startsAt < row.endsAt &&
			other.endsAt > row.startsAt
	).length;
}
