import { asksNothing } from '../support/asks-nothing.js';
import { bookable } from '../support/bookable.js';
import { type Changes, Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { eventually } from '../support/eventually.js';
import { LabPage } from '../support/lab-page.js';
import { companyNumber, type Stack, startStack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';
import {
	askToBeCalled,
	callMeNow,
	sendNumber,
	state,
} from '../support/visitor.js';

/** What the owner finds under “Réglages avancés”, and what it does to a call. */
const minutes = 60_000;
const hours = 60 * minutes;

let stack: Stack;
let desk: Desk;
let lab: LabPage;

test.beforeAll( async ( { browser } ) => {
	test.setTimeout( 180_000 );
	stack = await startStack( {
		locale: 'fr_FR',
		startAt: '2027-03-25T08:00:00.000Z',
	} );
	desk = await Desk.open( browser, stack, asksNothing );
	lab = await LabPage.open( browser, stack.phones );
} );
test.afterAll( () => stack.stop() );
test.afterEach( () => lab.isCalm() );

test( 'a conversation of the longest length is cut off [S20]', async ( {
	page,
} ) => {
	const client = '+33612345061';
	await desk.set( { calls: { maximumTalkSeconds: 60 } } );
	await askToBeCalled( page, stack, client );
	await lab.join( companyNumber, client );
	stack.clock.jump( minutes );
	await lab.rests( client );
	await expect( state( page, 'done' ) ).toBeVisible();
} );

test( 'who talked too shortly is called again, and for no other reason that is not chosen [R04]', async ( {
	page,
} ) => {
	const client = '+33612345062';
	const busy = '+33199000001';
	await desk.set( {
		retries: {
			client: {
				attempts: 2,
				spacingMinutes: 0,
				reasons: [ 'short_call' ],
			},
			shortCallSeconds: 30,
		},
	} );
	await askToBeCalled( page, stack, client );
	await lab.join( companyNumber, client );
	await lab.hangUp( client );
	await lab.join( companyNumber, client );
	stack.clock.jump( 31_000 );
	await lab.hangUp( client );
	await expect( state( page, 'done' ) ).toBeVisible();

	await askToBeCalled( page, stack, busy );
	await lab.answer( companyNumber );
	await expect( state( page, 'client_not_reached' ) ).toBeVisible();
	expect( await stack.phones.callsTo( busy ) ).toHaveLength( 1 );
} );

test( 'while the first has waited too long nobody else may ask, and who waits too long is given up [R07]', async ( {
	page,
	browser,
} ) => {
	await desk.set( {
		queue: {
			processing: false,
			maximumWaitMinutes: 10,
			expiresAfterMinutes: 30,
		},
	} );
	const late = await browser.newPage();
	await late.goto( stack.page );
	await askToBeCalled( page, stack, '+33612345067' );
	await expect( state( page, 'waiting' ) ).toBeVisible();
	stack.clock.jump( 11 * minutes );
	await late.reload();
	await expect( callMeNow( late ) ).toBeHidden();
	await late.close();

	stack.clock.jump( 20 * minutes );
	await expect( state( page, 'expired' ) ).toBeVisible();
	await expect( page.getByRole( 'status' ) ).toContainText(
		'Personne ne s’est libéré à temps'
	);
} );

test( 'numbers of a country that is not chosen are refused, and so is who asks too often [R18]', async ( {
	page,
} ) => {
	const client = '+33612345068';
	const refused = async (
		guards: NonNullable< Changes[ 'guards' ] >,
		sentence: string
	) => {
		await desk.set( { queue: { processing: false }, guards } );
		await askToBeCalled( page, stack, client );
		await expect( page.getByText( sentence ) ).toBeVisible();
	};
	await refused(
		{ allowedCountries: [ 'BE' ] },
		'Nous n’appelons pas les numéros de ce pays.'
	);
	await desk.set( { queue: { processing: false } } );
	await askToBeCalled( page, stack, client );
	await page.getByRole( 'button', { name: /Annuler/ } ).click();
	await expect( state( page, 'cancelled' ) ).toBeVisible();
	await refused(
		{ requestsPerNumberPerDay: 1 },
		'Ce numéro a déjà été rappelé autant de fois que possible'
	);
	await refused(
		{ requestsPerAddressPerHour: 1 },
		'Trop de demandes sont venues de votre connexion.'
	);
} );

test( 'who rings back when it is closed may leave a message, and finds the line busy where that is switched off [R20]', async ( {
	page,
} ) => {
	const client = '+33612345069';
	await desk.set( {} );
	await askToBeCalled( page, stack, client );
	await lab.refuse( companyNumber );
	await expect( state( page, 'company_unavailable' ) ).toBeVisible();
	await desk.set( {
		openingHours: { always: false, weekly: [] },
		ringBack: { otherwise: 'voicemail' },
	} );
	await lab.ringBackFromNew( client );
	await lab.hears( client, 'Laissez-nous un message après le bip' );
	await lab.hangUp( client );
	await expect( lab.phone( client ) ).not.toContainText( 'occupé' );

	await desk.set( { ringBack: { enabled: false } } );
	await lab.ringBack( client );
	await expect( lab.phone( client ) ).toContainText( 'occupé ou refusé' );
} );

test( 'a number without a country is one of the channel’s own [S01]', async ( {
	page,
} ) => {
	const client = '+32470123456';
	await desk.set( {
		guards: { defaultCountry: 'BE', allowedCountries: [ 'FR', 'BE' ] },
	} );
	await page.goto( stack.page );
	await sendNumber( page, '0470 12 34 56' );
	await lab.join( companyNumber, client );
	await lab.hangUp( client );
	await expect( state( page, 'done' ) ).toBeVisible();
} );

test( 'a booked call that is late is made without an apology, with one, or not at all [S09]', async ( {
	browser,
} ) => {
	const client = '+33612345070';
	const apology = 'plus tard que prévu';
	const calledLate = async ( lateMinutes: number ) => {
		await desk.set( {
			...bookable,
			booking: {
				...bookable.booking,
				lateAfterMinutes: 10,
				latestMinutes: 20,
			},
			queue: { processing: false },
		} );
		const page = await browser.newPage();
		const startsAt = await TimePicker.book( page, stack, client, 2 );
		await page.close();
		stack.clock.goTo( Date.parse( startsAt ) + lateMinutes * minutes );
		await desk.change( { queue: { processing: true } } );
	};
	const isAnsweredAndOver = async () => {
		await lab.join( companyNumber, client );
		await lab.hangUp( client );
		await lab.isCalm();
	};
	await calledLate( 8 );
	await isAnsweredAndOver();
	await expect( lab.phone( client ) ).not.toContainText( apology );
	await calledLate( 15 );
	await isAnsweredAndOver();
	await expect( lab.phone( client ) ).toContainText( apology );
	const calls = ( await stack.phones.callsTo( client ) ).length;
	await calledLate( 25 );
	await expect( lab.sms( client ) ).toContainText( 'désolés' );
	expect( await stack.phones.callsTo( client ) ).toHaveLength( calls );
} );

test( 'a recording can be listened to for so many days, and is deleted then [R13]', async ( {
	page,
} ) => {
	const client = '+33612345077';
	const listen = desk.page.getByRole( 'button', {
		name: 'Écouter la conversation',
	} );
	await desk.set( { recording: { enabled: true, retentionDays: 2 } } );
	await askToBeCalled( page, stack, client );
	await lab.answer( companyNumber );
	await lab.answer( client );
	await lab.press( client, '1' );
	await lab.talk( client, companyNumber );
	await lab.hangUp( client );
	await expect( state( page, 'done' ) ).toBeVisible();
	stack.clock.jump( 47 * hours );
	await desk.request( client );
	await expect( listen ).toBeVisible();

	stack.clock.jump( 2 * hours );
	await eventually( 'it is deleted at the network', async () =>
		( await stack.phones.state() ).requests.some(
			( { method, path } ) =>
				method === 'DELETE' && path.includes( '/Recordings/' )
		)
	);
	await desk.request( client );
	await expect( desk.page.getByText( 'Le client a accepté.' ) ).toBeVisible();
	await expect( listen ).toBeHidden();
} );
