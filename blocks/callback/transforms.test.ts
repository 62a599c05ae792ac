import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
	createBlock,
	registerBlockType,
	serialize,
	switchToBlockType,
	type Block,
} from '@wordpress/blocks';
import metadata from './block.json';
import { transforms } from './transforms';

/** The blocks around ours as far as a transform looks at them. */
const neighbours: Record< string, Record< string, object > > = {
	'core/paragraph': { content: { type: 'string' } },
	'core/shortcode': { text: { type: 'string' } },
	'core/buttons': {},
	'core/button': { text: { type: 'string' } },
};

beforeAll( () => {
	for ( const [ name, attributes ] of Object.entries( neighbours ) ) {
		registerBlockType( name, {
			apiVersion: 3,
			title: name,
			category: 'text',
			attributes,
			save: () => null,
		} as never );
	}
	registerBlockType(
		metadata as never,
		{ transforms, save: () => null } as never
	);
} );

let made: Block[] | null;
beforeEach( () => {
	made = null;
} );

const turn = ( block: Block, into: string ) => {
	made = switchToBlockType( block, into );
	return made?.map( ( { name, attributes } ) => ( { name, attributes } ) );
};

describe( 'what becomes the callback form', () => {
	it( 'a paragraph, whose words are the introduction', () => {
		const paragraph = createBlock( 'core/paragraph', {
			content: 'Call <strong>us</strong> &amp; ask.',
		} );
		expect( turn( paragraph, 'rappel/callback' ) ).toEqual( [
			{
				name: 'rappel/callback',
				attributes: expect.objectContaining( {
					texts: { introduction: 'Call us & ask.' },
				} ),
			},
		] );
	} );

	it( 'buttons, the first of which opens the form', () => {
		const buttons = createBlock( 'core/buttons', {}, [
			createBlock( 'core/button', { text: 'Ring me' } ),
		] );
		expect( turn( buttons, 'rappel/callback' )![ 0 ]!.attributes ).toEqual(
			expect.objectContaining( {
				display: 'button',
				texts: { openLabel: 'Ring me' },
			} )
		);
	} );

	it( 'a shortcode of ours, and no other', () => {
		const shortcode = ( text: string ) =>
			createBlock( 'core/shortcode', { text } );
		expect(
			turn(
				shortcode( '[rappel channel="c1" display="button"]' ),
				'rappel/callback'
			)![ 0 ]!.attributes
		).toEqual(
			expect.objectContaining( { channelId: 'c1', display: 'button' } )
		);
		expect(
			turn( shortcode( '[gallery]' ), 'rappel/callback' )
		).toBeFalsy();
	} );
} );

describe( 'what the callback form becomes', () => {
	it( 'a shortcode that shows the same', () => {
		const block = createBlock( 'rappel/callback', {
			channelId: 'c1',
			display: 'button',
		} );
		expect( turn( block, 'core/shortcode' )![ 0 ]!.attributes.text ).toBe(
			'[rappel channel="c1" display="button"]'
		);
	} );

	it( 'a paragraph where it has an introduction of its own', () => {
		const block = ( texts: object ) =>
			createBlock( 'rappel/callback', { texts } );
		expect(
			turn( block( { introduction: 'Hello.' } ), 'core/paragraph' )![ 0 ]!
				.attributes.content
		).toBe( 'Hello.' );
		expect( turn( block( {} ), 'core/paragraph' ) ).toBeFalsy();
	} );
} );

it( 'a block as it always was is written as it always was', () => {
	expect(
		serialize( createBlock( 'rappel/callback', { channelId: 'c1' } ) )
	).toBe( '<!-- wp:rappel/callback {"channelId":"c1"} /-->' );
} );
