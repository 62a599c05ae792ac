import { describe, expect, it } from '@jest/globals';
import { attributesOf, attributesOfText, shortcodeOf } from './shortcode-text';

describe( 'a shortcode and the block that shows the same', () => {
	it( 'takes the block’s attributes from the shortcode’s', () => {
		expect(
			attributesOf( {
				channel: 'c1',
				display: 'floating',
				side: 'start',
				open_label: 'Call me',
				booking_button_label: 'Later',
			} )
		).toEqual( {
			channelId: 'c1',
			display: 'floating',
			side: 'start',
			texts: { openLabel: 'Call me', bookingButtonLabel: 'Later' },
		} );
	} );

	it( 'stands in the page where the shortcode says nothing, or nothing that is known', () => {
		expect( attributesOf( {} ).display ).toBe( 'inline' );
		expect( attributesOf( { display: 'sideways' } ).display ).toBe(
			'inline'
		);
	} );

	it( 'knows a typed shortcode of its own, alone, and no other', () => {
		expect( attributesOfText( ' [rappel channel="c1"] ' ) ).toMatchObject( {
			channelId: 'c1',
		} );
		expect( attributesOfText( '[rappel]' ) ).not.toBeNull();
		expect( attributesOfText( '[rappels]' ) ).toBeNull();
		expect( attributesOfText( 'Call: [rappel]' ) ).toBeNull();
		expect( attributesOfText( '[gallery]' ) ).toBeNull();
	} );

	it( 'comes back from the shortcode that it was written as', () => {
		const attributes = {
			channelId: 'c1',
			display: 'floating',
			side: 'start',
			texts: { introduction: 'We call you.', openLabel: 'Call me' },
		} as const;
		expect( attributesOfText( shortcodeOf( attributes ) ) ).toEqual(
			attributes
		);
	} );

	it( 'writes no text that would end the shortcode', () => {
		const written = shortcodeOf( {
			channelId: '',
			display: 'inline',
			side: 'end',
			texts: { introduction: 'Say "yes" [now]' },
		} );
		expect( written ).toBe( '[rappel introduction="Say ”yes” now"]' );
	} );
} );
