import { applyCommand } from '../callbacks/apply-command.js';
import type { Dependencies } from '../callbacks/dependencies.js';
import { canMove } from '../callbacks/domain/callback-request.js';
import type { Loaded } from '../callbacks/store/callback-store.js';
import { Refusal } from '../refusal.js';
import type { SlotQuestion } from './ports.js';
import type { Reader } from './reader.js';
import { slotRefusal } from './refuse-slot.js';
import { wantedTime } from './wanted-time.js';

/**
 * Moves a booking: the old places are given back and the new ones taken in one transaction with the request, its job, its reminder.
 * Of two who want the same place, or of two moves of one booking at the same time, one is first. The time that it has is no change.
 *
 * @throws {Refusal} See BookingPages.moveBooking; the booking is where it was then.
 */
export async function moveToSlot(
	dependencies: Dependencies,
	reader: Pick< Reader, 'site' | 'language' | 'timeZone' >,
	wanted: { requestId: string; startsAt: Date }
): Promise< void > {
	const { database, killPoint } = dependencies;
	killPoint( 'move:before' );
	await database.transaction( async () => {
		await moveOnce( dependencies, reader, wanted );
		killPoint( 'move:before-commit' );
	} );
	killPoint( 'move:after-commit' );
}

async function moveOnce(
	dependencies: Dependencies,
	reader: Pick< Reader, 'site' | 'language' | 'timeZone' >,
	{ requestId, startsAt }: { requestId: string; startsAt: Date }
): Promise< void > {
	const { store, clock } = dependencies;
	const loaded = await store.load( requestId, { lock: true } );
	const now = clock.now();
	if ( ! loaded || ! canMove( loaded.request, now ) ) {
		throw new Refusal( 'booking_not_changeable' );
	}
	const { booking } = loaded.request.plan;
	if ( booking?.startsAt.getTime() === startsAt.getTime() ) {
		return;
	}
	const endsAt = await changePlaces( dependencies, reader, {
		loaded,
		startsAt,
		now,
	} );
	dependencies.killPoint( 'move:after-places' );
	const applied = await applyCommand( dependencies, requestId, {
		type: 'move_booking',
		startsAt,
		endsAt,
	} );
	// Its time came at this very moment: it is called, and stays where it was.
	if ( ! applied?.events.some( ( { type } ) => type === 'booking_moved' ) ) {
		throw new Refusal( 'booking_not_changeable' );
	}
}

/** Gives when the new time ends. */
async function changePlaces(
	{ channels, slots, bookings }: Dependencies,
	{
		site,
		language,
		timeZone,
	}: Pick< Reader, 'site' | 'language' | 'timeZone' >,
	{ loaded, startsAt, now }: { loaded: Loaded; startsAt: Date; now: Date }
): Promise< Date > {
	const { request, details } = loaded;
	const channel = await channels.find( details.siteId, details.channelId );
	if ( ! channel ) {
		throw new Refusal( 'booking_not_changeable' );
	}
	const question: SlotQuestion = {
		site,
		channel,
		now,
		movedRequestId: request.id,
	};
	const places = await slots.placesAt( question, startsAt );
	const time = wantedTime( { site, channel }, startsAt, places ?? 0 );
	const taken =
		places === null
			? 'not_offered'
			: await bookings.move( request.id, time );
	if ( taken !== 'taken' ) {
		throw await slotRefusal(
			slots,
			{
				question,
				startsAt,
				visitor: {
					timeZone: timeZone ?? details.timeZone,
					language: language ?? details.language,
				},
			},
			taken
		);
	}
	return time.endsAt;
}
