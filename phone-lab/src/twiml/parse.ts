import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { TwimlElement } from './element.js';

/** Twilio's 12100: the document is not XML, or its root is not `<Response>`. */
export class TwimlParseError extends Error {
	readonly code = 12100;
}

const parser = new XMLParser( {
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	parseTagValue: false,
	parseAttributeValue: false,
	trimValues: false,
	ignoreDeclaration: true,
	ignorePiTags: true,
	processEntities: true,
	htmlEntities: true,
} );

type Node = Record< string, unknown >;

function toElement( node: Node ): TwimlElement | null {
	const name = Object.keys( node ).find( ( key ) => key !== ':@' );
	if ( ! name || name.startsWith( '#' ) || name.startsWith( '?' ) ) {
		return null;
	}
	const inside = node[ name ] as Node[];
	return {
		name,
		attributes: ( node[ ':@' ] ?? {} ) as Record< string, string >,
		text: textOf( inside ).replace( /\s+/g, ' ' ).trim(),
		children: inside.map( toElement ).filter( ( child ) => child !== null ),
	};
}

function textOf( nodes: Node[] ): string {
	return nodes
		.map( ( node ) => {
			if ( '#text' in node ) {
				return String( node[ '#text' ] );
			}
			const name = Object.keys( node ).find( ( key ) => key !== ':@' );
			return name ? ` ${ textOf( node[ name ] as Node[] ) } ` : '';
		} )
		.join( '' );
}

/**
 * The verbs of a TwiML document, in order.
 *
 * @param document - XML text
 * @throws TwimlParseError when it is not well-formed, or not a `<Response>`
 */
export function parseTwiml( document: string ): TwimlElement[] {
	const text = document.trim();
	const validity =
		text === ''
			? { err: { msg: 'The document is empty.' } }
			: XMLValidator.validate( text );
	if ( validity !== true ) {
		throw new TwimlParseError(
			`Document parse failure: ${ validity.err.msg }`
		);
	}
	const root = ( parser.parse( text ) as Node[] )
		.map( toElement )
		.find( ( element ) => element !== null );
	if ( root?.name !== 'Response' ) {
		throw new TwimlParseError(
			`The root of a TwiML document is <Response>, not <${ root?.name ?? '' }>.`
		);
	}
	return root.children;
}
