import { expect, type Page } from '@playwright/test';
import { type Deed, field, type Setting, type Site } from './setting.js';

const dayMilliseconds = 86_400_000;

/** Later than any time that a visitor of these tests may book. */
const farDate = new Date( Date.now() + 90 * dayMilliseconds )
	.toISOString()
	.slice( 0, 10 );

export const hoursSettings = ( site: Site ): Setting[] => [
	week( site ),
	field( 'N05', 'openingHours.holidays.country', 'DE' ),
	field( 'N05', 'openingHours.holidays.region', 'BY' ),
	singleDate( site ),
	pause( site ),
];

/** Of a range of hours, the field of its end and, from the second range on, that of its beginning. */
const rangeWords = ( { say }: Site ) =>
	say( /, range \d+, (from|until)$/, /, plage \d+, (de|à)$/ );

function week( site: Site ): Deed {
	const own = site.say( 'Hours of the week', 'Heures de la semaine' );
	const monday = ( page: Page ) =>
		page.locator( '[data-row="1"] input[type=time]' );
	return {
		row: 'S07',
		path: 'openingHours.weekly',
		covers: [ own, /^openingHours-\d$/, rangeWords( site ) ],
		set: async ( page ) => {
			await page.getByLabel( own ).check();
			await monday( page ).first().fill( '07:15' );
			await monday( page ).last().fill( '21:45' );
		},
		has: async ( page ) => {
			await expect( page.getByLabel( own ) ).toBeChecked();
			await expect( monday( page ).first() ).toHaveValue( '07:15' );
			await expect( monday( page ).last() ).toHaveValue( '21:45' );
		},
	};
}

function singleDate( site: Site ): Deed {
	const { say } = site;
	const goTo = 'rappel-goto-date';
	const own = say( 'Own hours', 'Horaires particuliers' );
	const note = say(
		'Note (visitors do not see it)',
		'Note (les visiteurs ne la voient pas)'
	);
	const onDate = ( page: Page ) => page.locator( '.rappel-date' );
	const until = ( page: Page ) =>
		onDate( page ).locator( 'input[type=time]' ).last();
	const choose = async ( page: Page ) => {
		await page.locator( `#${ goTo }` ).fill( farDate );
		await page.locator( `#${ goTo }` ).press( 'Enter' );
	};
	return {
		row: 'N05',
		path: 'openingHours.exceptions',
		covers: [ goTo, own, /^openingHours-exceptions-/, note ],
		set: async ( page ) => {
			await choose( page );
			await onDate( page ).getByLabel( own ).check();
			await until( page ).fill( '20:30' );
			await onDate( page ).getByLabel( note ).fill( 'Stocktaking' );
		},
		has: async ( page ) => {
			await choose( page );
			await expect( onDate( page ).getByLabel( own ) ).toBeChecked();
			await expect( until( page ) ).toHaveValue( '20:30' );
			await expect( onDate( page ).getByLabel( note ) ).toHaveValue(
				'Stocktaking'
			);
		},
	};
}

function pause( { say }: Site ): Deed {
	const typed = {
		from: `${ farDate }T12:00`,
		to: `${ farDate }T18:00`,
		note: 'Move',
	};
	const input = ( page: Page, name: string ) =>
		page.locator( `#rappel-field-openingHours-pauses-0-${ name }` );
	return {
		row: 'N05',
		path: 'openingHours.pauses',
		covers: [ /^openingHours-pauses-0-/ ],
		set: async ( page ) => {
			await page
				.getByRole( 'button', {
					name: say( 'Add a pause', 'Ajouter une fermeture' ),
				} )
				.click();
			for ( const [ name, value ] of Object.entries( typed ) ) {
				await input( page, name ).fill( value );
			}
		},
		has: async ( page ) => {
			for ( const [ name, value ] of Object.entries( typed ) ) {
				await expect( input( page, name ) ).toHaveValue( value );
			}
		},
	};
}
