import {
	agentListSchema,
	agentSchema,
	availabilitySchema,
	cancelRequestSchema,
	channelListSchema,
	channelSchema,
	createChannelQuerySchema,
	deleteChannelQuerySchema,
	createRequestSchema,
	listRequestsQuerySchema,
	pairedSchema,
	pairSchema,
	readRequestQuerySchema,
	requestDetailSchema,
	requestListSchema,
	saveAgentHoursSchema,
	saveAgentSchema,
	saveChannelSchema,
	savePresenceSchema,
	saveSiteSchema,
	serviceRoutes,
	siteSchema,
	spokenTextDefaultsSchema,
	visitorStatusSchema,
	type ErrorCode,
} from '../index.js';
import { bookingOperations } from './booking-operations.js';
import { inLanguage, type Operation } from './operation.js';
import { setUpOperations } from './set-up-operations.js';
import { teamOperations } from './team-operations.js';

const number: ErrorCode[] = [
	'number_missing',
	'number_invalid',
	'number_country_refused',
	'number_type_refused',
];
const channelNumbers: ErrorCode[] = [ 'number_invalid', 'number_type_refused' ];

/** What each route of the service takes and answers. */
export const operations: Record< keyof typeof serviceRoutes, Operation > = {
	...bookingOperations,
	...setUpOperations,
	...teamOperations,
	pair: {
		summary:
			'Connects a WordPress site. The code is its proof: it works once, for one hour.',
		body: pairSchema,
		answers: {
			201: {
				description: 'Connected; the secret is told this once.',
				schema: pairedSchema,
			},
		},
		problems: [ 'pairing_code_invalid', 'pairing_code_expired' ],
		unsigned: true,
	},
	readSite: {
		summary: 'The site as the service knows it.',
		answers: { 200: { description: 'The site.', schema: siteSchema } },
		problems: [],
	},
	saveSite: {
		summary: 'Changes the site; what is absent stays.',
		body: saveSiteSchema,
		answers: {
			200: { description: 'The site as it is now.', schema: siteSchema },
		},
		problems: channelNumbers,
	},
	listChannels: {
		summary: 'All channels of the site.',
		answers: {
			200: { description: 'By name.', schema: channelListSchema },
		},
		problems: [],
	},
	createChannel: {
		summary: 'Makes a channel, or says only what is wrong with it.',
		query: createChannelQuerySchema,
		body: saveChannelSchema,
		answers: {
			201: { description: 'The channel.', schema: channelSchema },
			204: {
				description: 'Checked only: nothing is wrong.',
				schema: null,
			},
		},
		problems: channelNumbers,
	},
	readChannel: {
		summary: 'One channel.',
		answers: {
			200: { description: 'The channel.', schema: channelSchema },
		},
		problems: [ 'channel_not_found' ],
	},
	saveChannel: {
		summary: 'Saves a channel, if `version` is still the newest.',
		body: saveChannelSchema,
		answers: {
			200: {
				description: 'The channel as it is now.',
				schema: channelSchema,
			},
		},
		problems: [
			'channel_not_found',
			'channel_version_conflict',
			...channelNumbers,
		],
	},
	deleteChannel: {
		summary:
			'Deletes a channel; its open requests and bookings are cancelled with it where that is asked for.',
		query: deleteChannelQuerySchema,
		answers: { 204: { description: 'Deleted.', schema: null } },
		problems: [ 'channel_not_found', 'channel_in_use' ],
	},
	readAvailability: {
		summary:
			'Whether an immediate request may be made now, and until when that holds.',
		query: inLanguage,
		answers: {
			200: {
				description: 'The answer at `serverTime`.',
				schema: availabilitySchema,
			},
		},
		problems: [ 'channel_not_found' ],
	},
	createRequest: {
		summary:
			'Asks for a callback, for a visitor: now, or at `slot`. The same key again is the same request.',
		body: createRequestSchema,
		answers: {
			201: {
				description:
					'Accepted: dialling starts, or the slot is booked.',
				schema: visitorStatusSchema,
			},
			200: {
				description: 'The key is known: its request as it is.',
				schema: visitorStatusSchema,
			},
		},
		problems: [
			...number,
			'consent_missing',
			'site_moved',
			'channel_not_found',
			'channel_paused',
			'channel_closed',
			'channel_incomplete',
			'channel_closing_soon',
			'nobody_available',
			'queue_full',
			'slot_taken',
			'slot_not_offered',
			'immediate_not_offered',
			'booking_not_offered',
			'request_already_open',
			'number_blocked',
			'too_many_for_number',
			'too_many_for_address',
			'daily_cap_reached',
			'spending_limit_reached',
			'code_needed',
			'code_wrong',
			'code_expired',
			'code_used_up',
			'code_resend_too_soon',
			'code_not_sent',
		],
	},
	listRequests: {
		summary:
			'Requests that a filter finds, what is overdue first, a page at a time.',
		query: listRequestsQuerySchema,
		answers: {
			200: { description: 'One page.', schema: requestListSchema },
		},
		problems: [],
	},
	readRequest: {
		summary: 'One request with its attempts and timeline.',
		query: readRequestQuerySchema,
		answers: {
			200: { description: 'The request.', schema: requestDetailSchema },
		},
		problems: [ 'request_not_found' ],
	},
	readStatus: {
		summary: 'What the visitor with this key is told.',
		query: inLanguage,
		answers: {
			200: { description: 'As it is now.', schema: visitorStatusSchema },
		},
		problems: [ 'request_not_found' ],
	},
	cancelRequest: {
		summary: 'Cancels, as long as the visitor’s phone is not being called.',
		body: cancelRequestSchema,
		answers: {
			200: { description: 'Cancelled.', schema: visitorStatusSchema },
		},
		problems: [ 'request_not_found', 'request_not_cancellable' ],
	},
	listAgents: {
		summary: 'Everybody of the site who may take callbacks.',
		answers: { 200: { description: 'By name.', schema: agentListSchema } },
		problems: [],
	},
	saveAgent: {
		summary: 'Tells what a WordPress profile says.',
		body: saveAgentSchema,
		answers: {
			200: {
				description: 'The agent as it is now.',
				schema: agentSchema,
			},
		},
		problems: number,
	},
	deleteAgent: {
		summary: 'Forgets a user who no longer takes callbacks.',
		answers: { 204: { description: 'Forgotten.', schema: null } },
		problems: [ 'agent_not_found' ],
	},
	savePresence: {
		summary: 'Puts an agent online, away or offline.',
		body: savePresenceSchema,
		answers: {
			200: {
				description: 'The agent as it is now.',
				schema: agentSchema,
			},
		},
		problems: [ 'agent_not_found' ],
	},
	saveAgentHours: {
		summary:
			'When an agent can be booked. Bookings that nobody covers any more are flagged.',
		body: saveAgentHoursSchema,
		answers: {
			200: {
				description: 'The agent as it is now.',
				schema: agentSchema,
			},
		},
		problems: [ 'agent_not_found' ],
	},
	readRecording: {
		summary: 'The audio of a conversation or of a message.',
		answers: { 200: { description: 'The audio.', schema: 'audio/wav' } },
		problems: [ 'recording_not_found' ],
	},
	sendTestMail: {
		summary: 'Sends a trial alert to the recipients of a channel.',
		answers: {
			204: { description: 'The mail server took it.', schema: null },
		},
		problems: [
			'channel_not_found',
			'mail_not_configured',
			'mail_refused',
		],
	},
	readSpokenTexts: {
		summary: 'The default of every spoken sentence in a language.',
		query: inLanguage,
		answers: {
			200: { description: 'By key.', schema: spokenTextDefaultsSchema },
		},
		problems: [],
	},
};
