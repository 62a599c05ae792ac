import type { RequestSummary, Viewer } from '@rappel/contract';
import { shownCost } from '../costs/domain/cost.js';
import { maskNumber } from '../guards/mask-number.js';
import { after, timings } from './domain/timings.js';
import type { Dependencies } from './dependencies.js';
import { maySee, maySeeNumber, type Belonging } from './may-act.js';
import type { RequestRow } from './store/rows.js';
import { readPlan } from './store/stored-plan.js';

/** By the WordPress user's id, those who are agents no more too. */
export type AgentNames = (
	siteId: string
) => Promise< ReadonlyMap< number, string > >;

export interface Names {
	channels: ReadonlyMap< string, string >;
	agents: ReadonlyMap< number, string >;
}

/** What a summary is told with. */
export const summaryAttributes = [
	'id',
	'channelId',
	'state',
	'failureReason',
	'heldBackBy',
	'number',
	'name',
	'plan',
	'requestedAt',
	'createdAt',
	'endedAt',
	'talkSeconds',
	'dueAt',
	'attempt',
	'surveyScore',
	'takenBy',
	'bookedFor',
	'uncovered',
	'outcome',
	'outcomeNote',
	'ownerUserId',
	'standing',
	'costMicros',
	'currency',
] as const satisfies ReadonlyArray< keyof RequestRow >;
export type SummaryRow = Pick<
	RequestRow,
	( typeof summaryAttributes )[ number ]
>;

/** A request as this viewer sees it; null: all of it. */
export function summaryOf(
	row: SummaryRow,
	{ channels, agents }: Names,
	{
		now,
		viewer,
		mostAttempts = attemptsOfPlan,
	}: {
		now: Date;
		viewer: Viewer | null;
		mostAttempts?: typeof attemptsOfPlan;
	}
): RequestSummary {
	return {
		id: row.id,
		channelId: row.channelId,
		channelName: channels.get( row.channelId ) ?? '',
		state: row.state,
		failureReason: row.failureReason,
		heldBackBy: row.heldBackBy,
		dueAt: instant( row.dueAt ),
		bookedFor: instant( row.bookedFor ),
		uncovered: row.uncovered && row.endedAt === null,
		overdue: isOverdue( row, now ),
		attempt: row.attempt,
		attempts: Math.max( mostAttempts( row.plan ), row.attempt ),
		agentName: nameOf( agents, row.takenBy ),
		takenByUserId: row.takenBy,
		ownerUserId: row.ownerUserId,
		surveyScore: row.surveyScore,
		outcome: row.outcome,
		outcomeNote: row.outcomeNote,
		...shownCost( { micros: row.costMicros, currency: row.currency } ),
		number: numberFor( row, viewer )( row.number ),
		name: row.name,
		createdAt: row.createdAt.toISOString(),
		requestedAt: row.requestedAt.toISOString(),
		endedAt: instant( row.endedAt ),
		talkSeconds: row.talkSeconds,
	};
}

/** Reads the names of a site's channels and agents, and tells its rows with them, as of now. */
export async function summarise(
	reading: Parameters< typeof namesOf >[ 0 ] & Pick< Dependencies, 'clock' >,
	siteId: string
): Promise< ( row: SummaryRow ) => RequestSummary > {
	const names = await namesOf( reading, siteId );
	const now = reading.clock.now();
	// Most requests of a channel have the same plan, letter for letter.
	const known = new Map< string, number >();
	const mostAttempts = ( plan: string ) => {
		const attempts = known.get( plan ) ?? attemptsOfPlan( plan );
		known.set( plan, attempts );
		return attempts;
	};
	return ( row ) =>
		summaryOf( row, names, { now, viewer: null, mostAttempts } );
}

/** How often a plan, as it is stored, lets either side be tried. */
function attemptsOfPlan( plan: string ): number {
	const { company, client } = readPlan( plan, [] ).retries;
	return Math.max( company.attempts, client.attempts );
}

/**
 * How this viewer sees a number of the request: as it is, or masked.
 *
 * @param row
 * @param viewer
 * @param ringsUserIds Whose phone rings for it, or who are on the line: they see it too.
 */
export function numberFor(
	row: SummaryRow,
	viewer: Viewer | null,
	ringsUserIds: readonly number[] = []
): ( number: string ) => string {
	return viewer === null ||
		maySeeNumber( belongingOf( row ), viewer ) ||
		ringsUserIds.includes( viewer.userId )
		? ( number ) => number
		: maskNumber;
}

export function isSeenBy( row: SummaryRow, viewer: Viewer | null ): boolean {
	return viewer === null || maySee( belongingOf( row ), viewer );
}

function belongingOf( {
	ownerUserId,
	takenBy,
	standing,
}: SummaryRow ): Belonging {
	return {
		ownerUserId,
		takenByUserId: takenBy,
		isWaiting: standing === 'open' || standing === 'missed',
	};
}

/** Whom `visibleTo` names; absent: everything is seen. */
export function viewerNamed( userId: number | undefined ): Viewer | null {
	return userId === undefined ? null : { userId, supervises: false };
}

/** What was due so long ago should ring by now. */
export function overdueSince( now: Date ): Date {
	return after( now, -timings.nudgeSeconds );
}

function isOverdue( row: SummaryRow, now: Date ): boolean {
	const from = overdueFrom( row );
	return from !== null && from < now;
}

/** It is overdue after this instant, unless it changes; null: never. As the reader lists them: see RequestReader.overdue. */
export function overdueFrom( {
	state,
	dueAt,
	bookedFor,
}: Pick< RequestRow, 'state' | 'dueAt' | 'bookedFor' > ): Date | null {
	const due = { scheduled: dueAt, queued: bookedFor };
	const at =
		state === 'scheduled' || state === 'queued' ? due[ state ] : null;
	return at && after( at, timings.nudgeSeconds );
}

export async function namesOf(
	{
		channels,
		agentNames,
	}: Pick< Dependencies, 'channels' > & { agentNames: AgentNames },
	siteId: string
): Promise< Names > {
	const [ all, agents ] = await Promise.all( [
		channels.list( siteId, { evenRemoved: true } ),
		agentNames( siteId ),
	] );
	return {
		channels: new Map(
			all.map( ( { id, settings } ) => [ id, settings.name ] )
		),
		agents,
	};
}

export function nameOf(
	agents: ReadonlyMap< number, string >,
	userId: number | null
): string | null {
	return userId === null ? null : ( agents.get( userId ) ?? null );
}

export function instant( at: Date | null ): string | null {
	return at?.toISOString() ?? null;
}
