import { randomUUID } from 'node:crypto';
import { type Browser, type Page } from '@playwright/test';
import type { VisitorStatus } from '@rappel/contract';
import { expect, test } from '../support/e2e.js';
import { eventually } from '../support/eventually.js';
import { Line } from '../support/line.js';
import { companyNumber } from '../support/stack.js';

/** Requests that wait: for their turn, or for the agent they name; and what the visitor and the owner read meanwhile. */
const claire = '+33199001301';
const david = '+33199001302';

let line: Line;
let claireId: number;
let team: { userId: number; priority: number }[];

test.beforeAll( async ( { browser, stackIn } ) => {
	test.setTimeout( 180_000 );
	line = await Line.open( browser, await stackIn( 'french' ) );
	claireId = await line.agent( 'Claire', claire );
	team = [
		{ userId: await line.agent( 'David', david ), priority: 1 },
		{ userId: claireId, priority: 2 },
	];
} );
test.afterAll( () => line.close() );
test.afterEach( () => line.calm() );

/** A second visitor, on a page of their own. */
async function another( browser: Browser, number: string ): Promise< Page > {
	const page = await browser.newPage();
	await line.ask( page, number );
	return page;
}

/** A request that names its agent, as the site asks the service for it. */
function askFor( ownerUserId: number, number: string ) {
	return line.stack.callService< VisitorStatus >( {
		method: 'POST',
		path: '/v1/callback-requests',
		body: {
			key: randomUUID(),
			channelId: line.stack.channelId,
			number,
			ownerUserId,
			visitorAddress: '192.0.2.31',
			requestedAt: new Date().toISOString(),
		},
	} );
}

test( 'one at a time: who waits reads their place, and the owner why; who is called again keeps their place [S19, R06, N22, R04]', async ( {
	page,
	browser,
} ) => {
	const busy = '+33199000001';
	const second = '+33612345032';
	await line.set( {
		queue: { simultaneousCalls: false },
		retries: { client: { attempts: 2, spacingMinutes: 0 } },
	} );
	await line.ask( page, '01 99 00 00 01' );
	await line.rings( companyNumber );
	const other = await another( browser, '06 12 34 50 32' );
	await expect( other.locator( '[data-state="waiting"]' ) ).toBeVisible();
	await expect( other.getByRole( 'status' ) ).toContainText( 'position 1' );
	await line.openRequests();
	await expect( line.request( second ) ).toContainText(
		'La limite d’appels du canal est atteinte.'
	);

	for ( const attempt of [ 1, 2 ] ) {
		await line.rings( companyNumber );
		expect( await line.stack.phones.callsTo( second ) ).toHaveLength( 0 );
		await line.answers( companyNumber );
		await eventually(
			`the busy line is called for the ${ attempt }. time`,
			async () =>
				( await line.stack.phones.callsTo( busy ) ).length === attempt
		);
		await line.rests( companyNumber );
	}

	await line.rings( companyNumber );
	await line.answers( companyNumber );
	await line.rings( second );
	await line.answers( second );
	await line.areJoined( second, companyNumber );
	await line.hangsUp( second );
	await other.close();
} );

test( 'a request that names an agent waits for them, and rings nobody else [R05, N22]', async () => {
	const client = '+33612345033';
	await line.presence( claireId, 'offline' );
	await line.set( {
		team,
		calls: {
			routing: 'team',
			checkAvailability: true,
			ownerWaitMinutes: 5,
		},
	} );
	await askFor( claireId, client );
	await line.openRequests();
	await expect( line.request( client ) ).toContainText(
		'Elle attend le consultant attitré du client.'
	);
	expect( await line.stack.phones.callsTo( david ) ).toHaveLength( 0 );

	await line.presence( claireId, 'online' );
	await line.rings( claire );
	await line.answers( claire );
	await line.rings( client );
	await line.answers( client );
	await line.areJoined( client, claire );
	await line.hangsUp( client );
	await line.rests( claire );
	expect( await line.stack.phones.callsTo( david ) ).toHaveLength( 0 );
	await line.openRequests();
	await expect( line.request( client ) ).toContainText( 'Claire' );
} );

test( 'a request whose agent is away falls to the team when its wait is over [R05]', async () => {
	const client = '+33612345034';
	await line.presence( claireId, 'offline' );
	await line.set( {
		team,
		calls: {
			routing: 'team',
			checkAvailability: true,
			ownerWaitMinutes: 0,
		},
	} );
	await askFor( claireId, client );
	await line.rings( david );
	await line.answers( david );
	await line.rings( client );
	await line.answers( client );
	await line.areJoined( client, david );
	await line.hangsUp( client );
	await line.rests( david );
	await line.presence( claireId, 'online' );
} );
