import { asksNothing } from '../support/asks-nothing.js';
import { type Changes, Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import { type Stack, startStack } from '../support/stack.js';
import {
	anotherAsks,
	askForAgent,
	askToBeCalled,
	callMeNow,
	openPage,
	state,
} from '../support/visitor.js';

/** What the owner sets about the agents of a channel, and which of them a call reaches then. */
const nora = '+33199001401';
const omar = '+33199001402';
const paul = '+33199001403';
const minutes = 60_000;

let stack: Stack;
let desk: Desk;
let lab: LabPage;
let noraId: number;
let omarId: number;
let paulId: number;

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
	paulId = await desk.agent( 'Paul', paul );
} );
test.afterAll( () => stack.stop() );
test.afterEach( () => lab.isCalm() );

/** Calls go to these agents, in this order, while they are online. */
const team = ( ...userIds: number[] ): Changes => ( {
	team: userIds.map( ( userId ) => ( { userId, priority: 1 } ) ),
} );
const toTeam = { routing: 'team', checkAvailability: true } as const;

test( 'an agent is left alone for so long after a call [R22]', async ( {
	page,
	browser,
} ) => {
	await desk.set( {
		...team( noraId ),
		calls: { ...toTeam, wrapUpSeconds: 600 },
	} );
	await askToBeCalled( page, stack, '+33612345063' );
	await lab.join( nora, '+33612345063' );
	await lab.hangUp( '+33612345063' );
	await lab.rests( nora );
	const other = await anotherAsks( browser, stack, '+33612345064' );
	await expect( state( other, 'waiting' ) ).toBeVisible();
	expect( await stack.phones.callsTo( nora ) ).toHaveLength( 1 );

	stack.clock.jump( 10 * minutes );
	await lab.join( nora, '+33612345064' );
	await lab.hangUp( '+33612345064' );
	await expect( state( other, 'done' ) ).toBeVisible();
	await other.close();
	stack.clock.jump( 10 * minutes );
} );

test( 'an agent has as many calls at once as they may [S19]', async ( {
	page,
	browser,
} ) => {
	const callsToNora = async () =>
		( await stack.phones.callsTo( nora ) ).length;
	const before = await callsToNora();
	await desk.set( { ...team( noraId ), calls: toTeam } );
	await askToBeCalled( page, stack, '+33612345071' );
	await lab.join( nora, '+33612345071' );
	const other = await anotherAsks( browser, stack, '+33612345072' );
	await expect( state( other, 'waiting' ) ).toBeVisible();
	expect( await callsToNora() ).toBe( before + 1 );

	// The phone of the lab has one line: whoever else calls it finds it busy.
	await desk.set( {
		...team( noraId ),
		calls: toTeam,
		queue: { callsPerAgent: 2 },
	} );
	const third = await anotherAsks( browser, stack, '+33612345073' );
	await expect( state( third, 'company_unavailable' ) ).toBeVisible();
	expect( await callsToNora() ).toBeGreaterThan( before + 1 );
	await lab.hangUp( '+33612345071' );
	await other.close();
	await third.close();
} );

test( 'a channel has as many calls at once as it may, whoever is free [S19]', async ( {
	page,
	browser,
} ) => {
	await desk.set( {
		...team( noraId, omarId, paulId ),
		calls: toTeam,
		queue: { limit: 2 },
	} );
	await askToBeCalled( page, stack, '+33612345074' );
	await lab.join( nora, '+33612345074' );
	const second = await anotherAsks( browser, stack, '+33612345075' );
	await lab.join( omar, '+33612345075' );
	const third = await anotherAsks( browser, stack, '+33612345076' );
	await expect( state( third, 'waiting' ) ).toBeVisible();
	await expect( await desk.row( '+33612345076' ) ).toContainText(
		'La limite d’appels du canal est atteinte.'
	);
	expect( await stack.phones.callsTo( paul ) ).toHaveLength( 0 );

	await lab.hangUp( '+33612345074' );
	await lab.rings( nora );
	await lab.join( nora, '+33612345076' );
	await lab.hangUp( '+33612345075' );
	await lab.hangUp( '+33612345076' );
	await second.close();
	await third.close();
} );

test( 'who has no page open for so long is away, and is not called [N10]', async ( {
	page,
} ) => {
	const unseen = async ( awayAfterMinutes: number | null ) => {
		await desk.set( {
			...team( noraId ),
			calls: toTeam,
			presence: { awayAfterMinutes },
		} );
		await desk.presence( noraId, 'online' );
		await openPage( page, stack );
		await expect( callMeNow( page ) ).toBeVisible();
		stack.clock.jump( 16 * minutes );
	};
	await unseen( null );
	await openPage( page, stack );
	await expect( callMeNow( page ) ).toBeVisible();

	await unseen( 15 );
	await expect( async () => {
		await openPage( page, stack );
		await expect( callMeNow( page ) ).toBeHidden( { timeout: 1_000 } );
	} ).toPass();
	for ( const userId of [ noraId, omarId, paulId ] ) {
		await desk.presence( userId, 'online' );
	}
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
		await expect( callMeNow( page ) ).toBeVisible( {
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
	await askForAgent( stack, noraId, client );
	await expect( await desk.row( client ) ).toContainText(
		'Elle attend le consultant attitré du client.'
	);
	stack.clock.jump( 21 * minutes );
	await lab.join( omar, client );
	await lab.hangUp( client );
	await lab.rests( omar );
	await desk.presence( noraId, 'online' );
} );
