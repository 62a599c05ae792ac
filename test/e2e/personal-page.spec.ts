import { type Browser, type BrowserContext } from '@playwright/test';
import { AgentDesk, type Status, statusWords } from '../support/agent-desk.js';
import { asksNothing } from '../support/asks-nothing.js';
import { expectNoBarrier } from '../support/barriers.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import { callerId, type Stack } from '../support/stack.js';

/** An agent who is never at a computer: presence by the phone's browser, without a script, and by ringing the site's number. */
const karim = { login: 'karim', password: 'mot de passe de Karim' };
const karimPhone = '+33199001431';

let stack: Stack;
let desk: Desk;
let lab: LabPage;
let karimDesk: AgentDesk;

test.beforeAll( async ( { browser, stackIn } ) => {
	test.setTimeout( 240_000 );
	stack = await stackIn( 'french' );
	desk = await Desk.open( browser, stack, asksNothing );
	lab = await LabPage.open( browser, stack.phones );
	const userId = await desk.agent( 'Karim', karimPhone, {
		role: 'rappel_agent',
		...karim,
	} );
	await desk.set( {
		team: [ { userId, priority: 1 } ],
		calls: { routing: 'team', checkAvailability: true },
	} );
	karimDesk = await AgentDesk.open( browser, stack, karim );
} );
test.afterAll( async () => {
	await desk.set( {} );
	await desk.close();
	await karimDesk.close();
	await lab.close();
} );
test.afterEach( () => lab.isCalm() );

/** A phone of 320 pixels whose browser runs no script, unless a test looks for barriers. */
const aPhone = (
	browser: Browser,
	javaScriptEnabled = false
): Promise< BrowserContext > =>
	browser.newContext( {
		locale: 'fr-FR',
		viewport: { width: 320, height: 640 },
		javaScriptEnabled,
	} );

/** Makes the link on the profile; gives it. */
async function makeLink(): Promise< string > {
	const { page } = karimDesk;
	await page.goto( `${ stack.site }/wp-admin/profile.php` );
	await page.getByRole( 'button', { name: /^Créer/ } ).click();
	return page.getByLabel( 'Lien de ma page personnelle' ).inputValue();
}

test( 'an agent sets their presence on a phone, without an account and without a script; a revoked link opens nothing [N17, S15]', async ( {
	browser,
} ) => {
	await karimDesk.movesClock();
	const link = await makeLink();
	await expectNoBarrier( karimDesk.page, '#rappel-personal-page' );
	const context = await aPhone( browser );
	const phone = await context.newPage();
	await phone.goto( link );
	await expect( phone.getByRole( 'status' ) ).toContainText(
		statusWords.online
	);
	expect(
		await phone.evaluate(
			() => document.documentElement.scrollWidth <= window.innerWidth
		)
	).toBe( true );

	for ( const status of [ 'away', 'offline', 'online' ] as Status[] ) {
		await phone
			.getByRole( 'button', { name: statusWords[ status ] } )
			.click();
		await expect( phone.getByRole( 'status' ) ).toContainText(
			statusWords[ status ]
		);
		await karimDesk.looksAgain();
		await karimDesk.is( status );
	}

	const looking = await aPhone( browser, true );
	const looked = await looking.newPage();
	await looked.goto( link );
	await expectNoBarrier( looked, '#rappel-page' );
	const manifest = await looked
		.locator( 'link[rel=manifest]' )
		.getAttribute( 'href' );
	const answer = await looked.request.get( String( manifest ) );
	expect( answer.headers()[ 'content-type' ] ).toContain(
		'application/manifest+json'
	);
	expect( ( await answer.json() ) as object ).toMatchObject( {
		display: 'standalone',
		short_name: 'Mon statut',
	} );
	await looking.close();

	await karimDesk.page
		.getByRole( 'button', { name: 'Révoquer', exact: true } )
		.click();
	await expect( karimDesk.page.getByText( 'Révoqué' ).first() ).toBeVisible();
	expect( ( await phone.reload() )?.status() ).toBe( 404 );
	await expect( phone.getByText( /révoqué/ ).first() ).toBeVisible();
	await context.close();
} );

test( 'an agent rings the site’s number and sets their presence by key [N17]', async () => {
	await karimDesk.screen( 'rappel' );
	for ( const [ key, status ] of [
		[ '2', 'away' ],
		[ '3', 'offline' ],
		[ '1', 'online' ],
	] as [ string, Status ][] ) {
		await stack.phones.call( karimPhone, callerId );
		await lab.press( karimPhone, key );
		await lab.rests( karimPhone );
		await karimDesk.is( status );
	}
} );

test( 'an agent is called to test their number [N17]', async () => {
	await karimDesk.page.goto( `${ stack.site }/wp-admin/profile.php` );
	await karimDesk.page
		.getByRole( 'button', { name: /pour le tester$/ } )
		.click();
	await lab.rings( karimPhone );
	await lab.answer( karimPhone );
	await lab.hears( karimPhone, /numéro/ );
	await lab.rests( karimPhone );
} );
