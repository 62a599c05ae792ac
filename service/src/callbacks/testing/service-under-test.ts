import { randomUUID } from 'node:crypto';
import type { ChannelSettingsInput, CreateRequest } from '@rappel/contract';
import { createAlerts } from '../../alerts/alerts.js';
import type { Channel } from '../../channels/channel.js';
import { createChannelStore } from '../../channels/channel-store.js';
import { someChannel } from '../../channels/testing/some-channel.js';
import { createLimits } from '../../guards/limits.js';
import { createLogger } from '../../logging.js';
import type { Database } from '../../persistence/database.js';
import type { Site } from '../../sites/site.js';
import { createSiteStore } from '../../sites/site-store.js';
import { someSite } from '../../sites/testing/some-site.js';
import type { CallScript } from '../../telephony/call-script.js';
import type { CallStatus } from '../../telephony/telephony.js';
import {
	FakeTelephony,
	type FakeCall,
} from '../../telephony/testing/fake-telephony.js';
import { createCallbacks, type Callbacks } from '../callbacks.js';
import type { Party } from '../domain/leg.js';
import type { KillPoint, KillPointName } from '../kill-point.js';
import { JobTable, ManualJobs } from './manual-jobs.js';

/** Thrown at a kill point: the process dies there, and what was not committed never was. */
export class ProcessDied extends Error {}

/** A site, a channel and everything about callbacks over a real database, with a telephone network and a clock to play on. */
export class ServiceUnderTest {
	now = new Date( '2026-11-24T10:00:00.000Z' );
	readonly clock = { now: () => this.now };
	readonly telephony = new FakeTelephony( this.clock );
	readonly table = new JobTable();
	site!: Site;
	channel!: Channel;
	jobs!: ManualJobs;
	callbacks!: Callbacks;
	/** Every name that was passed. */
	readonly passed: KillPointName[] = [];
	private dieAt: KillPointName | null = null;

	constructor( readonly database: Database ) {
		this.restart();
	}

	static async start(
		database: Database,
		settings: Partial< ChannelSettingsInput > = {},
		site: Partial< Site > = {}
	): Promise< ServiceUnderTest > {
		const service = new ServiceUnderTest( database );
		service.site = someSite( site );
		service.channel = someChannel( settings, { siteId: service.site.id } );
		await createSiteStore( database ).create( service.site );
		await createChannelStore( database ).create( service.channel );
		return service;
	}

	/** A new process over the same database and the same network. */
	restart(): void {
		this.dieAt = null;
		this.jobs = new ManualJobs( this.database, this.clock, this.table );
		const killPoint: KillPoint = ( name ) => {
			this.passed.push( name );
			if ( name === this.dieAt ) {
				throw new ProcessDied( name );
			}
		};
		this.callbacks = createCallbacks( {
			database: this.database,
			jobs: this.jobs,
			telephony: this.telephony,
			sites: createSiteStore( this.database ),
			channels: createChannelStore( this.database ),
			limits: createLimits( this.database ),
			alerts: createAlerts( this.database, { clock: this.clock } ),
			clock: this.clock,
			logger: createLogger( 'silent' ),
			defaultCallerId: null,
			killPoint,
		} );
	}

	/** The process dies when it next passes this point. */
	killAt( name: KillPointName ): void {
		this.dieAt = name;
	}

	submission( given: Partial< CreateRequest > = {} ): CreateRequest {
		return {
			key: randomUUID(),
			channelId: this.channel.id,
			number: '06 12 34 56 78',
			name: null,
			consent: false,
			consentText: null,
			language: 'fr',
			timeZone: null,
			pageUrl: 'https://boulangerie.example/contact',
			pageTitle: 'Contact',
			visitorAddress: '192.0.2.1',
			requestedAt: this.now.toISOString(),
			withoutScript: false,
			...given,
		};
	}

	submit( given: Partial< CreateRequest > = {} ) {
		return this.callbacks.createRequest(
			this.site,
			this.submission( given )
		);
	}

	/** Lets time pass, with its jobs and a look at the deadlines. */
	async pass( seconds: number ): Promise< void > {
		const end = this.now.getTime() + seconds * 1_000;
		while ( this.now.getTime() < end ) {
			this.now = new Date( Math.min( this.now.getTime() + 5_000, end ) );
			await this.jobs.run();
			await this.callbacks.sweep();
			await this.jobs.run();
		}
	}

	/** The newest call to a party; the company's number is the channel's. */
	callTo( party: Party ): FakeCall {
		const number = this.channel.settings.calls.destinationNumber;
		const call = this.telephony.calls.findLast(
			( { order } ) => ( order.to === number ) === ( party === 'company' )
		);
		if ( ! call ) {
			throw new Error( `The ${ party } was not called` );
		}
		return call;
	}

	/** The network reports a status, numbered like its other messages. */
	async tell(
		party: Party,
		status: CallStatus,
		sequence: number = this.sequence++
	): Promise< void > {
		const call = this.callTo( party );
		this.telephony.set( call.callSid, status );
		await this.callbacks.callEvents.statusChanged( news( call, status ), {
			callSid: call.callSid,
			event: `status ${ status }`,
			token: String( sequence ),
		} );
		await this.jobs.run();
	}

	/** The person picks up: what do they hear? */
	async answer( party: Party ): Promise< CallScript > {
		const call = this.callTo( party );
		this.telephony.set( call.callSid, 'in_progress' );
		const script = await this.callbacks.callEvents.answered(
			news( call, 'in_progress' )
		);
		await this.jobs.run();
		return script;
	}

	/** The room has closed under this party, whose call goes on: what do they hear? */
	async leaveRoom( party: Party ): Promise< CallScript > {
		return this.callbacks.callEvents.leftRoom(
			news( this.callTo( party ), 'in_progress' )
		);
	}

	async room(
		party: Party,
		what: 'entered' | 'hung_up' | 'removed'
	): Promise< void > {
		const call = this.callTo( party );
		const id = await this.requestId();
		if ( ! id ) {
			throw new Error( 'There is no request' );
		}
		const { attempts } = await this.callbacks.readRequest(
			this.site.id,
			id
		);
		await this.callbacks.callEvents.roomChanged(
			{
				attemptId: attempts[ 0 ]?.id ?? '',
				participant: {
					legId: call.order.legId,
					callSid: call.callSid,
					what,
				},
				occurredAt: null,
			},
			{
				callSid: call.callSid,
				event: `room ${ what }`,
				token: String( this.sequence++ ),
			}
		);
		await this.jobs.run();
	}

	/** Of the newest request. */
	async requestId(): Promise< string > {
		const { requests } = await this.callbacks.listRequests( this.site.id, {
			limit: 1,
		} );
		return requests[ 0 ]?.id ?? '';
	}

	async detail() {
		return this.callbacks.readRequest(
			this.site.id,
			await this.requestId()
		);
	}

	private sequence = 0;
}

function news( call: FakeCall, status: CallStatus ) {
	return {
		legId: call.order.legId,
		callSid: call.callSid,
		status,
		occurredAt: null,
		code: null,
	};
}
