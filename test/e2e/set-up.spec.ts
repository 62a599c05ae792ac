import type { Page } from '@playwright/test';
import { expectNoBarrier } from '../support/barriers.js';
import { type BareSite, startBareSite } from '../support/bare-site.js';
import { expect, test } from '../support/e2e.js';
import { national } from '../support/lab-page.js';
import { english, french, SetUp } from '../support/set-up.js';
import { companyNumber } from '../support/stack.js';

const expectNoBarrierOnStep = ( page: Page ) =>
	expectNoBarrier( page, '.rappel-screen' );

for ( const words of [ english, french ] ) {
	test.describe( `the set-up, ${ words.locale }`, () => {
		let bare: BareSite;

		test.beforeEach( async () => {
			test.setTimeout( 300_000 );
			bare = await startBareSite( words.locale as 'en_US' | 'fr_FR' );
		} );

		test.afterEach( () => bare.stop() );

		test( 'leads from an activated plugin to a received test call, with a service that the owner starts by the command of the set-up [R19, N13, N20]', async ( {
			page,
		} ) => {
			const setUp = new SetUp( page, bare, words, expectNoBarrierOnStep );
			await setUp.open();
			await expect( page.getByText( words.cost ) ).toBeVisible();
			await expectNoBarrier( page, '.rappel-screen' );
			await page.getByRole( 'radio', { name: words.ownServer } ).check();
			const command = await page
				.getByLabel( words.command, { exact: true } )
				.inputValue();
			await setUp.fill( words.address, bare.serviceUrl );
			await setUp.press( words.connect );
			await expect(
				page.locator( '#rappel-admin' ).getByText( words.notYet )
			).toBeVisible();

			const start = Date.now();
			bare.startServiceBy( command );
			await setUp.step( words.number );
			await setUp.goTo( words.account );
			await setUp.step( words.account );
			await expect( page.getByText( words.simulated ) ).toBeVisible();
			await setUp.press( words.goOn );
			await setUp.fillChannel();
			await setUp.receiveTestCall();
			expect( Date.now() - start ).toBeLessThan( 5 * 60_000 );

			await page.goto( `${ bare.site }/wp-admin/plugins.php` );
			await expect( page.locator( '#the-list' ) ).toBeVisible();
			await expect( setUp.notice() ).toHaveCount( 0 );
		} );

		test( 'takes an agency’s code, lets steps be passed by, and is taken up again', async ( {
			page,
		} ) => {
			const code = await bare.pairingCode();
			await bare.startService();
			const setUp = new SetUp( page, bare, words, expectNoBarrierOnStep );
			await setUp.open();
			await setUp.connect( code );
			await setUp.press( words.skip );
			await setUp.step( words.whoIsCalled );
			await setUp.press( words.skip );
			await setUp.step( words.allForNow );

			await page.reload();
			await setUp.step( words.allForNow );
			await setUp.goTo( words.whoIsCalled );
			await setUp.step( words.whoIsCalled );
			await setUp.fill( words.destination, national( companyNumber ) );
			await setUp.press( words.saveAndGoOn );
			await setUp.step( words.hours );
		} );
	} );
}
