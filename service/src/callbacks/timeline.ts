import type { TimelineEntry } from '@rappel/contract';
import { never } from './domain/callback-request.js';
import type { RequestEvent } from './domain/events.js';
import type { EventRow, LegRow } from './store/rows.js';

type Entry = Pick< TimelineEntry, 'type' | 'detail' >;

/** What happened, for a person: the events of a request without those that only keep time. */
export function timelineOf(
	events: readonly EventRow[],
	legs: readonly LegRow[],
	agentNames: ReadonlyMap< number, string >
): TimelineEntry[] {
	const nameOf: NameOf = ( userId ) =>
		typeof userId === 'number'
			? ( agentNames.get( userId ) ?? null )
			: null;
	const legOf = ( event: RequestEvent ) =>
		'legId' in event
			? legs.find( ( leg ) => leg.id === event.legId )
			: undefined;
	return events
		.flatMap( ( row ) => {
			const event = {
				...( JSON.parse( row.data ) as object ),
				type: row.type,
			} as RequestEvent;
			const leg = legOf( event );
			const entry = entryOf( event, leg, nameOf );
			const party = 'party' in event ? event.party : row.party;
			const agentName = nameOf(
				'byUserId' in event ? event.byUserId : leg?.userId
			);
			return entry ? [ { at: row.at, entry, party, agentName } ] : [];
		} )
		.toSorted( ( a, b ) => a.at.getTime() - b.at.getTime() )
		.map( ( { at, entry, party, agentName } ) => ( {
			at: at.toISOString(),
			...entry,
			party,
			agentName,
		} ) );
}

type NameOf = ( userId: number | null | undefined ) => string | null;

function entryOf(
	event: RequestEvent,
	leg: LegRow | undefined,
	nameOf: NameOf
): Entry | null {
	switch ( event.type ) {
		case 'requested':
			return { type: 'requested', detail: null };
		case 'delivered_late':
			return { type: 'delivered_late', detail: String( event.seconds ) };
		case 'booked':
		case 'booking_moved':
			return {
				type: event.type,
				detail: new Date( event.startsAt ).toISOString(),
			};
		case 'called_late':
			return { type: 'called_late', detail: String( event.seconds ) };
		case 'noted':
			return { type: event.what, detail: event.detail };
		case 'returned':
		case 'supervisor_told':
			return { type: event.type, detail: null };
		case 'became_overdue':
			return { type: 'overdue', detail: null };
		case 'expired':
			return { type: 'expired', detail: null };
		case 'cancelled':
			return { type: 'cancelled', detail: event.reason };
		case 'called_now':
		case 'number_blocked':
			return { type: event.type, detail: null };
		case 'assigned':
			return { type: 'assigned', detail: nameOf( event.userId ) };
		case 'rescheduled':
			return {
				type: 'rescheduled',
				detail: new Date( event.dueAt ).toISOString(),
			};
		case 'handled':
			return { type: 'handled', detail: event.outcome };
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
		case 'held_back':
			return { type: 'held_back', detail: event.by };
		case 'due':
			return { type: 'due', detail: null };
		case 'attempt_started':
			return {
				type: 'attempt_started',
				detail: String( event.ordinal ),
			};
		case 'retry_scheduled':
			return { type: 'retry_scheduled', detail: event.reason };
		case 'trying_again':
			return { type: 'trying_again', detail: null };
		case 'postponed':
			return { type: 'postponed', detail: String( event.minutes ) };
		case 'fell_back':
			return { type: 'fell_back', detail: event.to };
		case 'rang_back':
			return { type: 'rang_back', detail: null };
		case 'leg_judged':
			return event.verdict === 'machine'
				? { type: 'machine', detail: null }
				: null;
		case 'key_pressed':
			return event.digits === null
				? null
				: { type: 'key_pressed', detail: event.digits };
		// Of a number of the channel nobody asks who took the call.
		case 'leg_ready':
			return leg?.party === 'company' && leg.userId !== null
				? { type: 'taken', detail: null }
				: null;
		case 'recording_answered':
			return {
				type: event.agreed ? 'recording_agreed' : 'recording_declined',
				detail: null,
			};
		case 'survey_answered':
			return { type: 'survey_answered', detail: String( event.score ) };
		case 'voicemail_left':
			return { type: 'voicemail_left', detail: String( event.seconds ) };
		case 'leg_planned':
		case 'leg_asked_question':
		case 'survey_started':
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
		// The verdict itself is told.
		case 'machine':
			return { type: 'hung_up', detail: null };
		case 'not_confirmed_by_key':
			return { type: 'not_taken', detail: null };
		case 'withdrawn':
			return { type: 'withdrawn', detail: null };
		case 'failed':
		case 'not_confirmed':
			return { type: 'call_failed', detail: code ?? reason };
		default:
			return never( reason );
	}
}
