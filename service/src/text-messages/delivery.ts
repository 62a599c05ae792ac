import type { AlertCode, Alerts } from '../alerts/alerts.js';
import type { BookedRequests } from '../bookings/ports.js';
import type { Clock } from '../clock.js';
import { firstAskAt } from '../costs/domain/asking.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Logger } from '../logging.js';
import type { Database } from '../persistence/database.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import type { MessageNews } from '../telephony/call-events.js';
import { TelephonyError, type TelephonyOf } from '../telephony/telephony.js';
import type { Recipients } from './recipients.js';
import {
	stateAfter,
	statesBefore,
	type TextMessage,
	type TextMessageState,
} from './text-message.js';
import type { TextMessageStore } from './text-message-store.js';

export interface DeliveryDependencies {
	database: Database;
	jobs: Jobs;
	telephonyOf: TelephonyOf< 'sendMessage' >;
	alerts: Pick< Alerts, 'raise' | 'clear' >;
	/** The timeline of the request. */
	note: BookedRequests[ 'note' ];
	store: TextMessageStore;
	recipients: Recipients;
	/** What a message says that was queued without words; null: it is no longer so. */
	wordsOf: ( message: TextMessage ) => Promise< string | null >;
	clock: Clock;
	logger: Logger;
}

export type WantedMessage = Pick<
	TextMessage,
	| 'siteId'
	| 'channelId'
	| 'requestId'
	| 'kind'
	| 'occasion'
	| 'startsAt'
	| 'toNumber'
	| 'fromNumber'
> & {
	/** Absent: written when it is sent. */
	text?: string;
};

export interface Delivery {
	/**
	 * Puts a message on its way, or keeps why it is not sent. Joins the current transaction. False when there was one of this
	 * kind and occasion.
	 */
	queue: ( wanted: WantedMessage ) => Promise< boolean >;
	/** What the network says became of a message; may be told twice and in any order. */
	messageChanged: ( news: MessageNews ) => Promise< void >;
}

interface MessageJob {
	messageId: string;
}

const refusedAlert = 'text_messages_refused';
/** A trial account, and a number that it has not verified: https://www.twilio.com/docs/api/errors/21608 */
const trialCode = '21608';
const sendMessageJob = 'send-text-message';
/** 1 s, 2 s, 4 s, …: after a quarter of an hour a message is of little use. */
const retries = 10;

/** How a message gets to the network, and what becomes of it. Defines its job, so it must be made before `jobs.start`. */
export function createDelivery( dependencies: DeliveryDependencies ): Delivery {
	const { database, jobs, store, recipients, alerts, clock, logger } =
		dependencies;

	jobs.define< MessageJob >(
		sendMessageJob,
		( { messageId } ) => send( messageId ),
		{ retries }
	);

	const unreached = ( {
		siteId,
		toNumber,
		kind,
	}: Pick< TextMessage, 'siteId' | 'toNumber' | 'kind' > ) =>
		recipients.unreached( siteId, toNumber, kind === 'reply' );

	/** The intent is committed first: from `sending` on it is handed over once at most. */
	async function send( messageId: string ): Promise< void > {
		const message = await store.find( messageId );
		if ( ! message || message.state !== 'pending' ) {
			return;
		}
		const why = await unreached( message );
		if ( why ) {
			await move( message, { from: [ 'pending' ], to: why } );
			return;
		}
		const text = message.text || ( await dependencies.wordsOf( message ) );
		if ( ! text ) {
			await move( message, { from: [ 'pending' ], to: 'obsolete' } );
		} else if ( await store.beginSending( messageId, text, clock.now() ) ) {
			await handOver( { ...message, text } );
		}
	}

	async function handOver( message: TextMessage ): Promise< void > {
		try {
			const { messageSid } = await dependencies
				.telephonyOf( message.siteId )
				.sendMessage( {
					messageId: message.id,
					to: message.toNumber,
					from: message.fromNumber,
					text: message.text,
				} );
			await store.keepSid(
				message.id,
				messageSid,
				firstAskAt( clock.now() )
			);
			await move( message, { from: [ 'sending' ], to: 'accepted' } );
			await alerts.clear( message.siteId, refusedAlert );
		} catch ( error ) {
			if ( ! ( error instanceof TelephonyError ) ) {
				throw error;
			}
			await notHandedOver( message, error );
		}
	}

	async function notHandedOver(
		message: TextMessage,
		error: TelephonyError
	): Promise< void > {
		const to = (
			{
				retryable: 'pending',
				unknown: 'unknown',
				permanent: 'failed',
				settings: 'failed',
			} as const
		 )[ error.kind ];
		await move( message, { from: [ 'sending' ], to, code: error.code } );
		if ( error.kind === 'retryable' ) {
			throw error;
		}
		if ( error.kind === 'settings' ) {
			await alerts.raise(
				message.siteId,
				alertFor( error.code ),
				error.code
			);
		}
		logger[ error.kind === 'settings' ? 'error' : 'warn' ](
			{ messageId: message.id, err: error },
			'A text message was not accepted by the network'
		);
	}

	interface Move {
		from: readonly TextMessageState[];
		to: TextMessageState;
		/** The network's error number. */
		code?: string | null;
	}

	/** With what the request's timeline says of it, and what is learnt about the number. */
	function move(
		message: TextMessage,
		{ from, to, code = null }: Move
	): Promise< void > {
		return database.transaction( async () => {
			const now = clock.now();
			if (
				! ( await store.move( message.id, { from, to, code, now } ) )
			) {
				return;
			}
			await noteState( message, to, code );
			if ( code !== null ) {
				await recipients.learn(
					message.siteId,
					message.toNumber,
					code
				);
			}
		} );
	}

	async function noteState(
		{ requestId, kind, state: before }: TextMessage,
		state: TextMessageState,
		code: string | null
	): Promise< void > {
		const why = whyNotSent( state, code );
		if ( why ) {
			await dependencies.note(
				requestId,
				'text_message_not_sent',
				`${ kind } ${ why }`
			);
		} else if ( reachedNetwork( state ) && ! reachedNetwork( before ) ) {
			await dependencies.note( requestId, 'text_message_sent', kind );
		}
	}

	return {
		queue: ( { text = '', ...wanted } ) =>
			database.transaction( async () => {
				const why = await unreached( wanted );
				const now = clock.now();
				const message: TextMessage = {
					...wanted,
					id: timeOrderedId(),
					text,
					state: why ?? 'pending',
					code: null,
					messageSid: null,
					createdAt: now,
					updatedAt: now,
					sentAt: null,
				};
				if ( ! ( await store.add( message ) ) ) {
					return false;
				}
				await noteState( message, message.state, null );
				if ( ! why ) {
					await jobs.now< MessageJob >( sendMessageJob, {
						messageId: message.id,
					} );
				}
				return true;
			} ),

		messageChanged: ( { messageId, status, code, failure } ) =>
			database.transaction( async () => {
				const message = await store.find( messageId );
				if ( ! message ) {
					return;
				}
				await move( message, {
					from: statesBefore( status ),
					to: stateAfter( status ),
					code,
				} );
				if ( failure?.kind === 'settings' ) {
					await alerts.raise(
						message.siteId,
						alertFor( code ),
						code ?? ''
					);
				}
			} ),
	};
}

function alertFor( code: string | null ): AlertCode {
	return code === trialCode ? 'telephony_trial' : refusedAlert;
}

function reachedNetwork( state: TextMessageState ): boolean {
	return state === 'accepted' || state === 'sent' || state === 'delivered';
}

/** Null: it was sent, may still be, or is wanted no more. */
function whyNotSent(
	state: TextMessageState,
	code: string | null
): string | null {
	switch ( state ) {
		case 'landline':
		case 'opted_out':
			return state;
		case 'unknown':
		case 'undelivered':
		case 'failed':
			return code ?? state;
		default:
			return null;
	}
}
