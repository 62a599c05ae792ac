import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { asksNothing } from '../support/asks-nothing.js';
import { type Changes, Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import { companyNumber, type Stack, startStack } from '../support/stack.js';
import { askToBeCalled } from '../support/visitor.js';

/** What the owner finds under “Réglages avancés” of the calls, and what it does to a call. */
const nora = '+33199001401';
const omar = '+33199001402';
const minutes = 60_000;

let stack: Stack;
let desk: Desk;
let lab: LabPage;
let noraId: number;
let omarId: number;

test.beforeAll( async ( { browser } ) => {
	test.setTimeout( 180_000 );
	stack = await startStack( {
		locale: 'fr_FR',
		startAt: '2027-03-25T08:00:00.000Z',
	} );
	desk = await Desk.open( browser, stack, asksNothing );
	lab = await LabPage.open( browser, stack.phones );
	noraId = await desk.agent( 'Nora', nora );
	omarId = await desk.agent( 'Omar', omar );
} );
test.afterAll( () => stack.stop() );
test.afterEach( () => lab.isCalm() );

/** Calls go to these agents, in this order, while they are online. */
const team = ( ...userIds: number[] ): Changes => ( {
	team: userIds.map( ( userId ) => ( { userId, priority: 1 } ) ),
} );
const toTeam = { routing: 'team', checkAvailability: true } as const;

const state = ( page: Page, name: string ) =>
	page.locator( `[data-state="${ name }"]` );

const button = ( page: Page ) =>
	page.getByRole( 'button', { name: 'Rappelez-moi maintenant' } );

/** A second visitor, on a page of their own. */
async function another( browser: Browser, number: string ): Promise< Page > {
	const page = await browser.newPage();
	await askToBeCalled( page, stack, number );
	return page;
}

async function talk( one: string, other: string ): Promise< void > {
	await lab.answer( one );
	await lab.answer( other );
	await lab.talk( one, other );
}

test( 'a conversation of the longest length is cut off [S20]', async ( {
	page,
} ) => {
	const client = '+33612345061';
	await desk.set( { calls: { maximumTalkSeconds: 60 } } );
	await askToBeCalled( page, stack, client );
	await talk( companyNumber, client );
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
	await talk( companyNumber, client );
	await lab.hangUp( client );
	await talk( companyNumber, client );
	stack.clock.jump( 31_000 );
	await lab.hangUp( client );
	await expect( state( page, 'done' ) ).toBeVisible();

	await askToBeCalled( page, stack, busy );
	await lab.answer( companyNumber );
	await expect( state( page, 'client_not_reached' ) ).toBeVisible();
	expect( await stack.phones.callsTo( busy ) ).toHaveLength( 1 );
} );

test( 'an agent is left alone for so long after a call [R22]', async ( {
	page,
	browser,
} ) => {
	await desk.set( {
		...team( noraId ),
		calls: { ...toTeam, wrapUpSeconds: 600 },
	} );
	await askToBeCalled( page, stack, '+33612345063' );
	await talk( nora, '+33612345063' );
	await lab.hangUp( '+33612345063' );
	await lab.rests( nora );
	const other = await another( browser, '+33612345064' );
	await expect( state( other, 'waiting' ) ).toBeVisible();
	expect( await stack.phones.callsTo( nora ) ).toHaveLength( 1 );

	stack.clock.jump( 10 * minutes );
	await talk( nora, '+33612345064' );
	await lab.hangUp( '+33612345064' );
	await expect( state( other, 'done' ) ).toBeVisible();
	await other.close();
	stack.clock.jump( 10 * minutes );
} );

test( 'who misses a call is away, unless the channel leaves them as they are [N10]', async ( {
	page,
} ) => {
	for ( const awayAfterMissedCall of [ false, true ] ) {
		await desk.set( {
			...team( noraId ),
			calls: toTeam,
			presence: { awayAfterMissedCall },
		} );
		await askToBeCalled( page, stack, '+33612345065' );
		await lab.rings( nora );
		stack.clock.jump( 90_000 );
		await expect( state( page, 'company_unavailable' ) ).toBeVisible();
		await page.goto( stack.page );
		await expect( button( page ) ).toBeVisible( {
			visible: ! awayAfterMissedCall,
		} );
	}
	await desk.presence( noraId, 'online' );
} );

test( 'what nobody handles goes on to the team when its time is over [N09]', async () => {
	const client = '+33612345066';
	await desk.presence( noraId, 'offline' );
	await desk.set( {
		...team( noraId, omarId ),
		calls: { ...toTeam, ownerWaitMinutes: 120 },
		queue: { expiresAfterMinutes: 240 },
		returnTimer: { minutes: 20 },
	} );
	await stack.callService( {
		method: 'POST',
		path: '/v1/callback-requests',
		body: {
			key: randomUUID(),
			channelId: stack.channelId,
			number: client,
			ownerUserId: noraId,
			visitorAddress: '192.0.2.66',
			requestedAt: new Date( stack.clock.now() ).toISOString(),
		},
	} );
	await expect( await desk.row( client ) ).toContainText(
		'Elle attend le consultant attitré du client.'
	);
	stack.clock.jump( 21 * minutes );
	await talk( omar, client );
	await lab.hangUp( client );
	await lab.rests( omar );
	await desk.presence( noraId, 'online' );
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
	await expect( button( late ) ).toBeHidden();
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
