import type {
	ChannelTestCall as WireTestCall,
	Language,
} from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import { testCallCost, type OtherCosts } from '../costs/other-costs.js';
import type { Limits } from '../guards/limits.js';
import { checkNumber } from '../guards/number.js';
import { maskNumber, type Logger } from '../logging.js';
import { typedText } from '../messages/spoken.js';
import { text } from '../messages/texts.js';
import type { Database } from '../persistence/database.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import type { TestCallNews } from '../telephony/call-events.js';
import { TelephonyError, type TelephonyOf } from '../telephony/telephony.js';
import {
	afterStatus,
	whenSilent,
	type ChannelTestCall,
} from './domain/test-call.js';
import { createTestCallStore } from './test-call-store.js';
import { describeTestCall } from './test-call-words.js';

export interface TestCallDependencies {
	database: Database;
	channels: Pick< ChannelStore, 'find' >;
	limits: Pick< Limits, 'takeTestCall' >;
	telephonyOf: TelephonyOf< 'placeAnnouncement' | 'fetchCall' >;
	otherCosts: Pick< OtherCosts, 'add' >;
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
	clock: Clock;
	logger: Logger;
}

/** "Call me now": a number is called, hears in the channel's voice that all is well, and that is all. */
export interface TestCalls {
	/**
	 * Counted and written down before it is ordered, and ordered once: whatever dies or is lost, no phone rings a second time. What the
	 * network refuses is told as the call's state.
	 *
	 * @throws {Refusal} channel_not_found, channel_incomplete (no number to show), those of the number, too_many_requests,
	 *   spending_limit_reached.
	 */
	start: (
		site: Site,
		channelId: string,
		wanted: { number: string; language: Language }
	) => Promise< WireTestCall >;
	/** @throws {Refusal} test_call_not_found. */
	read: (
		site: Site,
		of: { channelId: string; testCallId: string },
		language: Language
	) => Promise< WireTestCall >;
	/** The network tells of the call. Joins the transaction. */
	changed: ( news: TestCallNews ) => Promise< void >;
	/** Forgets those of before yesterday: numbers are personal. */
	sweep: ( now: Date ) => Promise< void >;
}

const ringSeconds = 30;
const keptMs = 86_400_000;

export function createTestCalls(
	dependencies: TestCallDependencies
): TestCalls {
	const { database, channels, telephonyOf, clock, logger } = dependencies;
	const store = createTestCallStore( database );

	const find = async (
		siteId: string,
		{ channelId, testCallId }: { channelId: string; testCallId: string }
	) => {
		const call = await store.find( testCallId );
		if ( call?.siteId !== siteId || call.channelId !== channelId ) {
			throw new Refusal( 'test_call_not_found' );
		}
		return call;
	};

	/** What the network knows of a call of which it has not told. */
	const ask = async ( call: ChannelTestCall ): Promise< ChannelTestCall > => {
		const report = await telephonyOf( call.siteId )
			.fetchCall( call.callSid ?? '' )
			.catch( ( error: unknown ) => {
				logger.warn(
					{ err: error, testCallId: call.id },
					'The network did not say how a test call goes'
				);
				return null;
			} );
		return report
			? afterStatus( call, report, clock.now() )
			: { ...call, heardAt: clock.now() };
	};

	return {
		async start( site, channelId, { number: typed, language } ) {
			const channel = await channels.find( site.id, channelId );
			if ( ! channel ) {
				throw new Refusal( 'channel_not_found' );
			}
			const number = readNumber( channel, typed );
			const from =
				channel.settings.calls.callerId ??
				site.callerId ??
				dependencies.defaultCallerId;
			if ( from === null ) {
				throw new Refusal( 'channel_incomplete', {
					text: 'problem.caller_id_missing',
				} );
			}
			const now = clock.now();
			const call: ChannelTestCall = {
				id: timeOrderedId(),
				siteId: site.id,
				channelId,
				number,
				state: 'calling',
				callSid: null,
				code: null,
				createdAt: now,
				heardAt: now,
			};
			await database.transaction( async () => {
				await dependencies.limits.takeTestCall( site, number, now );
				await store.insert( call );
			} );
			const placed = await place( dependencies, {
				site,
				channel,
				call,
				from,
			} );
			await store.keepOrder( placed );
			return describeTestCall( placed, language );
		},

		async read( site, of, language ) {
			const known = await find( site.id, of );
			switch ( whenSilent( known, clock.now() ) ) {
				case 'ask':
					await store.save( await ask( known ) );
					break;
				case 'give_up':
					await store.save( {
						...known,
						state: 'failed',
						code: 'silent',
					} );
			}
			// The network may have told meanwhile.
			return describeTestCall( await find( site.id, of ), language );
		},

		async changed( news ) {
			const call = await store.find( news.testCallId );
			if ( call ) {
				await store.save( afterStatus( call, news, clock.now() ) );
			}
		},

		sweep: ( now ) => store.forget( new Date( now.getTime() - keptMs ) ),
	};
}

function readNumber( { settings }: Channel, typed: string ): string {
	const number = checkNumber( typed, {
		...settings.guards,
		allowTollFree: true,
	} );
	if ( ! number.ok ) {
		throw new Refusal( number.code, {
			field: 'number',
			...( number.text !== undefined && { text: number.text } ),
		} );
	}
	return number.e164;
}

async function place(
	{ telephonyOf, otherCosts, clock, logger }: TestCallDependencies,
	{
		site,
		channel: { settings },
		call,
		from,
	}: { site: Site; channel: Channel; call: ChannelTestCall; from: string }
): Promise< ChannelTestCall > {
	try {
		const { callSid } = await telephonyOf( site.id ).placeAnnouncement( {
			testCallId: call.id,
			to: call.number,
			from,
			ringSeconds,
			message: {
				text: text( 'test_call.channel_said', settings.language, {
					channel: typedText( settings.name ),
				} ),
				language: settings.language,
				voice: settings.calls.voice,
			},
		} );
		await otherCosts.add( testCallCost( site, callSid, clock.now() ) );
		return { ...call, callSid };
	} catch ( error ) {
		logger.warn(
			{ err: error, to: maskNumber( call.number ), testCallId: call.id },
			'A test call was not placed'
		);
		if ( ! ( error instanceof TelephonyError ) ) {
			throw error;
		}
		// What may have been processed may still ring: the network's next word, or its silence, decides.
		return {
			...call,
			state: error.kind === 'unknown' ? 'calling' : 'failed',
			code: error.code,
		};
	}
}
