import type { ToldRequest } from '../bookings/ports.js';
import {
	awaitsBooking,
	isOver,
	type CallbackRequest,
	type FailureReason,
} from './domain/callback-request.js';
import type { RequestEvent } from './domain/events.js';
import type { Dependencies } from './dependencies.js';
import type { RequestDetails } from './store/rows.js';

interface Moved {
	details: RequestDetails;
	before: CallbackRequest;
	after: CallbackRequest;
	events: readonly RequestEvent[];
}

/** Called, and not there: another time suits them better. Who refused the call, or hung up, does not want to be told. */
const notReached: readonly FailureReason[] = [
	'client_no_answer',
	'client_busy',
	'client_machine',
];

/**
 * What follows from a decision for the booking and its visitor: the places of a request that is over are free, and the visitor is
 * told what became of it. In the transaction of the decision.
 */
export async function settleBooking(
	{ bookings, notices }: Pick< Dependencies, 'bookings' | 'notices' >,
	{ details, before, after, events }: Moved
): Promise< void > {
	if ( events.length === 0 ) {
		return;
	}
	const ends = ! isOver( before ) && isOver( after );
	const told = toldRequest( after, details );
	if ( after.plan.booking ) {
		if ( ends ) {
			// One that was called, or missed, stays one of its day.
			await bookings.giveBack( after.id, {
				uncount: after.state === 'cancelled',
			} );
		}
		if ( events.some( ( { type } ) => type === 'rescheduled' ) ) {
			await bookings.moveWithoutPlaces(
				after.id,
				after.plan.booking.startsAt,
				after.plan.booking.endsAt
			);
		}
		// Called before its time: whoever comes may have its slot.
		if ( awaitsBooking( before ) && events.some( isCalledNow ) ) {
			await bookings.giveBack( after.id, { uncount: false } );
		}
		if ( events.some( isMove ) ) {
			await notices.moved( told );
		}
		if ( ends && after.state === 'cancelled' && isWrittenTo( events ) ) {
			await notices.cancelled( told );
		}
	}
	if (
		ends &&
		after.state === 'failed' &&
		notReached.includes( after.failureReason )
	) {
		await notices.notReached( told );
	}
}

function isCalledNow( { type }: RequestEvent ): boolean {
	return type === 'called_now';
}

/** By the visitor, or by the company. */
function isMove( { type }: RequestEvent ): boolean {
	return type === 'booking_moved' || type === 'rescheduled';
}

/** Whoever has the number that was typed by mistake, or that the company has blocked, is not written to. */
function isWrittenTo( events: readonly RequestEvent[] ): boolean {
	return ! events.some(
		( event ) =>
			event.type === 'cancelled' &&
			[ 'wrong_number', 'number_blocked' ].includes( event.reason )
	);
}

/** As text messages need it. */
export function toldRequest(
	request: CallbackRequest,
	details: RequestDetails
): ToldRequest {
	return {
		siteId: details.siteId,
		channelId: details.channelId,
		requestId: request.id,
		number: details.number,
		name: details.name,
		language: details.language,
		timeZone: details.timeZone,
		callerId: request.plan.callerId,
		pageUrl: details.pageUrl,
		startsAt: request.plan.booking?.startsAt ?? null,
	};
}
