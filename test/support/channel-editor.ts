import { expect, type Locator, type Page } from '@playwright/test';
import {
	type Control,
	isDeed,
	type Round,
	type SectionName,
	sections,
	type Setting,
	siteIn,
} from './channel-settings/index.js';
import type { Stack } from './stack.js';

/** The owner in Rappel → Channels, at the channel that the page's form belongs to. */
export class ChannelEditor {
	constructor(
		readonly page: Page,
		private readonly stack: Stack,
		private readonly site = siteIn( 'en' )
	) {}

	/** By its address, as every link to a section has it. */
	async open( section: SectionName ): Promise< void > {
		await this.page.goto(
			`${ this.stack.site }/wp-admin/admin.php?page=rappel-channels&channel=${ this.stack.channelId }&section=${ section }`
		);
		await this.isAt( section );
	}

	/** By the list at the side, without loading the page. */
	async goTo( section: SectionName ): Promise< void > {
		await this.step( section ).click();
		await this.isAt( section );
	}

	async isAt( section: SectionName ): Promise< void > {
		await expect( this.step( section ) ).toHaveAttribute(
			'aria-current',
			'step'
		);
	}

	/** "Advanced settings" and every other group of fields that is behind a button. */
	async openFolds(): Promise< void > {
		const closed = this.page.locator(
			'.rappel-fold__button[aria-expanded="false"]'
		);
		while ( ( await closed.count() ) > 0 ) {
			await closed.first().click();
		}
	}

	async set( setting: Setting ): Promise< void > {
		if ( isDeed( setting ) ) {
			await setting.set( this.page );
			return;
		}
		const { value } = setting;
		const control = this.control( setting );
		if ( typeof value === 'boolean' ) {
			await control.setChecked( value );
		} else if ( typeof value !== 'string' ) {
			for ( const token of value ) {
				await control.fill( token );
				await control.press( 'Enter' );
			}
		} else if (
			await control.evaluate( ( { tagName } ) => tagName === 'SELECT' )
		) {
			await control.selectOption( value );
		} else {
			await control.fill( value );
		}
	}

	/** Each in turn, and then every fold is open. */
	async setAll( settings: readonly Setting[] ): Promise< void > {
		await this.openFolds();
		for ( const setting of settings ) {
			await this.set( setting );
		}
		await this.openFolds();
	}

	async has( setting: Setting ): Promise< void > {
		if ( isDeed( setting ) ) {
			await setting.has( this.page );
			return;
		}
		const { path, value } = setting;
		if ( typeof value === 'boolean' ) {
			await expect( this.control( setting ) ).toBeChecked( {
				checked: value,
			} );
		} else if ( typeof value === 'string' ) {
			await expect( this.control( setting ) ).toHaveValue( value );
		} else {
			for ( const token of value ) {
				await expect( this.page.locator( idOf( path ) ) ).toContainText(
					token
				);
			}
		}
	}

	/** Everything of a round is as it was set; the page is loaded anew before. */
	async hasAll( round: Round ): Promise< void > {
		await this.page.reload();
		for ( const section of sections ) {
			if ( round[ section ] ) {
				await this.goTo( section );
				await this.openFolds();
			}
			for ( const setting of round[ section ] ?? [] ) {
				await this.has( setting );
			}
		}
	}

	/**
	 * The controls of the section that is open, each by its path with hyphens ("form-introduction-en"), by its own id or by its
	 * label; choices of which one holds are one, all their labels joined by "|".
	 */
	controls(): Promise< string[] > {
		return this.page
			.locator( '.rappel-editor__fields' )
			.evaluate( ( fields ) => {
				const named = ( control: HTMLInputElement ): string =>
					(
						control.getAttribute( 'aria-label' ) ??
						control.labels?.[ 0 ]?.textContent ??
						''
					).trim();
				const prefix = 'rappel-field-';
				const names = [
					...fields.querySelectorAll< HTMLInputElement >(
						'input, select, textarea'
					),
				].map( ( control ) => {
					if ( control.type === 'radio' ) {
						return [
							...fields.querySelectorAll< HTMLInputElement >(
								`input[name="${ control.name }"]`
							),
						]
							.map( named )
							.join( '|' );
					}
					const id = control.closest( `[id^="${ prefix }"]` )?.id;
					if ( id ) {
						return id.slice( prefix.length );
					}
					return control.id.startsWith( 'rappel-' )
						? control.id
						: named( control );
				} );
				return [ ...new Set( names ) ];
			} );
	}

	/** "Update": stays where it is. */
	update = () => this.save( this.site.say( 'Update', 'Mettre à jour' ) );

	/** "Save and continue", on the last section "Save and go live". */
	saveAndContinue = () =>
		this.save(
			this.site.say(
				/^Save and (continue|go live)$/,
				/^Enregistrer et (continuer|mettre en ligne)$/
			)
		);

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

	private step = ( section: SectionName ): Locator =>
		this.page.locator( `.rappel-progress a[href*="section=${ section }"]` );

	private control( { path, label, within }: Control ): Locator {
		const frame = this.page.locator( within ?? '.rappel-editor__fields' );
		if ( label ) {
			return frame.getByLabel( label, { exact: true } );
		}
		const id = idOf( path );
		return frame
			.locator( `${ id }:is( input, select, textarea )` )
			.or( frame.locator( `${ id } :is( input, select, textarea )` ) )
			.first();
	}
}

const idOf = ( path: string ) =>
	`#rappel-field-${ path.replaceAll( '.', '-' ) }`;
