import type {
	Agent,
	Channel,
	Connection,
	RequestDetail,
	SiteTelephonyAccount,
	TimelineEntry,
	SetUp,
} from '@rappel/contract';
import { newDraft } from '../domain/new-draft';

const second = ( value: number ) =>
	new Date( Date.UTC( 2026, 10, 25, 10, 0, value ) ).toISOString();

export const channel: Channel = {
	id: '00000000-0000-4000-8000-000000000001',
	version: 3,
	settings: {
		...newDraft( 'en' ),
		name: 'Sales',
		calls: { ...newDraft( 'en' ).calls, destinationNumber: '+33199001000' },
	},
	createdAt: second( 0 ),
	updatedAt: second( 0 ),
	missing: [],
};

export const connection: Connection = {
	connected: true,
	serviceUrl: 'https://service.example.org',
	site: {
		id: channel.id,
		name: 'Site',
		homeUrl: 'https://example.org',
		timeZone: 'Europe/Paris',
		callerId: null,
		ownerEmail: null,
		supervisorEmails: [],
		dailyRequestCap: 500,
		requestsToday: 12,
		monthlyLimitMilli: null,
		spentThisMonth: null,
		lowBalanceMilli: null,
		simulated: false,
		serviceVersion: '0.1.0',
		contractVersion: 1,
		alerts: [],
	},
	problem: null,
	keptRequests: 0,
};

const entry = (
	at: number,
	type: TimelineEntry[ 'type' ],
	party: TimelineEntry[ 'party' ] = null,
	detail: string | null = null
): TimelineEntry => ( {
	at: second( at ),
	type,
	party,
	agentName: null,
	detail,
} );

export const agent: Agent = {
	userId: 1,
	name: 'Ada',
	number: '+33612345678',
	email: null,
	presence: { status: 'offline', until: null },
	isInHours: true,
	isAwaited: true,
	opensAt: null,
	missedCallAt: null,
	wrapUpUntil: null,
	hours: { weekly: null, leave: [] },
	busyCalls: 0,
	alerts: {
		missedCall: 'none',
		failedBooking: 'email',
		dailyReport: 'none',
		opening: 'none',
	},
};

export const request: RequestDetail = {
	id: '00000000-0000-4000-8000-00000000000a',
	channelId: channel.id,
	channelName: 'Sales',
	state: 'done',
	failureReason: null,
	number: '+33612345678',
	name: 'Ada Martin',
	createdAt: second( 0 ),
	requestedAt: second( 0 ),
	endedAt: second( 30 ),
	talkSeconds: 18,
	language: 'fr',
	timeZone: 'Europe/Paris',
	note: null,
	pageUrl: 'https://example.org/contact',
	pageTitle: 'Contact',
	consentText: 'I agree to be called back.',
	consentAt: second( 0 ),
	heldBackBy: null,
	dueAt: null,
	bookedFor: null,
	uncovered: false,
	overdue: false,
	attempt: 1,
	attempts: 2,
	agentName: null,
	takenByUserId: null,
	ownerUserId: null,
	surveyScore: null,
	outcome: null,
	outcomeNote: null,
	costMilli: null,
	currency: null,
	recordingAgreed: null,
	recordings: [],
	attemptsMade: [
		{
			id: '00000000-0000-4000-8000-00000000000b',
			ordinal: 1,
			startedAt: second( 0 ),
			endedAt: second( 30 ),
			joinedAt: second( 12 ),
			talkSeconds: 18,
			legs: [
				{
					id: '00000000-0000-4000-8000-00000000000c',
					party: 'company',
					userId: null,
					agentName: null,
					incoming: false,
					number: '+33199001000',
					state: 'ended',
					dialedAt: second( 0 ),
					ringingAt: second( 1 ),
					answeredAt: second( 4 ),
					endedAt: second( 30 ),
					endReason: 'completed',
					hungUpFirst: false,
				},
				{
					id: '00000000-0000-4000-8000-00000000000d',
					party: 'client',
					userId: null,
					agentName: null,
					incoming: false,
					number: '+33612345678',
					state: 'ended',
					dialedAt: second( 4 ),
					ringingAt: second( 6 ),
					answeredAt: second( 12 ),
					endedAt: second( 30 ),
					endReason: 'completed',
					hungUpFirst: true,
				},
			],
		},
	],
	timeline: [
		entry( 0, 'requested' ),
		entry( 0, 'dialing', 'company', null ),
		entry( 12, 'joined' ),
		entry( 30, 'hung_up', 'client', null ),
		entry( 30, 'done', null, '18' ),
	],
};

export const telephonyAccount: SiteTelephonyAccount = {
	source: 'service',
	simulated: false,
	accountShown: 'AC…1234',
	account: {
		type: 'full',
		active: true,
		balance: { milli: 20_000, currency: 'EUR' },
		numbers: [
			{
				number: '+33970000000',
				voice: true,
				sms: true,
				isVerifiedOnly: false,
			},
		],
		countries: [ 'BE', 'FR' ],
	},
	problems: [],
	setBy: null,
	notTakenFor: null,
};

/** Nothing is set up yet. */
export const setUp: SetUp = {
	skipped: [],
	channelId: null,
	testCallAnswered: false,
	dismissed: false,
};
