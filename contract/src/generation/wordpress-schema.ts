import { z } from 'zod';
import type { PhpValue } from './php.js';

type Schema = { [ key: string ]: PhpValue };

/** What rest_validate_value_from_schema() reads (wp-includes/rest-api.php, 6.6); everything else would only look like a check. */
const known = new Set( [
	'type',
	'enum',
	'default',
	'format',
	'pattern',
	'minLength',
	'maxLength',
	'minimum',
	'maximum',
	'items',
	'minItems',
	'maxItems',
	'properties',
	'required',
	'additionalProperties',
	'anyOf',
	'oneOf',
] );

/** The formats that WordPress checks. */
const formats = new Set( [ 'date-time', 'email', 'ip', 'uuid' ] );

/** The JSON Schema of what may be sent, in the words of JSON Schema that WordPress knows. */
export function wordpressSchema( schema: z.ZodType ): Schema {
	return translate(
		z.toJSONSchema( schema, {
			io: 'input',
			reused: 'inline',
			unrepresentable: 'throw',
		} ) as Schema
	);
}

function translate( schema: Schema ): Schema {
	const translated: Schema = {};
	for ( const [ word, value ] of Object.entries( merged( schema ) ) ) {
		if ( known.has( word ) && isMeant( word, value ) ) {
			translated[ word ] = inner( word, value );
		}
	}
	if ( ! ( translated.type ?? translated.anyOf ?? translated.oneOf ) ) {
		throw new Error(
			`WordPress cannot check this: ${ JSON.stringify( schema ) }`
		);
	}
	return translated;
}

/** `const` is an `enum` of one; something or null is a list of types. */
function merged( schema: Schema ): Schema {
	if ( 'const' in schema ) {
		const { const: only, ...rest } = schema;
		return { ...rest, enum: [ only ?? null ] };
	}
	const choices = schema.anyOf;
	if ( ! Array.isArray( choices ) || choices.length !== 2 ) {
		return schema;
	}
	const [ some, none ] = choices as [ Schema, Schema ];
	if ( none.type !== 'null' || typeof some.type !== 'string' ) {
		return schema;
	}
	const { anyOf: _choices, ...rest } = schema;
	const values = some.enum;
	return {
		...rest,
		...some,
		type: [ some.type, 'null' ],
		...( Array.isArray( values ) && { enum: [ ...values, null ] } ),
	};
}

/** Bounds that only say "a whole number that JavaScript can hold" are no rule, and a format that WordPress skips is none either. */
function isMeant( word: string, value: PhpValue ): boolean {
	if ( word === 'minimum' || word === 'maximum' ) {
		return Math.abs( Number( value ) ) < Number.MAX_SAFE_INTEGER;
	}
	return word !== 'format' || formats.has( String( value ) );
}

function inner( word: string, value: PhpValue ): PhpValue {
	if ( word === 'properties' ) {
		return Object.fromEntries(
			Object.entries( value as Schema ).map( ( [ name, property ] ) => [
				name,
				translate( property as Schema ),
			] )
		);
	}
	if (
		word === 'items' ||
		( word === 'additionalProperties' && typeof value === 'object' )
	) {
		return translate( value as Schema );
	}
	return word === 'anyOf' || word === 'oneOf'
		? ( value as Schema[] ).map( translate )
		: value;
}
