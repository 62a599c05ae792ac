import { bookable } from '../support/bookable.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import { calledAndTalking, justBefore } from '../support/moved-clock.js';
import { type Stack, startStack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

/** The site is in Paris, whose clocks go from two to three in the night to Sunday, 28 March 2027. */
let stack: Stack;
let desk: Desk;
let lab: LabPage;

test.beforeAll( async ( { browser } ) => {
	test.setTimeout( 180_000 );
	stack = await startStack( {
		locale: 'fr_FR',
		startAt: '2027-03-26T12:00:00.000Z',
	} );
	desk = await Desk.open( browser, stack, bookable );
	lab = await LabPage.open( browser, stack.phones );
} );
test.beforeEach( () => desk.set( {} ) );
test.afterAll( () => stack.stop() );

const inWinter = '2027-03-27T13:00:00.000Z';
const inSummer = '2027-03-28T12:00:00.000Z';

test( 'a range of the night neither vanishes nor happens twice [N04, S07]', async ( {
	page,
} ) => {
	await desk.set( {
		openingHours: {
			always: false,
			weekly: [ { day: 6, from: '23:00', to: '04:00' } ],
		},
	} );
	const picker = await TimePicker.open( page, stack );
	const night = ( await picker.free() ).filter(
		( instant ) => instant < inSummer
	);
	// From 23:00 to 04:00 are four hours in that night: eight times half an hour.
	expect( night ).toHaveLength( 8 );
	expect( night[ 0 ] ).toBe( '2027-03-27T22:00:00.000Z' );
	expect( night.at( -1 ) ).toBe( '2027-03-28T01:30:00.000Z' );
} );

test.describe( 'a visitor in Algiers, who shares the clock of Paris until Sunday', () => {
	test.use( { timezoneId: 'Africa/Algiers' } );

	test( 'reads one clock before the change, and both after it [N04]', async ( {
		page,
	} ) => {
		const picker = await TimePicker.open( page, stack );
		await picker.day( '2027-03-27' ).click();
		await expect( picker.time( inWinter ) ).toHaveText( /^14\sh$/ );
		await picker.day( '2027-03-28' ).click();
		await expect( picker.time( inSummer ) ).toHaveText(
			/^13\sh\s*14\sh, heure de Paris$/
		);
	} );
} );

test.describe( 'a visitor in Montreal', () => {
	test.use( { timezoneId: 'America/Montreal' } );

	test( 'reads both clocks, five hours apart on Saturday and six on Sunday, and is called when the two say [N04]', async ( {
		page,
	} ) => {
		const client = '+33612346201';
		const picker = await TimePicker.open( page, stack );
		// By its canonical name, which browsers give.
		await expect( picker.block ).toContainText( 'celles de Toronto' );
		await picker.day( '2027-03-27' ).click();
		await expect( picker.time( inWinter ) ).toHaveText(
			/^9\sh\s*14\sh, heure de Paris$/
		);
		await picker.day( '2027-03-28' ).click();
		await expect( picker.time( inSummer ) ).toHaveText(
			/^8\sh\s*14\sh, heure de Paris$/
		);
		await expect( picker.block ).not.toContainText( /UTC|GMT/ );

		await picker.time( inSummer ).click();
		await picker.send( client );
		await expect(
			page.locator( '[data-state="scheduled"]' )
		).toBeVisible();
		const both =
			/dimanche\s28\smars\sà\s14\sh,\sheure\sde\sParis\s\(8\sh\schez\svous\)/;
		await expect( page.getByRole( 'status' ) ).toContainText( both );
		await expect( lab.sms( client ) ).toContainText( both );

		justBefore( stack, inSummer );
		await calledAndTalking( lab, client, inSummer );
	} );
} );
