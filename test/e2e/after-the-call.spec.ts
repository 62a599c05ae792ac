import {
	type SmtpServerUnderTest,
	startedSmtpServer,
} from '../../service/src/mail/testing/started-smtp-server.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import { companyNumber, type Stack, startStack } from '../support/stack.js';
import { askToBeCalled } from '../support/visitor.js';

let stack: Stack;
let desk: Desk;
let lab: LabPage;
let smtp: SmtpServerUnderTest;

test.beforeAll( async ( { browser } ) => {
	test.setTimeout( 180_000 );
	smtp = await startedSmtpServer();
	stack = await startStack( {
		locale: 'fr_FR',
		serviceEnvironment: {
			SMTP_URL: smtp.url,
			MAIL_FROM: 'rappel@example.org',
		},
	} );
	desk = await Desk.open( browser, stack );
	lab = await LabPage.open( browser, stack.phones );
} );

test.afterAll( async () => {
	await stack.stop();
	await smtp.stop();
} );

const survey = {
	enabled: true,
	alertAtOrBelow: 2,
	recipients: [ 'chef@example.org', 'atelier@example.org' ],
};

test( 'the agent hangs up first: the client stays, answers 2, and the recipients get an e-mail [S29, S30]', async ( {
	page,
} ) => {
	const client = '+33199003201';
	await desk.set( { survey } );
	await askToBeCalled( page, stack, client );
	await lab.answer( companyNumber );
	await lab.answer( client );
	await lab.talk( client, companyNumber );
	await lab.hangUp( companyNumber );
	await lab.hears( client, 'Restez en ligne' );
	await expect( page.locator( '[data-state="surveying"]' ) ).toBeVisible();
	await lab.hears( client, 'Êtes-vous satisfait de cet appel' );
	await lab.press( client, '2' );
	await lab.hears( client, 'Merci de votre réponse' );
	await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();

	await smtp.arrived( 2 );
	expect( smtp.letters.flatMap( ( { to } ) => to ).sort() ).toEqual( [
		'atelier@example.org',
		'chef@example.org',
	] );
	expect( smtp.letters[ 0 ]?.raw ).toContain( client );

	await expect( await desk.row( client ) ).toContainText( '2/5' );
	await desk.request( client );
	await expect( desk.page.getByText( '2 sur 5' ).first() ).toBeVisible();
} );

test( 'a good score is written beside the request, and nobody gets an e-mail [S29]', async ( {
	page,
} ) => {
	const client = '+33199003202';
	const before = smtp.letters.length;
	await desk.set( { survey } );
	await askToBeCalled( page, stack, client );
	await lab.answer( companyNumber );
	await lab.answer( client );
	await lab.talk( client, companyNumber );
	await lab.hangUp( companyNumber );
	await lab.hears( client, 'Êtes-vous satisfait de cet appel' );
	await lab.press( client, '5' );
	await lab.hears( client, 'Merci de votre réponse' );
	await expect( await desk.row( client ) ).toContainText( '5/5' );
	expect( smtp.letters ).toHaveLength( before );
} );

test( 'the owner sends a test e-mail from the channel [S30]', async () => {
	const before = smtp.letters.length;
	await desk.set( { survey } );
	await desk.screen(
		`rappel-channels&channel=${ stack.channelId }&section=survey`
	);
	await desk.page
		.getByRole( 'button', { name: 'Envoyer un e-mail de test' } )
		.click();
	await smtp.arrived( before + 2 );
	await expect(
		desk.page.getByRole( 'status' ).filter( { hasText: 'Envoyé' } )
	).toBeVisible();
} );

test( 'the client agrees by 1 to being recorded, and the owner hears the conversation [R13]', async ( {
	page,
} ) => {
	const client = '+33199003203';
	await desk.set( { recording: { enabled: true } } );
	await askToBeCalled( page, stack, client );
	await lab.answer( companyNumber );
	await lab.answer( client );
	await lab.hears( client, 'cet appel sera enregistré' );
	await lab.press( client, '1' );
	await lab.talk( client, companyNumber );
	await lab.say( client, 'Bonjour, c’est pour une commode.' );
	await lab.hangUp( client );
	await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();

	await desk.request( client );
	await expect( desk.page.getByText( 'Le client a accepté.' ) ).toBeVisible();
	await desk.listen( 'Écouter la conversation' );
} );

test( 'the client declines by 9, and talks without being recorded [R13]', async ( {
	page,
} ) => {
	const client = '+33199003204';
	await desk.set( { recording: { enabled: true } } );
	await askToBeCalled( page, stack, client );
	await lab.answer( companyNumber );
	await lab.answer( client );
	await lab.hears( client, 'cet appel sera enregistré' );
	await lab.press( client, '9' );
	await lab.talk( client, companyNumber );
	await lab.hangUp( client );
	await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();

	await desk.request( client );
	await expect( desk.page.getByText( 'Le client a refusé.' ) ).toBeVisible();
	await expect(
		desk.page.getByRole( 'heading', { name: 'À écouter' } )
	).toHaveCount( 0 );
} );
