import { eventually } from '../support/eventually.js';
import { expect, test } from '../support/e2e.js';
import { companyNumber } from '../support/stack.js';

test.use( { javaScriptEnabled: false } );

test( 'without JavaScript the form posts and answers with a page; sent twice, it is one request [S03, S11]', async ( {
	page,
	stackIn,
} ) => {
	const { phones, page: address } = await stackIn( 'english' );
	const before = ( await phones.callsTo( companyNumber ) ).length;
	for ( let time = 0; time < 2; time++ ) {
		await page.goto( address );
		await page.getByLabel( 'Your phone number' ).fill( '01 99 00 31 01' );
		await page.getByRole( 'button', { name: 'Call me back now' } ).click();
		await expect( page ).toHaveURL( /rappel=/ );
		await expect(
			page.getByText( 'Thank you! We are calling you back.' )
		).toBeVisible();
	}
	await phones.until( companyNumber, 'ringing' );
	await phones.refuse( companyNumber );
	await eventually(
		'the call is over',
		async () => ( await phones.phone( companyNumber ) )?.state === 'idle'
	);
	expect( await phones.callsTo( companyNumber ) ).toHaveLength( before + 1 );
} );

test( 'without JavaScript a wrong number comes back with a sentence and what was typed [S01]', async ( {
	page,
	stackIn,
} ) => {
	const { page: address } = await stackIn( 'french' );
	await page.goto( address );
	await page.getByLabel( 'Votre numéro de téléphone' ).fill( '06 12' );
	await page
		.getByRole( 'button', { name: 'Rappelez-moi maintenant' } )
		.click();
	await expect( page.getByLabel( 'Votre numéro de téléphone' ) ).toHaveValue(
		'06 12'
	);
	await expect( page.getByText( /numéro est trop court/i ) ).toBeVisible();
} );

test( 'without JavaScript a time is chosen from a list and booked; what was typed stays [S09]', async ( {
	page,
	stackIn,
} ) => {
	const { page: address } = await stackIn( 'french' );
	const number = page.getByLabel( 'Votre numéro de téléphone' );
	await page.goto( address );
	await number.fill( '06 12 34 31 02' );
	await page
		.getByRole( 'button', { name: 'Choisir l’heure de l’appel' } )
		.click();
	const times = page.getByLabel( 'Jour et heure de l’appel' );
	await expect( times ).toBeVisible();
	await expect( number ).toHaveValue( '06 12 34 31 02' );

	await times.selectOption( { index: 3 } );
	await page.getByRole( 'button', { name: 'Réserver cet horaire' } ).click();
	await expect( page.locator( '[data-state="scheduled"]' ) ).toBeVisible();
	await expect(
		page.getByRole( 'link', { name: 'Ajouter à mon agenda' } )
	).toBeVisible();
	await page.getByRole( 'button', { name: 'Annuler ma demande' } ).click();
	await expect( page.locator( '[data-state="cancelled"]' ) ).toBeVisible();
} );
