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
		const items = value.map( ( item ) => php( item, depth + 1 ) );
		const short =
			value.every(
				( item ) => item === null || typeof item !== 'object'
			) && items.join( ', ' ).length <= 80;
		return short
			? items.length === 0
				? 'array()'
				: `array( ${ items.join( ', ' ) } )`
			: lines( items, depth );
	}
	const keys = Object.keys( value ).map( phpText );
	const longest = Math.max( 0, ...keys.map( ( key ) => key.length ) );
	const items = Object.values( value ).map(
		( item, index ) =>
			`${ ( keys[ index ] ?? '' ).padEnd( longest ) } => ${ php( item, depth + 1 ) }`
	);
	return items.length === 0 ? 'array()' : lines( items, depth );
}

function phpText( text: string ): string {
	return `'${ text.replace( /[\\']/g, '\\$&' ) }'`;
}

function lines( items: string[], depth: number ): string {
	const indent = '\t'.repeat( depth + 1 );
	return `array(\n${ items.map( ( item ) => `${ indent }${ item },\n` ).join( '' ) }${ '\t'.repeat( depth ) })`;
}
