import type { Figures, Language } from '@rappel/contract';
import type { AgentStore } from '../agents/agent-store.js';
import type { Alerts } from '../alerts/alerts.js';
import { isEligible } from '../agents/domain/presence.js';
import { channelHours } from '../availability/channel-hours.js';
import type { Channel } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import { noonOf } from './domain/report-day.js';
import { isAboutMoney, moneyWords } from './money-words.js';
import { nobodyThereWords, openingWords } from './opening-words.js';
import { userIdOf } from './recipients.js';
import { reportWords } from './report-words.js';
import {
	failedBookingWords,
	missedCallWords,
	notHandledWords,
	type ToldOf,
} from './request-words.js';
import type { TeamAlert } from './team-alert.js';
import type { Words } from './team-letter.js';

export interface WordsDependencies {
	agents: Pick< AgentStore, 'find' >;
	channels: Pick< ChannelStore, 'findEvenRemoved' | 'list' >;
	/** What the owner of a site is shown. */
	alerts: Pick< Alerts, 'list' >;
	/** @throws {Refusal} request_not_found when it is no more. */
	readRequest: ( siteId: string, requestId: string ) => Promise< ToldOf >;
	/** Of one date of the site's calendar. */
	figuresOf: ( site: Site, date: string ) => Promise< Figures >;
	clock: Clock;
}

/** What an alert says, as things stand when it is sent. */
export function createWordsOf(
	dependencies: WordsDependencies
): ( alert: TeamAlert, site: Site ) => Promise< Words | null > {
	const { channels, clock, figuresOf } = dependencies;

	const report = async ( { occasion }: TeamAlert, site: Site ) => {
		return reportWords( {
			site,
			language: languageOf( await channels.list( site.id ) ),
			at: noonOf( site.timeZone, occasion ),
			figures: await figuresOf( site, occasion ),
		} );
	};

	/** They have come meanwhile. */
	const isOnline = async (
		alert: TeamAlert,
		{ site, channel }: { site: Site; channel: Channel }
	): Promise< boolean > => {
		const now = clock.now();
		const agent = await dependencies.agents.find(
			site.id,
			userIdOf( alert ) ?? 0
		);
		return (
			agent !== null &&
			isEligible(
				agent,
				channelHours( channel.settings, site, now ),
				now
			)
		);
	};

	return async ( alert, site ) => {
		if ( alert.kind === 'daily_report' ) {
			return report( alert, site );
		}
		const { kind, channelId, requestId, occasion } = alert;
		if ( isAboutMoney( kind ) ) {
			return moneyWords( kind, {
				site,
				language: languageOf( await channels.list( site.id ) ),
				alerts: await dependencies.alerts.list( site.id ),
			} );
		}
		const channel =
			channelId &&
			( await channels.findEvenRemoved( site.id, channelId ) );
		if ( ! channel ) {
			return null;
		}
		if ( kind === 'opening' || kind === 'nobody_there' ) {
			const opened = {
				site,
				channel,
				startsAt: new Date( occasion.split( ' ' ).at( -1 ) ?? '' ),
			};
			if ( kind === 'nobody_there' ) {
				return nobodyThereWords( opened );
			}
			return ( await isOnline( alert, opened ) )
				? null
				: openingWords( opened );
		}
		const request =
			requestId &&
			( await readOrNull( dependencies, site.id, requestId ) );
		if ( ! request ) {
			return null;
		}
		const told = { site, channel, request, now: clock.now() };
		switch ( kind ) {
			case 'missed_call':
				return missedCallWords( told, { legId: occasion } );
			case 'failed_booking':
				return failedBookingWords( told );
			case 'not_handled':
				return request.outcome ? null : notHandledWords( told );
		}
	};
}

/** What is about the whole site is written in the language of its first channel. */
function languageOf(
	channels: ReadonlyArray< {
		createdAt: Date;
		settings: { language: Language };
	} >
): Language {
	const [ first ] = channels.toSorted(
		( a, b ) => a.createdAt.getTime() - b.createdAt.getTime()
	);
	return first?.settings.language ?? 'fr';
}

/** Null when it is no more: there is nothing to tell. */
async function readOrNull(
	{ readRequest }: Pick< WordsDependencies, 'readRequest' >,
	siteId: string,
	requestId: string
): Promise< ToldOf | null > {
	try {
		return await readRequest( siteId, requestId );
	} catch ( error ) {
		if ( error instanceof Refusal && error.code === 'request_not_found' ) {
			return null;
		}
		throw error;
	}
}
