import { readdir, readFile } from 'node:fs/promises';
import {
	type SmtpServerUnderTest,
	startedSmtpServer,
} from '../../service/src/mail/testing/started-smtp-server.js';
import { bookable } from '../support/bookable.js';
import {
	ChannelEditor,
	sections,
	type Setting,
} from '../support/channel-editor.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage, national } from '../support/lab-page.js';
import { type Stack, startStack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

let stack: Stack;
let desk: Desk;
let editor: ChannelEditor;
let lab: LabPage;
let smtp: SmtpServerUnderTest;

// Each stands on what the first one saved.
test.describe.configure( { mode: 'serial' } );

test.beforeAll( async ( { browser } ) => {
	test.setTimeout( 180_000 );
	smtp = await startedSmtpServer();
	stack = await startStack( {
		serviceEnvironment: {
			SMTP_URL: smtp.url,
			MAIL_FROM: 'rappel@example.org',
		},
	} );
	desk = await Desk.open( browser, stack, bookable );
	await desk.set( {} );
	editor = new ChannelEditor( desk.page, stack );
	lab = await LabPage.open( browser, stack.phones );
} );

test.afterAll( async () => {
	await stack.stop();
	await smtp.stop();
} );

const workshop = '+33199001001';
const mobile = '+33612346601';

/** What the owner sets, in the order of the sections; another value each time than a new channel has. */
const settings: Array< Setting & { row: string } > = [
	{
		row: 'S01',
		section: 'form',
		label: 'Ask for the name',
		on: true,
	},
	{
		row: 'S01',
		section: 'vocabulary',
		path: 'form.phoneLabel.en',
		value: 'Your mobile',
	},
	{
		row: 'S01',
		section: 'vocabulary',
		path: 'form.nameLabel.en',
		value: 'Who are you?',
	},
	{
		row: 'S02',
		section: 'vocabulary',
		path: 'form.introduction.en',
		value: 'Ask our workshop.',
	},
	{
		row: 'S08',
		section: 'vocabulary',
		path: 'form.buttonLabel.en',
		value: 'Ring me now',
	},
	{
		row: 'S09',
		section: 'vocabulary',
		path: 'bookingTexts.buttonLabel.en',
		value: 'Ring me later',
	},
	{
		row: 'S03',
		section: 'vocabulary',
		path: 'form.confirmation.en',
		value: 'The workshop rings you.',
	},
	{
		row: 'S04',
		section: 'vocabulary',
		path: 'bookingTexts.confirmation.en',
		value: 'The workshop rings you, {name}: {datetime}.',
	},
	{
		row: 'S07',
		section: 'hours',
		label: 'Always open: 24 hours, 7 days',
		on: true,
	},
	{ row: 'S10', section: 'calls', path: 'callTypes', value: 'both' },
	{
		row: 'S11',
		section: 'calls',
		path: 'calls.destinationNumber',
		// As it is shown once it is saved.
		value: '+33 1 99 00 10 01',
	},
	{
		row: 'S21',
		section: 'calls',
		path: 'calls.dialOrder',
		value: 'client_first',
	},
	{ row: 'S22', section: 'calls', label: 'On your side', on: true },
	{ row: 'S22', section: 'calls', label: 'On the client’s side', on: true },
	{ row: 'S19', section: 'calls', path: 'queue.limit', value: '3' },
	{ row: 'S23', section: 'voice', label: 'Man', on: true },
	{ row: 'S24', section: 'voice', path: 'calls.holdMusic', value: 'bright' },
	{
		row: 'S05',
		section: 'voice',
		path: 'calls.waitingMessage.en',
		value: 'One moment, the workshop comes.',
	},
	{
		row: 'S25',
		section: 'booking',
		path: 'booking.minimumDelayMinutes',
		value: '120',
	},
	{ row: 'S26', section: 'booking', path: 'booking.windowDays', value: '3' },
	{
		row: 'S27',
		section: 'sms',
		path: 'textMessages.confirmation.text.en',
		value: 'Workshop: {date}, {time}.',
	},
	{
		row: 'S28',
		section: 'sms',
		path: 'textMessages.reminder.leadMinutes',
		value: '90',
	},
	{ row: 'S29', section: 'survey', label: 'Ask after the call', on: true },
	{
		row: 'S30',
		section: 'survey',
		path: 'survey.alertAtOrBelow',
		value: '3',
	},
];

test( 'each setting of each section is saved by “Save and continue”, from the first section to the last, and is there after a reload [S01, S02, S03, S04, S05, S07, S08, S09, S10, S11, S19, S21, S22, S23, S24, S25, S26, S27, S28, S29, S30, S31]', async () => {
	await editor.open( 'form' );
	for ( const [ index, section ] of sections.entries() ) {
		for ( const setting of inSection( section ) ) {
			await editor.set( setting );
		}
		if ( section === 'survey' ) {
			await addRecipient( 'boss@example.org' );
		}
		await editor.saveAndContinue();
		await editor.isAt( sections[ index + 1 ] ?? section );
	}
	await desk.page.reload();
	for ( const section of sections ) {
		await editor.open( section );
		for ( const setting of inSection( section ) ) {
			await editor.has( setting );
		}
	}
	await editor.open( 'survey' );
	await expect(
		desk.page.getByText( 'boss@example.org', { exact: true } )
	).toBeVisible();
} );

test( 'the page and the call are as they were set [S01, S02, S03, S05, S08, S11, S21, S23, S24, S29, S30]', async ( {
	page,
} ) => {
	await page.goto( stack.page );
	await expect( page.getByText( 'Ask our workshop.' ) ).toBeVisible();
	await page.getByLabel( 'Who are you?' ).fill( 'Zoé Martin' );
	await page.getByLabel( 'Your mobile' ).fill( national( mobile ) );
	await page.getByRole( 'button', { name: 'Ring me now' } ).click();
	await expect( page.getByRole( 'status' ) ).toContainText(
		'The workshop rings you.'
	);

	await lab.answer( mobile );
	await lab.hears( mobile, 'One moment, the workshop comes.' );
	const heard = ( await stack.phones.phone( mobile ) )?.heard;
	expect(
		heard?.find( ( { text } ) => text?.startsWith( 'One moment' ) )?.voice
	).toBe( 'Polly.Brian-Neural' );
	await lab.hears( mobile, /Musique.*bright/ );
	await lab.answer( workshop );
	await lab.talk( mobile, workshop );
	await lab.hangUp( workshop );
	await lab.press( mobile, '3' );
	await smtp.arrived( 1 );
	expect( smtp.letters[ 0 ]?.to ).toEqual( [ 'boss@example.org' ] );
	await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();
} );

test( 'the times and the SMS are as they were set [S04, S09, S25, S26, S27]', async ( {
	page,
} ) => {
	await page.goto( stack.page );
	await page.getByRole( 'button', { name: 'Ring me later' } ).click();
	const picker = TimePicker.on( page, stack );
	await expect( picker.times.first() ).toBeVisible();
	const now = Date.now();
	const free = await picker.free();
	expect( Date.parse( free[ 0 ] ?? '' ) - now ).toBeGreaterThan(
		119 * 60_000
	);
	expect( Date.parse( free.at( -1 ) ?? '' ) - now ).toBeLessThan(
		3 * 86_400_000
	);
	await picker.choose( 0 );
	await page.getByLabel( 'Who are you?' ).fill( 'Zoé' );
	await page.getByLabel( 'Your mobile' ).fill( national( mobile ) );
	await picker.bookButton.click();
	await expect( page.getByRole( 'status' ) ).toContainText(
		/The workshop rings you, Zoé: .*\d/
	);
	await expect( lab.sms( mobile ) ).toContainText( /Workshop: .*\d/ );
	await TimePicker.cancel( page, 'Cancel my request' );
} );

test( 'one call type alone leaves its button alone on the page [S08, S09, S10]', async ( {
	page,
} ) => {
	await editor.open( 'calls' );
	for ( const [ value, shown, hidden ] of [
		[ 'immediate', 'Ring me now', 'Ring me later' ],
		[ 'deferred', 'Ring me later', 'Ring me now' ],
	] as const ) {
		await editor.set( { section: 'calls', path: 'callTypes', value } );
		await editor.update();
		await page.goto( stack.page );
		await expect(
			page.getByRole( 'button', { name: shown } )
		).toBeVisible();
		await expect(
			page.getByRole( 'button', { name: hidden } )
		).toBeHidden();
	}
	await editor.set( { section: 'calls', path: 'callTypes', value: 'both' } );
	await editor.update();
} );

test( 'somebody who is added to the team by “+” is called, and only while online where that is asked [S06, S12, S14, S20]', async ( {
	page,
} ) => {
	const [ agent, client ] = [ '+33199001701', '+33199003701' ];
	const userId = await desk.agent( 'Zoe', national( agent ) );
	await editor.open( 'calls' );
	for ( const setting of [
		{ section: 'calls', path: 'calls.routing', value: 'team' },
		{
			section: 'calls',
			path: 'calls.dialOrder',
			value: 'company_first',
		},
		{
			section: 'calls',
			label: 'Check that somebody is available',
			on: true,
		},
	] ) {
		await editor.set( setting );
	}
	await editor.saveAndContinue();
	await editor.open( 'team' );
	await desk.page.getByRole( 'button', { name: 'Add somebody' } ).click();
	await desk.page.getByLabel( 'Who joins the team' ).fill( 'Zoe' );
	await desk.page.getByRole( 'option', { name: /^Zoe/ } ).click();
	await editor.update();
	await desk.page.reload();
	await expect(
		desk.page.locator( '#rappel-field-team' ).getByText( 'Zoe' ).first()
	).toBeVisible();

	await page.goto( stack.page );
	await page.getByLabel( 'Your mobile' ).fill( national( client ) );
	await page.getByRole( 'button', { name: 'Ring me now' } ).click();
	await lab.answer( agent );
	await lab.answer( client );
	await lab.talk( agent, client );
	await lab.hangUp( client );
	await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();

	await desk.presence( userId, 'offline' );
	await page.goto( stack.page );
	await expect(
		page.getByRole( 'button', { name: 'Ring me now' } )
	).toBeHidden();
} );

test( 'no row of the brief is without a test in a browser [S01, S31]', async () => {
	const folder = new URL( '.', import.meta.url );
	const specs = ( await readdir( folder ) ).filter( ( name ) =>
		name.endsWith( '.spec.ts' )
	);
	const titles = (
		await Promise.all(
			specs.map( ( name ) => readFile( new URL( name, folder ), 'utf8' ) )
		)
	).flatMap( ( source ) => source.match( /^\s*test\( [`'].*$/gm ) ?? [] );
	const rows = Array.from(
		{ length: 31 },
		( _none, index ) => `S${ String( index + 1 ).padStart( 2, '0' ) }`
	);
	expect(
		rows.filter(
			( row ) => ! titles.some( ( title ) => title.includes( row ) )
		)
	).toEqual( [] );
} );

const inSection = ( name: string ) =>
	settings.filter( ( { section } ) => section === name );

async function addRecipient( address: string ): Promise< void > {
	const field = desk.page.getByLabel( 'Recipients' );
	await field.fill( address );
	await field.press( 'Enter' );
}
