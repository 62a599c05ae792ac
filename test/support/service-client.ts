import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import {
	type ChannelSettingsInput,
	type Channel,
	contractVersion,
	type Paired,
	type RequestDetail,
	type RequestList,
	signatureHeaders,
	textToSign,
	type VisitorStatus,
} from '@rappel/contract';

export interface Answer< Body > {
	status: number;
	body: Body;
}

/** Speaks to the service as WordPress does: paired by a code, every call signed. */
export class ServiceClient {
	private constructor(
		readonly url: string,
		readonly homeUrl: string,
		private readonly paired: Paired,
		/** By which it signs: milliseconds since 1970. */
		private readonly now: () => number
	) {}

	static async pair(
		url: string,
		code: string,
		homeUrl = 'https://example.org',
		now: () => number = Date.now
	): Promise< ServiceClient > {
		const response = await fetch( `${ url }/v1/pairings`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( {
				code,
				homeUrl,
				name: 'Example',
				timeZone: 'Europe/Paris',
			} ),
		} );
		if ( ! response.ok ) {
			throw new Error( `Pairing failed: ${ await response.text() }` );
		}
		return new ServiceClient(
			url,
			homeUrl,
			( await response.json() ) as Paired,
			now
		);
	}

	async call< Body >(
		method: string,
		target: string,
		body?: unknown
	): Promise< Answer< Body > > {
		const response = await fetch(
			`${ this.url }${ target }`,
			this.signed( method, target, body )
		);
		const text = await response.text();
		return {
			status: response.status,
			body: ( text === '' ? undefined : JSON.parse( text ) ) as Body,
		};
	}

	/** What `fetch` needs for one signed call. */
	signed( method: string, target: string, body?: unknown ): RequestInit {
		const text = body === undefined ? '' : JSON.stringify( body );
		const timestamp = String( Math.floor( this.now() / 1_000 ) );
		const nonce = randomBytes( 18 ).toString( 'base64url' );
		const bodySha256 = createHash( 'sha256' )
			.update( text )
			.digest( 'hex' );
		const signature = createHmac( 'sha256', this.paired.secret )
			.update(
				textToSign( {
					method,
					target,
					bodySha256,
					timestamp,
					nonce,
					homeUrl: this.homeUrl,
				} )
			)
			.digest( 'hex' );
		return {
			method,
			...( body === undefined ? {} : { body: text } ),
			headers: {
				'Content-Type': 'application/json',
				[ signatureHeaders.site ]: this.paired.siteId,
				[ signatureHeaders.timestamp ]: timestamp,
				[ signatureHeaders.nonce ]: nonce,
				[ signatureHeaders.home ]: this.homeUrl,
				[ signatureHeaders.contract ]: String( contractVersion ),
				[ signatureHeaders.signature ]: signature,
			},
		};
	}

	async createChannel( settings: ChannelSettingsInput ): Promise< Channel > {
		const { status, body } = await this.call< Channel >(
			'POST',
			'/v1/channels',
			{ settings }
		);
		if ( status !== 201 ) {
			throw new Error(
				`The channel was refused (${ status }): ${ JSON.stringify( body ) }`
			);
		}
		return body;
	}

	/** A visitor's request as WordPress sends it; `more` overrides any field. */
	ask(
		channelId: string,
		number: string,
		more: Record< string, unknown > = {}
	): Promise< Answer< VisitorStatus > > {
		return this.call(
			'POST',
			'/v1/callback-requests',
			this.request( channelId, number, more )
		);
	}

	request(
		channelId: string,
		number: string,
		more: Record< string, unknown > = {}
	): Record< string, unknown > {
		return {
			key: randomUUID(),
			channelId,
			number,
			language: 'en',
			visitorAddress: '192.0.2.1',
			requestedAt: new Date( this.now() ).toISOString(),
			...more,
		};
	}

	async status( key: string ): Promise< VisitorStatus > {
		return (
			await this.call< VisitorStatus >(
				'GET',
				`/v1/callback-requests/by-key/${ key }`
			)
		).body;
	}

	async requests(): Promise< RequestList > {
		return (
			await this.call< RequestList >(
				'GET',
				'/v1/callback-requests?limit=100'
			)
		).body;
	}

	async detail( id: string ): Promise< RequestDetail > {
		return (
			await this.call< RequestDetail >(
				'GET',
				`/v1/callback-requests/${ id }`
			)
		).body;
	}
}

/**
 * The n-th of 5,000 numbers of the range that France keeps for fiction (01 99 00 …): nobody's. Its mobile range (06 39 98 …)
 * is no valid number for libphonenumber.
 */
export function fictionalNumber( n: number ): string {
	return `+3319900${ String( 5_000 + ( n % 5_000 ) ) }`;
}
