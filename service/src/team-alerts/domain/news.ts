import {
	isOver,
	type CallbackRequest,
} from '../../callbacks/domain/callback-request.js';
import type { RequestEvent } from '../../callbacks/domain/events.js';

/** What somebody of the company may want to be told of a request. */
export type RequestNews =
	/** A booking ended, and the two have not talked. */
	| { kind: 'failed_booking' }
	/** Nobody has handled it in time, nor did the team after that. */
	| { kind: 'not_handled'; at: Date };

interface Moved {
	/** Null: it was just made. */
	before: CallbackRequest | null;
	after: CallbackRequest;
	events: readonly RequestEvent[];
}

/** What a decision has made news. */
export function newsOf( moved: Moved ): RequestNews[] {
	return [
		...( isFailedBooking( moved )
			? [ { kind: 'failed_booking' } as const ]
			: [] ),
		...moved.events.flatMap( ( event ) =>
			event.type === 'supervisor_told'
				? [ { kind: 'not_handled', at: event.at } as const ]
				: []
		),
	];
}

function isFailedBooking( { before, after }: Moved ): boolean {
	return (
		after.plan.booking !== null &&
		isOver( after ) &&
		( before === null || ! isOver( before ) ) &&
		after.state !== 'cancelled' &&
		after.attempt.joinedAt === null
	);
}
