import { expect, type Locator, type Page } from '@playwright/test';
import type { BareSite } from './bare-site.js';
import { international, national } from './lab-page.js';
import { callerId, companyNumber } from './stack.js';

/** What the screens of the set-up say, as a person reads it. */
export const english = {
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

export type Words = typeof english;

export const french: Words = {
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
export class SetUp {
	/**
	 * @param page
	 * @param bare
	 * @param words In the site's language.
	 * @param look  What is done on each step, before anything is filled in.
	 */
	constructor(
		readonly page: Page,
		private readonly bare: BareSite,
		private readonly words: Words,
		private readonly look: ( page: Page ) => Promise< void >
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
		await this.look( this.page );
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

	/** To a service that runs already, with a code of whoever runs it. */
	async connect( code: string ): Promise< void > {
		const { words, bare } = this;
		await this.fill( words.address, bare.serviceUrl );
		await this.fill( words.code, code );
		await this.press( words.connect );
		await this.step( words.number );
	}

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
