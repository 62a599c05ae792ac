import type { AgentHours, HolidaySettings } from '@rappel/contract';
import type { AgentStore } from '../agents/agent-store.js';
import type { Agent } from '../agents/domain/agent.js';
import type { SlotQuestion, TakenTime } from '../bookings/ports.js';
import type { Channel } from '../channels/channel.js';
import { callsTeam } from '../channels/missing.js';
import { isoDay } from './domain/local-time.js';
import { openingSpans } from './domain/opening-spans.js';
import { dayAt } from './domain/slots-clock.js';
import type { CapacityStep } from './domain/slots-places.js';
import { takenSpans } from './domain/slots-taken.js';
import { teamCapacity } from './domain/slots-team.js';
import type { SlotFacts } from './domain/slots-input.js';
import type { Span } from './domain/span.js';
import { beginsAt, offsetTable, type OffsetTable } from './domain/zone.js';
import { rememberLast } from './domain/remember-last.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** What is booked, read anew each time: another instance may have booked since. */
export interface TakenTimes {
	takenOf: (
		channelId: string,
		from: Date,
		to: Date
	) => Promise< TakenTime[] >;
}

export interface SlotFactsOptions {
	agents: Pick< AgentStore, 'list' >;
	takenTimes: TakenTimes;
	/** The dates ("2026-12-25") of the public holidays in the year of that instant and those around it. */
	holidayDates: (
		settings: HolidaySettings,
		at: Date
	) => ReadonlySet< string >;
}

/** When a channel could be booked, whatever is booked. */
export type OfferFacts = Pick<
	SlotFacts,
	'opening' | 'capacity' | 'zone' | 'now'
>;

export interface SlotFactsReader {
	/** What the rules offer. Only the hours of the team are read. */
	offered: ( question: SlotQuestion ) => Promise< OfferFacts >;
	/** That and the bookings. */
	all: ( question: SlotQuestion ) => Promise< SlotFacts >;
}

/** As many channels as a service answers for at a time; a day of each is worked out once. */
const rememberedChannels = 2_000;

export function createSlotFacts( {
	agents,
	takenTimes,
	holidayDates,
}: SlotFactsOptions ): SlotFactsReader {
	const remembered =
		rememberLast< Pick< SlotFacts, 'opening' | 'capacity' > >(
			rememberedChannels
		);

	const offered = async ( question: SlotQuestion ) => {
		const { site, channel, now } = question;
		const team = countsTeam( channel )
			? hoursOfTeam( channel, await agents.list( site.id ) )
			: null;
		const window = windowOf( question );
		const zone = offsetTable( site.timeZone, window );
		const key = [
			channel.id,
			channel.version,
			site.timeZone,
			window.start,
			JSON.stringify( team ),
		].join( ' ' );
		const { opening, capacity } = remembered( key, () =>
			openingAndCapacity( channel, team, { zone, window } )
		);
		return { opening, capacity, zone, now: now.getTime() };
	};

	const openingAndCapacity = (
		channel: Channel,
		team: readonly AgentHours[] | null,
		{ zone, window }: { zone: OffsetTable; window: Span }
	) => {
		const { openingHours: hours, booking } = channel.settings;
		const opening = openingSpans(
			hours,
			holidayDates( hours.holidays, new Date( window.start ) ),
			zone,
			window
		);
		const capacity: CapacityStep[] = team
			? teamCapacity( { hours, opening, team, zone, window } )
			: [
					{
						from: -Infinity,
						places:
							booking.capacity === 'number'
								? booking.capacityNumber
								: 1,
					},
				];
		return { opening, capacity };
	};

	return {
		offered,
		async all( question ) {
			const { start, end } = windowOf( question );
			const [ facts, taken ] = await Promise.all( [
				offered( question ),
				takenTimes.takenOf(
					question.channel.id,
					new Date( start ),
					new Date( end )
				),
			] );
			const others = taken.filter(
				( { requestId } ) => requestId !== question.movedRequestId
			);
			return {
				...facts,
				taken: takenSpans(
					others
						.filter( ( { held } ) => held )
						.map( ( { from, until } ) => ( {
							start: from,
							end: until,
						} ) )
				),
				bookedStarts: Float64Array.from(
					others.filter( ( { counted } ) => counted ),
					( { startsAt } ) => startsAt
				),
			};
		},
	};
}

/** An empty team has one place: the destination is called. */
function countsTeam( {
	settings: { booking, team },
}: Pick< Channel, 'settings' > ): boolean {
	return booking.capacity === 'team' && team.length > 0;
}

/** Of those who could be called: where the destination is called, nobody of the team needs a number. */
function hoursOfTeam(
	{ settings }: Pick< Channel, 'settings' >,
	agents: readonly Agent[]
): AgentHours[] {
	return agents
		.filter(
			( { userId, number } ) =>
				settings.team.some( ( member ) => member.userId === userId ) &&
				( number !== null || ! callsTeam( settings ) )
		)
		.map( ( { hours } ) => hours );
}

/**
 * From the Monday of this week, for the limits of the week and so that slots of what is always open are counted from there all week
 * long, until everything is over that may start in the booking window.
 */
function windowOf( { site, channel, now }: SlotQuestion ): Span {
	const at = now.getTime();
	const { windowDays, lengthMinutes, bufferAfterMinutes } =
		channel.settings.booking;
	const zone = offsetTable( site.timeZone, {
		start: at - 8 * dayMs,
		end: at + ( windowDays + 2 ) * dayMs,
	} );
	const { day: today } = dayAt( zone, at );
	const monday = today - ( isoDay( today ) - 1 );
	return {
		start: beginsAt( zone, monday * dayMs ),
		end:
			beginsAt( zone, ( today + windowDays ) * dayMs ) +
			( lengthMinutes + bufferAfterMinutes ) * minuteMs,
	};
}
