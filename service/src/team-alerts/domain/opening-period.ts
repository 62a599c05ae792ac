import type { TeamMember } from '@rappel/contract';
import type { Agent } from '../../agents/domain/agent.js';
import { isEligible } from '../../agents/domain/presence.js';
import type { Hours } from '../../availability/domain/hours.js';
import { openingAt } from '../../availability/domain/opening.js';

/** So long after a period has begun somebody should be there. */
export const graceMinutes = 5;
/** Nobody was there to tell it at its time: so long afterwards it is still of use. */
export const usefulMinutes = 10;

const minuteMs = 60_000;

export interface Period {
	startsAt: Date;
	/** Null: it does not end within a year. */
	endsAt: Date | null;
}

/**
 * The opening period that is under way at an instant, if it began after another one: a morning and an afternoon are two.
 *
 * @return Null: it is closed, or has been open for longer.
 */
export function periodBegunSince(
	hours: Hours,
	since: Date,
	now: Date
): Period | null {
	let at = since;
	for (;;) {
		const { changesAt, nextOpeningAt } = openingAt( hours, at );
		if ( changesAt === null || changesAt > now ) {
			return null;
		}
		if ( nextOpeningAt ) {
			const { changesAt: endsAt } = openingAt( hours, nextOpeningAt );
			if ( endsAt === null || endsAt > now ) {
				return { startsAt: nextOpeningAt, endsAt };
			}
			at = endsAt;
		} else {
			at = changesAt;
		}
	}
}

/** What of a period is to be told at an instant; nothing is once it has become useless. */
export function toTell(
	hours: Hours,
	now: Date
): { prompt: Period | null; nobodyThere: Period | null } {
	const period = periodBegunSince(
		hours,
		new Date(
			now.getTime() - ( graceMinutes + usefulMinutes ) * minuteMs - 1
		),
		now
	);
	const minutes = period
		? ( now.getTime() - period.startsAt.getTime() ) / minuteMs
		: 0;
	return {
		prompt: period && minutes <= usefulMinutes ? period : null,
		nobodyThere: period && minutes >= graceMinutes ? period : null,
	};
}

interface Team {
	team: readonly TeamMember[];
	agents: readonly Agent[];
	hours: Hours;
}

/** Who could take the calls of a channel: its team, or, where there is none, everybody who may take callbacks. */
export function poolOf( {
	team,
	agents,
}: Pick< Team, 'team' | 'agents' > ): Agent[] {
	const members = new Set( team.map( ( { userId } ) => userId ) );
	return agents.filter(
		( { userId } ) => members.size === 0 || members.has( userId )
	);
}

/** Who is prompted: they asked for it, are expected then, and are not online. */
export function toPrompt( team: Team, now: Date ): Agent[] {
	return poolOf( team ).filter(
		( agent ) =>
			agent.alerts.opening !== 'none' &&
			worksAt( agent, team.hours, now ) &&
			! isEligible( agent, team.hours, now )
	);
}

/** Nobody is prompted on leave, or outside of the hours that they have of their own. */
function worksAt(
	{ hours: { weekly, leave } }: Agent,
	{ openingHours, timeZone }: Hours,
	now: Date
): boolean {
	if ( weekly === null && leave.length === 0 ) {
		return true;
	}
	return openingAt(
		{
			openingHours: {
				...openingHours,
				always: weekly === null,
				weekly: weekly ?? [],
				exceptions: [],
				pauses: leave,
			},
			timeZone,
			holidays: new Set(),
		},
		now
	).open;
}
