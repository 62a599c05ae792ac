import { bookable } from '../support/bookable.js';
import { type Changes, Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import type { Stack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

/** What the rules of the booking window leave free once a time is booked, and what the SMS say. */
let stack: Stack;
let desk: Desk;
let lab: LabPage;

test.beforeAll( async ( { browser, movedStack } ) => {
	test.setTimeout( 180_000 );
	stack = movedStack;
	desk = await Desk.open( browser, stack, bookable );
	lab = await LabPage.open( browser, stack.phones );
} );
test.afterAll( async () => {
	await desk.set( {} );
	await desk.close();
	await lab.close();
} );

const minutes = 60_000;
const client = '+33612346701';

const dateOf = ( instant: string ) =>
	new Date( instant ).toLocaleDateString( 'sv', {
		timeZone: 'Europe/Paris',
	} );

/** The Monday of its week. */
function weekOf( instant: string ): string {
	const date = new Date( dateOf( instant ) );
	date.setUTCDate( date.getUTCDate() - ( ( date.getUTCDay() + 6 ) % 7 ) );
	return date.toISOString();
}

interface Rule {
	name: string;
	booking: NonNullable< Changes[ 'booking' ] >;
	isTaken: ( slot: string, booked: string ) => boolean;
}

const rules: Rule[] = [
	{
		name: 'what is kept free before and after',
		booking: { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 },
		isTaken: ( slot, booked ) =>
			Math.abs( Date.parse( slot ) - Date.parse( booked ) ) <
			90 * minutes,
	},
	{
		name: 'the most of a day',
		booking: { maximumPerDay: 1 },
		isTaken: ( slot, booked ) => dateOf( slot ) === dateOf( booked ),
	},
	{
		name: 'the most of a week',
		booking: { maximumPerWeek: 1 },
		isTaken: ( slot, booked ) => weekOf( slot ) === weekOf( booked ),
	},
];

for ( const { name, booking, isTaken } of rules ) {
	test( `a booked time takes others with it: ${ name } [R09]`, async ( {
		page,
	} ) => {
		await desk.set( { booking } );
		const picker = await TimePicker.open( page, stack );
		const before = await picker.free();
		const booked = await picker.choose( 3 );
		await picker.send( client );
		await expect(
			page.locator( '[data-state="scheduled"]' )
		).toBeVisible();
		// For a day that is full another one is shown at the end.
		const last = String( before.at( -1 ) );
		expect(
			( await picker.free() ).filter( ( slot ) => slot <= last )
		).toEqual( before.filter( ( slot ) => ! isTaken( slot, booked ) ) );
		await TimePicker.cancel( page );
		expect( await picker.free() ).toEqual( before );
	} );
}

test( 'under a name nobody is asked to answer, and what is switched off is not sent [S27, R08]', async ( {
	page,
} ) => {
	const messages = lab.phone( client ).locator( '.message.theirs' );
	await desk.set( { textMessages: { sender: 'Atelier' } } );
	const count = await messages.count();
	await TimePicker.book( page, stack, client, 3 );
	await expect( messages ).toHaveCount( count + 1 );
	await expect( lab.sms( client ) ).not.toContainText( 'Répondez' );
	expect( await lab.linkInSms( client ) ).toContain( stack.site );
	await TimePicker.cancel( page );
	await expect( lab.sms( client ) ).toContainText( 'annulé' );

	await desk.set( { textMessages: { changes: { enabled: false } } } );
	await TimePicker.book( page, stack, client, 3 );
	await expect( lab.sms( client ) ).toContainText( 'Répondez' );
	await TimePicker.cancel( page );
	await desk.row( client );
	expect( await messages.count() ).toBe( count + 3 );
} );
