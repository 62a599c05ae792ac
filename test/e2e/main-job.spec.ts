import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.js';
import { eventually } from '../support/eventually.js';
import { callerId, companyNumber, type Stack } from '../support/stack.js';

/** What each language says on the page; the sentences of the phone are the service's. */
const words = {
	english: {
		number: 'Your phone number',
		button: 'Call me back now',
		confirmation: 'Thank you! We are calling you back.',
		waitingMessage: /please hold the line/i,
		requests: 'Requests',
		talked: /talked/i,
	},
	french: {
		number: 'Votre numéro de téléphone',
		button: 'Rappelez-moi maintenant',
		confirmation: 'Nous vous rappelons.',
		waitingMessage: /restez en ligne/i,
		requests: 'Demandes',
		talked: /parlé|conversation/i,
	},
};

for ( const language of [ 'english', 'french' ] as const ) {
	test( `a visitor asks, two phones ring, they talk, and the owner reads what happened, in ${ language } [S01, S02, S03, S05, S11, S20, R19, R21, N13]`, async ( {
		page,
		browser,
		stackIn,
	} ) => {
		test.setTimeout( 120_000 );
		const stack = await stackIn( language );
		const say = words[ language ];
		const { phones } = stack;
		const client = language === 'english' ? '+33612345678' : '+33687654321';
		const typed =
			language === 'english' ? '06 12 34 56 78' : '06.87.65.43.21';

		await page.goto( stack.page );
		await page.getByLabel( say.number ).fill( typed );
		await page.getByRole( 'button', { name: say.button } ).click();
		await expect( page.getByRole( 'status' ) ).toContainText(
			say.confirmation
		);

		await phones.until( companyNumber, 'ringing' );
		expect( ( await phones.callsTo( companyNumber ) ).at( -1 )?.from ).toBe(
			callerId
		);
		await expect(
			page.locator( '[data-state="calling_company"]' )
		).toBeVisible();

		await phones.answer( companyNumber );
		await phones.until( client, 'ringing' );
		// The music follows when the sentence is spoken to its end.
		const heard = await eventually( 'the company hears music', async () => {
			const phone = await phones.phone( companyNumber );
			return phone?.heard.at( -1 )?.kind === 'music' && phone.heard;
		} );
		expect( heard.at( -2 )?.text ).toMatch( say.waitingMessage );
		await expect(
			page.locator( '[data-state="calling_client"]' )
		).toBeVisible();
		await expect( page.getByRole( 'status' ) ).toContainText(
			'99 00 20 00'
		);

		await phones.answer( client );
		await expect( page.locator( '[data-state="talking"]' ) ).toBeVisible();
		expect( ( await phones.phone( client ) )?.with ).toContain(
			companyNumber
		);
		expect( ( await phones.phone( companyNumber ) )?.with ).toContain(
			client
		);

		await phones.hangUp( language === 'english' ? client : companyNumber );
		await phones.until( companyNumber, 'idle' );
		await phones.until( client, 'idle' );
		await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();

		await ownerReadsTheTimeline( await browser.newPage(), stack, say );
		expect( await phones.callsTo( client ) ).toHaveLength( 1 );
	} );
}

async function ownerReadsTheTimeline(
	admin: Page,
	stack: Stack,
	say: ( typeof words )[ 'english' ]
): Promise< void > {
	await admin.goto( await stack.adminLink() );
	await admin.goto(
		`${ stack.site }/wp-admin/admin.php?page=rappel-requests`
	);
	await expect(
		admin.getByRole( 'heading', { level: 1, name: say.requests } )
	).toBeVisible();
	await admin
		.getByRole( 'row' )
		.nth( 1 )
		.getByRole( 'button' )
		.first()
		.click();
	await expect( admin.getByText( say.talked ).first() ).toBeVisible();
	await admin.close();
}
