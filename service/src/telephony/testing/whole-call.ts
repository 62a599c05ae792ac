import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type {
	RequestDetail,
	ChannelSettingsInput,
	CreateRequest,
	VisitorStatus,
} from '@rappel/contract';
import type { Channel } from '../../channels/channel.js';
import { createChannelStore } from '../../channels/channel-store.js';
import { someChannel } from '../../channels/testing/some-channel.js';
import twilio from 'twilio';
import { compose, type Service } from '../../composition-root.js';
import { readConfig } from '../../config.js';
import {
	signedAgent,
	type SignedAgent,
} from '../../http/testing/signed-agent.js';
import { createLogger } from '../../logging.js';
import type { Database } from '../../persistence/database.js';
import type { Site } from '../../sites/site.js';
import { createSiteStore } from '../../sites/site-store.js';
import { someSite } from '../../sites/testing/some-site.js';
import { TwilioRequestClient } from '../twilio/request-client.js';
import { startedPhoneLab, type StartedLab } from './started-phone-lab.js';

export const account = {
	accountSid: 'AC0123456789abcdef0123456789abcdef',
	authToken: '0123456789abcdef0123456789abcdef',
};
export const company = '+33123456789';
export const client = '+33612345678';
/** Shown on both phones; the site's. */
export const ourNumber = '+33123456700';

interface LabPhone {
	number: string;
	state: string;
	heard: Array< { text?: string } >;
	messages: Array< { body: string; direction: string; status: string } >;
	/** Those under way too. */
	recordings: unknown[];
}

interface LabState {
	phones: LabPhone[];
	calls: Array< { to: string; status: string } >;
	/** What the lab told the service. */
	webhooks: Array< { state: string; parameters: { Body?: string } } >;
}

const triesToSee = 750;
const millisecondsBetween = 40;

/** The whole service with real jobs, webhooks and Twilio's SDK, on a phone network that is real but for its wires. */
export class WholeCall {
	private constructor(
		readonly service: Service,
		readonly lab: StartedLab,
		readonly site: Site,
		readonly channel: Channel,
		readonly agent: SignedAgent
	) {}

	static async start(
		database: Database,
		databaseUrl: string,
		settings: Partial< ChannelSettingsInput > = {},
		/** Of the service, in place of what it usually is. */
		environment: Record< string, string > = {}
	): Promise< WholeCall > {
		const site = someSite( { callerId: ourNumber } );
		const channel = someChannel( settings, { siteId: site.id } );
		await createSiteStore( database ).create( site );
		await createChannelStore( database ).create( channel );
		const lab = await startedPhoneLab( account, [ { number: ourNumber } ] );
		const service = await compose(
			readConfig( {
				PORT: '0',
				DATABASE_URL: databaseUrl,
				TWILIO_ACCOUNT_SID: account.accountSid,
				TWILIO_AUTH_TOKEN: account.authToken,
				TWILIO_BASE_URL: lab.url,
				CALLS_PER_SECOND: '0',
				...environment,
			} ),
			{ logger: createLogger( 'silent' ) }
		);
		await service.start();
		await takeWhatComesIn( lab, service.url );
		return new WholeCall(
			service,
			lab,
			site,
			channel,
			signedAgent( service.url, site )
		);
	}

	async stop(): Promise< void > {
		await this.service.stop();
		await this.lab.close();
	}

	async submit(
		given: Partial< CreateRequest > = {}
	): Promise< VisitorStatus > {
		const answer = await this.agent.post( '/v1/callback-requests', {
			key: randomUUID(),
			channelId: this.channel.id,
			number: client,
			language: 'fr',
			visitorAddress: '192.0.2.1',
			requestedAt: new Date().toISOString(),
			...given,
		} );
		if ( answer.status !== 201 ) {
			throw new Error( `Not taken: ${ JSON.stringify( answer.body ) }` );
		}
		return answer.body as VisitorStatus;
	}

	/** Of the newest request. */
	async detail(): Promise< RequestDetail > {
		const list = await this.agent.get( '/v1/callback-requests?limit=1' );
		const { requests } = list.body as { requests: Array< { id: string } > };
		const one = await this.agent.get(
			`/v1/callback-requests/${ requests[ 0 ]?.id ?? '' }`
		);
		return one.body as RequestDetail;
	}

	async labState(): Promise< LabState > {
		const answer = await fetch( `${ this.lab.url }/lab/state` );
		return ( await answer.json() ) as LabState;
	}

	/** The person at a phone does something; answers whether it could be done. */
	async act(
		number: string,
		action: string,
		body: object = {}
	): Promise< void > {
		const answer = await fetch(
			`${ this.lab.url }/lab/phones/${ number }/${ action }`,
			{
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify( body ),
			}
		);
		if ( ! answer.ok ) {
			throw new Error(
				`${ number } cannot ${ action }: ${ await answer.text() }`
			);
		}
	}

	press( number: string, digits: string ): Promise< void > {
		return this.act( number, 'press', { digits } );
	}

	async answer( number: string ): Promise< void > {
		await this.rings( number );
		await this.act( number, 'answer' );
	}

	rings( number: string ): Promise< unknown > {
		return this.until( `${ number } rings`, async () =>
			( await this.labState() ).phones.some(
				( phone ) =>
					phone.number === number && phone.state === 'ringing'
			)
		);
	}

	/** The network records somebody's call. */
	isRecorded(): Promise< unknown > {
		return this.until( 'a call is recorded', async () =>
			( await this.labState() ).phones.some(
				( { recordings } ) => recordings.length > 0
			)
		);
	}

	/** What is said to a phone has begun. */
	hears( number: string, words: string ): Promise< unknown > {
		return this.until( `${ number } hears “${ words }”`, async () =>
			JSON.stringify(
				( await this.labState() ).phones.find(
					( phone ) => phone.number === number
				)?.heard ?? []
			).includes( words )
		);
	}

	/** A text message with these words is in the phone's hands. */
	reads( number: string, words: string ): Promise< unknown > {
		return this.until( `${ number } reads “${ words }”`, async () =>
			( await this.messagesAt( number ) ).some( ( body ) =>
				body.includes( words )
			)
		);
	}

	/** Every text message that reached a phone. */
	async messagesAt( number: string ): Promise< string[] > {
		const { phones } = await this.labState();
		const phone = phones.find( ( one ) => one.number === number );
		return ( phone?.messages ?? [] )
			.filter( ( { status } ) => status === 'delivered' )
			.map( ( { body } ) => body );
	}

	/** The person at a phone writes to the number that is shown to them. */
	write( number: string, body: string ): Promise< void > {
		return this.act( number, 'sms', { to: ourNumber, body } );
	}

	is( state: string ): Promise< RequestDetail > {
		return this.until( `the request is ${ state }`, async () => {
			const now = await this.detail();
			return now.state === state && now;
		} );
	}

	/** The request is in this state, and no call of it lives. */
	ended( state: string ): Promise< RequestDetail > {
		return this.until( `the request ends ${ state }`, async () => {
			const now = await this.detail();
			const over = now.attemptsMade.every( ( attempt ) =>
				attempt.legs.every( ( leg ) =>
					[ 'ended', 'planned' ].includes( leg.state )
				)
			);
			return now.state === state && over && now;
		} );
	}

	/** Waits for what happens by itself, up to 30 s. */
	async until< T >(
		what: string,
		look: () => Promise< T | false | undefined >
	): Promise< T > {
		for ( let tries = 0; tries < triesToSee; tries++ ) {
			const found = await look();
			if ( found ) {
				return found;
			}
			await delay( millisecondsBetween );
		}
		throw new Error(
			`Not seen: ${ what }\n${ JSON.stringify( await this.detail().catch( String ) ) }\n${ JSON.stringify(
				await this.labState()
			).slice( 0, 6_000 ) }`
		);
	}
}

/** What the owner of a number does in Twilio's console: docs/telephony.md. */
async function takeWhatComesIn(
	lab: StartedLab,
	serviceUrl: string
): Promise< void > {
	const network = twilio( account.accountSid, account.authToken, {
		httpClient: new TwilioRequestClient( lab.url ),
	} );
	const [ number ] = await network.incomingPhoneNumbers.list( { limit: 1 } );
	await network.incomingPhoneNumbers( number?.sid ?? '' ).update( {
		voiceUrl: `${ serviceUrl }/twilio/incoming`,
		statusCallback: `${ serviceUrl }/twilio/incoming/status`,
		smsUrl: `${ serviceUrl }/twilio/sms`,
		smsFallbackUrl: `${ serviceUrl }/twilio/sms`,
	} );
}
