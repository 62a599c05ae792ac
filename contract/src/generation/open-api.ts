import {
	OpenApiGeneratorV31,
	OpenAPIRegistry,
	type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import {
	agentListSchema,
	agentSchema,
	availabilitySchema,
	cancelRequestSchema,
	channelListSchema,
	channelSchema,
	createRequestSchema,
	errorCodes,
	idSchema,
	languageSchema,
	listRequestsQuerySchema,
	pairedSchema,
	pairSchema,
	problemSchema,
	requestDetailSchema,
	requestKeySchema,
	requestListSchema,
	saveAgentSchema,
	saveChannelSchema,
	savePresenceSchema,
	saveSiteSchema,
	serviceRoutes,
	signatureHeaders,
	siteSchema,
	spokenTextDefaultsSchema,
	visitorStatusSchema,
	type ErrorCode,
} from '../index.js';

interface Operation {
	summary: string;
	body?: z.ZodType;
	query?: z.ZodObject;
	/** By status; null has no body, and a type in place of a schema is a file's. */
	answers: Record<
		number,
		{ description: string; schema: z.ZodType | 'audio/wav' | null }
	>;
	/** Beyond those that every signed call can have. */
	problems: ErrorCode[];
	unsigned?: boolean;
}

const inLanguage = z.object( { language: languageSchema.optional() } );

const common: ErrorCode[] = [
	'invalid_request',
	'too_many_requests',
	'payload_too_large',
	'service_unavailable',
	'internal_error',
];
const signed: ErrorCode[] = [
	'signature_missing',
	'signature_invalid',
	'signature_stale',
	'nonce_reused',
	'site_unknown',
	'contract_unsupported',
];
const number: ErrorCode[] = [
	'number_missing',
	'number_invalid',
	'number_country_refused',
	'number_type_refused',
];
const channelNumbers: ErrorCode[] = [ 'number_invalid', 'number_type_refused' ];

const operations: Record< keyof typeof serviceRoutes, Operation > = {
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
		summary: 'Makes a channel.',
		body: saveChannelSchema,
		answers: {
			201: { description: 'The channel.', schema: channelSchema },
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
		summary: 'Deletes a channel that has no request under way.',
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
			'Asks for a callback, for a visitor. The same key again is the same request.',
		body: createRequestSchema,
		answers: {
			201: {
				description: 'Accepted; dialling starts.',
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
			'request_already_open',
			'too_many_for_number',
			'too_many_for_address',
			'daily_cap_reached',
		],
	},
	listRequests: {
		summary: 'Requests, newest first, a page at a time.',
		query: listRequestsQuerySchema,
		answers: {
			200: { description: 'One page.', schema: requestListSchema },
		},
		problems: [],
	},
	readRequest: {
		summary: 'One request with its attempts and timeline.',
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

const parameters: Record< string, z.ZodType > = {
	channelId: idSchema,
	requestId: idSchema,
	recordingId: idSchema,
	userId: z.coerce.number().int().min( 1 ),
	key: requestKeySchema,
};

/** The service's /v1 as OpenAPI 3.1. */
export function openApi(): object {
	const registry = new OpenAPIRegistry();
	const problem = problemSchema.meta( { id: 'Problem' } );
	registerSignature( registry );
	for ( const name of Object.keys( operations ) as Array<
		keyof typeof operations
	> ) {
		registry.registerPath( route( name, operations[ name ], problem ) );
	}
	return new OpenApiGeneratorV31( registry.definitions ).generateDocument( {
		openapi: '3.1.0',
		info: {
			title: 'Rappel service',
			version: '1',
			description:
				'What WordPress asks the companion service. Every call but the pairing is signed: HMAC-SHA256 in hex over six lines, see contract/src/signature.ts and generated/signature-vectors.json. Every answer of 400 and above is a problem (RFC 9457) whose `detail` is a sentence in the language of `language` or Accept-Language.',
			license: {
				name: 'GPL-2.0-or-later',
				identifier: 'GPL-2.0-or-later',
			},
		},
		servers: [ { url: '/' } ],
	} );
}

/** OpenAPI has no word for a signature over a call: each of its headers is a key, and all are needed. */
function registerSignature( registry: OpenAPIRegistry ): void {
	for ( const [ part, header ] of Object.entries( signatureHeaders ) ) {
		registry.registerComponent( 'securitySchemes', part, {
			type: 'apiKey',
			in: 'header',
			name: header,
		} );
	}
}

function route(
	name: keyof typeof serviceRoutes,
	operation: Operation,
	problem: z.ZodType
): RouteConfig {
	const { method, path } = serviceRoutes[ name ];
	const names = [ ...path.matchAll( /\{(\w+)\}/g ) ].map(
		( [ , parameter ] ) => parameter ?? ''
	);
	const codes = [
		...common,
		...( operation.unsigned ? [] : signed ),
		...operation.problems,
	];
	return {
		method: method.toLowerCase() as RouteConfig[ 'method' ],
		path,
		operationId: name,
		summary: operation.summary,
		security: operation.unsigned
			? []
			: [
					Object.fromEntries(
						Object.keys( signatureHeaders ).map( ( part ) => [
							part,
							[],
						] )
					),
				],
		request: {
			...( names.length > 0 && {
				params: z.object(
					Object.fromEntries(
						names.map( ( parameter ) => [
							parameter,
							parameters[ parameter ] ?? z.string(),
						] )
					)
				),
			} ),
			...( operation.query && { query: operation.query } ),
			...( operation.body && {
				body: {
					required: true,
					content: { 'application/json': { schema: operation.body } },
				},
			} ),
		},
		responses: {
			...answersOf( operation ),
			...problemsOf( codes, problem ),
		},
	};
}

function answersOf( { answers }: Operation ): RouteConfig[ 'responses' ] {
	return Object.fromEntries(
		Object.entries( answers ).map(
			( [ status, { description, schema } ] ) => [
				status,
				{
					description,
					...( schema && { content: contentOf( schema ) } ),
				},
			]
		)
	);
}

function contentOf( schema: z.ZodType | 'audio/wav' ) {
	return schema === 'audio/wav'
		? {
				[ schema ]: {
					schema: { type: 'string' as const, format: 'binary' },
				},
			}
		: { 'application/json': { schema } };
}

/** The codes of one status share its answer. */
function problemsOf(
	codes: ErrorCode[],
	problem: z.ZodType
): RouteConfig[ 'responses' ] {
	const statuses = [
		...new Set( codes.map( ( code ) => errorCodes[ code ] ) ),
	].sort();
	return Object.fromEntries(
		statuses.map( ( status ) => [
			status,
			{
				description: codes
					.filter( ( code ) => errorCodes[ code ] === status )
					.join( ', ' ),
				content: { 'application/problem+json': { schema: problem } },
			},
		] )
	);
}
