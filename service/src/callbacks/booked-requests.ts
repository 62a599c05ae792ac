import { keptLinksOf } from '../bookings/booking-link.js';
import type { BookedRequests } from '../bookings/ports.js';
import { applyCommand } from './apply-command.js';
import { awaitsBooking } from './domain/callback-request.js';
import type { Dependencies } from './dependencies.js';
import { toldRequest } from './settle-booking.js';

/** What text messages ask of the booked requests. */
export function createBookedRequests(
	dependencies: Dependencies
): BookedRequests {
	const { store, bookings, sites, clock, database } = dependencies;

	const find: BookedRequests[ 'find' ] = async ( requestId ) => {
		const loaded = await store.load( requestId );
		return (
			loaded && {
				request: toldRequest( loaded.request, loaded.details ),
				scheduled: awaitsBooking( loaded.request ),
			}
		);
	};

	return {
		find,

		async scheduledOf( number ) {
			const open = await bookings.openOfNumber( number, clock.now() );
			const found = await Promise.all(
				open.map( ( { requestId } ) => find( requestId ) )
			);
			return found.flatMap( ( one ) =>
				one?.scheduled ? [ one.request ] : []
			);
		},

		async cancel( { requestId } ) {
			const applied = await applyCommand( dependencies, requestId, {
				type: 'cancel',
				reason: 'changed_mind',
			} );
			return applied?.request.state === 'cancelled';
		},

		async changeUrl( { siteId, requestId } ) {
			const site = await sites.find( siteId );
			const booking = await bookings.find( requestId );
			if ( ! site || ! booking ) {
				return site?.homeUrl ?? '';
			}
			const { changeUrl } = await database.transaction( () =>
				keptLinksOf( dependencies, site, booking )
			);
			return changeUrl;
		},

		async note( requestId, what, detail ) {
			await applyCommand( dependencies, requestId, {
				type: 'note',
				what,
				detail,
			} );
		},
	};
}
