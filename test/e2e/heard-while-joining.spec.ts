import { asksNothing } from '../support/asks-nothing.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import { companyNumber, type Stack } from '../support/stack.js';
import { askToBeCalled } from '../support/visitor.js';

/** What people hear until the two are joined, in French, at the phones of the lab's page. */
const client = '+33612345001';
const alice = '+33199001101';
const bruno = '+33199001102';

let stack: Stack;
let desk: Desk;
let lab: LabPage;
let team: { userId: number; priority: number }[];

test.beforeAll( async ( { browser, stackIn } ) => {
	test.setTimeout( 180_000 );
	stack = await stackIn( 'french' );
	desk = await Desk.open( browser, stack, asksNothing );
	lab = await LabPage.open( browser, stack.phones );
	team = [
		{ userId: await desk.agent( 'Alice', alice ), priority: 1 },
		{ userId: await desk.agent( 'Bruno', bruno ), priority: 2 },
	];
} );
test.afterAll( async () => {
	await desk.set( {} );
	await desk.close();
	await lab.close();
} );
test.afterEach( () => lab.isCalm() );

test( 'client first: a message and music until the company is there [S21, S05, S24]', async ( {
	page,
} ) => {
	await desk.set( { calls: { dialOrder: 'client_first' } } );
	await askToBeCalled( page, stack, client );
	await lab.rings( client );
	await lab.answer( client );
	await lab.hears( client, /restez en ligne/i );
	await lab.rings( companyNumber );
	await lab.hearsMusic( client );
	await lab.answer( companyNumber );
	await lab.talk( client, companyNumber );
	await lab.hangUp( client );
} );

test( 'a team: who and why is whispered, 1 takes the call [S12, R01, R03]', async ( {
	page,
} ) => {
	await desk.set( {
		team,
		calls: { routing: 'team', confirmation: 'always' },
	} );
	await askToBeCalled( page, stack, client );
	await lab.rings( alice );
	await lab.answer( alice );
	await lab.hears( alice, /Demande de rappel, Standard/ );
	await lab.hears( alice, /Appuyez sur 1 pour prendre l’appel/ );
	await lab.press( alice, '1' );
	await lab.rings( client );
	await lab.answer( client );
	await lab.talk( client, alice );
	expect( await stack.phones.callsTo( bruno ) ).toHaveLength( 0 );
	await lab.hangUp( client );
	await lab.rests( alice );
	await expect( await desk.row( client ) ).toContainText( 'Alice' );
} );

test( 'one agent refuses, and the next is rung while the client hears music [R01, S14]', async ( {
	page,
} ) => {
	await desk.set( {
		team,
		calls: {
			routing: 'team',
			checkAvailability: true,
			dialOrder: 'client_first',
		},
	} );
	await askToBeCalled( page, stack, client );
	await lab.rings( client );
	await lab.answer( client );
	await lab.rings( alice );
	await lab.refuse( alice );
	await lab.rings( bruno );
	await lab.hearsMusic( client );
	await lab.answer( bruno );
	await lab.talk( client, bruno );
	await lab.hangUp( client );
} );

test( 'all at once: the first to accept has the call, the other stops ringing [R03]', async ( {
	page,
} ) => {
	await desk.set( {
		team: team.map( ( { userId } ) => ( { userId, priority: 1 } ) ),
		calls: { routing: 'team', distribution: 'all_at_once' },
	} );
	await askToBeCalled( page, stack, client );
	await Promise.all( [ lab.rings( alice ), lab.rings( bruno ) ] );
	await lab.answer( bruno );
	await lab.rests( alice );
	await lab.rings( client );
	await lab.answer( client );
	await lab.talk( client, bruno );
	await lab.hangUp( client );
} );

test( 'an agent who goes offline while rung is dropped, and the next is rung [S16]', async ( {
	page,
} ) => {
	await desk.set( {
		team,
		calls: { routing: 'team', checkAvailability: true },
	} );
	await askToBeCalled( page, stack, client );
	await lab.rings( alice );
	await desk.presence( team[ 0 ]?.userId ?? 0, 'offline' );
	await lab.rests( alice );
	await lab.rings( bruno );
	await lab.answer( bruno );
	await lab.rings( client );
	await lab.answer( client );
	await lab.talk( client, bruno );
	await lab.hangUp( client );
	await desk.presence( team[ 0 ]?.userId ?? 0, 'online' );
} );

test( 'a machine on the company’s side ends that call, and the client hears that nobody is free [S22]', async ( {
	page,
} ) => {
	await desk.set( {
		calls: {
			destinationNumber: '+33199000006',
			dialOrder: 'client_first',
			endOnMachine: { company: true },
		},
	} );
	await askToBeCalled( page, stack, client );
	await lab.rings( client );
	await lab.answer( client );
	await lab.hears( client, /personne n’est libre/ );
	await lab.rests( client );
} );

test( 'a machine on the client’s side ends that call, and the company hears that the visitor does not answer [S22, N11]', async ( {
	page,
} ) => {
	await desk.set( { calls: { endOnMachine: { client: true } } } );
	await askToBeCalled( page, stack, '+33199000006' );
	await lab.rings( companyNumber );
	await lab.answer( companyNumber );
	await lab.hears( companyNumber, /visiteur ne répond pas/ );
	await lab.rests( companyNumber );
} );
