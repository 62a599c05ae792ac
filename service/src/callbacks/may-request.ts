import type { ErrorCode } from '@rappel/contract';
import { immediateAvailability } from '../availability/immediate.js';
import type { Channel } from '../channels/channel.js';
import { missingOf } from '../channels/missing.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import type { Dependencies } from './dependencies.js';
import { callerIdOf } from '../sites/service-numbers.js';
import { secondsBetween, timings } from './domain/timings.js';

const refusals = {
	paused: 'channel_paused',
	incomplete: 'channel_incomplete',
	closed: 'channel_closed',
	closing_soon: 'channel_closing_soon',
	nobody_available: 'nobody_available',
	queue_full: 'queue_full',
	daily_cap_reached: 'daily_cap_reached',
	spending_limit_reached: 'spending_limit_reached',
	deferred_only: 'immediate_not_offered',
} satisfies Record< string, ErrorCode >;

export interface Asked {
	site: Site;
	channel: Channel;
	agentNumbers: ReadonlyMap< number, string >;
	requestedAt: Date;
}

/**
 * Whether the channel takes immediate requests now. The visitor of a request that WordPress had to keep cannot be told any
 * more: it is taken all the same, and shown as overdue.
 */
export function isOpen(
	{ defaultCallerId }: Dependencies,
	{ site, channel, agentNumbers, requestedAt }: Asked,
	now: Date
): boolean {
	if ( channel.settings.callTypes === 'deferred' ) {
		return refuseIfTold( 'immediate_not_offered', requestedAt, now );
	}
	const fallbackCallerId = callerIdOf( site, defaultCallerId );
	const { immediate, reason, nextOpeningAt } = immediateAvailability( {
		channel,
		site,
		// The day's cap is counted by the limits, in the same transaction, and the month's money too.
		requestsToday: 0,
		isSpent: false,
		complete:
			missingOf( {
				settings: channel.settings,
				fallbackCallerId,
				agentNumbers,
			} ).length === 0,
		// Told by whoever looks for them, in the same transaction.
		nobodyAvailable: false,
		queueFull: false,
		now,
	} );
	if ( ! immediate && reason && isTold( requestedAt, now ) ) {
		throw new Refusal(
			refusals[ reason ],
			nextOpeningAt ? { retryAt: nextOpeningAt } : {}
		);
	}
	return immediate;
}

/**
 * Whether the channel takes bookings: the opening hours and who is there do not matter yet. As in isOpen, one whose visitor cannot
 * be told any more is taken all the same.
 */
export function mayBook(
	{ defaultCallerId }: Dependencies,
	{ site, channel, agentNumbers, requestedAt }: Asked,
	now: Date
): boolean {
	const { settings } = channel;
	const because = whyNoBookings( settings, () =>
		missingOf( {
			settings,
			fallbackCallerId: callerIdOf( site, defaultCallerId ),
			agentNumbers,
		} )
	);
	return because === null || refuseIfTold( because, requestedAt, now );
}

function refuseIfTold( code: ErrorCode, requestedAt: Date, now: Date ): false {
	if ( isTold( requestedAt, now ) ) {
		throw new Refusal( code );
	}
	return false;
}

function whyNoBookings(
	{ callTypes, state }: Channel[ 'settings' ],
	missing: () => readonly unknown[]
): ErrorCode | null {
	if ( callTypes === 'immediate' ) {
		return 'booking_not_offered';
	}
	if ( state === 'paused' ) {
		return 'channel_paused';
	}
	return missing().length > 0 ? 'channel_incomplete' : null;
}

/** Whether the visitor still waits for the answer. */
export function isTold( requestedAt: Date, now: Date ): boolean {
	return secondsBetween( requestedAt, now ) <= timings.deliveredLateSeconds;
}
