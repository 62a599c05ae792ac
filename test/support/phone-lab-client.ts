import { eventually } from './eventually.js';

export interface LabPhone {
	number: string;
	state: string;
	callSid: string | null;
	heard: {
		at: string;
		kind: string;
		text?: string;
		url?: string;
		language?: string;
		voice?: string;
		/** How often it was heard in a row. */
		times: number;
	}[];
	conference: string | null;
	with: string[];
}

export interface LabCall {
	sid: string;
	to: string;
	from: string;
	status: string;
	createdAt: string;
	url: string | null;
}

export interface LabMessage {
	to: string;
	body: string;
	segments: number;
}

export interface LabState {
	messages: LabMessage[];
	phones: LabPhone[];
	calls: LabCall[];
	webhooks: { url: string; status: number | null }[];
	requests: { method: string; path: string; status: number }[];
}

/** Lifts, presses and hangs up the phones of the lab, as a person at its page would. */
export class PhoneLabClient {
	constructor( readonly url: string ) {}

	async state(): Promise< LabState > {
		return (
			await fetch( `${ this.url }/lab/state` )
		).json() as Promise< LabState >;
	}

	async phone( number: string ): Promise< LabPhone | undefined > {
		return ( await this.state() ).phones.find(
			( phone ) => phone.number === number
		);
	}

	/** Every call ever made to a number, the eldest first. */
	async callsTo( number: string ): Promise< LabCall[] > {
		return ( await this.state() ).calls.filter(
			( call ) => call.to === number
		);
	}

	/** Every text message ever sent to a number, the eldest first. */
	async messagesTo( number: string ): Promise< LabMessage[] > {
		return ( await this.state() ).messages.filter(
			( message ) => message.to === number
		);
	}

	/** Waits until the phone is in that state, and gives it. */
	until(
		number: string,
		state: string,
		seconds?: number
	): Promise< LabPhone > {
		return eventually(
			`the phone ${ number } is ${ state }`,
			async () => {
				const phone = await this.phone( number );
				return phone?.state === state ? phone : undefined;
			},
			seconds
		);
	}

	answer = ( number: string ) =>
		this.post( `/lab/phones/${ encodeURIComponent( number ) }/answer` );
	refuse = ( number: string ) =>
		this.post( `/lab/phones/${ encodeURIComponent( number ) }/refuse` );
	hangUp = ( number: string ) =>
		this.post( `/lab/phones/${ encodeURIComponent( number ) }/hangup` );
	press = ( number: string, digits: string ) =>
		this.post( `/lab/phones/${ encodeURIComponent( number ) }/press`, {
			digits,
		} );
	/** Rings a number of the account. */
	call = ( number: string, to: string ) =>
		this.post( `/lab/phones/${ encodeURIComponent( number ) }/call`, {
			to,
		} );
	speak = ( number: string, text: string ) =>
		this.post( `/lab/phones/${ encodeURIComponent( number ) }/speak`, {
			text,
		} );
	faults = ( faults: unknown ) => this.post( '/lab/faults', faults );

	private async post( path: string, body: unknown = {} ): Promise< void > {
		const response = await fetch( `${ this.url }${ path }`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( body ),
		} );
		if ( ! response.ok ) {
			throw new Error(
				`The phone lab refused ${ path }: ${ await response.text() }`
			);
		}
	}
}
