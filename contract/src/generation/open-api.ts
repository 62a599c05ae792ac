import {
	OpenApiGeneratorV31,
	OpenAPIRegistry,
	type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import {
	bookingTokenSchema,
	errorCodes,
	idSchema,
	problemSchema,
	requestKeySchema,
	serviceRoutes,
	signatureHeaders,
	type ErrorCode,
} from '../index.js';
import type { FileType, Operation } from './operation.js';
import { operations } from './operations.js';

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
const parameters: Record< string, z.ZodType > = {
	channelId: idSchema,
	requestId: idSchema,
	recordingId: idSchema,
	userId: z.coerce.number().int().min( 1 ),
	key: requestKeySchema,
	token: bookingTokenSchema,
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

function contentOf( schema: z.ZodType | FileType ) {
	return typeof schema === 'string'
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
