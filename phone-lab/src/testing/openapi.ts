import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';

interface Operation {
	responses: Record<
		string,
		{ content?: Record< string, { schema: object } > }
	>;
}

interface OpenApi {
	paths: Record< string, Record< string, Operation > >;
	components: { schemas: Record< string, object > };
}

const require = createRequire( import.meta.url );
/** Of the products that the lab has something of; what they name is named nowhere twice. */
const document = [ 'api_v2010', 'voice_v1', 'pricing_v1', 'pricing_v2' ]
	.map( ( product ) =>
		require.resolve(
			`@twilio/cli-core/src/services/twilio-api/twilio_${ product }.json`
		)
	)
	.map( ( file ) => JSON.parse( readFileSync( file, 'utf8' ) ) as OpenApi )
	.reduce( ( all, one ) => ( {
		paths: { ...all.paths, ...one.paths },
		components: {
			schemas: { ...all.components.schemas, ...one.components.schemas },
		},
	} ) );

const rfc2822 =
	/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/;

const ajv = new Ajv( { strict: false, allErrors: true } );
ajv.addFormat( 'date-time-rfc-2822', rfc2822 );
ajv.addFormat( 'currency', /^[A-Z]{3}$/ );
ajv.addFormat( 'uri-map', true );
for ( const loose of [
	'phone-number',
	'http-method',
	'iso-country-code',
	'phone-number-capabilities',
	'outbound-sms-price',
	'inbound-sms-price',
	'outbound-call-price-with-origin',
	'inbound-call-price',
] ) {
	ajv.addFormat( loose, true );
}
// Twilio gives paths where its description says "uri".
ajv.addFormat( 'uri', /^(https?:\/)?\/\S+$/ );

/** OpenAPI's `nullable` says that null is allowed beside the type and the enum; JSON Schema says it by `anyOf`. */
function withNullable( schema: unknown ): unknown {
	if ( Array.isArray( schema ) ) {
		return schema.map( withNullable );
	}
	if ( schema === null || typeof schema !== 'object' ) {
		return schema;
	}
	const { nullable, ...rest } = Object.fromEntries(
		Object.entries( schema ).map( ( [ key, value ] ) => [
			key,
			withNullable( value ),
		] )
	);
	const said = asSent( rest );
	return nullable === true ? { anyOf: [ said, { type: 'null' } ] } : said;
}

/** Prices are described as numbers, with a note that the wire has texts; so do Twilio's examples. */
function asSent( schema: Record< string, unknown > ): object {
	const note = schema[ 'x-twilio' ] as { overrideType?: string } | undefined;
	return note?.overrideType === 'string'
		? { ...schema, type: 'string' }
		: schema;
}

const schemas = withNullable( document.components.schemas ) as Record<
	string,
	object
>;
// Twilio's own examples give null for a conference that goes on; its description of this enum forgets to say so.
const endReason = 'conference_enum_reason_conference_ended';
schemas[ endReason ] = { anyOf: [ schemas[ endReason ], { type: 'null' } ] };
ajv.addSchema( { $id: 'twilio', components: { schemas } } );

const validators = new Map< string, ValidateFunction >();

function patternOf( path: string ): RegExp {
	return new RegExp(
		`^${ path.replace( /[.]/g, '\\.' ).replace( /\{[^}]+\}/g, '[^/]+?' ) }$`
	);
}

const patterns = Object.entries( document.paths ).map(
	( [ path, operations ] ) => ( {
		path,
		operations,
		pattern: patternOf( path ),
	} )
);

/** What is wrong with an answer of Twilio's REST API, by Twilio's own description of it; an empty list when it is right. */
export function answerFaults(
	method: string,
	path: string,
	status: number,
	body: unknown
): string[] {
	const found = patterns
		.filter( ( { pattern } ) => pattern.test( path ) )
		.at( 0 );
	const operation = found?.operations[ method.toLowerCase() ];
	if ( ! found || ! operation ) {
		return [ `${ method } ${ path } is not in Twilio's description` ];
	}
	const expected = operation.responses[ String( status ) ];
	if ( ! expected ) {
		return [
			`${ method } ${ found.path } answers ${ Object.keys( operation.responses ).join() }, not ${ status }`,
		];
	}
	const schema = expected.content?.[ 'application/json' ]?.schema;
	if ( ! schema ) {
		return body === undefined || body === ''
			? []
			: [ 'a body where Twilio sends none' ];
	}
	const key = `${ method } ${ found.path }`;
	const text = JSON.stringify( withNullable( schema ) ).replaceAll(
		'"#/components',
		'"twilio#/components'
	);
	const validate =
		validators.get( key ) ?? ajv.compile( JSON.parse( text ) as object );
	validators.set( key, validate );
	const faults = validate( body )
		? []
		: ( validate.errors ?? [] ).map(
				( error ) => `${ error.instancePath } ${ error.message }`
			);
	const required = Object.keys(
		( schema as { properties?: object } ).properties ?? {}
	).filter( ( name ) => ! ( name in ( body as object ) ) );
	return [ ...faults, ...required.map( ( name ) => `${ name } is missing` ) ];
}
