import { expect, type Page } from '@playwright/test';
import { ownTexts } from './own-texts.js';
import { type Deed, field, type Setting, type Site } from './setting.js';

export const vocabularySettings = ( site: Site ): Setting[] => {
	const { language } = site;
	const own = ownTexts[ language ];
	return [
		field( 'S02', `form.introduction.${ language }`, own.introduction ),
		field( 'S01', `form.phoneLabel.${ language }`, own.phoneLabel ),
		field( 'S01', `form.nameLabel.${ language }`, own.nameLabel ),
		field( 'N23', `form.noteLabel.${ language }`, own.noteLabel ),
		field( 'N15', `form.consent.${ language }`, own.consent ),
		field( 'S08', `form.buttonLabel.${ language }`, own.buttonLabel ),
		field(
			'S09',
			`bookingTexts.buttonLabel.${ language }`,
			own.laterLabel
		),
		field(
			'S08',
			`bookingTexts.unavailable.${ language }`,
			own.unavailable
		),
		field( 'N23', `form.otherWays.${ language }`, own.otherWays ),
		field( 'S03', `form.confirmation.${ language }`, own.confirmation ),
		field(
			'S04',
			`bookingTexts.confirmation.${ language }`,
			own.bookingConfirmation
		),
		inAnotherLanguage( site ),
	];
};

/** The same field holds a text of each language. */
const inAnotherLanguage = ( { say }: Site ): Deed => {
	const write = ( page: Page, language: RegExp ) =>
		page
			.locator( '.rappel-languages' )
			.getByRole( 'button', { name: language } )
			.click();
	const german = say( /^German/, /^Allemand/ );
	const own = say( /^English/, /^Français/ );
	const text = ( page: Page ) =>
		page.locator( '#rappel-field-form-introduction-de textarea' );
	return {
		row: 'N21',
		path: 'form.introduction.de',
		covers: [],
		set: async ( page ) => {
			await write( page, german );
			await text( page ).fill( 'Fragen Sie unsere Werkstatt.' );
			await write( page, own );
		},
		has: async ( page ) => {
			await write( page, german );
			await expect( text( page ) ).toHaveValue(
				'Fragen Sie unsere Werkstatt.'
			);
			await write( page, own );
		},
	};
};
