import type { Language } from '@rappel/contract';
import type { Letter } from '../mail/mail.js';
import { text } from '../messages/texts.js';

export interface Fact {
	label: string;
	value: string;
}

/** What somebody is told, whichever way. */
export interface Words {
	language: Language;
	subject: string;
	/** A paragraph, or a list of facts. */
	blocks: ReadonlyArray< string | readonly Fact[] >;
	/** The same as a text message. */
	short: string;
}

/** As plain text, and as a page for whoever reads mail so. */
export function teamLetter( to: string, words: Words ): Letter {
	return {
		to,
		subject: words.subject,
		text: `${ words.blocks.map( ( block ) => asText( block, words.language ) ).join( '\n\n' ) }\n`,
		html: asPage( words ),
	};
}

function asText( block: Words[ 'blocks' ][ number ], language: Language ) {
	return typeof block === 'string'
		? block
		: block
				.map( ( { label, value } ) =>
					text( 'team.fact', language, { label, value } )
				)
				.join( '\n' );
}

function asPage( { language, subject, blocks }: Words ): string {
	return `<!doctype html>
<html lang="${ language }">
<head><meta charset="utf-8"><title>${ escaped( subject ) }</title></head>
<body style="font-family:sans-serif;font-size:16px;line-height:1.5">
${ blocks.map( asElement ).join( '\n' ) }
</body>
</html>`;
}

function asElement( block: Words[ 'blocks' ][ number ] ): string {
	if ( typeof block === 'string' ) {
		return `<p>${ escaped( block ) }</p>`;
	}
	const rows = block.map(
		( { label, value } ) =>
			`<tr><th scope="row" style="text-align:start;font-weight:normal;padding-inline-end:1em">${ escaped( label ) }</th><td>${ escaped( value ) }</td></tr>`
	);
	return `<table>${ rows.join( '' ) }</table>`;
}

/** What a visitor wrote stands in it: never as a page's own words. */
function escaped( written: string ): string {
	return written
		.replaceAll( '&', '&amp;' )
		.replaceAll( '<', '&lt;' )
		.replaceAll( '>', '&gt;' )
		.replaceAll( '"', '&quot;' );
}
