import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { createNetwork } from '../../testing/network';
import { connection, telephonyAccount } from '../../testing/samples';
import { ConnectionScreen } from './connection-screen';

let network: ReturnType< typeof createNetwork >;
const path = '/rappel/v1/connection';
const accountPath = '/rappel/v1/telephony-account';
const apart = { ...connection, connected: false, serviceUrl: null, site: null };

beforeEach( () => {
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', path, connection );
	network.answer( 'GET', accountPath, telephonyAccount );
} );

describe( 'the connection', () => {
	it( 'pairs by address and code', async () => {
		network.answer( 'GET', path, apart, connection );
		const { container } = render( <ConnectionScreen /> );
		await screen.findByLabelText( 'Pairing code' );
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Connect' } )
		);
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
			'RPL-AAAA-BBBB'
		);
		network.answer( 'POST', path, connection );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Connect' } )
		);
		expect( await screen.findByText( 'Connected' ) ).toBeTruthy();
		expect( network.asks( 'POST', path )[ 0 ]!.body ).toEqual( {
			serviceUrl: 'https://service.example.org',
			code: 'RPL-AAAA-BBBB',
		} );
	} );

	it( 'keeps address and code when the service refuses the code', async () => {
		network.answer( 'GET', path, apart );
		network.answer( 'POST', path, {
			status: 403,
			error: {
				code: 'pairing_code_expired',
				message: 'This code is too old.',
			},
		} );
		render( <ConnectionScreen /> );
		const code = ( await screen.findByLabelText(
			'Pairing code'
		) ) as HTMLInputElement;
		await userEvent.type(
			screen.getByLabelText( 'Address of the service' ),
			'https://service.example.org'
		);
		await userEvent.type( code, 'RPL-AAAA-BBBB' );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Connect' } )
		);
		await waitFor( () =>
			expect(
				document.querySelector( '.is-error' )?.textContent
			).toContain( 'This code is too old.' )
		);
		expect( code.value ).toBe( 'RPL-AAAA-BBBB' );
	} );

	it( 'shows alerts, simulated calls and kept requests [N16]', async () => {
		network.answer( 'GET', path, {
			...connection,
			keptRequests: 2,
			site: {
				...connection.site!,
				simulated: true,
				alerts: [
					{
						code: 'telephony_credentials',
						detail: 'Twilio refuses the credentials.',
						since: '2026-11-25T10:00:00.000Z',
					},
				],
			},
		} );
		const { container } = render( <ConnectionScreen /> );
		await screen.findByText( 'Connected' );
		const text = container.textContent;
		expect( text ).toContain( '2 requests are kept in WordPress' );
		expect( text ).toContain( 'Twilio refuses the credentials.' );
		expect( text ).toContain( 'Calls are simulated' );
		expect( text ).toContain( '12 of 500' );
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'saves the daily cap and the number shown [R19]', async () => {
		render( <ConnectionScreen /> );
		const cap = await screen.findByLabelText( 'Most requests in a day' );
		await userEvent.clear( cap );
		await userEvent.type( cap, '40' );
		await userEvent.type(
			screen.getByLabelText( 'Number shown on both phones' ),
			'09 70 00 00 00'
		);
		network.answer( 'PUT', `${ path }/site`, {
			...connection.site!,
			dailyRequestCap: 40,
			callerId: '+33970000000',
		} );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		await waitFor( () =>
			expect(
				network.asks( 'PUT', `${ path }/site` )[ 0 ]?.body
			).toEqual( {
				dailyRequestCap: 40,
				callerId: '09 70 00 00 00',
				monthlyLimitMilli: null,
				lowBalanceMilli: null,
			} )
		);
	} );

	it( 'says what was spent, and saves what a month may cost and when little is left [N20]', async () => {
		const site = {
			...connection.site!,
			spentThisMonth: { milli: 12_340, currency: 'USD' },
		};
		network.answer( 'GET', path, { ...connection, site } );
		const { container } = render( <ConnectionScreen /> );
		const limit = await screen.findByLabelText(
			'Most that a month may cost'
		);
		expect( container.textContent ).toContain(
			'Spent so far this month: $12.34.'
		);
		await userEvent.type( limit, 'fifty' );
		const update = screen.getByRole( 'button', { name: 'Update' } );
		await userEvent.click( update );
		expect( container.textContent ).toContain( 'Type an amount' );
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		await userEvent.clear( limit );
		await userEvent.type( limit, '50' );
		await userEvent.type(
			screen.getByLabelText( 'Tell me when the balance is below' ),
			'7.50'
		);
		network.answer( 'PUT', `${ path }/site`, {
			...site,
			monthlyLimitMilli: 50_000,
			lowBalanceMilli: 7_500,
		} );
		await userEvent.click( update );
		await waitFor( () =>
			expect(
				network.asks( 'PUT', `${ path }/site` )[ 0 ]?.body
			).toMatchObject( {
				monthlyLimitMilli: 50_000,
				lowBalanceMilli: 7_500,
			} )
		);
	} );

	it( 'shows the telephony account with what is missing, and takes one of the site’s own', async () => {
		network.answer(
			'GET',
			accountPath,
			{
				...telephonyAccount,
				problems: [
					{
						code: 'trial_account',
						detail: 'This is a trial account.',
					},
				],
			},
			{ ...telephonyAccount, source: 'site' }
		);
		network.answer( 'PUT', accountPath, telephonyAccount );
		const { container } = render( <ConnectionScreen /> );
		await screen.findByText( 'Telephony account' );
		await waitFor( () =>
			expect( container.textContent ).toContain(
				'This is a trial account.'
			)
		);
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		await userEvent.click(
			screen.getByText( 'Use a Twilio account of your own' )
		);
		await userEvent.type(
			screen.getByLabelText( 'Account SID' ),
			`AC${ 'a'.repeat( 32 ) }`
		);
		await userEvent.type(
			screen.getByLabelText( 'Auth Token' ),
			'0123456789'
		);
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Try and save' } )
		);
		expect( await screen.findByText( /\(your own\)/ ) ).toBeTruthy();
		expect( network.asks( 'PUT', accountPath )[ 0 ]?.body ).toEqual( {
			credentials: {
				accountSid: `AC${ 'a'.repeat( 32 ) }`,
				authToken: '0123456789',
			},
		} );
	} );

	it( 'asks whether a site with a new address has moved', async () => {
		network.answer(
			'GET',
			path,
			{
				...connection,
				site: null,
				problem: { code: 'site_moved', detail: 'x' },
			},
			connection
		);
		network.answer( 'PUT', `${ path }/site`, connection.site! );
		render( <ConnectionScreen /> );
		await userEvent.click(
			await screen.findByRole( 'button', {
				name: 'The site has moved here',
			} )
		);
		expect( await screen.findByText( 'Connected' ) ).toBeTruthy();
		expect( network.asks( 'PUT', `${ path }/site` )[ 0 ]!.body ).toEqual( {
			moved: true,
		} );
	} );

	it( 'disconnects only after it asked', async () => {
		network.answer( 'DELETE', path, apart );
		render( <ConnectionScreen /> );
		await userEvent.click(
			await screen.findByRole( 'button', {
				name: 'Disconnect this site',
			} )
		);
		expect( network.asks( 'DELETE', path ) ).toHaveLength( 0 );
		network.answer( 'GET', path, apart );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Disconnect' } )
		);
		expect( await screen.findByLabelText( 'Pairing code' ) ).toBeTruthy();
		expect( network.asks( 'DELETE', path ) ).toHaveLength( 1 );
	} );
} );
