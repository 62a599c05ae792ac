import { asksNothing } from '../support/asks-nothing.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { eventually } from '../support/eventually.js';
import { LabPage } from '../support/lab-page.js';
import { companyNumber, type Stack } from '../support/stack.js';
import { anotherAsks, askForAgent, askToBeCalled } from '../support/visitor.js';

/** Requests that wait: for their turn, or for the agent they name; and what the visitor and the owner read meanwhile. */
const claire = '+33199001301';
const david = '+33199001302';

let stack: Stack;
let desk: Desk;
let lab: LabPage;
let claireId: number;
let team: { userId: number; priority: number }[];

test.beforeAll( async ( { browser, stackIn } ) => {
	test.setTimeout( 180_000 );
	stack = await stackIn( 'french' );
	desk = await Desk.open( browser, stack, asksNothing );
	lab = await LabPage.open( browser, stack.phones );
	claireId = await desk.agent( 'Claire', claire );
	team = [
		{ userId: await desk.agent( 'David', david ), priority: 1 },
		{ userId: claireId, priority: 2 },
	];
} );
test.afterAll( async () => {
	await desk.set( {} );
	await desk.close();
	await lab.close();
} );
test.afterEach( () => lab.isCalm() );

test( 'one at a time: who waits reads their place, and the owner why; who is called again keeps their place [S19, R06, N22, R04]', async ( {
	page,
	browser,
} ) => {
	const busy = '+33199000001';
	const second = '+33612345032';
	await desk.set( {
		queue: { simultaneousCalls: false },
		retries: { client: { attempts: 2, spacingMinutes: 0 } },
	} );
	// Others of these tests may have called it.
	const callsTo = async ( number: string ) =>
		( await stack.phones.callsTo( number ) ).length;
	const before = await callsTo( busy );
	const companyBefore = await callsTo( companyNumber );
	await askToBeCalled( page, stack, busy );
	await lab.rings( companyNumber );
	const other = await anotherAsks( browser, stack, second );
	await expect( other.locator( '[data-state="waiting"]' ) ).toBeVisible();
	await expect( other.getByRole( 'status' ) ).toContainText( 'position 1' );
	await expect( await desk.row( second ) ).toContainText(
		'La limite d’appels du canal est atteinte.'
	);

	for ( const attempt of [ 1, 2 ] ) {
		await lab.rings( companyNumber );
		expect( await stack.phones.callsTo( second ) ).toHaveLength( 0 );
		await lab.answer( companyNumber );
		await eventually(
			`the busy line is called for the ${ attempt }. time`,
			async () => ( await callsTo( busy ) ) === before + attempt
		);
		// It rests for a moment only: the next call comes at once.
		await eventually(
			'the company is called again',
			async () =>
				( await callsTo( companyNumber ) ) > companyBefore + attempt
		);
	}

	await lab.rings( companyNumber );
	await lab.answer( companyNumber );
	await lab.rings( second );
	await lab.answer( second );
	await lab.talk( second, companyNumber );
	await lab.hangUp( second );
	await other.close();
} );

test( 'a request that names an agent waits for them, and rings nobody else [R05, N22]', async () => {
	const client = '+33612345033';
	await desk.presence( claireId, 'offline' );
	await desk.set( {
		team,
		calls: {
			routing: 'team',
			checkAvailability: true,
			ownerWaitMinutes: 5,
		},
	} );
	await askForAgent( stack, claireId, client );
	await expect( await desk.row( client ) ).toContainText(
		'Elle attend le consultant attitré du client.'
	);
	expect( await stack.phones.callsTo( david ) ).toHaveLength( 0 );

	await desk.presence( claireId, 'online' );
	await lab.rings( claire );
	await lab.answer( claire );
	await lab.rings( client );
	await lab.answer( client );
	await lab.talk( client, claire );
	await lab.hangUp( client );
	await lab.rests( claire );
	expect( await stack.phones.callsTo( david ) ).toHaveLength( 0 );
	await expect( await desk.row( client ) ).toContainText( 'Claire' );
} );

test( 'a request whose agent is away falls to the team when its wait is over [R05]', async () => {
	const client = '+33612345034';
	await desk.presence( claireId, 'offline' );
	await desk.set( {
		team,
		calls: {
			routing: 'team',
			checkAvailability: true,
			ownerWaitMinutes: 0,
		},
	} );
	await askForAgent( stack, claireId, client );
	await lab.rings( david );
	await lab.answer( david );
	await lab.rings( client );
	await lab.answer( client );
	await lab.talk( client, david );
	await lab.hangUp( client );
	await lab.rests( david );
	await desk.presence( claireId, 'online' );
} );
