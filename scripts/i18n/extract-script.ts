import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import {
	commentBefore,
	gettextFunctions,
	messageOf,
	type Message,
} from './message.js';

/** Texts of a TypeScript or TSX file. */
export async function extractScript(
	path: string,
	file: string
): Promise< Message[] > {
	const text = await readFile( path, 'utf8' );
	const source = ts.createSourceFile(
		path,
		text,
		ts.ScriptTarget.Latest,
		true,
		path.endsWith( 'x' ) ? ts.ScriptKind.TSX : ts.ScriptKind.TS
	);
	const messages: Message[] = [];
	const visit = ( node: ts.Node ): void => {
		if (
			ts.isCallExpression( node ) &&
			ts.isIdentifier( node.expression ) &&
			Object.hasOwn( gettextFunctions, node.expression.text )
		) {
			const message = messageOf( {
				name: node.expression.text,
				literals: node.arguments.map( ( argument ) =>
					ts.isStringLiteralLike( argument ) ? argument.text : null
				),
				comment: commentBefore( text, node.getStart() ),
				file,
			} );
			if ( message ) {
				messages.push( message );
			}
		}
		ts.forEachChild( node, visit );
	};
	visit( source );
	return messages;
}
