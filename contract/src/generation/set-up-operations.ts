import {
	channelTestCallSchema,
	costEstimateSchema,
	readinessSchema,
	saveTelephonyAccountSchema,
	startTestCallSchema,
	telephonyAccountSchema,
} from '../index.js';
import { inLanguage, type Operation } from './operation.js';

/** What an owner sets a channel up with, and looks at before it goes live. */
export const setUpOperations = {
	readReadiness: {
		summary: 'What the channel lacks before it goes live.',
		query: inLanguage,
		answers: {
			200: { description: 'Each check.', schema: readinessSchema },
		},
		problems: [ 'channel_not_found' ],
	},
	startTestCall: {
		summary: 'Calls a number, says that all is well, and hangs up.',
		body: startTestCallSchema,
		answers: {
			201: { description: 'Calling.', schema: channelTestCallSchema },
		},
		problems: [
			'channel_not_found',
			'channel_incomplete',
			'number_missing',
			'number_invalid',
			'number_country_refused',
			'number_type_refused',
			'too_many_requests',
			'spending_limit_reached',
			'site_moved',
		],
	},
	readTestCall: {
		summary: 'How the test call goes.',
		query: inLanguage,
		answers: {
			200: { description: 'As it is.', schema: channelTestCallSchema },
		},
		problems: [ 'channel_not_found', 'test_call_not_found' ],
	},
	readEstimate: {
		summary: 'What a callback of the channel costs, as far as is known.',
		answers: {
			200: { description: 'An estimate.', schema: costEstimateSchema },
		},
		problems: [ 'channel_not_found' ],
	},
	readTelephonyAccount: {
		summary: 'The account that calls are made from, asked of the network.',
		query: inLanguage,
		answers: {
			200: {
				description: 'The account and what it lacks.',
				schema: telephonyAccountSchema,
			},
		},
		problems: [],
	},
	saveTelephonyAccount: {
		summary:
			'Gives the site an account of its own, tried first; null takes it away.',
		body: saveTelephonyAccountSchema,
		answers: {
			200: {
				description: 'The account from now on.',
				schema: telephonyAccountSchema,
			},
		},
		problems: [ 'telephony_credentials_refused', 'telephony_unreachable' ],
	},
} satisfies Record< string, Operation >;
