import type { ChannelSettings, CostEstimate } from '@rappel/contract';
import { getExampleNumber, isSupportedCountry } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import type { AgentStore } from '../agents/agent-store.js';
import type { ChannelStore } from '../channels/channel-store.js';
import { callsTeam } from '../channels/missing.js';
import { shownCost } from '../costs/domain/cost.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import type { TextMessages } from '../text-messages/text-messages.js';
import {
	estimateOfPast,
	estimateOfPrices,
	noEstimate,
	type Estimate,
	type Prices,
} from './domain/estimate.js';
import type { ListPrices } from './list-prices.js';
import type { PastCallbacks } from './past-callbacks.js';

export interface EstimateDependencies {
	channels: Pick< ChannelStore, 'find' >;
	agents: Pick< AgentStore, 'numbers' >;
	past: PastCallbacks;
	prices: ListPrices;
	previewMessage: TextMessages[ 'preview' ];
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
}

/**
 * What a callback of a channel costs: as its last ones did, else as the site's did, else by the network's list.
 *
 * @throws {Refusal} channel_not_found.
 */
export async function readEstimate(
	dependencies: EstimateDependencies,
	site: Site,
	channelId: string
): Promise< CostEstimate > {
	const channel = await dependencies.channels.find( site.id, channelId );
	if ( ! channel ) {
		throw new Refusal( 'channel_not_found' );
	}
	return asTold(
		estimateOfPast( await dependencies.past( site.id, channelId ) ) ??
			estimateOfPast( await dependencies.past( site.id, null ) ) ??
			( await byPrices( dependencies, site, channel.settings ) ) ??
			noEstimate
	);
}

function asTold( { cost, ...rest }: Estimate ): CostEstimate {
	const { costMilli, currency } = shownCost(
		cost ?? { micros: null, currency: null }
	);
	return { milli: costMilli, currency, ...rest };
}

async function byPrices(
	dependencies: EstimateDependencies,
	site: Site,
	settings: ChannelSettings
): Promise< Estimate | null > {
	const from =
		settings.calls.callerId ??
		site.callerId ??
		dependencies.defaultCallerId;
	const client = exampleMobile( settings.guards.defaultCountry );
	if ( from === null || client === null ) {
		return null;
	}
	const company =
		companyNumber(
			settings,
			await dependencies.agents.numbers( site.id )
		) ?? client;
	const segments = await segmentsOf( dependencies, site, settings );
	const { prices } = dependencies;
	const listed = {
		company: await prices.minute( site.id, { to: company, from } ),
		client: await prices.minute( site.id, { to: client, from } ),
		segment:
			segments > 0
				? await prices.segment(
						site.id,
						settings.guards.defaultCountry
					)
				: null,
	};
	return isKnown( listed )
		? estimateOfPrices( listed, {
				firstParty:
					settings.calls.dialOrder === 'company_first'
						? 'company'
						: 'client',
				segments,
			} )
		: null;
}

function isKnown( listed: {
	[ Name in keyof Prices ]: Prices[ Name ] | null;
} ): listed is Prices {
	return listed.company !== null && listed.client !== null;
}

/** No client is known beforehand: a mobile number of the country that is nobody's. */
function exampleMobile( country: string ): string | null {
	return isSupportedCountry( country )
		? ( getExampleNumber( country, examples )?.number ?? null )
		: null;
}

function companyNumber(
	settings: ChannelSettings,
	agentNumbers: ReadonlyMap< number, string >
): string | null {
	if ( ! callsTeam( settings ) ) {
		return settings.calls.destinationNumber;
	}
	const [ first ] = settings.team.flatMap(
		( { userId } ) => agentNumbers.get( userId ) ?? []
	);
	return first ?? null;
}

/** Of what a booking's client is sent, in the channel's language; and of the code that confirms a number. */
async function segmentsOf(
	{ previewMessage }: EstimateDependencies,
	site: Site,
	{ callTypes, language, textMessages, guards }: ChannelSettings
): Promise< number > {
	const { sender } = textMessages;
	let segments = guards.confirmNumber === 'never' ? 0 : 1;
	if ( callTypes === 'immediate' ) {
		return guards.confirmNumber === 'always' ? segments : 0;
	}
	for ( const kind of [ 'confirmation', 'reminder' ] as const ) {
		const { enabled, text } = textMessages[ kind ];
		if ( enabled ) {
			const preview = await previewMessage( site, {
				kind,
				text: text[ language ] ?? null,
				language,
				sender,
				channelId: null,
			} );
			segments += preview.segments;
		}
	}
	return segments;
}
