import type { Availability, Language } from '@rappel/contract';
import type { AgentStore } from '../agents/agent-store.js';
import type { Agent } from '../agents/domain/agent.js';
import { nobodyAvailable } from '../agents/nobody-available.js';
import type { Channel } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';
import { ownText } from '../channels/domain/own-text.js';
import { missingOf } from '../channels/missing.js';
import type { Clock } from '../clock.js';
import type { Limits } from '../guards/limits.js';
import { sharedRead } from '../shared-read.js';
import type { Site } from '../sites/site.js';
import { immediateAvailability } from './immediate.js';
import { openingLabel } from './opening-label.js';
import { callerIdOf } from '../sites/service-numbers.js';
import { unavailableSentence } from './unavailable-sentence.js';

export interface AvailabilityOptions {
	channels: Pick< ChannelStore, 'find' >;
	agents: Pick< AgentStore, 'list' >;
	limits: Pick< Limits, 'requestsToday' | 'isSpent' >;
	/** Whether the channel's queue takes no more. */
	queueIsFull: ( channel: Channel ) => Promise< boolean >;
	clock: Clock;
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
}

interface Question {
	site: Site;
	channelId: string;
}

/** In one language after the other: what is asked in the same moment is told from one look at the database. */
type Tell = ( language: Language ) => Availability;

/**
 * Whether an immediate request may be made, and until when that holds; as the database has it after the question was asked.
 *
 * @return Null when the site has no such channel.
 */
export function createTellAvailability(
	options: AvailabilityOptions
): ( question: Question ) => Promise< Tell | null > {
	return sharedRead(
		( question: Question ) => lookUp( options, question ),
		( { site, channelId } ) => `${ site.id } ${ channelId }`
	);
}

async function lookUp(
	{
		channels,
		agents,
		limits,
		queueIsFull,
		clock,
		defaultCallerId,
	}: AvailabilityOptions,
	{ site, channelId }: Question
): Promise< Tell | null > {
	const now = clock.now();
	const [ channel, known, requestsToday, isSpent ] = await Promise.all( [
		channels.find( site.id, channelId ),
		agents.list( site.id ),
		limits.requestsToday( site, now ),
		limits.isSpent( site, now ),
	] );
	if ( ! channel ) {
		return null;
	}
	const { settings } = channel;
	const missing = missingOf( {
		settings,
		fallbackCallerId: callerIdOf( site, defaultCallerId ),
		agentNumbers: numbersOf( known ),
	} );
	const found = {
		...immediateAvailability( {
			channel,
			site,
			requestsToday,
			isSpent,
			complete: missing.length === 0,
			nobodyAvailable: nobodyAvailable(
				{ site, settings, agents: known },
				now
			),
			queueFull: await queueIsFull( channel ),
			now,
		} ),
		deferred:
			settings.callTypes !== 'immediate' &&
			settings.state === 'live' &&
			missing.length === 0 &&
			! isSpent,
	};
	const told = new Map< Language, Availability >();
	return ( language ) => {
		const answer =
			told.get( language ) ??
			inLanguage( { site, channel, ...found, now }, language );
		told.set( language, answer );
		return answer;
	};
}

interface Found extends ReturnType< typeof immediateAvailability > {
	site: Site;
	channel: Channel;
	deferred: boolean;
	now: Date;
}

function inLanguage(
	{
		site,
		channel: { settings },
		immediate,
		reason,
		changesAt,
		nextOpeningAt,
		deferred,
		now,
	}: Found,
	language: Language
): Availability {
	const nextOpening = nextOpeningAt && {
		at: nextOpeningAt.toISOString(),
		label: openingLabel( nextOpeningAt, site.timeZone, language, now ),
	};
	return {
		immediate,
		reason,
		changesAt: changesAt?.toISOString() ?? null,
		nextOpening,
		deferred,
		unavailableSentence: unavailableSentence( {
			reason,
			opening: nextOpening?.label ?? null,
			own: ownText( settings.bookingTexts.unavailable, language ),
			deferred,
			language,
		} ),
		serverTime: now.toISOString(),
	};
}

function numbersOf( agents: readonly Agent[] ): Map< number, string > {
	return new Map(
		agents.flatMap( ( { userId, number } ) =>
			number === null ? [] : [ [ userId, number ] ]
		)
	);
}
