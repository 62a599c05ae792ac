import { expectNoBarrier } from '../support/barriers.js';
import { expect, test } from '../support/e2e.js';
import { companyNumber } from '../support/stack.js';

for ( const language of [ 'english', 'french' ] as const ) {
	test( `keyboard alone, each state announced and without a barrier, in ${ language } [R21]`, async ( {
		page,
		stackIn,
	} ) => {
		const { page: address, phones } = await stackIn( language );
		const client = language === 'english' ? '+33199003301' : '+33199003302';
		await page.goto( address );
		await expectNoBarrier( page, '.rappel-callback' );
		await page.locator( 'input[type=tel]' ).focus();
		await page.keyboard.type( client.replace( '+33', '0' ) );
		await page.keyboard.press( 'Tab' );
		await expect(
			page.locator( '.rappel-callback__button' )
		).toBeFocused();
		await page.keyboard.press( 'Enter' );
		await phones.until( companyNumber, 'ringing' );
		const status = page.getByRole( 'status' );
		await expect(
			page.locator( '[data-state="calling_company"]' )
		).toBeVisible();
		await expectNoBarrier( page, '.rappel-callback' );
		const atFirst = await status.innerText();
		await phones.answer( companyNumber );
		await expect(
			page.locator( '[data-state="calling_client"]' )
		).toBeVisible();
		expect( await status.innerText() ).not.toBe( atFirst );
		await expectNoBarrier( page, '.rappel-callback' );
		await phones.until( client, 'ringing' );
		await phones.refuse( client );
		await expect(
			page.locator( '[data-state="client_not_reached"]' )
		).toBeVisible();
		await expectNoBarrier( page, '.rappel-callback' );
		await phones.until( companyNumber, 'idle' );
	} );
}

for ( const [ name, viewport ] of Object.entries( {
	'320 pixels': { width: 320, height: 640 },
	'200 % zoom of 1280': { width: 640, height: 400 },
} ) ) {
	test( `nothing is cut off at ${ name } [S02]`, async ( {
		page,
		stackIn,
	} ) => {
		await page.setViewportSize( viewport );
		await page.goto( ( await stackIn( 'french' ) ).page );
		const block = page.locator( '.rappel-callback' );
		await expect( block ).toBeVisible();
		const { scrollWidth, clientWidth } = await page.evaluate( () => ( {
			scrollWidth: document.documentElement.scrollWidth,
			clientWidth: document.documentElement.clientWidth,
		} ) );
		expect( scrollWidth ).toBeLessThanOrEqual( clientWidth );
		for ( const part of await block
			.locator( 'input:visible, button:visible, p:visible' )
			.all() ) {
			const box = await part.boundingBox();
			expect( box ).not.toBeNull();
			expect( ( box?.x ?? 0 ) + ( box?.width ?? 0 ) ).toBeLessThanOrEqual(
				viewport.width
			);
		}
	} );
}

test( 'nothing moves for a visitor who asked for reduced motion [R21]', async ( {
	page,
	stackIn,
} ) => {
	await page.emulateMedia( { reducedMotion: 'reduce' } );
	await page.goto( ( await stackIn( 'english' ) ).page );
	const moving = await page
		.locator( '.rappel-callback, .rappel-callback *' )
		.evaluateAll(
			( elements ) =>
				elements.filter( ( element ) => {
					const {
						animationName,
						animationDuration,
						transitionDuration,
					} = getComputedStyle( element );
					const seconds = ( value: string ) =>
						Math.max(
							...value
								.split( ',' )
								.map( ( part ) => parseFloat( part ) )
						);
					return (
						( animationName !== 'none' &&
							seconds( animationDuration ) > 0.01 ) ||
						seconds( transitionDuration ) > 0.01
					);
				} ).length
		);
	expect( moving ).toBe( 0 );
} );
