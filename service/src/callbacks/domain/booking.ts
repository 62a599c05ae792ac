import { canMove, type Booking } from './callback-request.js';
import type { Draft } from './draft.js';
import { missBooking } from './endings.js';
import { after, secondsBetween, timings } from './timings.js';

/** Its places are taken: it waits for its time. */
export function book( draft: Draft, { startsAt }: Booking ): void {
	draft.happens( { type: 'booked', startsAt } );
	lookAt( draft, startsAt );
}

/** Not heard once its time has come, and no change when it is the time that it has. */
export function moveBooking(
	draft: Draft,
	{ startsAt, endsAt }: { startsAt: Date; endsAt: Date }
): void {
	const { request } = draft;
	if (
		canMove( request, draft.now ) &&
		request.plan.booking?.startsAt.getTime() !== startsAt.getTime()
	) {
		draft.happens( { type: 'booking_moved', startsAt, endsAt } );
		lookAt( draft, startsAt );
	}
}

/** At that time it is called; ten minutes before, it is looked whether somebody is there. */
export function lookAt( draft: Draft, startsAt: Date ): void {
	draft.then( { type: 'seek', at: startsAt } ).then( {
		type: 'watch_booking',
		at: after( startsAt, -timings.watchBookingSeconds ),
	} );
}

/**
 * The time has come for which a request waited. A booking at whose time nothing ran is called late, or offered a new slot, by the
 * rule of its channel.
 *
 * @return False: it is not called any more.
 */
export function becomeDue( draft: Draft ): boolean {
	const { request } = draft;
	if ( request.state !== 'scheduled' ) {
		return true;
	}
	const { booking } = request.plan;
	if (
		request.why === 'booked' &&
		booking &&
		isMissed( booking, draft.now )
	) {
		missBooking( draft );
		return false;
	}
	draft.happens( { type: 'due' } );
	return true;
}

function isMissed( booking: Booking, now: Date ): boolean {
	const late = secondsBetween( booking.startsAt, now );
	return (
		late > booking.lateAfterSeconds &&
		( booking.whenLate === 'offer_new_slot' ||
			late > booking.latestSeconds )
	);
}

/** The first call of a booking begins: later than agreed, for whatever reason, the client is owed an apology. */
export function noteLateness( draft: Draft ): void {
	const { plan, attempt, calledLate } = draft.request;
	if ( ! plan.booking || calledLate || attempt.ordinal > 1 ) {
		return;
	}
	const seconds = secondsBetween( plan.booking.startsAt, draft.now );
	if ( seconds > plan.booking.lateAfterSeconds ) {
		draft.happens( {
			type: 'called_late',
			seconds: Math.round( seconds ),
		} );
	}
}
