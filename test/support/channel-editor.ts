import { expect, type Locator, type Page } from '@playwright/test';
import type { Stack } from './stack.js';

/** Of the editor, in the order in which they are gone through. */
export const sections = [
	'form',
	'vocabulary',
	'team',
	'hours',
	'calls',
	'voice',
	'booking',
	'sms',
	'survey',
	'live',
] as const;

/** One field of the channel editor, and what is typed, chosen or switched. */
export type Setting = { section: string } & (
	| {
			/** The field's name on the wire: "form.introduction.en". */
			path: string;
			value: string;
	  }
	| {
			/** Of a switch, a box or one of several choices. */
			label: string;
			on: boolean;
	  }
);

/** The owner in Rappel → Channels, on a site in English, at the channel that the page's form belongs to. */
export class ChannelEditor {
	constructor(
		readonly page: Page,
		private readonly stack: Stack
	) {}

	/** By its address, as every link to a section has it. */
	async open( section: string ): Promise< void > {
		await this.page.goto(
			`${ this.stack.site }/wp-admin/admin.php?page=rappel-channels&channel=${ this.stack.channelId }&section=${ section }`
		);
		await this.isAt( section );
	}

	async isAt( section: string ): Promise< void > {
		await expect(
			this.page.locator(
				`[aria-current="step"][href*="section=${ section }"]`
			)
		).toBeVisible();
	}

	/** Where it says "Advanced settings". */
	async openAdvanced(): Promise< void > {
		const fold = this.page.getByRole( 'button', {
			name: 'Advanced settings',
		} );
		if ( ( await fold.getAttribute( 'aria-expanded' ) ) === 'false' ) {
			await fold.click();
		}
	}

	async set( setting: Setting ): Promise< void > {
		if ( ! ( 'path' in setting ) ) {
			await this.switch( setting.label ).setChecked( setting.on );
			return;
		}
		const field = this.field( setting.path );
		if ( await field.evaluate( ( { tagName } ) => tagName === 'SELECT' ) ) {
			await field.selectOption( setting.value );
		} else {
			await field.fill( setting.value );
		}
	}

	async has( setting: Setting ): Promise< void > {
		if ( 'path' in setting ) {
			await expect( this.field( setting.path ) ).toHaveValue(
				setting.value
			);
		} else {
			await expect( this.switch( setting.label ) ).toBeChecked( {
				checked: setting.on,
			} );
		}
	}

	/** "Update": stays where it is. */
	update = () => this.save( 'Update' );

	/** "Save and continue", on the last section "Save and go live". */
	saveAndContinue = () => this.save( /^Save and (continue|go live)$/ );

	private async save( button: string | RegExp ): Promise< void > {
		const saved = this.page.waitForResponse(
			( response ) =>
				response.url().includes( '/rappel/v1/channels/' ) &&
				response.request().method() !== 'GET'
		);
		await this.page
			.getByRole( 'button', { name: button, exact: true } )
			.click();
		expect( ( await saved ).status() ).toBe( 200 );
	}

	private field( path: string ): Locator {
		const id = `#rappel-field-${ path.replaceAll( '.', '-' ) }`;
		return this.page
			.locator( `${ id }:is( input, select, textarea )` )
			.or( this.page.locator( `${ id } :is( input, select, textarea )` ) )
			.first();
	}

	private switch = ( label: string ): Locator =>
		this.page.getByLabel( label, { exact: true } );
}
