import type { Clock } from '../../clock.js';
import type { CallScript } from '../call-script.js';
import {
	TelephonyError,
	type CallOrder,
	type CallReport,
	type CallStatus,
	type Telephony,
} from '../telephony.js';

export interface FakeCall extends CallReport {
	order: CallOrder;
	/** What it was redirected to, in order. */
	redirects: CallScript[];
}

interface Trouble {
	error: TelephonyError;
	/** The call is placed all the same, and only the answer is lost. */
	afterAcceptance: boolean;
}

const over: CallStatus[] = [
	'completed',
	'busy',
	'no_answer',
	'refused',
	'failed',
	'cancelled',
];

/** A telephone network in memory, for tests: it does what it is told, and remembers every order that reached it. */
export class FakeTelephony implements Telephony {
	readonly calls: FakeCall[] = [];
	/** How many orders were sent, accepted or not. */
	sent = 0;
	private readonly troubles: Trouble[] = [];

	constructor( private readonly clock: Clock ) {}

	/** The next request ends in this error. */
	fail( error: TelephonyError, afterAcceptance = false ): void {
		this.troubles.push( { error, afterAcceptance } );
	}

	/** The call is now in this status, as if its phone had been touched. */
	set( callSid: string, status: CallStatus ): void {
		const call = this.known( callSid );
		call.status = status;
		call.endedAt = over.includes( status ) ? this.clock.now() : null;
	}

	/** The calls of one leg: never more than one. */
	callsOf( legId: string ): FakeCall[] {
		return this.calls.filter( ( call ) => call.order.legId === legId );
	}

	async placeCall( order: CallOrder ): Promise< { callSid: string } > {
		this.sent++;
		const trouble = this.troubles.shift();
		if ( trouble && ! trouble.afterAcceptance ) {
			throw trouble.error;
		}
		const callSid = `CA${ String( this.calls.length + 1 ).padStart(
			32,
			'0'
		) }`;
		this.calls.push( {
			callSid,
			order,
			status: 'queued',
			createdAt: this.clock.now(),
			endedAt: null,
			redirects: [],
		} );
		if ( trouble ) {
			throw trouble.error;
		}
		return { callSid };
	}

	async endCall( callSid: string ): Promise< void > {
		this.trouble();
		const call = this.known( callSid );
		if ( ! over.includes( call.status ) ) {
			this.set(
				callSid,
				call.status === 'in_progress' ? 'completed' : 'cancelled'
			);
		}
	}

	async redirectCall(
		callSid: string,
		script: CallScript
	): Promise< boolean > {
		this.trouble();
		const call = this.known( callSid );
		if ( call.status !== 'in_progress' ) {
			return false;
		}
		call.redirects.push( script );
		return true;
	}

	async fetchCall( callSid: string ): Promise< CallReport | null > {
		this.trouble();
		return this.calls.find( ( call ) => call.callSid === callSid ) ?? null;
	}

	async findCalls( wanted: {
		to: string;
		from: string;
	} ): Promise< CallReport[] > {
		this.trouble();
		return this.calls
			.filter(
				( { order } ) =>
					order.to === wanted.to && order.from === wanted.from
			)
			.toReversed();
	}

	private trouble(): void {
		const trouble = this.troubles.shift();
		if ( trouble ) {
			throw trouble.error;
		}
	}

	private known( callSid: string ): FakeCall {
		const call = this.calls.find( ( one ) => one.callSid === callSid );
		if ( ! call ) {
			throw new TelephonyError( 'permanent', '20404', 'No such call' );
		}
		return call;
	}
}
