import { afterEach, beforeEach, expect } from '@jest/globals';
import twilio from 'twilio';
import { startPhoneLab } from '../phone-lab.js';
import type { PhoneLab, PhoneLabOptions } from '../phone-lab.js';
import type { stateView } from '../lab/state-view.js';
import { startApplication } from './application.js';
import type { Application } from './application.js';
import { answerFaults } from './openapi.js';

export const accountSid = `AC${ '0123456789abcdef'.repeat( 2 ) }`;
export const authToken = 'token-of-the-tests';
export const caller = '+33199001234';

export type LabStateJson = ReturnType< typeof stateView >;

const { RequestClient } = twilio;
type RequestOptions< T > = Parameters<
	typeof RequestClient.prototype.request< T >
>[ 0 ];
type Response< T > = Awaited<
	ReturnType< typeof RequestClient.prototype.request< T > >
>;

/** The SDK's own HTTP client, with Twilio's host changed for the lab's; each answer is held against Twilio's OpenAPI file. */
class LabClient extends RequestClient {
	constructor(
		private readonly lab: () => string,
		private readonly timeoutMilliseconds: number
	) {
		super();
	}

	override async request< T >(
		options: RequestOptions< T >
	): Promise< Response< T > > {
		const uri = options.uri.replace(
			/^https:\/\/[a-z]+\.twilio\.com(?=\/)/,
			this.lab()
		);
		const answer = await super.request< T >( {
			...options,
			uri,
			timeout: this.timeoutMilliseconds,
		} );
		if ( answer.statusCode < 400 ) {
			const body: unknown =
				typeof answer.body === 'string' && answer.body !== ''
					? JSON.parse( answer.body )
					: answer.body;
			expect(
				answerFaults(
					options.method,
					new URL( uri ).pathname,
					answer.statusCode,
					body
				)
			).toEqual( [] );
		}
		return answer;
	}
}

/** A lab on a virtual clock with an application beside it, and the real SDK between them; new for each test. */
export class LabFixture {
	lab!: PhoneLab;
	application!: Application;

	client(
		credentials = { accountSid, authToken },
		timeoutMilliseconds = 5_000
	) {
		return twilio( credentials.accountSid, credentials.authToken, {
			httpClient: new LabClient(
				() => this.lab.url,
				timeoutMilliseconds
			),
		} );
	}

	async start( options: Partial< PhoneLabOptions > = {} ): Promise< void > {
		this.lab = await startPhoneLab( {
			port: 0,
			accountSid,
			authToken,
			...options,
		} );
	}

	/** A call with all events told to /status and its TwiML at /voice. */
	async call( to: string, options: Record< string, unknown > = {} ) {
		const call = await this.client().calls.create( {
			to,
			from: caller,
			url: `${ this.application.url }/voice`,
			statusCallback: `${ this.application.url }/status`,
			statusCallbackEvent: [
				'initiated',
				'ringing',
				'answered',
				'completed',
			],
			...options,
		} );
		await this.advance( 0 );
		const context = this.client().calls( call.sid );
		return {
			sid: call.sid,
			accountSid: call.accountSid,
			status: call.status,
			fetch: () => context.fetch(),
			update: ( change: Parameters< typeof context.update >[ 0 ] ) =>
				context.update( change ),
		};
	}

	async post(
		path: string,
		body: unknown = {}
	): Promise< { status: number; body: Record< string, unknown > } > {
		const response = await fetch( `${ this.lab.url }/lab/${ path }`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( body ),
		} );
		return {
			status: response.status,
			body: ( await response.json() ) as Record< string, unknown >,
		};
	}

	/** Lets that much time go by in the lab; 0 waits for all that is on its way. */
	async advance( seconds: number ): Promise< void > {
		expect(
			( await this.post( 'clock', { advanceSeconds: seconds } ) ).status
		).toBe( 200 );
	}

	async act(
		number: string,
		action: 'answer' | 'refuse' | 'hangup'
	): Promise< void > {
		expect(
			await this.post( `phones/${ number }/${ action }` )
		).toMatchObject( { status: 200 } );
		await this.advance( 0 );
	}

	async press( number: string, digits: string ): Promise< void > {
		expect(
			await this.post( `phones/${ number }/press`, { digits } )
		).toMatchObject( { status: 200 } );
		await this.advance( 0 );
	}

	/** The sound of a recording, fetched with the account's credentials. */
	async sound( recordingSid: string, ending: 'wav' | 'mp3' ) {
		const response = await fetch(
			`${ this.lab.url }/2010-04-01/Accounts/${ accountSid }/Recordings/${ recordingSid }.${ ending }`,
			{
				headers: {
					Authorization: `Basic ${ Buffer.from( `${ accountSid }:${ authToken }` ).toString( 'base64' ) }`,
				},
			}
		);
		expect( response.status ).toBe( 200 );
		return Buffer.from( await response.arrayBuffer() );
	}

	async state(): Promise< LabStateJson > {
		return ( await (
			await fetch( `${ this.lab.url }/lab/state` )
		).json() ) as LabStateJson;
	}

	async phone( number: string ) {
		const phone = ( await this.state() ).phones.find(
			( one ) => one.number === number
		);
		if ( ! phone ) {
			throw new Error( `no phone ${ number }` );
		}
		return phone;
	}

	/** What a phone heard, in words. */
	async heard( number: string ): Promise< string[] > {
		const base = this.application.url;
		return ( await this.phone( number ) ).heard.map(
			( { kind, text, url } ) =>
				[
					kind,
					text ??
						url?.replace( base, '' ).replace( this.lab.url, '' ),
				]
					.filter( Boolean )
					.join( ' ' )
		);
	}
}

export function useLab( options: Partial< PhoneLabOptions > = {} ): LabFixture {
	const fixture = new LabFixture();
	beforeEach( async () => {
		fixture.application = await startApplication( authToken );
		await fixture.start( options );
		await fixture.post( 'clock', { mode: 'virtual' } );
	} );
	afterEach( async () => {
		await fixture.lab.close();
		await fixture.application.close();
	} );
	return fixture;
}

/** A TwiML document. */
export const twiml = ( inside: string ): string =>
	`<?xml version="1.0" encoding="UTF-8"?><Response>${ inside }</Response>`;
