/** What a generated PHP file may hold. */
export type PhpValue =
	| string
	| number
	| boolean
	| null
	| PhpValue[]
	| { [ key: string ]: PhpValue };

/** A file that returns a value, in WordPress's array style, safe to be opened by its address. */
export function phpFile( title: string, value: PhpValue ): string {
	return `<?php
/**
 * ${ title }
 *
 * Written by contract/src/generate.ts: change the schema there and run it again.
 *
 * @package Rappel
 */

defined( 'ABSPATH' ) || exit;

return ${ php( value, 0 ) };
`;
}

function php( value: PhpValue, depth: number ): string {
	if (
		value === null ||
		typeof value === 'boolean' ||
		typeof value === 'number'
	) {
		return String( value );
	}
	if ( typeof value === 'string' ) {
		return phpText( value );
	}
	if ( Array.isArray( value ) ) {
		return phpList( value, depth );
	}
	const keys = Object.keys( value ).map( phpText );
	const longest = Math.max( 0, ...keys.map( ( key ) => key.length ) );
	const items = Object.values( value ).map(
		( item, index ) =>
			`${ ( keys[ index ] ?? '' ).padEnd( longest ) } => ${ php( item, depth + 1 ) }`
	);
	return items.length === 0 ? 'array()' : lines( items, depth );
}

/** On one line when it is short and flat. */
function phpList( value: PhpValue[], depth: number ): string {
	const items = value.map( ( item ) => php( item, depth + 1 ) );
	if ( items.length === 0 ) {
		return 'array()';
	}
	const flat = value.every(
		( item ) => item === null || typeof item !== 'object'
	);
	const line = items.join( ', ' );
	return flat && line.length <= 80
		? `array( ${ line } )`
		: lines( items, depth );
}

function phpText( text: string ): string {
	return `'${ text.replace( /[\\']/g, '\\$&' ) }'`;
}

function lines( items: string[], depth: number ): string {
	const indent = '\t'.repeat( depth + 1 );
	return `array(\n${ items.map( ( item ) => `${ indent }${ item },\n` ).join( '' ) }${ '\t'.repeat( depth ) })`;
}
