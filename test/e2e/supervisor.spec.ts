import { asksNothing } from '../support/asks-nothing.js';
import { expectNoBarrier } from '../support/barriers.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { eventually } from '../support/eventually.js';
import { international, LabPage } from '../support/lab-page.js';
import type { Stack } from '../support/stack.js';
import { askForAgent } from '../support/visitor.js';

/** A supervisor at the Live dashboard: gives a request to somebody else, and is in the conversation, heard by the agent alone. */
const louise = '+33199001421';
const jules = '+33199001422';
const supervisor = '+33199001423';

let stack: Stack;
let desk: Desk;
let lab: LabPage;
let louiseId: number;

test.beforeAll( async ( { browser, stackIn } ) => {
	test.setTimeout( 240_000 );
	stack = await stackIn( 'french' );
	desk = await Desk.open( browser, stack, asksNothing );
	lab = await LabPage.open( browser, stack.phones );
	louiseId = await desk.agent( 'Louise', louise );
	const julesId = await desk.agent( 'Jules', jules );
	await desk.set( {
		team: [
			{ userId: louiseId, priority: 1 },
			{ userId: julesId, priority: 1 },
		],
		calls: {
			routing: 'team',
			checkAvailability: true,
			ownerWaitMinutes: 30,
		},
	} );
	await desk.page.goto( `${ stack.site }/wp-admin/profile.php` );
	await desk.page.locator( '#rappel_number' ).fill( supervisor );
	await desk.page.locator( '#submit' ).click();
	await expect(
		desk.page.locator( '.notice-success, #message.updated' ).first()
	).toBeVisible();
} );
test.afterAll( async () => {
	await desk.set( {} );
	await desk.close();
	await lab.close();
} );
test.afterEach( () => lab.isCalm() );

/** The row of a number on the Live dashboard. */
const row = ( client: string ) =>
	desk.page
		.locator( '.rappel-live-row' )
		.filter( { hasText: international( client ) } );

test( 'a supervisor gives a request that waits for somebody to a colleague, and whispers to them while they talk [R11, R12, N22]', async () => {
	const client = '+33612345051';
	await desk.screen( 'rappel' );
	await desk.presence( louiseId, 'offline' );
	await askForAgent( stack, louiseId, client );
	await expect( row( client ) ).toContainText( 'Attend Louise.' );
	expect( await stack.phones.callsTo( jules ) ).toHaveLength( 0 );
	// The question whether one comes online lies above the team.
	await desk.page
		.getByRole( 'button', { name: 'Pas maintenant' } )
		.first()
		.click();
	await expectNoBarrier( desk.page, '#rappel-admin' );

	await row( client )
		.getByRole( 'button', { name: /Autres actions/ } )
		.click();
	await desk.page.getByRole( 'menuitem', { name: /^Attribuer/ } ).click();
	const dialog = desk.page.getByRole( 'dialog' );
	await dialog
		.getByRole( 'combobox' )
		.selectOption( { label: await optionOf( 'Jules' ) } );
	await expectNoBarrier( desk.page, '[role=dialog]' );
	await dialog.getByRole( 'button', { name: /^Attribuer/ } ).click();
	await lab.rings( jules );
	await expect( row( client ) ).toContainText( 'Jules' );

	await lab.answer( jules );
	await lab.rings( client );
	await lab.answer( client );
	await lab.talk( client, jules );
	await row( client ).getByRole( 'button', { name: 'Souffler' } ).click();
	await lab.rings( supervisor );
	await lab.answer( supervisor );
	await hear( supervisor, [ client, jules ] );
	await hear( jules, [ client, supervisor ] );
	await hear( client, [ jules ] );

	await lab.hangUp( client );
	await lab.rests( supervisor );
	await lab.rests( jules );
} );

/** Waits until a phone hears these, and nobody else. */
const hear = ( number: string, others: string[] ) =>
	eventually( `${ number } hears ${ others.join( ' and ' ) }`, async () => {
		const heard = ( await stack.phones.phone( number ) )?.with ?? [];
		return [ ...heard ].sort().join() === [ ...others ].sort().join();
	} );

/** The choice in the dialog that begins with a name: what stands behind it is how they are. */
async function optionOf( name: string ): Promise< string > {
	const labels = await desk.page
		.getByRole( 'dialog' )
		.locator( 'option' )
		.allTextContents();
	return labels.find( ( label ) => label.startsWith( name ) ) ?? name;
}
