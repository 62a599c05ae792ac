import {
	type Browser,
	expect,
	type Locator,
	type Page,
} from '@playwright/test';
import { eventually } from './eventually.js';
import type { PhoneLabClient } from './phone-lab-client.js';
import { callerId } from './stack.js';

/** A person in France at the page of the phone lab, with every phone before them. */
export class LabPage {
	private constructor(
		readonly page: Page,
		readonly lab: PhoneLabClient
	) {}

	static async open(
		browser: Browser,
		lab: PhoneLabClient
	): Promise< LabPage > {
		const context = await browser.newContext( {
			locale: 'fr-FR',
			timezoneId: 'Europe/Paris',
			// Whatever the visitor of a test has.
			javaScriptEnabled: true,
		} );
		const page = await context.newPage();
		await page.goto( lab.url );
		return new LabPage( page, lab );
	}

	/** @param number E.164 */
	phone( number: string ): Locator {
		return this.page.locator(
			`article[aria-labelledby="phone-${ number.slice( 1 ) }"]`
		);
	}

	answer = ( number: string ) => this.use( number, 'Décrocher' );
	refuse = ( number: string ) => this.use( number, 'Refuser' );
	hangUp = ( number: string ) => this.use( number, 'Raccrocher' );
	/** Rings the number that the company shows. */
	ringBack = ( number: string ) =>
		this.use( number, `Appeler le ${ international( callerId ) }` );

	close = () => this.page.context().close();

	async rings( number: string ): Promise< void > {
		await expect( this.phone( number ) ).toHaveAttribute(
			'data-state',
			'ringing'
		);
	}

	/** Presses the key once one is expected. */
	async press( number: string, key: string ): Promise< void > {
		await expect( this.phone( number ) ).toHaveAttribute(
			'data-activity',
			'gather'
		);
		await this.use( number, `Touche ${ key }` );
	}

	/** As whoever has that phone and was never called on it. */
	async ringBackFromNew( number: string ): Promise< void > {
		await this.page.getByText( 'Appeler d’un autre téléphone' ).click();
		await this.page
			.getByLabel( 'Numéro de votre téléphone' )
			.fill( number );
		await this.page
			.getByRole( 'button', { name: 'Appeler', exact: true } )
			.click();
	}

	async say( number: string, sentence: string ): Promise< void > {
		const phone = this.phone( number );
		await phone.getByLabel( /^Dire une phrase/ ).fill( sentence );
		await phone
			.getByRole( 'button', { name: 'Dire', exact: true } )
			.click();
	}

	/** The last SMS that the phone got. */
	sms( number: string ): Locator {
		return this.phone( number ).locator( '.message.theirs' ).last();
	}

	/** The address in it. */
	async linkInSms( number: string ): Promise< string > {
		const text = await this.sms( number ).locator( 'p' ).innerText();
		const [ link ] = /https?:\/\/\S+/.exec( text ) ?? [];
		expect( link, `a link in “${ text }”` ).toBeDefined();
		return String( link );
	}

	/** Answers the SMS. */
	async writes( number: string, text: string ): Promise< void > {
		const phone = this.phone( number );
		await phone.getByLabel( /^Écrire au/ ).fill( text );
		await phone
			.getByRole( 'button', { name: 'Envoyer', exact: true } )
			.click();
	}

	/** Waits until the phone speaks that, or plays it. */
	async hears( number: string, what: string | RegExp ): Promise< void > {
		await expect(
			this.phone( number ).getByRole( 'list', {
				name: /^Ce qu’entend/,
			} )
		).toContainText( what );
	}

	async hearsMusic( number: string ): Promise< void > {
		await expect(
			this.phone( number ).locator( '.heard-music' ).last()
		).toBeVisible();
	}

	/** Waits until nobody is on the phone. */
	async rests( number: string ): Promise< void > {
		await this.lab.until( number, 'idle' );
	}

	/** Nobody is in a call any more: the next test begins. */
	async isCalm(): Promise< void > {
		await eventually( 'every call is over', async () =>
			( await this.lab.state() ).phones.every(
				( { state } ) => state === 'idle'
			)
		);
	}

	/** Waits until each of the two hears the other. */
	async talk( one: string, other: string ): Promise< void > {
		for ( const number of [ one, other ] ) {
			await expect( this.phone( number ) ).toContainText(
				/Entend (?!personne)/
			);
		}
	}

	/** Both answer in turn, and talk. */
	async join( first: string, second: string ): Promise< void > {
		await this.answer( first );
		await this.answer( second );
		await this.talk( first, second );
	}

	private use( number: string, button: string ): Promise< void > {
		return this.phone( number )
			.getByRole( 'button', { name: button, exact: true } )
			.click();
	}
}

/** +33199001000 as people in France write it: 01 99 00 10 00. */
export function national( number: string ): string {
	return number.replace( '+33', '0' ).replaceAll( /\d\d(?=\d)/g, '$& ' );
}

/** +33199001000 as it is read everywhere: +33 1 99 00 10 00. */
export function international( number: string ): string {
	return national( number ).replace( /^0/, '+33 ' );
}
