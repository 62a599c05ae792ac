import { setTimeout as delay } from 'node:timers/promises';
import type { Language } from '@rappel/contract';
import type { Alerts } from '../alerts/alerts.js';
import type { Channel } from '../channels/channel.js';
import type { Clock } from '../clock.js';
import type { OtherCosts } from '../costs/other-costs.js';
import type { Logger } from '../logging.js';
import type { Site } from '../sites/site.js';
import {
	TelephonyError,
	type MessageOrder,
	type TelephonyOf,
} from '../telephony/telephony.js';
import type { Recipients } from '../text-messages/recipients.js';
import { codeMessage } from './code-message.js';

/** Whoever waits for a code. */
export interface CodeWanted {
	site: Site;
	channel: Channel;
	/** Of the request that waits for it. */
	requestKey: string;
	/** E.164. */
	number: string;
	visitorAddress: string;
	language: Language;
	/** They say that no code came. */
	again: boolean;
}

/**
 * Hands a code over, once. True: the network has it, may have it, or has not answered yet. No job does it, so that the code is written
 * down nowhere; one that is lost with its process is asked for again.
 */
export type SendCode = (
	wanted: CodeWanted,
	messageId: string,
	code: string
) => Promise< boolean >;

export interface SendCodeDependencies {
	telephonyOf: TelephonyOf< 'sendMessage' >;
	recipients: Pick< Recipients, 'learn' >;
	alerts: Pick< Alerts, 'raise' | 'clear' >;
	/** Told of what a code will cost. */
	otherCosts: Pick< OtherCosts, 'add' >;
	clock: Clock;
	/** E.164, or a short code: from which they come where the channel has no sender's name; null: from the caller id. */
	messagesNumber: string | null;
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
	logger: Logger;
}

/** WordPress waits for three seconds, and takes the service for away then (plugin/includes/service/class-service-client.php). */
const patienceMilliseconds = 1_500;
const refusedAlert = 'text_messages_refused';

export function createSendCode( dependencies: SendCodeDependencies ): SendCode {
	return async ( wanted, messageId, code ) => {
		const from = senderFor( wanted, dependencies );
		if ( from === null ) {
			return false;
		}
		const patience = new AbortController();
		const sending = handOver( dependencies, wanted, {
			messageId,
			to: wanted.number,
			from,
			text: codeMessage( wanted.site, code, wanted.language ),
		} );
		const onItsWay = delay( patienceMilliseconds, true, {
			signal: patience.signal,
		} ).catch( () => true );
		try {
			return await Promise.race( [ sending, onItsWay ] );
		} finally {
			patience.abort();
		}
	};
}

/** As for every text message of the channel. */
function senderFor(
	{ site, channel: { settings } }: CodeWanted,
	{ messagesNumber, defaultCallerId }: SendCodeDependencies
): string | null {
	return (
		settings.textMessages.sender ??
		messagesNumber ??
		settings.calls.callerId ??
		site.callerId ??
		defaultCallerId
	);
}

async function handOver(
	{
		telephonyOf,
		recipients,
		alerts,
		otherCosts,
		clock,
		logger,
	}: SendCodeDependencies,
	{ site, number }: CodeWanted,
	order: MessageOrder
): Promise< boolean > {
	try {
		const { messageSid } = await telephonyOf( site.id ).sendMessage(
			order
		);
		await otherCosts.add( {
			siteId: site.id,
			purpose: 'number_code',
			charged: 'message',
			sid: messageSid,
			over: clock.now(),
		} );
		await alerts.clear( site.id, refusedAlert );
		return true;
	} catch ( error ) {
		if ( ! ( error instanceof TelephonyError ) ) {
			throw error;
		}
		const isForOwner = error.kind === 'settings';
		logger[ isForOwner ? 'error' : 'warn' ](
			{ messageId: order.messageId, err: error },
			'A code was not accepted by the network'
		);
		if ( isForOwner ) {
			await alerts.raise( site.id, refusedAlert, error.code );
		}
		await recipients.learn( site.id, number, error.code );
		return error.kind === 'unknown';
	}
}
