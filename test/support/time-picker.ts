import { expect, type Locator, type Page } from '@playwright/test';
import { national } from './lab-page.js';
import type { Stack } from './stack.js';

/** A visitor who chooses a time on the page with the block. */
export class TimePicker {
	private constructor(
		readonly page: Page,
		private readonly stack: Stack
	) {}

	/** On the page that is open already. */
	static on = ( page: Page, stack: Stack ): TimePicker =>
		new TimePicker( page, stack );

	/** Opens the page and the free times. */
	static async open( page: Page, stack: Stack ): Promise< TimePicker > {
		await page.goto( stack.page );
		const picker = new TimePicker( page, stack );
		await picker.laterButton.click();
		await expect( picker.times.first() ).toBeVisible();
		return picker;
	}

	get block(): Locator {
		return this.page.locator( '.rappel-callback' );
	}

	get laterButton(): Locator {
		return this.page.locator( '.rappel-callback__later' );
	}

	get bookButton(): Locator {
		return this.page.locator( '.rappel-callback__action button' );
	}

	get number(): Locator {
		return this.page.locator( 'input[type=tel]' );
	}

	/** The free times of the chosen day. */
	get times(): Locator {
		return this.page.locator( 'label:has( input[name="slot"] )' );
	}

	get days(): Locator {
		return this.page.locator( 'label:has( input[name="day"] )' );
	}

	/** @param date Of the visitor's clock, "2027-03-25". */
	day( date: string ): Locator {
		return this.page.locator( `label:has( input[value="${ date }"] )` );
	}

	time( instant: string ): Locator {
		return this.page.locator( `label:has( input[value="${ instant }"] )` );
	}

	/** Chooses the n-th free time of the day that is shown, counted from 0, or late in the day of the next one; gives it. */
	async choose( n: number ): Promise< string > {
		await expect( this.times.first() ).toBeVisible();
		if ( ( await this.times.count() ) <= n ) {
			await this.days.nth( 1 ).click();
		}
		const time = this.times.nth( n );
		const startsAt = await time.locator( 'input' ).inputValue();
		await time.click();
		return startsAt;
	}

	/** Types the number and books what is chosen. */
	async send( number: string ): Promise< void > {
		await this.number.fill( national( number ) );
		await this.bookButton.click();
	}

	/** The same from the start to the confirmation. */
	static async book(
		page: Page,
		stack: Stack,
		number: string,
		n: number
	): Promise< string > {
		const picker = await TimePicker.open( page, stack );
		const startsAt = await picker.choose( n );
		await picker.send( number );
		await expect(
			page.locator( '[data-state="scheduled"]' )
		).toBeVisible();
		return startsAt;
	}

	/** Takes the booking back that the page tells of. */
	static async cancel(
		page: Page,
		button = 'Annuler ma demande'
	): Promise< void > {
		await page.getByRole( 'button', { name: button } ).click();
		await expect(
			page.locator( '[data-state="cancelled"]' )
		).toBeVisible();
	}

	/** Times that are free by the service, as WordPress asks for them. */
	async free(): Promise< string[] > {
		const { days } = ( await (
			await this.page.request.get(
				`${ this.stack.site }/wp-json/rappel/v1/channels/${ this.stack.channelId }/slots`
			)
		).json() ) as { days: { slots: { startsAt: string }[] }[] };
		return days.flatMap( ( { slots } ) =>
			slots.map( ( { startsAt } ) => startsAt )
		);
	}
}
