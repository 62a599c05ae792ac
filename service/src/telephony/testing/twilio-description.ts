import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Schema {
	type?: string;
	enum?: string[];
	format?: string;
	$ref?: string;
}

interface Operation {
	requestBody?: {
		content: Record< string, { schema: { properties?: Parameters } } >;
	};
	parameters?: Array< { name: string; in: string; schema: Schema } >;
}

type Parameters = Record< string, Schema >;

interface Description {
	paths: Record< string, Record< string, Operation > >;
	components: { schemas: Record< string, Schema > };
}

const require = createRequire( import.meta.url );
const read = ( product: string ): Description =>
	JSON.parse(
		readFileSync(
			require.resolve(
				`@twilio/cli-core/src/services/twilio-api/twilio_${ product }.json`
			),
			'utf8'
		)
	) as Description;

/** The paths of its products never meet. */
const descriptions = [ 'api_v2010', 'pricing_v1', 'pricing_v2' ].map( read );
const schemas: Record< string, Schema > = Object.assign(
	{},
	...descriptions.map( ( { components } ) => components.schemas )
);

const operations = descriptions
	.flatMap( ( { paths } ) => Object.entries( paths ) )
	.map( ( [ path, methods ] ) => ( {
		pattern: new RegExp(
			`^${ path
				.replace( /[.]/g, '\\.' )
				.replace( /\{[^}]+\}/g, '[^/]+?' ) }$`
		),
		methods,
	} ) );

/** What is wrong with a request to Twilio's REST API, by Twilio's own description of it; an empty list when it is right. */
export function requestFaults(
	method: string,
	path: string,
	sent: URLSearchParams
): string[] {
	const operation = operations.find( ( { pattern } ) => pattern.test( path ) )
		?.methods[ method.toLowerCase() ];
	if ( ! operation ) {
		return [ `There is no ${ method } ${ path }` ];
	}
	const known: Parameters = {
		...Object.fromEntries(
			( operation.parameters ?? [] )
				.filter( ( parameter ) => parameter.in === 'query' )
				.map( ( { name, schema } ) => [ name, schema ] )
		),
		...operation.requestBody?.content[ 'application/x-www-form-urlencoded' ]
			?.schema.properties,
	};
	return [ ...sent ].flatMap( ( [ name, value ] ) =>
		valueFaults( name, value, known[ name ] )
	);
}

function valueFaults(
	name: string,
	value: string,
	given: Schema | undefined
): string[] {
	const schema = given?.$ref
		? schemas[ given.$ref.split( '/' ).pop() ?? '' ]
		: given;
	if ( ! schema ) {
		return [ `${ name } is not known` ];
	}
	if ( schema.enum && ! schema.enum.includes( value ) ) {
		return [ `${ name } may not be ${ value }` ];
	}
	if ( schema.type === 'integer' && ! /^\d+$/.test( value ) ) {
		return [ `${ name } is no whole number: ${ value }` ];
	}
	if ( schema.format === 'uri' && ! URL.canParse( value ) ) {
		return [ `${ name } is no address: ${ value }` ];
	}
	return [];
}
