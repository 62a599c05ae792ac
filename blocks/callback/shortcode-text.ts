import { next, string as shortcodeString } from '@wordpress/shortcode';
import type { BlockTexts } from '@rappel/contract';
import type { CallbackAttributes } from './attributes';
import { blockTextNames } from './block-texts';

/** WordPress gives the names of a shortcode's attributes in small letters: "openLabel" is "open_label". */
const inShortcode = ( name: string ) =>
	name.replace( /[A-Z]/g, ( letter ) => `_${ letter.toLowerCase() }` );

const displays = [ 'inline', 'button', 'floating' ] as const;

/** The block that a shortcode stands for, from its attributes (plugin/includes/block/class-callback-block.php). */
export function attributesOf(
	named: Record< string, string | undefined >
): Partial< CallbackAttributes > {
	const texts: BlockTexts = {};
	for ( const name of blockTextNames ) {
		const text = named[ inShortcode( name ) ];
		if ( text ) {
			texts[ name ] = text;
		}
	}
	return {
		channelId: named.channel ?? '',
		display:
			displays.find( ( display ) => display === named.display ) ??
			'inline',
		side: named.side === 'start' ? 'start' : 'end',
		texts,
	};
}

/** From a whole shortcode as somebody typed it; null when it is another's, or there is more beside it. */
export function attributesOfText(
	text: string
): Partial< CallbackAttributes > | null {
	const found = next( 'rappel', text );
	return found && found.content === text.trim()
		? attributesOf( found.shortcode.attrs.named )
		: null;
}

/** The shortcode that shows the same as the block, for places that know no blocks. */
export function shortcodeOf( {
	channelId,
	display,
	side,
	texts,
}: CallbackAttributes ): string {
	const named: Record< string, string > = {
		...( channelId && { channel: channelId } ),
		...( display !== 'inline' && { display } ),
		...( display === 'floating' && side === 'start' && { side } ),
	};
	for ( const name of blockTextNames ) {
		const text = texts[ name ];
		if ( text ) {
			// What would end the attribute or the shortcode.
			named[ inShortcode( name ) ] = text
				.replace( /"/g, '”' )
				.replace( /[[\]]/g, '' );
		}
	}
	return shortcodeString( {
		tag: 'rappel',
		attrs: named,
		type: 'single',
	} );
}
