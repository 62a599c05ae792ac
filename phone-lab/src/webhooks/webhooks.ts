import { strike, webhookFaults } from '../faults/faults.js';
import { newId } from '../sids.js';
import { appendLimited, logLimit } from '../state/lab-state.js';
import type { HttpMethod, WebhookRecord } from '../state/records.js';
import type { Lab } from '../lab/context.js';
import { exchangeOnce, NoAnswer } from './exchange.js';
import type { Answer } from './exchange.js';
import { deliveryPolicy, mayRetry } from './overrides.js';

export interface Callback {
	event: string;
	callSid: string | null;
	conferenceSid: string | null;
	messageSid?: string;
	url: string;
	method: HttpMethod;
	parameters: Record< string, string >;
}

const defaultLateSeconds = 3;
/** One held back to come out of order goes anyway after this long without a successor. */
const outOfOrderSeconds = 3;

/** Makes the lab's requests to the application, logs each, and breaks them when a fault says so. */
export class Webhooks {
	private readonly chains = new Map< string, Promise< unknown > >();

	constructor( private readonly lab: Lab ) {}

	/** Sends an event; nobody waits for the answer. Those of one call go one after the other, unless a fault mixes them. */
	callback( callback: Callback ): void {
		const record = this.record( 'callback', callback );
		const rule = strike( this.lab.state.faults, webhookFaults, callback );
		record.fault = rule?.kind ?? null;
		if ( rule?.kind === 'webhook-lost' ) {
			record.state = 'lost';
			return;
		}
		if ( rule?.kind === 'webhook-doubled' ) {
			record.copies = 2;
		}
		if (
			rule?.kind === 'webhook-late' ||
			rule?.kind === 'webhook-out-of-order'
		) {
			const seconds =
				rule.kind === 'webhook-late'
					? ( rule.delaySeconds ?? defaultLateSeconds )
					: outOfOrderSeconds;
			this.lab.timers.set(
				'webhook',
				record.id,
				this.lab.clock.now() + seconds * 1_000
			);
			return;
		}
		this.enqueue( record );
	}

	/** The `webhook` timer: a late one's time has come. */
	sendLate( id: string ): void {
		const record = this.lab.state.webhooks.find(
			( candidate ) => candidate.id === id
		);
		if ( record?.state === 'pending' ) {
			void this.lab.track( this.deliver( record ) );
		}
	}

	/** Sends again what a stop of the lab left unsent. */
	resume(): void {
		for ( const record of this.lab.state.webhooks ) {
			if ( record.state !== 'pending' ) {
				continue;
			}
			if ( record.kind === 'twiml' ) {
				// Its call asks again by itself.
				record.state = 'failed';
				record.error = 'the phone lab was stopped';
			} else if ( ! this.lab.timers.has( 'webhook', record.id ) ) {
				this.enqueue( record );
			}
		}
	}

	/**
	 * Fetches TwiML or audio for a call.
	 *
	 * @throws NoAnswer when no answer came, after the retries Twilio makes
	 */
	async fetch( callback: Callback ): Promise< Answer > {
		const record = this.record( 'twiml', callback );
		const rule = strike( this.lab.state.faults, webhookFaults, callback );
		record.fault = rule?.kind ?? null;
		if ( rule?.kind === 'webhook-lost' ) {
			record.state = 'lost';
			throw new NoAnswer( 'ct', 'lost by a fault' );
		}
		if ( rule?.kind === 'webhook-late' ) {
			await new Promise( ( resolve ) =>
				setTimeout(
					resolve,
					( rule.delaySeconds ?? defaultLateSeconds ) * 1_000
				).unref()
			);
		}
		if ( rule?.kind === 'webhook-doubled' ) {
			// As after a read time-out: the first answer is lost, the second one counts.
			record.copies = 2;
			await this.attempt( record ).catch( () => null );
		}
		return this.lab.track( this.attempt( record ) );
	}

	private record(
		kind: WebhookRecord[ 'kind' ],
		callback: Callback
	): WebhookRecord {
		const record: WebhookRecord = {
			id: newId(),
			at: this.lab.clock.now(),
			kind,
			...callback,
			idempotencyToken: newId(),
			state: 'pending',
			status: null,
			error: null,
			attempts: 0,
			durationMilliseconds: null,
			fault: null,
			copies: 1,
		};
		appendLimited( this.lab.state.webhooks, record, logLimit );
		this.lab.changed();
		return record;
	}

	private enqueue( record: WebhookRecord ): void {
		const chain =
			record.callSid ?? record.conferenceSid ?? record.messageSid ?? '';
		const before = this.chains.get( chain ) ?? Promise.resolve();
		const sent = before
			.then( () => this.deliver( record ) )
			.then( () => this.releaseHeld( record ) );
		this.chains.set( chain, sent );
		void this.lab.track( sent ).then( () => {
			if ( this.chains.get( chain ) === sent ) {
				this.chains.delete( chain );
			}
		} );
	}

	/** A later one has arrived: those held back to come out of order go now. */
	private releaseHeld( record: WebhookRecord ): void {
		for ( const held of this.lab.state.webhooks ) {
			const sameCall =
				held.callSid === record.callSid &&
				held.conferenceSid === record.conferenceSid &&
				held.messageSid === record.messageSid;
			if (
				held.state === 'pending' &&
				held.fault === 'webhook-out-of-order' &&
				sameCall &&
				this.lab.timers.has( 'webhook', held.id )
			) {
				this.lab.timers.clear( 'webhook', held.id );
				this.sendLate( held.id );
			}
		}
	}

	private async deliver( record: WebhookRecord ): Promise< void > {
		for ( let copy = 0; copy < record.copies; copy++ ) {
			await this.attempt( record ).catch( () => null );
		}
	}

	/** All tries of one request. The same idempotency token says to the application that it is the same one. */
	private async attempt( record: WebhookRecord ): Promise< Answer > {
		const policy = deliveryPolicy( record.url );
		for ( let retry = 0; ; retry++ ) {
			record.attempts += 1;
			const began = Date.now();
			try {
				const answer = await exchangeOnce( {
					url: record.url,
					method: record.method,
					parameters: record.parameters,
					authToken: this.lab.account.authToken,
					idempotencyToken: record.idempotencyToken,
					policy,
					signal: this.lab.stopping,
				} );
				if (
					retry < policy.retries &&
					mayRetry( policy, answer.status, null )
				) {
					continue;
				}
				record.status = answer.status;
				record.state = answer.status < 400 ? 'delivered' : 'failed';
				record.error =
					answer.status < 400 ? null : `HTTP ${ answer.status }`;
				return answer;
			} catch ( error ) {
				if (
					this.lab.stopping.aborted ||
					! ( error instanceof NoAnswer )
				) {
					throw error;
				}
				if (
					retry < policy.retries &&
					mayRetry( policy, null, error.failure )
				) {
					continue;
				}
				record.state = 'failed';
				record.error = error.message;
				throw error;
			} finally {
				record.durationMilliseconds = Date.now() - began;
				this.lab.changed();
			}
		}
	}
}
