import { expect, test } from '../support/e2e.js';
import { type Stack, startStack } from '../support/stack.js';
import { companyNumber } from '../support/stack.js';

let stack: Stack;

test.beforeAll( async () => {
	test.setTimeout( 120_000 );
	stack = await startStack( { locale: 'fr_FR' } );
} );

test.afterAll( () => stack.stop() );

test( 'a page that a cache stored works, without a nonce [S08, S11]', async ( {
	page,
} ) => {
	const stored = await ( await fetch( stack.page ) ).text();
	expect( stored ).not.toMatch( /wpApiSettings|X-WP-Nonce/i );
	await page.route( stack.page, ( route ) =>
		route.fulfill( {
			body: stored,
			contentType: 'text/html; charset=utf-8',
		} )
	);
	await page.goto( stack.page );
	await page
		.getByLabel( 'Votre numéro de téléphone' )
		.fill( '01 99 00 34 01' );
	await page
		.getByRole( 'button', { name: 'Rappelez-moi maintenant' } )
		.click();
	await stack.phones.until( companyNumber, 'ringing' );
	await stack.phones.refuse( companyNumber );
	await expect(
		page.locator( '[data-state="company_unavailable"]' )
	).toBeVisible();
} );

test( 'a page stored while open corrects itself when the channel has closed since [S07, S08]', async ( {
	page,
	browser,
} ) => {
	const stored = await ( await fetch( stack.page ) ).text();
	const admin = await browser.newPage();
	await admin.goto( await stack.adminLink() );
	await admin.waitForLoadState( 'networkidle' );
	// As the channel screen saves it: closed but for one minute a week.
	await admin.evaluate( async ( channelId ) => {
		interface Wp {
			apiFetch: < T >( options: object ) => Promise< T >;
		}
		const { apiFetch } = ( window as unknown as { wp: Wp } ).wp;
		const channel = await apiFetch< {
			version: number;
			settings: Record< string, unknown >;
		} >( {
			path: `/rappel/v1/channels/${ channelId }`,
		} );
		const day = ( ( new Date().getDay() + 3 ) % 7 ) + 1;
		await apiFetch( {
			path: `/rappel/v1/channels/${ channelId }`,
			method: 'PUT',
			data: {
				version: channel.version,
				settings: {
					...channel.settings,
					openingHours: {
						always: false,
						weekly: [ { day, from: '09:00', to: '09:01' } ],
					},
				},
			},
		} );
	}, stack.channelId );
	await admin.close();

	await page.route( stack.page, ( route ) =>
		route.fulfill( {
			body: stored,
			contentType: 'text/html; charset=utf-8',
		} )
	);
	await page.goto( stack.page );
	await expect(
		page.getByRole( 'button', { name: 'Rappelez-moi maintenant' } )
	).toBeHidden();
	await expect(
		page.getByText( 'Nous ne pouvons pas vous rappeler tout de suite.' )
	).toContainText( /à 9\sh/ );
} );
