import {
	actedOnRequestsSchema,
	actOnRequestsSchema,
	agentSchema,
	agentSeenSchema,
	blockedNumberListSchema,
	createLiveTokenSchema,
	liveQuerySchema,
	liveSnapshotSchema,
	liveTokenSchema,
	presenceLogQuerySchema,
	presenceLogSchema,
	requestFilterSchema,
	resultsQuerySchema,
	resultsSchema,
	saveAlertSettingsSchema,
	superviseSchema,
	supervisionSchema,
	testCallSchema,
} from '../index.js';
import { inLanguage, type Operation } from './operation.js';

/** What belongs to the team: presence, the Live dashboard, actions on requests, results. */
export const teamOperations = {
	actOnRequests: {
		summary:
			'Does one thing with up to a hundred requests, each by itself; the answer tells of each.',
		body: actOnRequestsSchema,
		answers: {
			200: {
				description: 'What came of it, in the order asked.',
				schema: actedOnRequestsSchema,
			},
		},
		problems: [],
	},
	exportRequests: {
		summary:
			'The requests that a filter finds, as a table; formulas are defused.',
		query: requestFilterSchema.extend( inLanguage.shape ),
		answers: {
			200: { description: 'RFC 4180, UTF-8.', schema: 'text/csv' },
		},
		problems: [],
	},
	supervise: {
		summary:
			'Rings the supervisor and lets them into the conversation, or changes how they are in it.',
		body: superviseSchema,
		answers: {
			200: {
				description: 'How they are in it.',
				schema: supervisionSchema,
			},
		},
		problems: [
			'request_not_found',
			'agent_not_found',
			'agent_without_number',
			'no_call_to_join',
		],
	},
	listBlockedNumbers: {
		summary: 'Numbers that may ask nothing of this site.',
		answers: {
			200: {
				description: 'The newest first.',
				schema: blockedNumberListSchema,
			},
		},
		problems: [],
	},
	unblockNumber: {
		summary: 'Lets a number ask again.',
		answers: { 204: { description: 'It may.', schema: null } },
		problems: [ 'blocked_number_not_found' ],
	},
	readResults: {
		summary: 'Figures of a period, beside those of the period before.',
		query: resultsQuerySchema,
		answers: {
			200: { description: 'The figures.', schema: resultsSchema },
		},
		problems: [],
	},
	readLive: {
		summary: 'What the Live dashboard shows at this moment.',
		query: liveQuerySchema,
		answers: {
			200: { description: 'Everything.', schema: liveSnapshotSchema },
		},
		problems: [],
	},
	createLiveToken: {
		summary:
			'An address from which a browser reads the dashboard’s events (text/event-stream) without a signature.',
		body: createLiveTokenSchema,
		answers: {
			201: { description: 'For a minute.', schema: liveTokenSchema },
		},
		problems: [],
	},
	saveAlertSettings: {
		summary: 'What an agent wants to be told, and how.',
		body: saveAlertSettingsSchema,
		answers: {
			200: {
				description: 'The agent as it is now.',
				schema: agentSchema,
			},
		},
		problems: [ 'agent_not_found' ],
	},
	agentSeen: {
		summary:
			'A page of Rappel is open before the agent, who hears how their presence is.',
		body: agentSeenSchema,
		answers: {
			200: {
				description: 'The agent as it is now.',
				schema: agentSchema,
			},
		},
		problems: [ 'agent_not_found' ],
	},
	testCall: {
		summary: 'Calls an agent, and says that their number works.',
		body: testCallSchema,
		answers: { 204: { description: 'It is dialled.', schema: null } },
		problems: [
			'agent_not_found',
			'agent_without_number',
			'channel_incomplete',
			'number_invalid',
			'too_many_requests',
			'service_unavailable',
		],
	},
	readPresenceLog: {
		summary: 'Who was there when, and who or what set it.',
		query: presenceLogQuerySchema,
		answers: {
			200: { description: 'One page.', schema: presenceLogSchema },
		},
		problems: [],
	},
} satisfies Record< string, Operation >;
