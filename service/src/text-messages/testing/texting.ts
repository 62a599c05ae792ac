import type { ChannelSettingsInput } from '@rappel/contract';
import { createAlerts, type Alerts } from '../../alerts/alerts.js';
import type { ToldRequest } from '../../bookings/ports.js';
import { ManualJobs } from '../../callbacks/testing/manual-jobs.js';
import { createChannelStore } from '../../channels/channel-store.js';
import type { Channel } from '../../channels/channel.js';
import { someChannel } from '../../channels/testing/some-channel.js';
import { createLogger } from '../../logging.js';
import type { Database } from '../../persistence/database.js';
import type { Site } from '../../sites/site.js';
import { createSiteStore } from '../../sites/site-store.js';
import { someSite } from '../../sites/testing/some-site.js';
import type { MessageNews } from '../../telephony/call-events.js';
import { FakeTelephony } from '../../telephony/testing/fake-telephony.js';
import { createTextMessageStore } from '../text-message-store.js';
import { createTextMessages, type TextMessages } from '../text-messages.js';
import { SomeBookings } from './some-bookings.js';

export const client = '+33612345678';
export const landline = '+33145678901';
export const callerId = '+33180001234';

/** A site that writes to its clients over a real database, with a telephone network and a clock to play on. */
export class Texting {
	now = new Date( '2026-11-25T08:00:00.000Z' );
	readonly clock = { now: () => this.now };
	readonly telephony = new FakeTelephony( this.clock );
	readonly bookings = new SomeBookings();
	readonly jobs: ManualJobs;
	readonly alerts: Alerts;
	readonly messages: TextMessages;
	site!: Site;
	channel!: Channel;
	private incoming = 0;

	private constructor(
		readonly database: Database,
		messagesNumber: string | null
	) {
		this.jobs = new ManualJobs( database, this.clock );
		this.alerts = createAlerts( database, { clock: this.clock } );
		this.messages = createTextMessages( {
			database,
			jobs: this.jobs,
			channels: createChannelStore( database ),
			sites: createSiteStore( database ),
			bookings: this.bookings,
			telephonyOf: () => this.telephony,
			alerts: this.alerts,
			messagesNumber,
			clock: this.clock,
			logger: createLogger( 'silent' ),
		} );
		this.bookings.onCancel = ( request ) =>
			this.messages.notices.cancelled( request );
	}

	static async start(
		database: Database,
		settings: Partial< ChannelSettingsInput > = {},
		{ messagesNumber = null }: { messagesNumber?: string | null } = {}
	): Promise< Texting > {
		const texting = new Texting( database, messagesNumber );
		texting.site = someSite();
		await createSiteStore( database ).create( texting.site );
		texting.channel = await texting.addChannel( settings );
		return texting;
	}

	async addChannel(
		settings: Partial< ChannelSettingsInput > = {},
		siteId = this.site.id
	): Promise< Channel > {
		const channel = someChannel( settings, { siteId } );
		await createChannelStore( this.database ).create( channel );
		return channel;
	}

	/** A booking of the client for 2 pm of the 1st of December, in Paris, of which nobody was told yet. */
	booking( given: Partial< ToldRequest > = {} ): ToldRequest {
		return this.bookings.add( {
			siteId: this.site.id,
			channelId: this.channel.id,
			number: client,
			name: null,
			language: 'fr',
			timeZone: null,
			callerId,
			pageUrl: 'https://boulangerie.example/gateaux',
			startsAt: new Date( '2026-12-01T13:00:00.000Z' ),
			...given,
		} );
	}

	/** As `booking`, and the client is told. */
	async booked( given: Partial< ToldRequest > = {} ): Promise< ToldRequest > {
		const request = this.booking( given );
		await this.messages.notices.booked( request );
		await this.jobs.run();
		return request;
	}

	async moved( request: ToldRequest, to: string ): Promise< ToldRequest > {
		const moved = this.bookings.move( request, new Date( to ) );
		await this.messages.notices.moved( moved );
		await this.jobs.run();
		return moved;
	}

	async until( instant: string ): Promise< void > {
		this.now = new Date( instant );
		await this.jobs.run();
	}

	/** The client writes to the number that wrote to them. */
	async write(
		text: string,
		{ from = client, to = callerId } = {}
	): Promise< void > {
		await this.database.transaction( () =>
			this.messages.messageReceived( {
				messageSid: `SM${ this.incoming++ }`,
				from,
				to,
				text,
			} )
		);
		await this.jobs.run();
	}

	/** Whatever was sent, without what came before. */
	sent(): string[] {
		return this.telephony.messages.splice( 0 ).map( ( { text } ) => text );
	}

	/** What the network says of the newest message. */
	async tell(
		status: MessageNews[ 'status' ],
		code: string | null = null
	): Promise< void > {
		await this.messages.messageChanged( {
			messageId: this.telephony.messages.at( -1 )?.messageId ?? '',
			status,
			code,
			failure:
				status === 'failed' || status === 'undelivered'
					? { kind: 'permanent', numberInvalid: false }
					: null,
		} );
	}

	/** Of a request, in order: what is kept of each message. */
	async kept( { requestId }: Pick< ToldRequest, 'requestId' > ) {
		const all = await createTextMessageStore( this.database ).ofRequest(
			this.site.id,
			requestId
		);
		return all.map( ( { kind, state, code } ) => ( {
			kind,
			state,
			code,
		} ) );
	}
}
