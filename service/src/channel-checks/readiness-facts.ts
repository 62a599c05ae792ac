import type { ChannelSettings } from '@rappel/contract';
import type { AgentStore } from '../agents/agent-store.js';
import type { Agent } from '../agents/domain/agent.js';
import type { Alert, Alerts } from '../alerts/alerts.js';
import { channelHours } from '../availability/channel-hours.js';
import { takingAt } from '../availability/domain/taking.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import type { Cost } from '../costs/domain/cost.js';
import type { Spending } from '../costs/spending.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import {
	TelephonyError,
	type Balance,
	type TelephonyOf,
} from '../telephony/telephony.js';
import type { Reach } from './reach.js';

export interface ReadinessDependencies {
	channels: Pick< ChannelStore, 'find' >;
	agents: Pick< AgentStore, 'list' >;
	alerts: Pick< Alerts, 'list' >;
	spending: Pick< Spending, 'ofMonth' >;
	telephonyOf: TelephonyOf< 'readBalance' >;
	reach: () => Promise< Reach >;
	publicBaseUrl: () => string;
	/** Whether e-mail can be sent. */
	hasMail: boolean;
	/** E.164, or a short code: from which text messages come; null: from the caller id. */
	messagesNumber: string | null;
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
	clock: Clock;
}

/** What the network says of the account that pays for the calls. */
export type AccountState =
	| { type: 'answers'; balance: Balance | null }
	| { type: 'refuses'; code: string }
	| { type: 'silent'; code: string };

/** Everything that the checks of a channel look at. */
export interface ReadinessFacts {
	site: Site;
	settings: ChannelSettings;
	/** By user id. */
	agents: ReadonlyMap< number, Agent >;
	/** Whether it opens within a year. */
	everOpen: boolean;
	callerId: string | null;
	/** The number or name that text messages come from; null: none could be sent. */
	sender: string | null;
	reach: Reach;
	publicBaseUrl: string;
	account: AccountState;
	alerts: readonly Alert[];
	spent: Cost | null;
	hasMail: boolean;
}

/** @throws {Refusal} channel_not_found. */
export async function gatherFacts(
	dependencies: ReadinessDependencies,
	site: Site,
	channelId: string
): Promise< ReadinessFacts > {
	const channel = await dependencies.channels.find( site.id, channelId );
	if ( ! channel ) {
		throw new Refusal( 'channel_not_found' );
	}
	const { settings } = channel;
	const now = dependencies.clock.now();
	const callerId =
		settings.calls.callerId ??
		site.callerId ??
		dependencies.defaultCallerId;
	const [ agents, alerts, spent, reach, account ] = await Promise.all( [
		dependencies.agents.list( site.id ),
		dependencies.alerts.list( site.id ),
		dependencies.spending.ofMonth( site, now ),
		dependencies.reach(),
		askAccount( dependencies.telephonyOf( site.id ) ),
	] );
	const taking = takingAt( channelHours( settings, site, now ), 0, now );
	return {
		site,
		settings,
		agents: new Map( agents.map( ( agent ) => [ agent.userId, agent ] ) ),
		everOpen: taking.state === 'taking' || taking.nextOpeningAt !== null,
		callerId,
		sender:
			settings.textMessages.sender ??
			dependencies.messagesNumber ??
			callerId,
		reach,
		publicBaseUrl: dependencies.publicBaseUrl(),
		account,
		alerts,
		spent,
		hasMail: dependencies.hasMail,
	};
}

async function askAccount(
	telephony: ReturnType< ReadinessDependencies[ 'telephonyOf' ] >
): Promise< AccountState > {
	try {
		return { type: 'answers', balance: await telephony.readBalance() };
	} catch ( error ) {
		if ( ! ( error instanceof TelephonyError ) ) {
			throw error;
		}
		return {
			type: error.kind === 'settings' ? 'refuses' : 'silent',
			code: error.code,
		};
	}
}
