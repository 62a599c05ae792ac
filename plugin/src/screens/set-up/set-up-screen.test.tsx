import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Channel, SiteTelephonyAccount } from '@rappel/contract';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { tellScreens } from '../../testing/initial-data';
import { createNetwork } from '../../testing/network';
import {
	channel,
	connection,
	setUp,
	telephonyAccount,
} from '../../testing/samples';
import { SetUpScreen } from './set-up-screen';

let network: ReturnType< typeof createNetwork >;

const paths = {
	connection: '/rappel/v1/connection',
	site: '/rappel/v1/connection/site',
	code: '/rappel/v1/connection/code',
	setUp: '/rappel/v1/set-up',
	account: '/rappel/v1/telephony-account',
	channels: '/rappel/v1/channels',
};
const account: SiteTelephonyAccount = {
	...telephonyAccount,
	account: {
		type: 'full',
		active: true,
		balance: { milli: 12_000, currency: 'USD' },
		numbers: [
			{
				number: '+33199002000',
				voice: true,
				sms: false,
				isVerifiedOnly: false,
			},
		],
		countries: [ 'FR', 'BE' ],
	},
};
const apart = { ...connection, connected: false, serviceUrl: null, site: null };
const listed = ( one: Channel ) => ( {
	...one,
	today: { requests: 0, joined: 0 },
	open: { requests: 0, bookings: 0 },
} );

beforeEach( () => {
	window.history.replaceState( null, '', '/wp-admin/admin.php?page=x' );
	tellScreens();
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', paths.connection, connection );
	network.answer( 'GET', paths.setUp, setUp );
	network.answer( 'GET', paths.account, account );
	network.answer( 'GET', paths.channels, { channels: [] } );
	network.answer( 'PUT', paths.setUp, setUp );
} );

const step = ( name: string ) =>
	screen.findByRole( 'heading', { level: 2, name } );
const press = ( name: string ) =>
	userEvent.click( screen.getByRole( 'button', { name } ) );
const open = ( name: string ) =>
	window.history.replaceState(
		null,
		'',
		`/wp-admin/admin.php?step=${ name }`
	);

describe( 'the set-up', () => {
	it( 'says what is needed and what it costs, and connects by an agency’s code', async () => {
		network.answer( 'GET', paths.connection, apart, connection );
		network.answer( 'POST', paths.connection, connection );
		const { container } = render( <SetUpScreen /> );
		await step( 'The service' );
		expect( container.textContent ).toContain( '€ a month' );
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		await press( 'Connect' );
		expect(
			screen.getByText(
				'Type the whole address, beginning with https://.'
			)
		).toBeTruthy();
		await userEvent.type(
			screen.getByLabelText( 'Address of the service' ),
			'https://service.example.org'
		);
		await userEvent.type(
			screen.getByLabelText( 'Pairing code' ),
			'RPL-AAAA-BBBB-CCCC'
		);
		await press( 'Connect' );
		// The account is good: the next that is open is the number.
		await step( 'The number that is shown' );
		expect( network.asks( 'POST', paths.connection )[ 0 ]!.body ).toEqual( {
			serviceUrl: 'https://service.example.org',
			code: 'RPL-AAAA-BBBB-CCCC',
		} );
	} );

	it( 'offers a code with which a service is started, and connects with it', async () => {
		network.answer( 'GET', paths.connection, apart, connection );
		network.answer( 'POST', paths.code, {
			code: 'RPL-7H2K-9MXA-4TBC',
			expiresAt: '2026-11-26T10:00:00.000Z',
		} );
		network.answer( 'POST', paths.connection, connection );
		const { container } = render( <SetUpScreen /> );
		await step( 'The service' );
		await userEvent.click(
			screen.getByLabelText( 'I start it on a server of mine' )
		);
		const command = ( await screen.findByLabelText(
			'The command'
		) ) as HTMLTextAreaElement;
		expect( command.value ).toContain( 'PAIRING_CODE=RPL-7H2K-9MXA-4TBC' );
		expect( command.value ).toContain( 'npm run service' );
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		await userEvent.type(
			screen.getByLabelText( 'Address of the service' ),
			'https://service.example.org'
		);
		await press( 'Connect' );
		await step( 'The number that is shown' );
		expect(
			network.asks( 'POST', paths.connection ).at( -1 )!.body
		).toEqual( {
			serviceUrl: 'https://service.example.org',
			code: 'RPL-7H2K-9MXA-4TBC',
		} );
	} );

	it( 'waits for a service that does not answer yet, and connects once it does', async () => {
		network.answer( 'GET', paths.connection, apart, connection );
		network.answer( 'POST', paths.code, {
			code: 'RPL-7H2K-9MXA-4TBC',
			expiresAt: '2026-11-26T10:00:00.000Z',
		} );
		network.answer(
			'POST',
			paths.connection,
			{
				status: 503,
				error: {
					code: 'service_unreachable',
					message: 'Nobody answers.',
				},
			},
			connection
		);
		render( <SetUpScreen /> );
		await step( 'The service' );
		await userEvent.click(
			screen.getByLabelText( 'I start it on a server of mine' )
		);
		await userEvent.type(
			await screen.findByLabelText( 'Address of the service' ),
			'https://service.example.org'
		);
		await press( 'Connect' );
		expect(
			await screen.findByText(
				/WordPress tries again by itself/,
				{},
				{ timeout: 10_000 }
			)
		).toBeTruthy();
		expect( screen.queryByText( 'Nobody answers.' ) ).toBeNull();
		expect(
			await screen.findByRole(
				'heading',
				{ level: 2, name: 'The number that is shown' },
				{ timeout: 15_000 }
			)
		).toBeTruthy();
	}, 30_000 );

	it( 'writes the steps for a developer, the code among them', async () => {
		network.answer( 'GET', paths.connection, apart );
		network.answer( 'POST', paths.code, {
			code: 'RPL-7H2K-9MXA-4TBC',
			expiresAt: '2026-11-26T10:00:00.000Z',
		} );
		render( <SetUpScreen /> );
		await step( 'The service' );
		await userEvent.click(
			screen.getByLabelText(
				'My developer starts it: send them the steps'
			)
		);
		const mail = await screen.findByRole( 'link', {
			name: 'Write the e-mail',
		} );
		const address = decodeURIComponent( mail.getAttribute( 'href' ) ?? '' );
		expect( address ).toMatch( /^mailto:\?subject=/ );
		expect( address ).toContain( 'PAIRING_CODE=RPL-7H2K-9MXA-4TBC' );
	} );

	it( 'shows what a trial account does not do', async () => {
		network.answer( 'GET', paths.account, {
			...account,
			account: { ...account.account!, type: 'trial' },
			problems: [
				{ code: 'no_number', detail: 'Buy a number at Twilio.' },
			],
		} );
		const { container } = render( <SetUpScreen /> );
		await step( 'The telephone account' );
		for ( const told of [ 'Buy a number', '21219', '21608', '$12.00' ] ) {
			expect( container.textContent ).toContain( told );
		}
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'has an account of the site’s own tried, and keeps what was typed when it is refused', async () => {
		open( 'telephony' );
		network.answer( 'PUT', paths.account, {
			status: 422,
			error: {
				code: 'telephony_credentials_refused',
				message: 'Twilio does not know them.',
				data: { field: 'credentials.authToken' },
			},
		} );
		render( <SetUpScreen /> );
		await step( 'The telephone account' );
		await press( 'Use a Twilio account of your own' );
		const sid = `AC${ '1'.repeat( 32 ) }`;
		await userEvent.type( screen.getByLabelText( 'Account SID' ), sid );
		await userEvent.type(
			screen.getByLabelText( 'Auth Token' ),
			'not the token'
		);
		await press( 'Try and save' );
		await waitFor( () =>
			expect( network.asks( 'PUT', paths.account )[ 0 ]?.body ).toEqual( {
				credentials: { accountSid: sid, authToken: 'not the token' },
			} )
		);
		await waitFor( () =>
			expect(
				document.querySelector( '.rappel-field-error' )?.textContent
			).toContain( 'Twilio does not know them.' )
		);
		expect(
			( screen.getByLabelText( 'Account SID' ) as HTMLInputElement ).value
		).toBe( sid );
	} );

	it( 'saves the number that is shown, as one of the account’s [R19]', async () => {
		open( 'caller_id' );
		network.answer( 'PUT', paths.site, {
			...connection.site!,
			callerId: '+33199002000',
		} );
		render( <SetUpScreen /> );
		await step( 'The number that is shown' );
		await press( 'Save and continue' );
		await step( 'Who is called' );
		expect( network.asks( 'PUT', paths.site )[ 0 ]!.body ).toEqual( {
			callerId: '+33199002000',
		} );
	} );

	it( 'makes a channel that is closed until its hours are chosen', async () => {
		open( 'team' );
		const made = {
			...channel,
			settings: {
				...channel.settings,
				openingHours: { ...channel.settings.openingHours, weekly: [] },
			},
		};
		network.answer(
			'GET',
			paths.channels,
			{ channels: [] },
			{ channels: [ listed( made ) ] }
		);
		network.answer( 'POST', paths.channels, made );
		render( <SetUpScreen /> );
		await step( 'Who is called' );
		await press( 'Save and continue' );
		expect(
			screen.getByText( /Type the number that is called/ )
		).toBeTruthy();
		await userEvent.type(
			screen.getByLabelText( 'Destination number' ),
			'01 99 00 10 00'
		);
		await press( 'Save and continue' );
		await step( 'Opening hours' );
		expect(
			network.asks( 'POST', paths.channels )[ 0 ]!.body
		).toMatchObject( {
			settings: {
				openingHours: { always: false, weekly: [] },
				calls: {
					routing: 'destination',
					destinationNumber: '01 99 00 10 00',
				},
			},
		} );
		expect( network.asks( 'PUT', paths.setUp )[ 0 ]!.body ).toMatchObject( {
			channelId: channel.id,
		} );
		// Ordinary hours are there to be saved by one press.
		network.answer( 'PUT', `${ paths.channels }/${ channel.id }`, channel );
		network.answer( 'GET', paths.channels, {
			channels: [ listed( channel ) ],
		} );
		await press( 'Save and continue' );
		await step( 'Test call' );
		expect(
			network.asks( 'PUT', `${ paths.channels }/${ channel.id }` )[ 0 ]!
				.body
		).toMatchObject( {
			version: 3,
			settings: {
				openingHours: {
					weekly: expect.arrayContaining( [
						{ day: 1, from: '09:00', to: '12:00' },
					] ),
				},
			},
		} );
	} );

	it( 'rings a phone, follows the call, and ends with what to do next', async () => {
		open( 'test_call' );
		const calls = `${ paths.channels }/${ channel.id }/test-calls`;
		const call = {
			id: '00000000-0000-4000-8000-0000000000ff',
			numberShown: '+33 1 99 00 10 00',
		};
		network.answer( 'GET', paths.channels, {
			channels: [ listed( channel ) ],
		} );
		network.answer( 'POST', calls, {
			...call,
			state: 'calling',
			detail: 'It is being called.',
		} );
		network.answer( 'GET', `${ calls }/${ call.id }`, {
			...call,
			state: 'answered',
			detail: 'It was answered.',
		} );
		render( <SetUpScreen /> );
		await step( 'Test call' );
		await press( 'Call me now' );
		expect( await screen.findByText( /It is being called/ ) ).toBeTruthy();
		expect(
			await screen.findByText( /It was answered/, {}, { timeout: 5_000 } )
		).toBeTruthy();
		await waitFor( () =>
			expect(
				network.asks( 'PUT', paths.setUp )[ 0 ]?.body
			).toMatchObject( {
				testCallAnswered: true,
			} )
		);
		network.answer( 'GET', paths.setUp, {
			...setUp,
			testCallAnswered: true,
			skipped: [ 'telephony' ],
		} );
		network.answer( 'GET', paths.connection, {
			...connection,
			site: { ...connection.site!, callerId: '+33199002000' },
		} );
		await press( 'Finish' );
		await step( 'Rappel is ready' );
	} );

	it( 'passes a step by, and remembers it', async () => {
		open( 'caller_id' );
		render( <SetUpScreen /> );
		await step( 'The number that is shown' );
		await press( 'Skip this step' );
		await step( 'Who is called' );
		expect( network.asks( 'PUT', paths.setUp )[ 0 ]!.body ).toMatchObject( {
			skipped: [ 'caller_id' ],
		} );
	} );
} );
