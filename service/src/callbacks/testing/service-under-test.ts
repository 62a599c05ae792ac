import { randomUUID } from 'node:crypto';
import {
	channelSettingsSchema,
	type ChannelSettingsInput,
	type CreateRequest,
	type Figures,
} from '@rappel/contract';
import { createAgentStore, type AgentStore } from '../../agents/agent-store.js';
import { createFindCandidates } from '../../agents/candidates.js';
import { createDescribeAgents } from '../../agents/describe-agents.js';
import {
	createPresenceKeeping,
	type PresenceKeeping,
} from '../../agents/presence.js';
import { createPresenceByPhone } from '../../agents/presence-by-phone.js';
import { createPresenceLogStore } from '../../agents/presence-log.js';
import { createAlerts } from '../../alerts/alerts.js';
import { createSlotFacts } from '../../availability/slot-facts.js';
import { createOfferedSlots } from '../../availability/slot-offers.js';
import {
	createBookingStore,
	type BookingStore,
} from '../../bookings/booking-store.js';
import {
	noNotices,
	type BookingNotices,
	type ToldRequest,
} from '../../bookings/ports.js';
import type { Channel } from '../../channels/channel.js';
import { createChannelStore } from '../../channels/channel-store.js';
import { someChannel } from '../../channels/testing/some-channel.js';
import { createOtherCosts } from '../../costs/other-costs.js';
import { createLimits } from '../../guards/limits.js';
import { createLogger } from '../../logging.js';
import {
	createNumberCodes,
	type NumberCodes,
} from '../../number-codes/number-codes.js';
import type { Letter, Mail } from '../../mail/mail.js';
import type { Database } from '../../persistence/database.js';
import type { Site } from '../../sites/site.js';
import { createSiteStore, type SiteStore } from '../../sites/site-store.js';
import { someSite } from '../../sites/testing/some-site.js';
import type {
	HumanNews,
	KeyNews,
	Receipt,
} from '../../telephony/call-events.js';
import type { CallScript } from '../../telephony/call-script.js';
import type { CallStatus } from '../../telephony/telephony.js';
import {
	FakeTelephony,
	type FakeCall,
} from '../../telephony/testing/fake-telephony.js';
import {
	createSupervision,
	type SupervisionKeeping,
} from '../../supervision/supervision.js';
import { createPacing } from '../../seats/pacing.js';
import { createSeats } from '../../seats/seats.js';
import type { AfterCall } from '../after-call.js';
import { createCallbacks, type Callbacks } from '../callbacks.js';
import type { FindCandidates } from '../candidates.js';
import { followPresence } from '../follow-presence.js';
import type { Party } from '../domain/leg.js';
import type { KillPoint, KillPointName } from '../kill-point.js';
import {
	createTeamAlerts,
	type TeamAlerts,
} from '../../team-alerts/team-alerts.js';
import { noFigures } from '../../team-alerts/testing/some-figures.js';
import { JobTable, ManualJobs } from './manual-jobs.js';

/** Thrown at a kill point: the process dies there, and what was not committed never was. */
export class ProcessDied extends Error {}

type PresenceStatus = 'online' | 'away' | 'offline';

type AgentNumber = `+${ string }`;

/** A side of the newest callback, or a number that was called. */
type Who = Party | AgentNumber;

const agentPrefix = '+3314000';

export function agentNumber( userId: number ): AgentNumber {
	return `${ agentPrefix }${ String( userId ).padStart( 4, '0' ) }`;
}

interface Options {
	/** 0: the account is not paced. */
	callsPerSecond?: number;
	/** 0: no bound. */
	maximumCalls?: number;
}

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
	/** As in life. */
	numberCodes!: NumberCodes;
	/** Every name that was passed. */
	readonly passed: KillPointName[] = [];
	private dieAt: KillPointName | null = null;

	readonly agents: AgentStore;
	readonly bookings: BookingStore;
	readonly sites: SiteStore;
	/** What was handed over to the mail server. */
	readonly letters: Letter[] = [];
	/** A test may put a real one in its place. */
	mail: Mail = {
		send: async ( letter ) => void this.letters.push( letter ),
	};
	/** As in life; the figures of every day are those that a test gives. */
	teamAlerts!: TeamAlerts;
	supervision!: SupervisionKeeping;
	figures: Figures = noFigures;
	/** What visitors were told of bookings. */
	readonly told: Array< [ keyof BookingNotices, ToldRequest ] > = [];
	private readonly notices: BookingNotices = {
		booked: async ( of ) => this.tellVisitor( 'booked', of ),
		moved: async ( of ) => this.tellVisitor( 'moved', of ),
		cancelled: async ( of ) => this.tellVisitor( 'cancelled', of ),
		notReached: async ( of ) => this.tellVisitor( 'notReached', of ),
	};

	/** Told of each commit that changed a request. */
	requestsChanged: ( siteId: string ) => void = () => undefined;
	/** As in life. */
	readonly presenceKeeping: PresenceKeeping;

	/** Who could be called: as in life, unless a test says otherwise. */
	candidates: FindCandidates;
	/** What was told after calls. */
	readonly after: Array< [ keyof AfterCall, object ] > = [];
	private readonly afterCall: AfterCall = {
		surveyScored: async ( of ) => void this.note( 'surveyScored', of ),
		bookingLinkWanted: async ( of ) =>
			void this.note( 'bookingLinkWanted', of ),
		recorded: async ( of ) => void this.note( 'recorded', of ),
		callMissed: async ( of ) => {
			this.note( 'callMissed', of );
			await this.presenceKeeping.missed( of );
			await this.teamAlerts.callMissed( of );
		},
		supervisorChanged: ( of ) => this.supervision.supervisorChanged( of ),
		testCallChanged: async ( of ) =>
			void this.note( 'testCallChanged', of ),
		messageChanged: async ( of ) => void this.note( 'messageChanged', of ),
		messageReceived: async ( of ) =>
			void this.note( 'messageReceived', of ),
	};

	constructor(
		readonly database: Database,
		private readonly options: Options = {}
	) {
		this.agents = createAgentStore( database );
		this.bookings = createBookingStore( database );
		this.sites = createSiteStore( database );
		this.candidates = createFindCandidates( this.agents );
		this.presenceKeeping = createPresenceKeeping( {
			database,
			agents: this.agents,
			log: createPresenceLogStore( database ),
			channels: createChannelStore( database ),
			sites: this.sites,
			presenceChanged: ( changed ) =>
				followPresence( this.callbacks, changed ),
			clock: this.clock,
		} );
		this.restart();
	}

	private tellVisitor( what: keyof BookingNotices, of: ToldRequest ): void {
		this.database.afterCommit( () => this.told.push( [ what, of ] ) );
	}

	private note( what: keyof AfterCall, of: object ): void {
		this.database.afterCommit( () => this.after.push( [ what, of ] ) );
	}

	static async start(
		database: Database,
		settings: Partial< ChannelSettingsInput > = {},
		site: Partial< Site > = {},
		options: Options = {}
	): Promise< ServiceUnderTest > {
		const service = new ServiceUnderTest( database, options );
		service.site = someSite( site );
		service.channel = someChannel( settings, { siteId: service.site.id } );
		await createSiteStore( database ).create( service.site );
		await createChannelStore( database ).create( service.channel );
		return service;
	}

	/** Another instance of the service, with connections of its own. */
	onInstance( database: Database ): ServiceUnderTest {
		const other = new ServiceUnderTest( database, this.options );
		other.site = this.site;
		other.channel = this.channel;
		return other;
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
		const mail: Mail = { send: ( letter ) => this.mail.send( letter ) };
		this.teamAlerts = createTeamAlerts( {
			database: this.database,
			jobs: this.jobs,
			sites: this.sites,
			channels: createChannelStore( this.database ),
			agents: this.agents,
			mail,
			telephonyOf: () => this.telephony,
			alerts: createAlerts( this.database, { clock: this.clock } ),
			otherCosts: createOtherCosts( this.database ),
			messagesNumber: null,
			defaultCallerId: null,
			readRequest: ( ...asked ) => this.callbacks.readRequest( ...asked ),
			figuresOf: async () => this.figures,
			clock: this.clock,
			logger: createLogger( 'silent' ),
		} );
		this.numberCodes = createNumberCodes( {
			database: this.database,
			limits: createLimits( this.database ),
			telephonyOf: () => this.telephony,
			otherCosts: createOtherCosts( this.database ),
			alerts: createAlerts( this.database, { clock: this.clock } ),
			messagesNumber: null,
			defaultCallerId: null,
			clock: this.clock,
			logger: createLogger( 'silent' ),
		} );
		this.callbacks = createCallbacks( {
			database: this.database,
			jobs: this.jobs,
			telephonyOf: () => this.telephony,
			sites: createSiteStore( this.database ),
			channels: createChannelStore( this.database ),
			limits: createLimits( this.database ),
			numberCodes: this.numberCodes,
			alerts: createAlerts( this.database, { clock: this.clock } ),
			clock: this.clock,
			logger: createLogger( 'silent' ),
			defaultCallerId: null,
			seats: createSeats( this.database ),
			bookings: this.bookings,
			slots: createOfferedSlots(
				createSlotFacts( {
					agents: this.agents,
					takenTimes: this.bookings,
					holidayDates: () => new Set(),
				} )
			),
			notices: this.notices,
			textMessages: noNotices,
			teamNews: async ( moved ) => {
				await this.teamAlerts.requestMoved( moved );
				await this.supervision.requestMoved( moved );
			},
			mail,
			pacing: createPacing( this.database, {
				account: 'AC',
				callsPerSecond: this.options.callsPerSecond ?? 0,
			} ),
			maximumCalls: this.options.maximumCalls ?? 0,
			candidates: ( question ) => this.candidates( question ),
			agents: this.agents,
			afterCall: this.afterCall,
			presenceByPhone: createPresenceByPhone( {
				agents: this.agents,
				presence: this.presenceKeeping,
				describe: createDescribeAgents( {
					channels: createChannelStore( this.database ),
					seats: createSeats( this.database ),
					clock: this.clock,
				} ),
				channels: createChannelStore( this.database ),
				sites: this.sites,
				defaultCallerId: null,
				clock: this.clock,
			} ),
			requestsChanged: ( siteId ) => this.requestsChanged( siteId ),
			killPoint,
		} );
		this.supervision = createSupervision( {
			database: this.database,
			jobs: this.jobs,
			telephonyOf: () => this.telephony,
			agents: this.agents,
			otherCosts: createOtherCosts( this.database ),
			talkOf: this.callbacks.talkOf,
			note: this.callbacks.noteSupervised,
			clock: this.clock,
			logger: createLogger( 'silent' ),
		} );
	}

	/** An agent with a number of their own, online unless said otherwise. */
	async agent(
		userId: number,
		status: PresenceStatus = 'online'
	): Promise< AgentNumber > {
		const number = agentNumber( userId );
		await this.agents.save(
			{
				siteId: this.site.id,
				userId,
				name: `Agent ${ userId }`,
				number,
				email: null,
			},
			this.now
		);
		await this.presence( userId, status );
		return number;
	}

	async presence( userId: number, status: PresenceStatus ): Promise< void > {
		await this.agents.saveStatus(
			{ siteId: this.site.id, userId, status },
			this.now
		);
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
			note: null,
			consent: false,
			consentText: null,
			language: 'fr',
			timeZone: null,
			pageUrl: 'https://boulangerie.example/contact',
			pageTitle: 'Contact',
			visitorAddress: '192.0.2.1',
			requestedAt: this.now.toISOString(),
			slot: null,
			ownerUserId: null,
			code: null,
			resendCode: false,
			kept: false,
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

	/** The newest call to a party, or to a number. */
	callTo( who: Who ): FakeCall {
		const call = this.telephony.calls.findLast( ( { order } ) =>
			who === 'company' || who === 'client'
				? this.isCompany( order.to ) === ( who === 'company' )
				: order.to === who
		);
		if ( ! call ) {
			throw new Error( `The ${ who } was not called` );
		}
		return call;
	}

	/** Whom the network was asked to call, in order. */
	called(): string[] {
		return this.telephony.calls.map( ( { order } ) => order.to );
	}

	private isCompany( number: string ): boolean {
		const { calls, fallback } = this.channel.settings;
		return (
			number === calls.destinationNumber ||
			number === fallback.number ||
			number.startsWith( agentPrefix )
		);
	}

	/** The network reports a status, numbered like its other messages. */
	async tell(
		party: Who,
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

	/** As `tell`, of one call. */
	async tellCall(
		call: FakeCall | undefined,
		status: CallStatus
	): Promise< void > {
		if ( ! call ) {
			throw new Error( 'There is no such call' );
		}
		this.telephony.set( call.callSid, status );
		await this.callbacks.callEvents.statusChanged(
			news( call, status ),
			this.receipt( call.callSid, `status ${ status }` )
		);
		await this.jobs.run();
	}

	/** The owner saves the channel with these settings besides. */
	async saveSettings(
		settings: Partial< ChannelSettingsInput >
	): Promise< void > {
		this.channel = {
			...this.channel,
			version: this.channel.version + 1,
			settings: channelSettingsSchema.parse( {
				...this.channel.settings,
				...settings,
			} ),
		};
		await createChannelStore( this.database ).save( this.channel );
	}

	/** The person picks up: what do they hear? */
	async answer( party: Who ): Promise< CallScript > {
		const call = this.callTo( party );
		this.telephony.set( call.callSid, 'in_progress' );
		const script = await this.callbacks.callEvents.answered(
			news( call, 'in_progress' )
		);
		await this.jobs.run();
		return script;
	}

	/** The person presses a key, or none in time: what do they hear next? */
	async press(
		who: Who,
		question: KeyNews[ 'question' ],
		digits: string | null
	): Promise< CallScript > {
		const script = await this.callbacks.callEvents.keyPressed( {
			...news( this.callTo( who ), 'in_progress' ),
			question,
			digits,
		} );
		await this.jobs.run();
		return script;
	}

	/** The client rings the number that calls them: what do they hear? */
	async ringIn( {
		from = '+33612345678',
		to = this.site.callerId ?? '',
	} = {} ): Promise< CallScript > {
		const call = this.telephony.ringIn( from, to );
		const script = await this.callbacks.callEvents.rangIn( {
			callSid: call.callSid,
			from,
			to,
		} );
		this.telephony.set(
			call.callSid,
			script.type === 'refuse' ? 'refused' : 'in_progress'
		);
		if ( 'legId' in script ) {
			call.order.legId = script.legId;
		}
		await this.jobs.run();
		return script;
	}

	/** An agent who was asked for their presence presses a key, or none in time: what do they hear next? */
	async choosePresence(
		digits: string | null,
		{
			from,
			to = this.site.callerId ?? '',
			again = false,
		}: {
			from: string;
			to?: string;
			again?: boolean;
		}
	): Promise< CallScript > {
		const { callSid } = this.telephony.calls.at( -1 ) ?? { callSid: '' };
		const script = await this.callbacks.callEvents.presenceChosen( {
			callSid,
			from,
			to,
			digits,
			again,
		} );
		await this.jobs.run();
		return script;
	}

	async leaveMessage( who: Who, seconds = 12 ): Promise< CallScript > {
		const script = await this.callbacks.callEvents.voicemailLeft( {
			...news( this.callTo( who ), 'in_progress' ),
			recordingSid: `RE${ '1'.repeat( 32 ) }`,
			seconds,
		} );
		await this.jobs.run();
		return script;
	}

	/** What was said can be heard at the network. */
	async recorded( who: Who, seconds = 30 ): Promise< void > {
		const { callSid, order } = this.callTo( who );
		await this.callbacks.callEvents.recorded(
			{
				legId: order.legId,
				callSid,
				kind: 'conversation',
				recordingSid: `RE${ '2'.repeat( 32 ) }`,
				seconds,
			},
			this.receipt( callSid, 'recording' )
		);
		await this.jobs.run();
	}

	async seatsTaken(): Promise< number > {
		const [ row ] = await this.database.bound.select< { taken: number } >(
			'SELECT COUNT(*) AS taken FROM seats WHERE free_at IS NULL',
			[]
		);
		return Number( row?.taken ?? 0 );
	}

	async judge( who: Who, verdict: HumanNews[ 'verdict' ] ): Promise< void > {
		const { callSid, order } = this.callTo( who );
		await this.callbacks.callEvents.humanJudged(
			{ legId: order.legId, callSid, verdict },
			this.receipt( callSid, 'machine' )
		);
		await this.jobs.run();
	}

	/** Both are joined, and talk for so long; then the client hangs up, and both calls are over. */
	async talk( seconds: number, company: Who = 'company' ): Promise< void > {
		await this.answer( company );
		await this.room( company, 'entered' );
		await this.answer( 'client' );
		await this.room( 'client', 'entered' );
		this.now = new Date( this.now.getTime() + seconds * 1_000 );
		await this.room( 'client', 'hung_up' );
		await this.tell( 'client', 'completed' );
		await this.tell( company, 'completed' );
	}

	/** Of the request with this key. */
	status( key: string ) {
		return this.callbacks.readStatus( {
			siteId: this.site.id,
			key,
			language: null,
		} );
	}

	private receipt( callSid: string, event: string ): Receipt {
		return { callSid, event, token: String( this.sequence++ ) };
	}

	/** The room has closed under this party, whose call goes on: what do they hear? */
	async leaveRoom( party: Who ): Promise< CallScript > {
		return this.callbacks.callEvents.leftRoom(
			news( this.callTo( party ), 'in_progress' )
		);
	}

	async room(
		party: Who,
		what: 'entered' | 'hung_up' | 'removed'
	): Promise< void > {
		const call = this.callTo( party );
		const id = await this.requestId();
		if ( ! id ) {
			throw new Error( 'There is no request' );
		}
		const { attemptsMade } = await this.callbacks.readRequest(
			this.site.id,
			id
		);
		await this.callbacks.callEvents.roomChanged(
			{
				attemptId: attemptsMade.at( -1 )?.id ?? '',
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
