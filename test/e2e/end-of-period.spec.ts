import type { WeeklyRange } from '@rappel/contract';
import { AgentDesk } from '../support/agent-desk.js';
import { asksNothing } from '../support/asks-nothing.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import type { Stack } from '../support/stack.js';

/** Two opening periods within a quarter of an hour, so that the clock that these tests share is hardly moved. */
const minute = 60_000;
const gabrielle = { login: 'gabrielle', password: 'mot de passe de Gabrielle' };
const hugo = { login: 'hugo', password: 'mot de passe d’Hugo' };

let stack: Stack;
let desk: Desk;
let gabrielleDesk: AgentDesk;
let hugoDesk: AgentDesk;

test.beforeAll( async ( { browser, movedStack } ) => {
	test.setTimeout( 240_000 );
	stack = movedStack;
	desk = await Desk.open( browser, stack, asksNothing );
} );
test.afterAll( async () => {
	await desk.set( { openingHours: { always: true } } );
	await desk.close();
	await gabrielleDesk.close();
	await hugoDesk.close();
} );

/** Every day from one instant to another, by the clock of Paris. */
function daily( from: number, to: number ): WeeklyRange[] {
	const local = ( instant: number ) =>
		new Date( instant ).toLocaleTimeString( 'fr-FR', {
			timeZone: 'Europe/Paris',
			hour: '2-digit',
			minute: '2-digit',
		} );
	return [ 1, 2, 3, 4, 5, 6, 7 ].map( ( day ) => ( {
		day,
		from: local( from ),
		to: local( to ),
	} ) );
}

test( 'the end of a period sets everybody offline where they look, and the next one forces nobody back online [S17, S18, N10, N18]', async ( {
	browser,
	page,
} ) => {
	const role = 'rappel_agent';
	const team = [
		{
			userId: await desk.agent( 'Gabrielle', '+33199001411', {
				role,
				...gabrielle,
			} ),
			priority: 1,
		},
		{
			userId: await desk.agent( 'Hugo', '+33199001412', {
				role,
				...hugo,
			} ),
			priority: 2,
		},
	];
	gabrielleDesk = await AgentDesk.open( browser, stack, gabrielle );
	hugoDesk = await AgentDesk.open( browser, stack, hugo );
	const now = Math.floor( stack.clock.now() / minute ) * minute;
	const noon = now + 6 * minute;
	const afternoon = noon + 4 * minute;
	await desk.set( {
		team,
		calls: { routing: 'team', checkAvailability: true },
		openingHours: {
			always: false,
			weekly: [
				...daily( now - 60 * minute, noon ),
				...daily( afternoon, afternoon + 60 * minute ),
			],
		},
	} );
	await hugoDesk.movesClock();
	await gabrielleDesk.screen( 'rappel' );
	await hugoDesk.page.goto( stack.page );
	await gabrielleDesk.set( 'online' );
	await hugoDesk.set( 'away' );
	await page.goto( stack.page );
	const button = page.getByRole( 'button', {
		name: 'Rappelez-moi maintenant',
	} );
	await expect( button ).toBeVisible();

	stack.clock.goTo( noon + 1_000 );
	await gabrielleDesk.is( 'offline' );
	await hugoDesk.looksAgain();
	await hugoDesk.is( 'offline' );

	stack.clock.goTo( afternoon + 1_000 );
	await hugoDesk.looksAgain();
	await expect(
		hugoDesk.page.getByText( /plage d’ouverture a commencé/ ).first()
	).toBeVisible();
	await gabrielleDesk.is( 'offline' );
	await page.goto( stack.page );
	await expect( page.locator( '.rappel-callback' ) ).toBeVisible();
	await expect( button ).toBeHidden();

	await gabrielleDesk.set( 'online' );
	await page.goto( stack.page );
	await expect( button ).toBeVisible();
	await hugoDesk.is( 'offline' );
} );
