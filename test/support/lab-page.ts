import {
	type Browser,
	expect,
	type Locator,
	type Page,
} from '@playwright/test';
import { callerId } from './stack.js';

/** A person in France at the page of the phone lab, with every phone before them. */
export class LabPage {
	private constructor( readonly page: Page ) {}

	static async open( browser: Browser, url: string ): Promise< LabPage > {
		const page = await browser.newPage( {
			locale: 'fr-FR',
			timezoneId: 'Europe/Paris',
		} );
		await page.goto( url );
		return new LabPage( page );
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
	press = ( number: string, key: string ) =>
		this.use( number, `Touche ${ key }` );
	/** Rings the number that the company shows. */
	ringBack = ( number: string ) =>
		this.use( number, `Appeler le ${ international( callerId ) }` );

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

	/** Waits until the phone speaks that, or plays it. */
	async hears( number: string, what: string | RegExp ): Promise< void > {
		await expect(
			this.phone( number ).getByRole( 'list', {
				name: /^Ce qu’entend/,
			} )
		).toContainText( what );
	}

	/** Waits until each of the two hears the other. */
	async talk( one: string, other: string ): Promise< void > {
		for ( const number of [ one, other ] ) {
			await expect( this.phone( number ) ).toContainText(
				/Entend (?!personne)/
			);
		}
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
