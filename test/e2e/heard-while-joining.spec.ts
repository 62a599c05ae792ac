import { expect, test } from '../support/e2e.js';
import { Line } from '../support/line.js';
import { companyNumber } from '../support/stack.js';

/** What people hear until the two are joined, in French, at the phones of the lab's page. */
const client = '+33612345001';
const typed = '06 12 34 50 01';
const alice = '+33199001101';
const bruno = '+33199001102';

let line: Line;
let team: { userId: number; priority: number }[];

test.beforeAll( async ( { browser, stackIn } ) => {
	test.setTimeout( 180_000 );
	line = await Line.open( browser, await stackIn( 'french' ) );
	team = [
		{ userId: await line.agent( 'Alice', alice ), priority: 1 },
		{ userId: await line.agent( 'Bruno', bruno ), priority: 2 },
	];
} );
test.afterAll( () => line.close() );
test.afterEach( () => line.calm() );

test( 'client first: a message and music until the company is there [S21, S05, S24]', async ( {
	page,
} ) => {
	await line.set( { calls: { dialOrder: 'client_first' } } );
	await line.ask( page, typed );
	await line.rings( client );
	await line.answers( client );
	await line.hears( client, /restez en ligne/i );
	await line.rings( companyNumber );
	await line.hearsMusic( client );
	await line.answers( companyNumber );
	await line.areJoined( client, companyNumber );
	await line.hangsUp( client );
} );

test( 'a team: who and why is whispered, 1 takes the call [S12, R01, R03]', async ( {
	page,
} ) => {
	await line.set( {
		team,
		calls: { routing: 'team', confirmation: 'always' },
	} );
	await line.ask( page, typed );
	await line.rings( alice );
	await line.answers( alice );
	await line.hears( alice, /Demande de rappel, Standard/ );
	await line.hears( alice, /Appuyez sur 1 pour prendre l’appel/ );
	await line.presses( alice, '1' );
	await line.rings( client );
	await line.answers( client );
	await line.areJoined( client, alice );
	expect( await line.stack.phones.callsTo( bruno ) ).toHaveLength( 0 );
	await line.hangsUp( client );
	await line.rests( alice );
	await line.openRequests();
	await expect( line.request( client ) ).toContainText( 'Alice' );
} );

test( 'one agent refuses, and the next is rung while the client hears music [R01, S14]', async ( {
	page,
} ) => {
	await line.set( {
		team,
		calls: {
			routing: 'team',
			checkAvailability: true,
			dialOrder: 'client_first',
		},
	} );
	await line.ask( page, typed );
	await line.rings( client );
	await line.answers( client );
	await line.rings( alice );
	await line.refuses( alice );
	await line.rings( bruno );
	await line.hearsMusic( client );
	await line.answers( bruno );
	await line.areJoined( client, bruno );
	await line.hangsUp( client );
} );

test( 'all at once: the first to accept has the call, the other stops ringing [R03]', async ( {
	page,
} ) => {
	await line.set( {
		team: team.map( ( { userId } ) => ( { userId, priority: 1 } ) ),
		calls: { routing: 'team', distribution: 'all_at_once' },
	} );
	await line.ask( page, typed );
	await Promise.all( [ line.rings( alice ), line.rings( bruno ) ] );
	await line.answers( bruno );
	await line.rests( alice );
	await line.rings( client );
	await line.answers( client );
	await line.areJoined( client, bruno );
	await line.hangsUp( client );
} );

test( 'an agent who goes offline while rung is dropped, and the next is rung [S16]', async ( {
	page,
} ) => {
	await line.set( {
		team,
		calls: { routing: 'team', checkAvailability: true },
	} );
	await line.ask( page, typed );
	await line.rings( alice );
	await line.presence( team[ 0 ]?.userId ?? 0, 'offline' );
	await line.rests( alice );
	await line.rings( bruno );
	await line.answers( bruno );
	await line.rings( client );
	await line.answers( client );
	await line.areJoined( client, bruno );
	await line.hangsUp( client );
	await line.presence( team[ 0 ]?.userId ?? 0, 'online' );
} );

test( 'a machine on the company’s side ends that call, and the client hears that nobody is free [S22]', async ( {
	page,
} ) => {
	await line.set( {
		calls: {
			destinationNumber: '+33199000006',
			dialOrder: 'client_first',
			endOnMachine: { company: true },
		},
	} );
	await line.ask( page, typed );
	await line.rings( client );
	await line.answers( client );
	await line.hears( client, /personne n’est libre/ );
	await line.rests( client );
} );

test( 'a machine on the client’s side ends that call, and the company hears that the visitor does not answer [S22, N11]', async ( {
	page,
} ) => {
	await line.set( { calls: { endOnMachine: { client: true } } } );
	await line.ask( page, '01 99 00 00 06' );
	await line.rings( companyNumber );
	await line.answers( companyNumber );
	await line.hears( companyNumber, /visiteur ne répond pas/ );
	await line.rests( companyNumber );
} );
