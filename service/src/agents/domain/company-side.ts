import type { TeamMember } from '@rappel/contract';
import type { Hours } from '../../availability/domain/hours.js';
import type {
	CallPlan,
	HeldBackBy,
} from '../../callbacks/domain/callback-request.js';
import type { Candidate } from '../../callbacks/domain/commands.js';
import type { Agent } from './agent.js';
import { inCallOrder, type Turn } from './distribution.js';
import { isEligible, isOnline } from './presence.js';

/** Whose presence counts on a channel. */
export interface Pool {
	/** In the order of the channel's settings; members whom the service does not know have no row in `agents`. */
	team: readonly TeamMember[];
	/** Everybody of the site who may take callbacks. */
	agents: readonly Agent[];
	hours: Hours;
}

export interface CompanySide extends Pool {
	plan: Pick<
		CallPlan,
		| 'routing'
		| 'destination'
		| 'distribution'
		| 'confirmation'
		| 'owner'
		| 'calledFrom'
	>;
	checkAvailability: boolean;
	/** The agent whom alone the request waits for at this instant; null: whoever may be called. */
	ownerUserId: number | null;
	/** Whom the attempt under way has called already. */
	rung: { userIds: ReadonlySet< number >; destination: boolean };
	/** Whether an E.164 number is a mobile's: its voicemail answers like a person. */
	isMobile: ( number: string ) => boolean;
	now: Date;
}

/** Somebody who may be called, and before whom. */
export interface RankedCandidate extends Candidate {
	/** 1 is asked first; all at once are those of the same. */
	priority: number;
}

export interface CompanySideAnswer {
	candidates: readonly RankedCandidate[];
	worthWaiting: HeldBackBy | null;
}

const nobody: CompanySideAnswer = { candidates: [], worthWaiting: null };

/**
 * Who on the company's side may be called now, in which order, whether or not they are in a call.
 *
 * Single number: the destination; where availability is checked, only while somebody is eligible. Consultants: the team, or,
 * where availability is checked, its eligible agents; an empty team falls to the destination. The owner of a request is called
 * before anybody, and waited for.
 */
export function companySide( side: CompanySide ): CompanySideAnswer {
	if ( side.plan.routing === 'destination' || side.team.length === 0 ) {
		return destination( side );
	}
	const callable = callableTeam( side );
	const owner = callable.find(
		( { userId } ) => userId === side.ownerUserId
	);
	if ( waitsForOwner( side ) ) {
		return {
			candidates: owner ? [ candidateOf( side, owner ) ] : [],
			worthWaiting: 'owner_away',
		};
	}
	const candidates = inCallOrder( callable, side.plan.distribution ).map(
		( member ) => candidateOf( side, member )
	);
	return { candidates, worthWaiting: null };
}

/** Whether somebody is eligible: a member of the team, or, where there is none, anybody who may take callbacks. */
export function someoneEligible(
	pool: Pool,
	now: Date,
	isThereThen = isEligible
): boolean {
	const members = new Set( pool.team.map( ( { userId } ) => userId ) );
	return pool.agents.some(
		( agent ) =>
			( members.size === 0 || members.has( agent.userId ) ) &&
			isThereThen( agent, pool.hours, now )
	);
}

function destination( side: CompanySide ): CompanySideAnswer {
	const { plan, rung, checkAvailability, now } = side;
	if (
		plan.destination === null ||
		rung.destination ||
		( checkAvailability && ! someoneEligible( side, now, isThere( side ) ) )
	) {
		return nobody;
	}
	return {
		candidates: [
			{
				userId: null,
				number: plan.destination,
				mustConfirm: mustConfirm( side, plan.destination ),
				priority: 1,
			},
		],
		worthWaiting: null,
	};
}

interface Member extends Turn {
	userId: number;
	number: string;
}

/** Who of the team can be called, and was not yet, in the order of the settings. */
function callableTeam( side: CompanySide ): Member[] {
	const { agents, checkAvailability, hours, rung, now } = side;
	const known = new Map( agents.map( ( agent ) => [ agent.userId, agent ] ) );
	return withAssigned( side ).flatMap( ( { userId, priority } ) => {
		const agent = known.get( userId );
		if (
			! agent?.number ||
			rung.userIds.has( userId ) ||
			( checkAvailability && ! isThere( side )( agent, hours, now ) )
		) {
			return [];
		}
		return [
			{
				userId,
				number: agent.number,
				priority,
				lastOfferedAt: agent.lastOfferedAt,
				idleSince: idleSince( agent, checkAvailability ),
			},
		];
	} );
}

/** Since the last call ended; whoever came later than that, since then. */
function idleSince(
	{ lastEndedAt, statusSince }: Agent,
	presenceCounts: boolean
): Date | null {
	if ( ! presenceCounts ) {
		return lastEndedAt;
	}
	return lastEndedAt && lastEndedAt > statusSince ? lastEndedAt : statusSince;
}

/** At a time that the company chose the hours do not count, their status does. */
function isThere( { plan }: CompanySide ): typeof isEligible {
	return plan.calledFrom === null ? isEligible : isOnline;
}

/** The team, and the agent to whom the request was assigned while it waits for them, be they of it or not. */
function withAssigned( {
	team,
	plan: { owner },
	ownerUserId,
}: CompanySide ): readonly TeamMember[] {
	return owner?.waitSeconds === null &&
		owner.userId === ownerUserId &&
		! team.some( ( { userId } ) => userId === ownerUserId )
		? [ ...team, { userId: owner.userId, priority: 1 } ]
		: team;
}

/** An owner who cannot be called is not waited for. */
function waitsForOwner( side: CompanySide ): boolean {
	const { ownerUserId, agents } = side;
	const isOwner = ( { userId }: { userId: number } ) =>
		userId === ownerUserId;
	return (
		withAssigned( side ).some( isOwner ) &&
		agents.some( ( agent ) => isOwner( agent ) && agent.number !== null )
	);
}

function candidateOf(
	side: CompanySide,
	{ userId, number, priority }: Member
): RankedCandidate {
	return {
		userId,
		number,
		mustConfirm: mustConfirm( side, number ),
		priority,
	};
}

function mustConfirm(
	{ plan: { confirmation }, isMobile }: CompanySide,
	number: string
): boolean {
	switch ( confirmation ) {
		case 'always':
			return true;
		case 'mobiles':
			return isMobile( number );
		case 'never':
			return false;
	}
}
