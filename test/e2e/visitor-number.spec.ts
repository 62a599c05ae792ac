import { expect, test } from '../support/e2e.js';

const refused = [
	{
		typed: '12345',
		what: 'a number that is none',
		english: /number/i,
		french: /numéro/i,
	},
	{
		typed: '08 99 12 34 56',
		what: 'a premium number',
		english: /cannot|can’t|not/i,
		french: /ne pouvons|pas/i,
	},
	{
		typed: '+44 7911 123456',
		what: 'a foreign number',
		english: /countr|France/i,
		french: /pays|France/i,
	},
	{
		typed: '3179',
		what: 'a short number',
		english: /number/i,
		french: /numéro/i,
	},
	{
		typed: '+870 773 111 632',
		what: 'a satellite number',
		english: /number|countr/i,
		french: /numéro|pays/i,
	},
];

for ( const language of [ 'english', 'french' ] as const ) {
	for ( const { typed, what, ...sentences } of refused ) {
		test( `${ what } is refused with a sentence in ${ language }, and what was typed stays [S01, R18]`, async ( {
			page,
			stackIn,
		} ) => {
			const stack = await stackIn( language );
			const before = ( await stack.phones.state() ).calls.length;
			await page.goto( stack.page );
			const field = page.locator( 'input[type=tel]' );
			await field.fill( typed );
			await field.press( 'Enter' );
			const error = page.locator(
				`[id="${ await field.getAttribute( 'aria-describedby' ) }"]`
			);
			await expect( error ).toHaveText( sentences[ language ] );
			await expect( field ).toHaveValue( typed );
			await expect( field ).toHaveAttribute( 'aria-invalid', 'true' );
			await expect( field ).toBeFocused();
			expect( ( await stack.phones.state() ).calls ).toHaveLength(
				before
			);
		} );
	}
}
