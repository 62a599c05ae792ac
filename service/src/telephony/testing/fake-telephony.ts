import type { Clock } from '../../clock.js';
import type { Cost } from '../../costs/domain/cost.js';
import type { CallScript } from '../call-script.js';
import {
	TelephonyError,
	type AccountReport,
	type AnnouncementOrder,
	type Balance,
	type CallOrder,
	type CallReport,
	type CallStatus,
	type Hearing,
	type InvitationOrder,
	type MessageOrder,
	type Price,
	type Telephony,
} from '../telephony.js';

export interface FakeCall extends CallReport {
	/** Of an incoming call: what it would have been, had it been placed from there. */
	order: CallOrder;
	/** What it was redirected to, in order. */
	redirects: CallScript[];
}

export interface FakeRecording {
	recordingSid: string;
	callSid: string;
	/** The leg of which it will be told. */
	legId: string;
	audio: Uint8Array;
}

interface Trouble {
	error: TelephonyError;
	/** The order is carried out all the same, and only the answer is lost. */
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
	/** What calls said that say one thing. */
	readonly announced: string[] = [];
	readonly messages: Array< MessageOrder & { messageSid: string } > = [];
	/** Who was called into a room, and by whom they are heard. */
	readonly guests: Array< InvitationOrder & { callSid: string } > = [];
	/** Rooms in which nobody talks any more. */
	readonly closedRooms = new Set< string >();
	/** Of conversations and of messages that were left, as long as they are kept. */
	readonly recordings: FakeRecording[] = [];
	/** How many orders of calls were sent, accepted or not. */
	sent = 0;
	/** The account, as it tells of itself. */
	account: AccountReport = {
		type: 'full',
		active: true,
		balance: { milli: 20_000, currency: 'USD' },
		numbers: [
			{
				number: '+33180000000',
				voice: true,
				sms: true,
				isVerifiedOnly: false,
			},
		],
		countries: [ 'BE', 'CH', 'FR', 'LU' ],
	};
	/** Of what a price was asked, in order. */
	readonly askedPrices: string[] = [];
	/** What a minute and a segment cost by the list; null: there is none. */
	listed: { minute: Cost; segment: Cost } | null = {
		minute: { micros: 40_000, currency: 'USD' },
		segment: { micros: 80_000, currency: 'USD' },
	};
	/** Of the announcements, in order. */
	readonly testCallIds: Array< string | null > = [];
	private readonly prices = new Map< string, Price >();
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

	/** From now on the network says that this call, or this message, cost so much. */
	price( callOrMessageSid: string, price: Price ): void {
		this.prices.set( callOrMessageSid, price );
	}

	/** The calls of one leg: never more than one. */
	callsOf( legId: string ): FakeCall[] {
		return this.calls.filter( ( call ) => call.order.legId === legId );
	}

	/** Somebody rings one of our numbers; what they hear is for `rangIn` to say. */
	ringIn( from: string, to: string ): FakeCall {
		const call = this.newCall( {
			legId: '',
			to,
			from,
			ringSeconds: 60,
			timeLimitSeconds: 14_400,
			language: 'en',
			voice: 'woman',
			detectMachine: false,
		} );
		call.status = 'ringing';
		return call;
	}

	/** Somebody leaves a message on this call. */
	leaveMessage( callSid: string, legId: string ): FakeRecording {
		this.known( callSid );
		return this.newRecording( callSid, legId );
	}

	async placeCall( order: CallOrder ): Promise< { callSid: string } > {
		this.sent++;
		return this.troubled( () => ( {
			callSid: this.newCall( order ).callSid,
		} ) );
	}

	async placeAnnouncement( {
		testCallId,
		to,
		from,
		ringSeconds,
		message,
	}: AnnouncementOrder ): Promise< { callSid: string } > {
		this.sent++;
		return this.troubled( () => {
			const call = this.newCall( {
				legId: '',
				to,
				from,
				ringSeconds,
				timeLimitSeconds: 60,
				language: message.language,
				voice: message.voice,
				detectMachine: false,
			} );
			this.announced.push( message.text );
			this.testCallIds.push( testCallId );
			return { callSid: call.callSid };
		} );
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

	async inviteToRoom(
		order: InvitationOrder
	): Promise< { callSid: string } | null > {
		return this.troubled( () => {
			if ( this.closedRooms.has( order.room ) ) {
				return null;
			}
			const { callSid } = this.newCall( {
				...order,
				legId: order.supervisionId,
				language: 'en',
				voice: 'woman',
				detectMachine: false,
			} );
			this.guests.push( { ...order, callSid } );
			return { callSid };
		} );
	}

	async changeHearing(
		room: string,
		callSid: string,
		hearing: Hearing
	): Promise< boolean > {
		this.trouble();
		const guest = this.guests.find(
			( one ) => one.room === room && one.callSid === callSid
		);
		if ( ! guest || this.known( callSid ).status !== 'in_progress' ) {
			return false;
		}
		Object.assign( guest, hearing );
		return true;
	}

	async startRecording( callSid: string, legId: string ): Promise< void > {
		this.trouble();
		const call = this.calls.find( ( one ) => one.callSid === callSid );
		const records = this.recordings.some(
			( recording ) => recording.callSid === callSid
		);
		if ( call?.status === 'in_progress' && ! records ) {
			this.newRecording( callSid, legId );
		}
	}

	async fetchRecording(
		recordingSid: string
	): Promise< { contentType: string; audio: Uint8Array } | null > {
		this.trouble();
		const found = this.recordings.find(
			( recording ) => recording.recordingSid === recordingSid
		);
		return found
			? { contentType: 'audio/x-wav', audio: found.audio }
			: null;
	}

	async deleteRecording( recordingSid: string ): Promise< void > {
		this.trouble();
		const at = this.recordings.findIndex(
			( recording ) => recording.recordingSid === recordingSid
		);
		if ( at >= 0 ) {
			this.recordings.splice( at, 1 );
		}
	}

	async sendMessage(
		order: MessageOrder
	): Promise< { messageSid: string } > {
		return this.troubled( () => {
			const messageSid = sid( 'SM', this.messages.length + 1 );
			this.messages.push( { ...order, messageSid } );
			return { messageSid };
		} );
	}

	async priceOfCall( callSid: string ): Promise< Price > {
		this.trouble();
		return this.priceOf(
			callSid,
			this.calls.some( ( call ) => call.callSid === callSid )
		);
	}

	async priceOfMessage( messageSid: string ): Promise< Price > {
		this.trouble();
		return this.priceOf(
			messageSid,
			this.messages.some(
				( message ) => message.messageSid === messageSid
			)
		);
	}

	async minutePrice(): Promise< Cost | null > {
		this.trouble();
		return this.listed?.minute ?? null;
	}

	async segmentPrice(): Promise< Cost | null > {
		this.trouble();
		return this.listed?.segment ?? null;
	}

	async readAccount(): Promise< AccountReport > {
		this.trouble();
		return this.account;
	}

	async checkCredentials(): Promise< void > {
		this.trouble();
	}

	async readBalance(): Promise< Balance | null > {
		this.trouble();
		return this.account.balance;
	}

	private priceOf( asked: string, known: boolean ): Price {
		this.askedPrices.push( asked );
		return this.prices.get( asked ) ?? ( known ? 'not_yet' : 'never' );
	}

	private newCall( order: CallOrder ): FakeCall {
		const call: FakeCall = {
			callSid: sid( 'CA', this.calls.length + 1 ),
			order,
			status: 'queued',
			createdAt: this.clock.now(),
			endedAt: null,
			redirects: [],
		};
		this.calls.push( call );
		return call;
	}

	private newRecording( callSid: string, legId: string ): FakeRecording {
		const recording = {
			recordingSid: sid( 'RE', ++this.recorded ),
			callSid,
			legId,
			audio: new Uint8Array( 44 ),
		};
		this.recordings.push( recording );
		return recording;
	}

	private recorded = 0;

	private troubled< T >( carryOut: () => T ): T {
		const trouble = this.troubles.shift();
		if ( trouble && ! trouble.afterAcceptance ) {
			throw trouble.error;
		}
		const answer = carryOut();
		if ( trouble ) {
			throw trouble.error;
		}
		return answer;
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

function sid( kind: 'CA' | 'RE' | 'SM', number: number ): string {
	return kind + String( number ).padStart( 32, '0' );
}
