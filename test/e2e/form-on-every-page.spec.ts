import type {
	Browser,
	BrowserContext,
	BrowserContextOptions,
	Page,
} from '@playwright/test';
import { asksNothing } from '../support/asks-nothing.js';
import { expectNoBarrier } from '../support/barriers.js';
import { Desk, type Changes } from '../support/desk.js';
import { expect, test, type Tongue } from '../support/e2e.js';
import { companyNumber, type Stack } from '../support/stack.js';

const words = {
	english: { open: 'Call me back', number: 'Your phone number' },
	french: { open: 'Être rappelé', number: 'Votre numéro de téléphone' },
};

/** A page of the site where nobody placed a block: a search that finds nothing. */
const elsewhere = ( { site }: Stack, more = '' ) =>
	`${ site }/?s=nothing-is-called-so${ more }`;

const popUp = ( rules: NonNullable< Changes[ 'siteWide' ] >[ 'popUp' ] ) => ( {
	siteWide: { popUp: { enabled: true, afterSeconds: null, ...rules } },
} );

interface PageWithForm {
	rappel: { open: () => void };
}

/** What the page was told, kept over its loads. */
async function listen( page: Page ): Promise< () => Promise< string[] > > {
	const told: string[] = [];
	await page.exposeFunction( 'noteEvent', ( what: string ) =>
		told.push( what )
	);
	await page.addInitScript( () => {
		for ( const name of [ 'open', 'close', 'requested', 'joined' ] ) {
			document.addEventListener( `rappel:${ name }`, ( event ) => {
				const { detail } = event as CustomEvent;
				(
					window as unknown as { noteEvent: ( w: string ) => void }
				 ).noteEvent( `${ name } by ${ detail.trigger }` );
			} );
		}
	} );
	return async () => told;
}

const cookies = async ( context: BrowserContext ) =>
	( await context.cookies() ).map( ( { name } ) => name );

for ( const tongue of [ 'english', 'french' ] satisfies Tongue[] ) {
	const said = words[ tongue ];

	test( `the form floats on every page, and opens by itself once, without a cookie, in ${ tongue } [R10, R17]`, async ( {
		page,
		context,
		browser,
		stackIn,
	} ) => {
		const stack = await stackIn( tongue );
		const desk = await Desk.open( browser, stack, asksNothing );
		await desk.set( {
			siteWide: {
				floatingButton: { enabled: true },
				popUp: { enabled: true, afterSeconds: 1 },
			},
		} );
		const told = await listen( page );
		const asked: string[] = [];
		page.on( 'request', ( request ) => {
			if ( request.url().includes( 'rappel/v1' ) ) {
				asked.push( request.url() );
			}
		} );
		const dialog = page.getByRole( 'dialog', { name: said.open } );

		await page.goto( elsewhere( stack ), { waitUntil: 'load' } );
		expect( asked ).toEqual( [] );
		await expect( dialog ).toBeVisible();
		await expect( dialog.getByLabel( said.number ) ).toBeFocused();
		await expectNoBarrier( page, '.rappel-callback__dialog' );
		await page.keyboard.press( 'Escape' );
		await expect( dialog ).toBeHidden();

		// Not on the next page of this tab; the button is there.
		await page.goto( elsewhere( stack, '&again=1' ), {
			waitUntil: 'load',
		} );
		const button = page.getByRole( 'button', {
			name: said.open,
			exact: true,
		} );
		await expect( button ).toBeVisible();
		await expectNoBarrier( page, '.rappel-callback' );
		await page.evaluate( () =>
			( window as unknown as PageWithForm ).rappel.open()
		);
		await expect( dialog ).toBeVisible();
		await expect
			.poll( told )
			.toEqual( [ 'open by time', 'close by time', 'open by api' ] );
		expect( await cookies( context ) ).toEqual( [] );

		const client = tongue === 'english' ? '+33199003701' : '+33199003702';
		await dialog
			.getByLabel( said.number )
			.fill( client.replace( '+33', '0' ) );
		await page.keyboard.press( 'Enter' );
		await stack.phones.until( companyNumber, 'ringing' );
		await stack.phones.answer( companyNumber );
		await stack.phones.until( client, 'ringing' );
		await stack.phones.answer( client );
		await expect.poll( told ).toContain( 'joined by api' );
		await stack.phones.hangUp( client );
		await expect( dialog.locator( '[data-state="done"]' ) ).toBeVisible();
		expect( ( await told() ).slice( 3 ) ).toEqual( [
			'requested by api',
			'joined by api',
		] );

		// Where its block stands, it is not there a second time.
		await page.goto( stack.page );
		await expect( page.locator( '.rappel-callback' ) ).toHaveCount( 1 );
		await desk.set( {} );
		await desk.close();
	} );
}

/** In a tab of its own. */
async function visit(
	browser: Browser,
	address: string,
	act: ( page: Page ) => Promise< void >,
	device: BrowserContextOptions = {}
): Promise< void > {
	const context = await browser.newContext( device );
	const page = await context.newPage();
	await page.goto( address, { waitUntil: 'networkidle' } );
	await act( page );
	await context.close();
}

const dialog = ( page: Page ) => page.getByRole( 'dialog' );

/** For another tab. */
const leave = ( page: Page ) =>
	page.evaluate( () =>
		document.documentElement.dispatchEvent(
			new MouseEvent( 'mouseleave', { clientY: -1 } )
		)
	);

test( 'leaving, scrolling and the way one came open it, on the pages that are meant [R10]', async ( {
	browser,
	stackIn,
} ) => {
	const stack = await stackIn( 'french' );
	const desk = await Desk.open( browser, stack, asksNothing );

	await desk.set( popUp( { exitIntent: true } ) );
	await visit( browser, elsewhere( stack ), async ( page ) => {
		await expect( dialog( page ) ).toBeHidden();
		await leave( page );
		await expect( dialog( page ) ).toBeVisible();
	} );

	await desk.set( popUp( { scrollPercent: 90 } ) );
	await visit( browser, elsewhere( stack ), async ( page ) => {
		await page.setViewportSize( { width: 400, height: 300 } );
		await page.mouse.wheel( 0, 10_000 );
		await expect( dialog( page ) ).toBeVisible();
	} );

	await desk.set(
		popUp( {
			exitIntent: true,
			parameters: [ { name: 'utm_campaign', value: 'spring' } ],
		} )
	);
	await visit(
		browser,
		elsewhere( stack, '&utm_campaign=spring' ),
		async ( page ) => {
			await leave( page );
			await expect( dialog( page ) ).toBeVisible();
		}
	);
	await visit(
		browser,
		elsewhere( stack, '&utm_campaign=autumn' ),
		async ( page ) => {
			await leave( page );
			await expect( dialog( page ) ).toBeHidden();
		}
	);

	await desk.set( popUp( { exitIntent: true, pages: [ '/prices/*' ] } ) );
	await visit( browser, elsewhere( stack ), async ( page ) => {
		await expect( page.locator( '.rappel-callback' ) ).toHaveCount( 0 );
	} );
	await desk.set( {} );
	await desk.close();
} );

test( 'it opens never on some pages, on phones alone, or on every page anew, and the button is in the other corner [R10]', async ( {
	browser,
	stackIn,
} ) => {
	const stack = await stackIn( 'french' );
	const desk = await Desk.open( browser, stack, asksNothing );

	await desk.set( popUp( { exitIntent: true, exceptPages: [ '/' ] } ) );
	await visit( browser, elsewhere( stack ), async ( page ) => {
		await expect( page.locator( '.rappel-callback' ) ).toHaveCount( 0 );
	} );

	const onPhones = popUp( { scrollPercent: 90, devices: 'phones' } );
	await desk.set( onPhones );
	const scroll = ( page: Page ) =>
		page.evaluate( () => window.scrollTo( 0, document.body.scrollHeight ) );
	await visit(
		browser,
		elsewhere( stack ),
		async ( page ) => {
			await scroll( page );
			await expect( dialog( page ) ).toBeVisible();
		},
		{
			viewport: { width: 390, height: 300 },
			isMobile: true,
			hasTouch: true,
		}
	);
	await visit(
		browser,
		elsewhere( stack ),
		async ( page ) => {
			await scroll( page );
			await expect( dialog( page ) ).toBeHidden();
		},
		{ viewport: { width: 1200, height: 300 } }
	);

	await desk.set( {
		siteWide: {
			floatingButton: { enabled: true, side: 'start' },
			popUp: { enabled: true, afterSeconds: 1, oncePerSession: false },
		},
	} );
	await visit( browser, elsewhere( stack ), async ( page ) => {
		await expect( dialog( page ) ).toBeVisible();
		await page.keyboard.press( 'Escape' );
		await page.goto( elsewhere( stack, '&again=1' ) );
		await expect( dialog( page ) ).toBeVisible();
		await page.keyboard.press( 'Escape' );
		const box = await page
			.getByRole( 'button', { name: words.french.open, exact: true } )
			.boundingBox();
		expect( box?.x ).toBeLessThan( 100 );
	} );
	await desk.set( {} );
	await desk.close();
} );
