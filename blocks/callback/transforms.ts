import {
	createBlock,
	type Block,
	type BlockConfiguration,
} from '@wordpress/blocks';
import { create, getTextContent } from '@wordpress/rich-text';
import type { ShortcodeAttrs } from '@wordpress/shortcode';
import type { CallbackAttributes } from './attributes';
import { attributesOf, attributesOfText, shortcodeOf } from './shortcode-text';

const callback = ( attributes: Partial< CallbackAttributes > ) =>
	createBlock( 'rappel/callback', attributes );

/** Rich text without its marks: HTML in an older editor, an object that gives HTML since WordPress 6.5. */
const plain = ( content: unknown ): string =>
	getTextContent( create( { html: String( content ?? '' ) } ) ).trim();

/** A transform of one block, never of several at once. */
const one = < T >( given: T | T[] ): T =>
	( Array.isArray( given ) ? given[ 0 ] : given ) as T;

const typedShortcode = ( attributes: unknown ) =>
	attributesOfText(
		String( ( attributes as { text?: string } ).text ?? '' )
	);

/** What the first of some buttons says. */
const nameOfButton = ( innerBlocks: Block[] ) =>
	plain( innerBlocks[ 0 ]?.attributes.text );

/**
 * What becomes the block, and what the block becomes. A paragraph is its introduction; buttons become the one that opens the form; a
 * shortcode is the same form by another name.
 */
export const transforms: NonNullable<
	BlockConfiguration< CallbackAttributes >[ 'transforms' ]
> = {
	from: [
		{
			type: 'shortcode',
			tag: 'rappel',
			transform: ( { named }: ShortcodeAttrs ) =>
				callback( attributesOf( named ) ),
		},
		{
			type: 'block',
			blocks: [ 'core/shortcode' ],
			isMatch: ( attributes ) =>
				typedShortcode( one( attributes ) ) !== null,
			transform: ( attributes ) =>
				callback( typedShortcode( one( attributes ) ) ?? {} ),
		},
		{
			type: 'block',
			blocks: [ 'core/paragraph' ],
			transform( attributes ) {
				const introduction = plain(
					( one( attributes ) as { content?: unknown } ).content
				);
				return callback( {
					texts: introduction ? { introduction } : {},
				} );
			},
		},
		{
			type: 'block',
			blocks: [ 'core/buttons' ],
			transform( _attributes, innerBlocks ) {
				const openLabel = nameOfButton( innerBlocks as Block[] );
				return callback( {
					display: 'button',
					texts: openLabel ? { openLabel } : {},
				} );
			},
		},
	],
	to: [
		{
			type: 'block',
			blocks: [ 'core/shortcode' ],
			transform: ( attributes ) =>
				createBlock( 'core/shortcode', {
					text: shortcodeOf(
						one( attributes ) as CallbackAttributes
					),
				} ),
		},
		{
			type: 'block',
			blocks: [ 'core/paragraph' ],
			isMatch: ( attributes ) =>
				!! ( one( attributes ) as CallbackAttributes ).texts
					.introduction,
			transform: ( attributes ) =>
				createBlock( 'core/paragraph', {
					content: ( one( attributes ) as CallbackAttributes ).texts
						.introduction,
				} ),
		},
	],
};
