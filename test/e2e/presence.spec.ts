import { AgentDesk } from '../support/agent-desk.js';
import { asksNothing } from '../support/asks-nothing.js';
import { expectNoBarrier } from '../support/barriers.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import type { Stack } from '../support/stack.js';
import { askToBeCalled } from '../support/visitor.js';

/** Two agents, each in a browser of their own, who set their presence where they are. */
const emma = { login: 'emma', password: 'mot de passe d’Emma' };
const farid = { login: 'farid', password: 'mot de passe de Farid' };
const emmaPhone = '+33199001401';
const faridPhone = '+33199001402';
/** The card of the call on one's own phone. */
const myCall = '.rappel-my-call';

let stack: Stack;
let desk: Desk;
let lab: LabPage;
let emmaDesk: AgentDesk;
let faridDesk: AgentDesk;

test.beforeAll( async ( { browser, stackIn } ) => {
	test.setTimeout( 240_000 );
	stack = await stackIn( 'french' );
	desk = await Desk.open( browser, stack, asksNothing );
	lab = await LabPage.open( browser, stack.phones );
	const role = 'rappel_agent';
	const team = [
		{
			userId: await desk.agent( 'Emma', emmaPhone, { role, ...emma } ),
			priority: 1,
		},
		{
			userId: await desk.agent( 'Farid', faridPhone, { role, ...farid } ),
			priority: 2,
		},
	];
	await desk.set( {
		team,
		calls: { routing: 'team', checkAvailability: true },
	} );
	emmaDesk = await AgentDesk.open( browser, stack, emma );
	faridDesk = await AgentDesk.open( browser, stack, farid );
} );
test.afterAll( async () => {
	await desk.set( {} );
	await desk.close();
	await emmaDesk.close();
	await faridDesk.close();
	await lab.close();
} );
test.afterEach( () => lab.isCalm() );

test( 'an agent goes offline in the bar while their phone rings, and their colleague gets the call, whom both see on the Live dashboard [S15, S16, R22]', async ( {
	page,
} ) => {
	const client = '+33612345041';
	await emmaDesk.screen( 'rappel' );
	await faridDesk.screen( 'rappel' );
	await emmaDesk.is( 'online' );
	await askToBeCalled( page, stack, client );
	await lab.rings( emmaPhone );
	await expect( emmaDesk.page.locator( myCall ) ).toContainText(
		'Votre téléphone sonne'
	);
	await expect( faridDesk.page.locator( myCall ) ).toBeHidden();

	await emmaDesk.set( 'offline' );
	await lab.rests( emmaPhone );
	await lab.rings( faridPhone );
	await expect( faridDesk.page.locator( myCall ) ).toContainText(
		'Votre téléphone sonne'
	);
	await expectNoBarrier( faridDesk.page, '#rappel-admin' );

	await lab.answer( faridPhone );
	await lab.rings( client );
	await lab.answer( client );
	await lab.talk( client, faridPhone );
	await expect(
		faridDesk.page
			.locator( myCall )
			.getByText( 'Vous êtes en conversation' )
	).toBeVisible();
	await lab.hangUp( client );
	await emmaDesk.set( 'online' );
} );

test( 'the bar is on every page of the site for an agent, and no visitor gets anything of it [S15]', async ( {
	page,
} ) => {
	await emmaDesk.page.goto( stack.page );
	await emmaDesk.is( 'online' );
	await emmaDesk.set( 'away' );
	await faridDesk.page.goto( stack.page );
	await faridDesk.is( 'online' );
	await expectNoBarrier( emmaDesk.page, '#wp-admin-bar-rappel-presence' );
	await emmaDesk.set( 'online' );

	await page.goto( stack.page );
	expect( await page.content() ).not.toMatch(
		/rappel-admin-bar|rappelBar|rappel-presence/
	);
} );
