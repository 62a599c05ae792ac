import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier } from '../support/barriers.js';
import { type BareSite, startBareSite } from '../support/bare-site.js';
import { expect, test } from '../support/e2e.js';
import { international, national } from '../support/lab-page.js';
import { callerId, companyNumber } from '../support/stack.js';

const english = {
	locale: 'en_US',
	setUp: 'Set up',
	title: 'Set up Rappel',
	cost: /100 callbacks a month/,
	ownServer: 'I start it on a server of mine',
	command: 'The command',
	address: 'Address of the service',
	code: 'Pairing code',
	connect: 'Connect',
	notYet: /does not answer yet/,
	account: 'The telephone account',
	simulated: /Calls are simulated here/,
	goOn: 'Continue',
	number: 'The number that is shown',
	saveAndGoOn: 'Save and continue',
	skip: 'Skip this step',
	whoIsCalled: 'Who is called',
	destination: 'Destination number',
	hours: 'Opening hours',
	always: 'Always open: 24 hours, 7 days',
	testCall: 'Test call',
	callMe: 'Call me now',
	finish: 'Finish',
	ready: 'Rappel is ready',
	allForNow: 'That is all for now',
};

type Words = typeof english;

const french: Words = {
	locale: 'fr_FR',
	setUp: 'Configurer',
	title: 'Configurer Rappel',
	cost: /100 rappels par mois/,
	ownServer: 'Je le démarre sur un serveur à moi',
	command: 'La commande',
	address: 'Adresse du service',
	code: 'Code de connexion',
	connect: 'Connecter',
	notYet: /ne répond pas encore/,
	account: 'Le compte téléphonique',
	simulated: /les appels sont simulés/,
	goOn: 'Continuer',
	number: 'Le numéro affiché',
	saveAndGoOn: 'Enregistrer et continuer',
	skip: 'Passer cette étape',
	whoIsCalled: 'Qui est appelé',
	destination: 'Numéro d’aboutement',
	hours: 'Disponibilités',
	always: 'Toujours ouvert : 24 heures, 7 jours',
	testCall: 'Appel de test',
	callMe: 'Appelez-moi maintenant',
	finish: 'Terminer',
	ready: 'Rappel est prêt',
	allForNow: 'C’est tout pour l’instant',
};

/** The owner before the set-up. */
class SetUp {
	constructor(
		readonly page: Page,
		private readonly bare: BareSite,
		private readonly words: Words
	) {}

	/** From the plugins' list, as whoever has just activated it. */
	async open(): Promise< void > {
		await this.page.goto( await this.bare.adminLink() );
		await this.page.goto( `${ this.bare.site }/wp-admin/plugins.php` );
		await expect( this.notice() ).toBeVisible();
		await this.page
			.locator( 'tr[data-plugin="rappel/rappel.php"]' )
			.getByRole( 'link', { name: this.words.setUp } )
			.click();
		await expect(
			this.page.getByRole( 'heading', {
				level: 1,
				name: this.words.title,
			} )
		).toBeVisible();
	}

	/** The one notice that leads here. */
	notice = (): Locator =>
		this.page.locator( '.notice a[href*="page=rappel-set-up"]' );

	async step( title: string ): Promise< void > {
		await expect(
			this.page.getByRole( 'heading', { level: 2, name: title } )
		).toBeVisible();
		await expectNoBarrier( this.page, '.rappel-screen' );
	}

	press = ( name: string ): Promise< void > =>
		this.page.getByRole( 'button', { name, exact: true } ).click();

	fill = ( label: string, text: string ): Promise< void > =>
		this.page.getByLabel( label, { exact: true } ).fill( text );

	/** To a step by the list at the side. */
	goTo = ( title: string ): Promise< void > =>
		this.page
			.getByRole( 'navigation' )
			.getByRole( 'link', { name: title } )
			.click();

	/** Numbers, people, hours: what stands between a service and a call. */
	async fillChannel(): Promise< void > {
		const { words, page } = this;
		await this.step( words.number );
		await page
			.getByRole( 'radio', { name: spaced( international( callerId ) ) } )
			.check();
		await this.press( words.saveAndGoOn );
		await this.step( words.whoIsCalled );
		await this.fill( words.destination, national( companyNumber ) );
		await this.press( words.saveAndGoOn );
		await this.step( words.hours );
		// Whoever leaves goes on where they left.
		await page.reload();
		await this.step( words.hours );
		await page
			.getByRole( 'radio', { name: spaced( words.always ) } )
			.check();
		await this.press( words.saveAndGoOn );
	}

	/** The phone rings, and somebody answers it. */
	async receiveTestCall(): Promise< void > {
		const { words, bare, page } = this;
		await this.step( words.testCall );
		await this.press( words.callMe );
		await bare.phones.until( companyNumber, 'ringing' );
		await bare.phones.answer( companyNumber );
		await page
			.getByRole( 'button', { name: words.finish, exact: true } )
			.click();
		await this.step( words.ready );
	}
}

/** A text, whatever its spaces. */
const spaced = ( text: string ) =>
	new RegExp( text.replace( /[+()]/g, '\\$&' ).replace( /\s/g, '\\s' ) );

for ( const words of [ english, french ] ) {
	test.describe( `the set-up, ${ words.locale }`, () => {
		let bare: BareSite;

		test.beforeEach( async () => {
			test.setTimeout( 300_000 );
			bare = await startBareSite( words.locale as 'en_US' | 'fr_FR' );
		} );

		test.afterEach( () => bare.stop() );

		test( 'leads from an activated plugin to a received test call, with a service that the owner starts [R19, N13, N20]', async ( {
			page,
		} ) => {
			const setUp = new SetUp( page, bare, words );
			await setUp.open();
			await expect( page.getByText( words.cost ) ).toBeVisible();
			await expectNoBarrier( page, '.rappel-screen' );
			await page.getByRole( 'radio', { name: words.ownServer } ).check();
			const command = await page
				.getByLabel( words.command, { exact: true } )
				.inputValue();
			const [ , code = '' ] = /PAIRING_CODE=(\S+)/.exec( command ) ?? [];
			await setUp.fill( words.address, bare.serviceUrl );
			await setUp.press( words.connect );
			await expect(
				page.locator( '#rappel-admin' ).getByText( words.notYet )
			).toBeVisible();

			const start = Date.now();
			await bare.startService( { PAIRING_CODE: code } );
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
			const setUp = new SetUp( page, bare, words );
			await setUp.open();
			await setUp.fill( words.address, bare.serviceUrl );
			await setUp.fill( words.code, code );
			await setUp.press( words.connect );
			await setUp.step( words.number );
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
