import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier } from '../support/barriers.js';
import { bookable } from '../support/bookable.js';
import { codeSentTo } from '../support/code-sent-to.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { national } from '../support/lab-page.js';
import { companyNumber } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

const words = {
	english: {
		number: 'Your phone number',
		ask: 'Call me back now',
		mobile: 'Please give a mobile number.',
		sent: 'We have sent a code by SMS to',
		code: 'Code received by SMS',
		confirm: 'Confirm my number',
		wrong: 'This is not the code that we sent.',
		change: 'Change my number',
	},
	french: {
		number: 'Votre numéro de téléphone',
		ask: 'Rappelez-moi maintenant',
		mobile: 'Indiquez un numéro de mobile.',
		sent: 'Nous avons envoyé un code par SMS au',
		code: 'Code reçu par SMS',
		confirm: 'Confirmer mon numéro',
		wrong: 'Ce n’est pas le code que nous avons envoyé.',
		change: 'Changer de numéro',
	},
} as const;

const code = ( page: Page ): Locator =>
	page.locator( '.rappel-callback__code input' );
const alert = ( page: Page ): Locator =>
	page.locator( '.rappel-callback__code' ).getByRole( 'alert' );

for ( const [ n, language ] of (
	[ 'english', 'french' ] as const
 ).entries() ) {
	test( `nobody is called before the code of the SMS is typed, in ${ language } [N06]`, async ( {
		page,
		browser,
		stackIn,
	} ) => {
		const say = words[ language ];
		const stack = await stackIn( language );
		const { phones } = stack;
		const client = `+3361234680${ n }`;
		const desk = await Desk.open( browser, stack );
		await desk.set( { guards: { confirmNumber: 'always' } } );
		const before = ( await phones.callsTo( companyNumber ) ).length;

		await page.goto( stack.page );
		const ask = async ( number: string ) => {
			await page.getByLabel( say.number ).fill( number );
			await page.getByRole( 'button', { name: say.ask } ).click();
		};
		await ask( '01 99 00 36 01' );
		await expect( page.getByText( say.mobile ) ).toBeVisible();

		await ask( national( client ) );
		await expect( page.getByText( say.sent ) ).toContainText(
			national( client )
		);
		await expect( page.getByLabel( say.code ) ).toBeFocused();
		await expectNoBarrier( page, '.rappel-callback' );
		expect( await phones.callsTo( companyNumber ) ).toHaveLength( before );

		// Whoever reads the SMS may come back to a page that the phone has thrown away.
		await page.reload();
		await expect( code( page ) ).toBeFocused();
		const sent = await codeSentTo( phones, client );
		const [ message ] = await phones.messagesTo( client );
		expect( message?.body ).toMatch(
			new RegExp( `\n@127\\.0\\.0\\.1 #${ sent }$` )
		);
		expect( await phones.messagesTo( client ) ).toHaveLength( 1 );

		await code( page ).fill( sent === '000000' ? '000001' : '000000' );
		await page.getByRole( 'button', { name: say.confirm } ).click();
		await expect( alert( page ) ).toContainText( say.wrong );
		await expectNoBarrier( page, '.rappel-callback' );

		await code( page ).fill( sent );
		await page.keyboard.press( 'Enter' );
		await phones.until( companyNumber, 'ringing' );
		await expect( code( page ) ).toBeHidden();
		await phones.refuse( companyNumber );
		await phones.until( companyNumber, 'idle' );
		await desk.set( {} );
		await desk.close();
	} );
}

test( 'a time is booked with the second code, by keyboard and at 320 pixels; no other visitor finds it taken before [N06]', async ( {
	page,
	browser,
	movedStack: stack,
} ) => {
	const say = words.french;
	const client = '+33612346803';
	const desk = await Desk.open( browser, stack, bookable );
	await desk.set( { guards: { confirmNumber: 'bookings' } } );
	await page.setViewportSize( { width: 320, height: 640 } );
	await page.clock.install();
	const picker = await TimePicker.open( page, stack );
	const startsAt = await picker.choose( 3 );
	await picker.send( client );
	await expect( code( page ) ).toBeFocused();
	expect( await picker.free() ).toContain( startsAt );
	const first = await codeSentTo( stack.phones, client );

	const again = page.getByRole( 'button', { name: 'Envoyer un autre code' } );
	await expect( again ).toContainText( /dans \d+\ss/ );
	await expect( again ).toHaveAttribute( 'aria-disabled', 'true' );
	stack.clock.goTo( stack.clock.now() + 61_000 );
	await page.clock.fastForward( 61_000 );
	await expect( again ).toHaveAttribute( 'aria-disabled', 'false' );
	await again.press( 'Enter' );
	const second = await codeSentTo( stack.phones, client, 2 );
	await expect( again ).toContainText( /dans \d+\ss/ );
	await expect( code( page ) ).toBeFocused();
	const { scrollWidth } = await page.evaluate( () => ( {
		scrollWidth: document.documentElement.scrollWidth,
	} ) );
	expect( scrollWidth ).toBeLessThanOrEqual( 320 );

	await page.getByRole( 'button', { name: say.change } ).click();
	await expect( page.getByLabel( say.number ) ).toHaveValue(
		national( client )
	);
	await picker.bookButton.click();
	await expect( code( page ) ).toBeFocused();
	expect( await stack.phones.messagesTo( client ) ).toHaveLength( 2 );

	await page.keyboard.type( second );
	await page.keyboard.press( 'Enter' );
	await expect( page.locator( '[data-state="scheduled"]' ) ).toBeVisible();
	expect( await picker.free() ).not.toContain( startsAt );
	expect( first ).toMatch( /^\d{6}$/ );
	await TimePicker.cancel( page );
	await desk.set( {} );
	await desk.close();
} );
