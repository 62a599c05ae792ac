import { randomUUID } from 'node:crypto';
import { bookable } from '../support/bookable.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage, national } from '../support/lab-page.js';
import {
	calledAndTalking,
	justBefore,
	said,
	saidTime,
} from '../support/moved-clock.js';
import { companyNumber, type Stack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

let stack: Stack;
let desk: Desk;
let lab: LabPage;

test.beforeAll( async ( { browser, movedStack } ) => {
	test.setTimeout( 180_000 );
	stack = movedStack;
	desk = await Desk.open( browser, stack, bookable );
	lab = await LabPage.open( browser, stack.phones );
} );
test.beforeEach( () => desk.set( {} ) );
test.afterAll( async () => {
	await desk.close();
	await lab.close();
} );

const minutes = 60_000;

/** Somebody else books it, at the same moment; gives their key. */
async function bookedByAnother(
	number: string,
	slot: string
): Promise< string > {
	const key = randomUUID();
	await stack.callService( {
		method: 'POST',
		path: '/v1/callback-requests',
		body: {
			key,
			channelId: stack.channelId,
			number,
			slot,
			visitorAddress: '192.0.2.61',
			requestedAt: new Date( stack.clock.now() ).toISOString(),
		},
	} );
	return key;
}

test( 'a time that somebody else took meanwhile: the nearest free ones, nothing typed is lost, one press books [N03]', async ( {
	page,
} ) => {
	const client = '+33612346101';
	const picker = await TimePicker.open( page, stack );
	const wanted = await picker.choose( 3 );
	const free = await picker.free();
	const next = String( free[ free.indexOf( wanted ) + 1 ] );
	const key = await bookedByAnother( '+33612346102', wanted );
	await picker.send( client );
	const alternative = page
		.locator( '.rappel-callback__alternatives' )
		.getByRole( 'button', {
			name: new RegExp(
				`, ${ saidTime( next ).replaceAll( ' ', '\\s' ) }$`
			),
		} );
	await expect( alternative ).toBeVisible();
	await expect( page.getByRole( 'alert' ) ).not.toBeEmpty();
	await expect( picker.number ).toHaveValue( national( client ) );
	await expect( picker.time( wanted ) ).toHaveCount( 0 );

	await alternative.click();
	await expect( page.locator( '[data-state="scheduled"]' ) ).toBeVisible();
	await expect( page.getByRole( 'status' ) ).toContainText( said( next ) );
	await TimePicker.cancel( page );
	await stack.callService( {
		method: 'POST',
		path: `/v1/callback-requests/by-key/${ key }/cancellation`,
		body: { reason: 'changed_mind' },
	} );
} );

test( 'nothing ran at the booked time: the client is called late, with an apology, once [S09]', async ( {
	page,
} ) => {
	const client = '+33612346103';
	const startsAt = await TimePicker.book( page, stack, client, 2 );
	await stack.service.end( 'SIGKILL' );
	stack.clock.goTo( Date.parse( startsAt ) + 12 * minutes );
	await stack.startService();
	await lab.rings( companyNumber );
	await lab.answer( companyNumber );
	await lab.answer( client );
	await lab.hears( client, 'plus tard que prévu' );
	await lab.talk( client, companyNumber );
	await lab.hangUp( client );
	await lab.isCalm();
	await desk.request( client );
	await expect( desk.page.getByText( /retard/i ).first() ).toBeVisible();
	expect( await stack.phones.callsTo( client ) ).toHaveLength( 1 );
} );

test( 'nothing ran at the booked time, and the channel offers a new one: an SMS with a link by which they book again [S09, N07]', async ( {
	page,
	browser,
} ) => {
	const client = '+33612346104';
	await desk.set( { booking: { whenLate: 'offer_new_slot' } } );
	const startsAt = await TimePicker.book( page, stack, client, 2 );
	await stack.service.end( 'SIGKILL' );
	stack.clock.goTo( Date.parse( startsAt ) + 12 * minutes );
	await stack.startService();
	await expect( lab.sms( client ) ).toContainText( 'désolés' );
	expect( await stack.phones.callsTo( client ) ).toEqual( [] );
	const phone = await browser.newPage();
	await phone.goto( await lab.linkInSms( client ) );
	await expect( phone.locator( '.rappel-callback__later' ) ).toBeVisible();
	const next = await TimePicker.book( phone, stack, client, 2 );
	justBefore( stack, next );
	await calledAndTalking( lab, client, next );
	await phone.close();
} );

test( 'the requests whose time has passed stand first, marked as late [S09]', async ( {
	page,
	browser,
} ) => {
	const client = '+33612346105';
	await desk.set( { queue: { processing: false } } );
	const startsAt = await TimePicker.book( page, stack, client, 2 );
	stack.clock.goTo( Date.parse( startsAt ) + 6 * minutes );
	const another = await browser.newPage();
	await TimePicker.book( another, stack, '+33612346106', 2 );
	await desk.screen( 'rappel-requests' );
	const first = desk.page.getByRole( 'row' ).nth( 1 );
	await expect( first ).toContainText( '+33 6 12 34 61 05' );
	await expect( first ).toContainText( /en retard/i );
	await desk.set( {} );
	await calledAndTalking( lab, client, startsAt );
	await TimePicker.cancel( another );
	await another.close();
} );
