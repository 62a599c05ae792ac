import type { Page } from '@playwright/test';
import { expectNoBarrier } from '../support/barriers.js';
import { bookable } from '../support/bookable.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import type { Stack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

/** The clock stands on Thursday, 25 March 2027; Monday the 29th is Easter Monday. */
let stack: Stack;
let desk: Desk;

test.beforeAll( async ( { browser, movedStack } ) => {
	test.setTimeout( 180_000 );
	stack = movedStack;
	desk = await Desk.open( browser, stack, bookable );
	await desk.set( {} );
} );
test.afterAll( async () => {
	await desk.set( {} );
	await desk.close();
} );

test( 'the owner types a week, a holiday country and a date; what visitors are offered follows [S07, S26, N05]', async ( {
	browser,
} ) => {
	const owner = desk.page;
	await owner.clock.setSystemTime( stack.clock.now() );
	await openHours( owner );
	await owner.getByLabel( 'Heures de la semaine' ).check();
	await clearWeek( owner );
	const monday = owner.locator( '[data-row="1"]' );
	await addRange( monday, '09:00', '12:00' );
	await addRange( monday, '14:00', '18:00' );
	await monday.getByRole( 'button', { name: /^Copier les heures/ } ).click();
	await owner.getByRole( 'button', { name: 'Copier', exact: true } ).click();
	await owner
		.getByLabel( 'Fermé les jours fériés de ce pays' )
		.selectOption( 'FR' );
	await expect(
		owner.getByRole( 'list', { name: /prochains jours fériés/i } )
	).toContainText( 'Lundi de Pâques' );
	await chooseDate( owner, '2027-03-30' );
	await owner.getByRole( 'radio', { name: 'Fermé', exact: true } ).check();
	await save( owner );

	// Not on Saturday and Sunday, nor on Easter Monday, nor on the date that is closed.
	const offered = await daysOffered( browser );
	expect( offered ).toEqual(
		expect.arrayContaining( [ '2027-03-31', '2027-04-01', '2027-04-02' ] )
	);
	for ( const closed of [ '27', '28', '29', '30' ] ) {
		expect( offered ).not.toContain( `2027-03-${ closed }` );
	}

	await owner
		.getByRole( 'listitem' )
		.filter( { hasText: 'Lundi de Pâques' } )
		.first()
		.getByRole( 'button', { name: /Ouvrir quand même/ } )
		.click();
	await save( owner );
	expect( await daysOffered( browser ) ).toContain( '2027-03-29' );
} );

test( 'a pause closes the days that it covers, whatever the week says [S07, N05]', async ( {
	browser,
} ) => {
	const note = null;
	await desk.set( {
		openingHours: {
			pauses: [
				{ from: '2027-03-30T00:00', to: '2027-04-01T00:00', note },
			],
		},
	} );
	const offered = await daysOffered( browser );
	expect( offered ).toContain( '2027-03-29' );
	expect( offered ).not.toContain( '2027-03-30' );
	expect( offered ).not.toContain( '2027-03-31' );
	expect( offered ).toContain( '2027-04-01' );
} );

test( 'the week is drawn by dragging, and holds after it is saved [S07]', async () => {
	const owner = desk.page;
	await openHours( owner );
	await owner.getByLabel( 'Heures de la semaine' ).check();
	await clearWeek( owner );
	const track = owner.locator( '.rappel-track[data-day="2"]' );
	const box = await track.boundingBox();
	expect( box ).not.toBeNull();
	const at = ( hour: number ) => ( {
		x: ( box?.x ?? 0 ) + ( ( box?.width ?? 0 ) * hour ) / 24,
		y: ( box?.y ?? 0 ) + ( box?.height ?? 0 ) / 2,
	} );
	await owner.mouse.move( at( 9 ).x, at( 9 ).y );
	await owner.mouse.down();
	await owner.mouse.move( at( 12 ).x, at( 12 ).y, { steps: 6 } );
	await owner.mouse.up();
	const tuesday = owner.locator( '[data-row="2"]' );
	await expect( tuesday.locator( 'input[type=time]' ) ).toHaveCount( 2 );
	await save( owner );
	await owner.reload();
	await expect( tuesday.locator( 'input[type=time]' ).first() ).toHaveValue(
		'09:00'
	);
	await expect( tuesday.locator( 'input[type=time]' ).last() ).toHaveValue(
		'12:00'
	);
} );

test( 'the editor of the hours has no barrier [S07, N05]', async () => {
	await openHours( desk.page );
	await expectNoBarrier( desk.page, '#rappel-hours' );
	await expectNoBarrier( desk.page, '#rappel-special-days' );
} );

async function openHours( owner: Page ): Promise< void > {
	await desk.screen(
		`rappel-channels&channel=${ stack.channelId }&section=hours`
	);
	await expect( owner.locator( '#rappel-hours' ) ).toBeVisible();
}

async function clearWeek( owner: Page ): Promise< void > {
	const remove = owner.locator( '#rappel-hours' ).getByRole( 'button', {
		name: /^Retirer la plage/,
	} );
	for ( let left = await remove.count(); left > 0; left-- ) {
		await remove.first().click();
	}
}

async function addRange(
	day: ReturnType< Page[ 'locator' ] >,
	from: string,
	to: string
): Promise< void > {
	await day.getByRole( 'button', { name: /^Ajouter une plage/ } ).click();
	const times = day.locator( 'input[type=time]' );
	const count = await times.count();
	await times.nth( count - 2 ).fill( from );
	await times.nth( count - 1 ).fill( to );
}

/** Goes to a date of the calendar by typing it. */
async function chooseDate( owner: Page, date: string ): Promise< void > {
	const field = owner.locator( '#rappel-goto-date' );
	await field.fill( date );
	await field.press( 'Enter' );
}

async function save( owner: Page ): Promise< void > {
	const saved = owner.waitForResponse(
		( response ) =>
			response.url().includes( 'rappel/v1/channels' ) &&
			response.request().method() !== 'GET'
	);
	await owner
		.getByRole( 'button', { name: 'Mettre à jour', exact: true } )
		.click();
	expect( ( await saved ).status() ).toBe( 200 );
}

/** The dates that a visitor finds in the picker. */
async function daysOffered(
	browser: Parameters< typeof Desk.open >[ 0 ]
): Promise< string[] > {
	const page = await browser.newPage();
	const picker = await TimePicker.open( page, stack );
	const dates = await picker.days
		.locator( 'input' )
		.evaluateAll( ( inputs ) =>
			inputs.map( ( input ) => ( input as HTMLInputElement ).value )
		);
	await page.close();
	return dates;
}
