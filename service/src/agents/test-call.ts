import type { Language } from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import type { Clock } from '../clock.js';
import { testCallCost, type OtherCosts } from '../costs/other-costs.js';
import type { Limits } from '../guards/limits.js';
import { maskNumber, type Logger } from '../logging.js';
import { typedText } from '../messages/spoken.js';
import { text } from '../messages/texts.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import { TelephonyError, type TelephonyOf } from '../telephony/telephony.js';
import type { AgentStore } from './agent-store.js';
import { shownNumbers } from './shown-numbers.js';

const ringSeconds = 30;

export interface TestCallOptions {
	agents: Pick< AgentStore, 'find' >;
	channels: { list: ( siteId: string ) => Promise< Channel[] > };
	limits: Pick< Limits, 'takeTestCall' >;
	telephonyOf: TelephonyOf< 'placeAnnouncement' >;
	/** Told of what it will cost. */
	otherCosts: Pick< OtherCosts, 'add' >;
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
	clock: Clock;
	logger: Logger;
}

export type TestCall = (
	site: Site,
	userId: number,
	language: Language
) => Promise< void >;

/**
 * Rings an agent's phone and says that it works. Counted before it is ordered and ordered once: a process that dies in between, or
 * an answer that is lost, rings nobody a second time.
 *
 * @throws {Refusal} agent_not_found, agent_without_number, channel_incomplete (no number to show), spending_limit_reached,
 *   too_many_requests, number_invalid, service_unavailable.
 */
export function createTestCall( {
	agents,
	channels,
	limits,
	telephonyOf,
	otherCosts,
	defaultCallerId,
	clock,
	logger,
}: TestCallOptions ): TestCall {
	return async ( site, userId, language ) => {
		const agent = await agents.find( site.id, userId );
		if ( ! agent ) {
			throw new Refusal( 'agent_not_found' );
		}
		if ( ! agent.number ) {
			throw new Refusal( 'agent_without_number' );
		}
		const [ from ] = shownNumbers(
			site,
			await channels.list( site.id ),
			defaultCallerId
		);
		if ( ! from ) {
			throw new Refusal( 'channel_incomplete', {
				text: 'problem.caller_id_missing',
			} );
		}
		await limits.takeTestCall( site, userId, clock.now() );
		const message = {
			text: text( 'test_call.said', language, {
				name: typedText( agent.name ),
			} ),
			language,
			voice: 'woman',
		} as const;
		try {
			const { callSid } = await telephonyOf( site.id ).placeAnnouncement(
				{
					testCallId: null,
					to: agent.number,
					from,
					ringSeconds,
					message,
				}
			);
			await otherCosts.add( testCallCost( site, callSid, clock.now() ) );
		} catch ( error ) {
			logger.warn(
				{ err: error, to: maskNumber( agent.number ) },
				'A test call was not placed'
			);
			throw refusalOf( error );
		}
	};
}

/** Why the phone does not ring, as far as anybody knows. */
function refusalOf( error: unknown ): unknown {
	if ( ! ( error instanceof TelephonyError ) ) {
		return error;
	}
	switch ( error.kind ) {
		case 'permanent':
		case 'settings':
			return new Refusal(
				error.numberInvalid ? 'number_invalid' : 'service_unavailable',
				{
					text: 'problem.test_call_refused',
					values: { detail: error.code },
				}
			);
		case 'retryable':
			return new Refusal( 'service_unavailable' );
		case 'unknown':
			return new Refusal( 'service_unavailable', {
				text: 'problem.test_call_unknown',
			} );
	}
}
