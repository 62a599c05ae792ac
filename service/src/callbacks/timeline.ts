import type { TimelineEntry } from '@rappel/contract';
import { never } from './domain/callback-request.js';
import type { RequestEvent } from './domain/events.js';
import type { EventRow } from './store/rows.js';

type Entry = Pick< TimelineEntry, 'type' | 'detail' >;

/** What happened, for a person: the events of a request without those that only keep time. */
export function timelineOf( events: readonly EventRow[] ): TimelineEntry[] {
	return events
		.flatMap( ( row ) => {
			const event = {
				...( JSON.parse( row.data ) as object ),
				type: row.type,
			} as RequestEvent;
			const entry = entryOf( event );
			const party = 'party' in event ? event.party : row.party;
			return entry ? [ { at: row.at, entry, party } ] : [];
		} )
		.toSorted( ( a, b ) => a.at.getTime() - b.at.getTime() )
		.map( ( { at, entry, party } ) => ( {
			at: at.toISOString(),
			...entry,
			party,
		} ) );
}

function entryOf( event: RequestEvent ): Entry | null {
	switch ( event.type ) {
		case 'requested':
			return { type: 'requested', detail: null };
		case 'delivered_late':
			return { type: 'delivered_late', detail: String( event.seconds ) };
		case 'became_overdue':
			return { type: 'overdue', detail: null };
		case 'expired':
			return { type: 'expired', detail: null };
		case 'cancelled':
			return { type: 'cancelled', detail: event.reason };
		case 'leg_dialing':
			return { type: 'dialing', detail: null };
		case 'leg_put_back':
			return { type: 'call_failed', detail: event.code };
		case 'leg_unknown':
			return { type: 'dial_unknown', detail: event.code };
		case 'leg_rang':
			return { type: 'ringing', detail: null };
		case 'leg_answered':
			return { type: 'answered', detail: null };
		case 'waiting':
			return { type: 'waiting_message', detail: null };
		case 'joined':
			return { type: 'joined', detail: null };
		case 'reconciled':
			return { type: 'reconciled', detail: event.status };
		case 'leg_ended':
			return legEnded( event );
		case 'done':
			return { type: 'done', detail: String( event.talkSeconds ) };
		case 'failed':
			return { type: 'failed', detail: event.code ?? event.reason };
		case 'leg_accepted':
		case 'leg_entered_room':
		case 'leg_asked':
		case 'leg_confirmed':
		case 'hung_up_first':
		case 'stray_call':
			return null;
		default:
			return never( event );
	}
}

function legEnded( {
	reason,
	code,
}: Extract< RequestEvent, { type: 'leg_ended' } > ): Entry {
	switch ( reason ) {
		case 'completed':
			return { type: 'hung_up', detail: null };
		case 'no_answer':
			return { type: 'not_answered', detail: null };
		case 'busy':
		case 'refused':
			return { type: reason, detail: null };
		case 'cancelled':
			return { type: 'cancelled', detail: null };
		case 'failed':
		case 'not_confirmed':
			return { type: 'call_failed', detail: code ?? reason };
		default:
			return never( reason );
	}
}
