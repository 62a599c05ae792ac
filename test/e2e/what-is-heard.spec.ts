import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { eventually } from '../support/eventually.js';
import { international, LabPage } from '../support/lab-page.js';
import { companyNumber, type Stack, startStack } from '../support/stack.js';
import { askToBeCalled } from '../support/visitor.js';

let stack: Stack;
let desk: Desk;
let lab: LabPage;

test.beforeAll( async ( { browser } ) => {
	test.setTimeout( 180_000 );
	stack = await startStack( { locale: 'fr_FR' } );
	desk = await Desk.open( browser, stack );
	lab = await LabPage.open( browser, stack.phones );
} );

test.afterAll( () => stack.stop() );

for ( const { voice, name, music, client } of [
	{
		voice: 'man',
		name: 'Polly.Remi-Neural',
		music: 'bright',
		client: '+33199003301',
	},
	{
		voice: 'woman',
		name: 'Polly.Lea-Neural',
		music: 'strings',
		client: '+33199003302',
	},
] as const ) {
	test( `who waits hears a ${ voice } speak French, and then the music called ${ music } [S23, S24]`, async ( {
		page,
	} ) => {
		await desk.set( {
			calls: {
				voice,
				holdMusic: music,
				waitingMessage: { fr: 'Un client de l’atelier arrive.' },
			},
		} );
		await askToBeCalled( page, stack, client );
		await lab.answer( companyNumber );
		await lab.hears( companyNumber, 'Un client de l’atelier arrive.' );
		await lab.hears( companyNumber, new RegExp( `Musique.*${ music }` ) );
		const heard = ( await stack.phones.phone( companyNumber ) )?.heard;
		expect(
			heard?.findLast( ( { kind } ) => kind === 'say' )
		).toMatchObject( { voice: name, language: 'fr-FR' } );
		await lab.answer( client );
		await lab.talk( client, companyNumber );
		await lab.hangUp( client );
		await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();
	} );
}

test( 'a client who needs it has longer to press a key [N23]', async ( {
	page,
} ) => {
	const client = '+33199003303';
	const question = 'Appuyez sur 1.';
	// The default is 8.
	const keySeconds = 11;
	await desk.set( {
		calls: {
			clientKeys: true,
			keySeconds,
			spokenTexts: { fr: { client_keys: question } },
		},
	} );
	await askToBeCalled( page, stack, client );
	await lab.answer( companyNumber );
	await lab.answer( client );
	const asked = ( times: number ) =>
		eventually(
			`the question is heard for the ${ times }. time`,
			async () =>
				( await stack.phones.phone( client ) )?.heard.some(
					( sound ) =>
						sound.text === question && sound.times === times
				),
			30
		);
	await asked( 1 );
	const first = performance.now();
	await asked( 2 );
	expect( performance.now() - first ).toBeGreaterThan( 9_500 );
	await lab.press( client, '1' );
	await lab.talk( client, companyNumber );
	await lab.hangUp( client );
	await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();
} );

test( 'a visitor who rings back while the company’s phone rings is joined with it [R20]', async ( {
	page,
} ) => {
	const client = '+33199003304';
	await desk.set( {} );
	await askToBeCalled( page, stack, client );
	await expect(
		page.locator( '[data-state="calling_company"]' )
	).toBeVisible();
	await lab.ringBackFromNew( client );
	await lab.hears( client, 'merci de nous rappeler' );
	await lab.answer( companyNumber );
	await lab.talk( client, companyNumber );
	await expect( page.locator( '[data-state="talking"]' ) ).toBeVisible();
	await lab.hangUp( client );
	await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();
	expect( await stack.phones.callsTo( client ) ).toEqual( [] );
} );

test( 'a visitor who rings back after the call is joined again, as a new request [R20]', async () => {
	const client = '+33199003304';
	await desk.set( {} );
	await lab.ringBack( client );
	await lab.hears( client, 'merci de nous rappeler' );
	await lab.answer( companyNumber );
	await lab.talk( client, companyNumber );
	await lab.hangUp( client );
	await desk.row( client );
	await expect(
		desk.page
			.getByRole( 'row' )
			.filter( { hasText: international( client ) } )
	).toHaveCount( 2 );
} );

test( 'a visitor who rings back when it is closed hears that [R20]', async () => {
	const client = '+33199003304';
	await desk.set( { openingHours: { always: false, weekly: [] } } );
	await lab.ringBack( client );
	await lab.hears( client, 'Laissez votre numéro sur notre site' );
} );
