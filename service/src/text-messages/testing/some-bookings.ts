import { randomUUID } from 'node:crypto';
import type { BookedRequests, ToldRequest } from '../../bookings/ports.js';

interface Known {
	request: ToldRequest;
	scheduled: boolean;
}

/** The bookings of a test, and what was noted in their timelines. */
export class SomeBookings implements BookedRequests {
	readonly noted: Array< [ what: string, detail: string | null ] > = [];
	private readonly known = new Map< string, Known >();
	/** Told of a cancellation, as the requests tell of it. */
	onCancel: ( request: ToldRequest ) => Promise< void > = async () =>
		undefined;

	add( request: Omit< ToldRequest, 'requestId' > ): ToldRequest {
		const added = { ...request, requestId: randomUUID() };
		this.known.set( added.requestId, { request: added, scheduled: true } );
		return added;
	}

	move( request: ToldRequest, startsAt: Date ): ToldRequest {
		const moved = { ...request, startsAt };
		this.known.set( request.requestId, {
			request: moved,
			scheduled: true,
		} );
		return moved;
	}

	/** It is called, or over. */
	end( { requestId }: ToldRequest ): void {
		const known = this.known.get( requestId );
		if ( known ) {
			known.scheduled = false;
		}
	}

	find: BookedRequests[ 'find' ] = async ( requestId ) =>
		this.known.get( requestId ) ?? null;

	scheduledOf: BookedRequests[ 'scheduledOf' ] = async ( number ) =>
		[ ...this.known.values() ]
			.filter(
				( { request, scheduled } ) =>
					scheduled && request.number === number
			)
			.map( ( { request } ) => request )
			.toSorted(
				( a, b ) => Number( a.startsAt ) - Number( b.startsAt )
			);

	cancel: BookedRequests[ 'cancel' ] = async ( request ) => {
		this.end( request );
		await this.onCancel( request );
		return true;
	};

	changeUrl: BookedRequests[ 'changeUrl' ] = async () =>
		'https://boulangerie.example/?rappel_booking=Zq3vT8kXb1LrYw5mJc0NfA';

	note: BookedRequests[ 'note' ] = async ( _requestId, what, detail ) =>
		void this.noted.push( [ what, detail ] );
}
