import {
	type Evidence,
	legIdOf,
	over,
	toleranceMilliseconds,
} from './evidence.js';
import { groupBy } from './group-by.js';
import { bookable } from './scenario.js';
import type { RequestTruth } from './world/rows.js';

/** Why somebody with a booking may never be called: nobody was there to call them, or the network would not. */
const withoutCall = [
	'nobody_available',
	'nobody_accepted',
	'telephony_settings',
	'telephony_unavailable',
];

/** A time that somebody was promised, and nobody called them. */
export function lostBookings( { requests, told }: Evidence ): string[] {
	return requests.flatMap( ( request ) => {
		const promised = told.get( request.key );
		if ( typeof promised !== 'number' ) {
			return [];
		}
		if ( request.bookedFor !== promised ) {
			return [
				`${ request.id } was promised ${ time( promised ) } and is booked for ${ time( request.bookedFor ) }`,
			];
		}
		return over.includes( request.state ) &&
			request.attempts === 0 &&
			! withoutCall.includes( request.failureReason ?? '' )
			? [
					`${ request.id } was promised ${ time( promised ) }, is ${ request.state } (${ request.failureReason }) and was never called`,
				]
			: [];
	} );
}

/** Somebody who cancelled and is not cancelled, or was called before their time. */
export function brokenBookings( {
	requests,
	told,
	legs,
	calls,
}: Evidence ): string[] {
	const requestOf = new Map(
		legs.map( ( { id, requestId } ) => [ id, requestId ] )
	);
	const callsOf = groupBy( calls, ( call ) =>
		requestOf.get( legIdOf( call ) ?? '' )
	);
	return requests.flatMap( ( { id, key, state } ) => {
		const promised = told.get( key );
		if ( promised === null && state !== 'cancelled' ) {
			return [ `${ id } was cancelled by its link and is ${ state }` ];
		}
		const early = ( callsOf.get( id ) ?? [] ).find(
			( { createdAt } ) =>
				typeof promised === 'number' &&
				Date.parse( createdAt ) + toleranceMilliseconds < promised
		);
		return early
			? [
					`${ id } was called by ${ early.sid } at ${ early.createdAt }, before ${ time( promised ) }`,
				]
			: [];
	} );
}

/** More bookings of a channel at a time than it has places. */
export function overbookedPlaces( { requests }: Evidence ): string[] {
	const booked = requests.filter(
		( { bookedFor, state } ) => bookedFor !== null && state !== 'cancelled'
	);
	// The slots of these channels do not overlap: those of one place in time have one start.
	const bySlot = groupBy(
		booked,
		( { channelId, bookedFor }: RequestTruth ) =>
			`${ channelId } ${ bookedFor }`
	);
	return [ ...bySlot.values() ]
		.filter( ( ones ) => ones.length > bookable.capacityNumber )
		.map(
			( ones ) =>
				`${ ones.length } are booked for ${ time( ones[ 0 ]?.bookedFor ) }: ${ ones.map( ( { id } ) => id ).join( ', ' ) }`
		);
}

const time = ( instant: number | null | undefined ): string =>
	typeof instant === 'number' ? new Date( instant ).toISOString() : 'no time';
