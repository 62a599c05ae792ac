import { codeSentTo } from '../support/code-sent-to.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { national } from '../support/lab-page.js';
import { companyNumber } from '../support/stack.js';

test.use( { javaScriptEnabled: false } );

test( 'without JavaScript the code is typed on the next page, and a wrong one is told there [N06]', async ( {
	page,
	browser,
	stackIn,
} ) => {
	const stack = await stackIn( 'french' );
	const { phones } = stack;
	const client = '+33612346804';
	const desk = await Desk.open( browser, stack );
	await desk.set( { guards: { confirmNumber: 'always' } } );

	await page.goto( stack.page );
	await page
		.getByLabel( 'Votre numéro de téléphone' )
		.fill( national( client ) );
	await page
		.getByRole( 'button', { name: 'Rappelez-moi maintenant' } )
		.click();
	const code = page.getByLabel( 'Code reçu par SMS' );
	await expect( code ).toBeVisible();
	const sent = await codeSentTo( phones, client );

	await page.getByRole( 'button', { name: 'Envoyer un autre code' } ).click();
	await expect(
		page.getByText( 'Le SMS peut mettre une minute à arriver' )
	).toBeVisible();
	await code.fill( sent === '000000' ? '000001' : '000000' );
	await page.getByRole( 'button', { name: 'Confirmer mon numéro' } ).click();
	await expect(
		page.getByText( 'Ce n’est pas le code que nous avons envoyé.' )
	).toBeVisible();

	await code.fill( sent );
	await page.getByRole( 'button', { name: 'Confirmer mon numéro' } ).click();
	await expect( page.locator( '[data-phase="following"]' ) ).toBeVisible();
	await phones.until( companyNumber, 'ringing' );
	await phones.refuse( companyNumber );
	await phones.until( companyNumber, 'idle' );
	await desk.set( {} );
	await desk.close();
} );
