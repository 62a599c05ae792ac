import { readFile } from 'node:fs/promises';
import phpParser, { type Node } from 'php-parser';
import {
	commentBefore,
	gettextFunctions,
	messageOf,
	type Message,
} from './message.js';

const parser = new phpParser.Engine( {
	parser: { extractDoc: false, php7: true },
	ast: { withPositions: true },
} );

interface Call extends Node {
	what: { name?: string };
	arguments: ( Node & { value?: unknown } )[];
}

const isNode = ( value: unknown ): value is Node =>
	typeof value === 'object' && value !== null && 'kind' in value;

/** Texts of a PHP file, and of the plugin's header when it has one. */
export async function extractPhp(
	path: string,
	file: string
): Promise< Message[] > {
	const text = await readFile( path, 'utf8' );
	const messages = pluginHeader( text, file );
	const visit = ( node: Node ): void => {
		if ( node.kind === 'call' ) {
			const { what, arguments: given, loc } = node as Call;
			const name = String( what.name ?? '' ).replace( /^\\/, '' );
			if ( Object.hasOwn( gettextFunctions, name ) ) {
				const message = messageOf( {
					name,
					literals: given.map( ( { kind, value } ) =>
						kind === 'string' && typeof value === 'string'
							? value
							: null
					),
					comment: commentBefore( text, loc?.start.offset ?? 0 ),
					file,
				} );
				if ( message ) {
					messages.push( message );
				}
			}
		}
		for ( const child of Object.values( node ).flat( 2 ) ) {
			if ( isNode( child ) ) {
				visit( child );
			}
		}
	};
	visit( parser.parseCode( text, file ) );
	return messages;
}

/** WordPress translates these lines of the header in its list of plugins. */
function pluginHeader( text: string, file: string ): Message[] {
	if ( ! /^ \* Plugin Name:/m.test( text ) ) {
		return [];
	}
	return [ 'Plugin Name', 'Description' ].flatMap( ( line ) => {
		const singular = new RegExp( `^ \\* ${ line }:\\s*(.+)$`, 'm' ).exec(
			text
		)?.[ 1 ];
		return singular
			? [
					{
						singular,
						context: '',
						comment: `${ line } of the plugin`,
						file,
					},
				]
			: [];
	} );
}
