import type { Agent as WireAgent, Language } from '@rappel/contract';
import type { PresenceByPhone } from '../callbacks/presence-by-phone.js';
import type { Channel } from '../channels/channel.js';
import type { Clock } from '../clock.js';
import { typedText } from '../messages/spoken.js';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import type { IncomingNews } from '../telephony/call-events.js';
import type { CallScript, Speech } from '../telephony/call-script.js';
import type { AgentStore } from './agent-store.js';
import type { DescribeAgents } from './describe-agents.js';
import type { Agent } from './domain/agent.js';
import { menuStep } from './domain/presence-menu.js';
import type { PresenceKeeping } from './presence.js';
import { sayPresence } from './say-presence.js';
import { shownNumbers } from './shown-numbers.js';
import { theirChannels } from './their-channels.js';

const keySeconds = 8;

const hangUp: CallScript = { type: 'hang_up' };

export interface PresenceByPhoneOptions {
	agents: Pick< AgentStore, 'ofNumber' >;
	presence: Pick< PresenceKeeping, 'say' >;
	describe: DescribeAgents;
	channels: { list: ( siteId: string ) => Promise< Channel[] > };
	sites: { find: ( siteId: string ) => Promise< Site | null > };
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
	clock: Clock;
}

/** Who rings, as far as their number tells. */
interface Caller {
	site: Site;
	agent: Agent;
	language: Language;
	voice: Speech[ 'voice' ];
}

/**
 * An agent sets their presence by calling a number of their site [N17]. Nothing is kept between the sentences: each request of the
 * network says again who rings, and the same key twice is the same presence.
 */
export function createPresenceByPhone( {
	agents,
	presence,
	describe,
	channels,
	sites,
	defaultCallerId,
	clock,
}: PresenceByPhoneOptions ): PresenceByPhone {
	/** Null: they call no number of their site, or several agents of it share theirs. */
	const ofSite = async (
		siteId: string,
		known: readonly Agent[],
		to: string
	): Promise< Caller | null > => {
		const site = await sites.find( siteId );
		const [ agent, another ] = known.filter(
			( one ) => one.siteId === siteId
		);
		const all = site ? await channels.list( siteId ) : [];
		if (
			! site ||
			! agent ||
			another ||
			! shownNumbers( site, all, defaultCallerId ).includes( to )
		) {
			return null;
		}
		const [ channel ] = theirChannels( all, agent.userId );
		return {
			site,
			agent,
			language: agent.language ?? channel?.settings.language ?? 'en',
			voice: channel?.settings.calls.voice ?? 'woman',
		};
	};

	/** Where sites share a number, the one on which they said something last. */
	const recognise = async ( {
		from,
		to,
		sites: spokenFor,
	}: IncomingNews ): Promise< Caller | null > => {
		const all = from === null ? [] : await agents.ofNumber( from );
		const known = all.filter(
			( { siteId } ) => spokenFor?.has( siteId ) ?? true
		);
		const latestFirst = known.toSorted(
			( a, b ) => b.statusSince.getTime() - a.statusSince.getTime()
		);
		for ( const siteId of new Set(
			latestFirst.map( ( agent ) => agent.siteId )
		) ) {
			const caller = await ofSite( siteId, known, to );
			if ( caller ) {
				return caller;
			}
		}
		return null;
	};

	const told = async ( { site, agent }: Caller ): Promise< WireAgent > => {
		const [ now ] = await describe( site, [ agent ] );
		if ( ! now ) {
			throw new Error( 'An agent who was read is not described.' );
		}
		return now;
	};

	const spoken = (
		{ language, voice }: Caller,
		sentences: string[]
	): Speech => ( {
		text: sentences.join( ' ' ),
		language,
		voice,
	} );

	const saidOf = async ( caller: Caller ): Promise< string > =>
		sayPresence( await told( caller ), {
			timeZone: caller.site.timeZone,
			language: caller.language,
			now: clock.now(),
		} );

	const ask = (
		caller: Caller,
		before: string[],
		again: boolean
	): CallScript => ( {
		type: 'ask_presence',
		message: spoken( caller, [
			...before,
			text( 'presence.keys', caller.language ),
		] ),
		keySeconds,
		again,
	} );

	const farewell = (
		caller: Caller,
		...sentences: string[]
	): CallScript => ( {
		type: 'say_and_hang_up',
		message: spoken( caller, sentences ),
	} );

	return {
		async answer( news ) {
			const caller = await recognise( news );
			return (
				caller &&
				ask(
					caller,
					[
						text( 'presence.greeting', caller.language, {
							name: typedText( caller.agent.name ),
						} ),
						await saidOf( caller ),
					],
					false
				)
			);
		},

		async chosen( { digits, again, ...news } ) {
			const caller = await recognise( news );
			if ( ! caller ) {
				return hangUp;
			}
			const { site, agent, language } = caller;
			const step = menuStep( digits, again );
			switch ( step.type ) {
				case 'ask_again':
					return ask(
						caller,
						[ text( 'presence.again', language ) ],
						true
					);
				case 'give_up':
					return farewell(
						caller,
						text( 'presence.unchanged', language )
					);
				case 'say': {
					await presence.say( site, agent.userId, {
						status: step.status,
						source: 'phone',
						byUserId: null,
					} );
					const changed = await recognise( news );
					return changed
						? farewell(
								changed,
								await saidOf( changed ),
								text( 'presence.goodbye', language )
							)
						: hangUp;
				}
			}
		},
	};
}
