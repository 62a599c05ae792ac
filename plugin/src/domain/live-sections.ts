import type { LiveRequest } from '@rappel/contract';
import type { LiveBoard } from './live-board';
import { instantOf, localTimeOf } from './local-time';

const dayMilliseconds = 86_400_000;

/** The parts of the dashboard, from top to bottom. */
export const liveSections = [
	'waiting',
	'ringing',
	'talking',
	'due',
	'missed',
] as const;
export type LiveSection = ( typeof liveSections )[ number ];

export interface Sections extends Record< LiveSection, LiveRequest[] > {
	/** Scheduled after today: counted, not shown. */
	later: LiveRequest[];
}

/** What is on the board, by section. `endOfToday`: midnight by the site's clock. */
export function sectionsOf( board: LiveBoard, endOfToday: Date ): Sections {
	const sections: Sections = {
		waiting: [],
		ringing: [],
		talking: [],
		due: [],
		missed: [],
		later: [],
	};
	for ( const request of board.requests.values() ) {
		const section = sectionOf( request, endOfToday );
		if ( section ) {
			sections[ section ].push( request );
		}
	}
	sections.waiting.sort( by( waitsSince ) );
	sections.ringing.sort( by( waitsSince ) );
	sections.talking.sort( by( talksSince ) );
	sections.due.sort( by( dueAt ) );
	sections.missed.sort( byUrgency );
	return sections;
}

/** The midnight at which the day of `now` ends by the clock of a zone; without one, by the browser's. */
export function endOfDay( now: Date, timeZone: string | undefined ): Date {
	const today = Date.parse(
		`${ localTimeOf( now, timeZone ).slice( 0, 10 ) }T00:00Z`
	);
	const tomorrow = new Date( today + dayMilliseconds ).toISOString();
	return instantOf( tomorrow.slice( 0, 16 ), timeZone )!;
}

/** Null: it needs nobody. */
export function sectionOf(
	request: Pick< LiveRequest, 'state' | 'overdue' | 'dueAt' >,
	endOfToday: Date
): keyof Sections | null {
	switch ( request.state ) {
		case 'queued':
			return 'waiting';
		case 'calling_company':
		case 'calling_client':
			return 'ringing';
		case 'talking':
		case 'surveying':
		case 'leaving_message':
			return 'talking';
		case 'scheduled':
			if ( request.overdue ) {
				return 'missed';
			}
			return request.dueAt && Date.parse( request.dueAt ) >= +endOfToday
				? 'later'
				: 'due';
		case 'failed':
		case 'expired':
		case 'overdue':
			return 'missed';
		case 'done':
		case 'cancelled':
			return null;
	}
}

/** The instant from which a row's age is counted; for what is due, the one that is counted down to. */
export function countedFrom(
	request: LiveRequest,
	section: LiveSection
): string {
	switch ( section ) {
		case 'waiting':
		case 'ringing':
			return waitsSince( request );
		case 'talking':
			return talksSince( request );
		case 'due':
			return dueAt( request );
		case 'missed':
			return missedAt( request );
	}
}

/** A booking waits from its time on, not from when it was made. */
const waitsSince = ( { bookedFor, requestedAt }: LiveRequest ) =>
	bookedFor ?? requestedAt;
const talksSince = ( request: LiveRequest ) =>
	request.talkingSince ?? waitsSince( request );
const dueAt = ( request: LiveRequest ) => request.dueAt ?? request.requestedAt;
const missedAt = ( { endedAt, dueAt: due, requestedAt }: LiveRequest ) =>
	endedAt ?? due ?? requestedAt;

const by =
	( since: ( request: LiveRequest ) => string ) =>
	( a: LiveRequest, b: LiveRequest ) =>
		since( a ).localeCompare( since( b ) ) || a.id.localeCompare( b.id );

/** Still to be called before what is over; then the one missed last, whose client is the likeliest to be reached. */
const byUrgency = ( a: LiveRequest, b: LiveRequest ) =>
	Number( b.overdue ) - Number( a.overdue ) || by( missedAt )( b, a );

/** One whose call rings my phone, or that I am talking in. */
export const onMyPhone = ( board: LiveBoard, userId: number ) =>
	[ ...board.requests.values() ].find( ( { calledUserIds } ) =>
		calledUserIds.includes( userId )
	);

/** Who supervises may come into a conversation that is not their own. */
export const mayComeIn = (
	{ state, calledUserIds }: Pick< LiveRequest, 'state' | 'calledUserIds' >,
	{ userId, supervises }: { userId: number; supervises: boolean }
) => supervises && state === 'talking' && ! calledUserIds.includes( userId );
