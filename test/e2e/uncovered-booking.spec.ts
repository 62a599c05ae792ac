import {
	type SmtpServerUnderTest,
	startedSmtpServer,
} from '../../service/src/mail/testing/started-smtp-server.js';
import { bookable } from '../support/bookable.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { type Stack, startStack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

const minutes = 60_000;

let stack: Stack;
let desk: Desk;
let smtp: SmtpServerUnderTest;
let aliceId: number;

test.beforeAll( async ( { browser } ) => {
	test.setTimeout( 180_000 );
	smtp = await startedSmtpServer();
	stack = await startStack( {
		locale: 'fr_FR',
		startAt: '2027-03-25T08:00:00.000Z',
		serviceEnvironment: {
			SMTP_URL: smtp.url,
			MAIL_FROM: 'rappel@example.org',
		},
	} );
	desk = await Desk.open( browser, stack, bookable );
	aliceId = await desk.agent( 'Alice', '+33199001201' );
	await desk.set( {
		team: [ { userId: aliceId, priority: 1 } ],
		calls: { routing: 'team', checkAvailability: true },
		booking: { capacity: 'team' },
	} );
} );

test.afterAll( async () => {
	await stack.stop();
	await smtp.stop();
} );

test( 'ten minutes before a booking with nobody online, agents, supervisor and owner are told by e-mail [N18]', async ( {
	page,
} ) => {
	const startsAt = await TimePicker.book( page, stack, '+33612346601', 2 );
	await desk.presence( aliceId, 'offline' );
	expect( smtp.letters ).toEqual( [] );
	stack.clock.goTo( Date.parse( startsAt ) - 10 * minutes );
	await smtp.arrived( 2 );
	expect( smtp.letters.flatMap( ( { to } ) => to ).sort() ).toEqual( [
		'alice@example.org',
		// The site's owner, who also supervises.
		'owner@example.org',
	] );
} );

test( 'an agent takes leave: their times are offered no more, and who has booked one is flagged [S09, N18]', async ( {
	page,
	browser,
} ) => {
	const client = '+33612346602';
	await desk.presence( aliceId, 'online' );
	const startsAt = await TimePicker.book( page, stack, client, 4 );
	const uncovered = 'Personne n’a d’horaires à ce moment';
	await expect( await desk.row( client ) ).not.toContainText( uncovered );
	await desk.ask( 'PUT', `/rappel/v1/agents/${ aliceId }/hours`, {
		weekly: null,
		leave: [ { from: '2027-03-25T09:00', to: '2027-03-26T00:00' } ],
	} );
	await expect( await desk.row( client ) ).toContainText( uncovered );
	const picker = await TimePicker.open( await browser.newPage(), stack );
	expect( ( await picker.free() )[ 0 ] ).toBe( '2027-03-25T23:00:00.000Z' );
	expect( startsAt < '2027-03-25T23:00:00.000Z' ).toBe( true );
} );
