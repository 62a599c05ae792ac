import { keptLinksOf, newSalt } from '../bookings/booking-link.js';
import type { SlotQuestion } from '../bookings/ports.js';
import { slotRefusal, type SlotRefusal } from '../bookings/refuse-slot.js';
import { wantedTime } from '../bookings/wanted-time.js';
import type { Channel } from '../channels/channel.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import type { Site } from '../sites/site.js';
import { callPlan } from './call-plan.js';
import type { Dependencies } from './dependencies.js';
import { decideRequest } from './domain/decide.js';
import { after, secondsBetween, timings } from './domain/timings.js';
import { noFacts } from './gather-facts.js';
import { scheduleEffects } from './schedule-effects.js';
import { toldRequest } from './settle-booking.js';
import type { Loaded } from './store/callback-store.js';
import { callerIdOf } from '../sites/service-numbers.js';
import type { RequestDetails } from './store/rows.js';

export interface BookingWanted {
	site: Site;
	channel: Channel;
	details: RequestDetails;
	startsAt: Date;
	/** False: the channel takes no bookings now; only one whose visitor cannot be told any more comes so far. */
	open: boolean;
	ownerUserId: number | null;
}

/**
 * Books a slot: its places, the request, its job and its link, in the current transaction. One that WordPress had to keep, and whose
 * slot is over or gone meanwhile, is kept as missed, and its visitor gets a link to another time.
 *
 * A number may have a booking and be called at once besides: who has an appointment for Thursday may need a word today. It has one
 * booking an hour; more are a slip, or a hoarder.
 *
 * Refuses (Refusal) with slot_taken and slot_not_offered, each with alternatives, and request_already_open.
 */
export async function bookSlot(
	dependencies: Dependencies,
	wanted: BookingWanted
): Promise< Loaded > {
	const { store, slots, bookings, notices, clock, killPoint } = dependencies;
	const { site, channel, details, startsAt, open } = wanted;
	const now = clock.now();
	const requestId = timeOrderedId();
	const question: SlotQuestion = { site, channel, now };
	const refused = open
		? await takePlaces( dependencies, wanted, { question, requestId } )
		: 'not_offered';
	killPoint( 'book:after-places' );
	const lateSeconds = secondsBetween( details.requestedAt, now );
	if ( refused && lateSeconds <= timings.deliveredLateSeconds ) {
		throw await slotRefusal(
			slots,
			{ question, startsAt, visitor: details },
			refused
		);
	}
	const { request, events, effects } = decideRequest(
		{
			type: 'request',
			requestId,
			clientNumber: details.number,
			plan: planOf( dependencies, wanted ),
			requestedAt: details.requestedAt,
			open: refused === null,
			expiresAt: after(
				startsAt,
				channel.settings.queue.expiresAfterMinutes * 60
			),
			attemptId: timeOrderedId(),
			facts: noFacts(),
		},
		now
	);
	await store.insert( details, request, events, now );
	await scheduleEffects( dependencies, { request, details }, effects );
	await dependencies.teamNews( {
		details,
		before: null,
		after: request,
		events,
	} );
	const booking = await bookings.find( requestId );
	if ( booking ) {
		await keptLinksOf( dependencies, site, booking );
		await notices.booked( toldRequest( request, details ) );
	}
	return { request, details, version: 1, updatedAt: now };
}

/** Null: they are taken. */
async function takePlaces(
	{ slots, bookings }: Pick< Dependencies, 'slots' | 'bookings' >,
	{ site, channel, details, startsAt }: BookingWanted,
	{ question, requestId }: { question: SlotQuestion; requestId: string }
): Promise< SlotRefusal | null > {
	const places = await slots.placesAt( question, startsAt );
	if ( places === null ) {
		return 'not_offered';
	}
	const taken = await bookings.take(
		{
			requestId,
			siteId: site.id,
			channelId: channel.id,
			number: details.number,
			salt: newSalt(),
		},
		wantedTime( { site, channel }, startsAt, places )
	);
	return taken === 'taken' ? null : taken;
}

function planOf(
	{ defaultCallerId }: Pick< Dependencies, 'defaultCallerId' >,
	{ site, channel, details, startsAt, ownerUserId }: BookingWanted
) {
	const { settings } = channel;
	const { endsAt } = wantedTime( { site, channel }, startsAt, 0 );
	return callPlan( {
		settings,
		clientNumber: details.number,
		callerId:
			settings.calls.callerId ??
			callerIdOf( site, defaultCallerId ) ??
			'',
		ownerUserId,
		booked: { startsAt, endsAt },
	} );
}
