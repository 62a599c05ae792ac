import {
	afterEach,
	beforeEach,
	describe,
	expect,
	it,
	jest,
} from '@jest/globals';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { tellScreens } from '../../testing/initial-data';
import { createNetwork } from '../../testing/network';
import { agent, channel, request } from '../../testing/samples';
import { RequestsScreen } from './requests-screen';

let network: ReturnType< typeof createNetwork >;
const path = '/rappel/v1/callback-requests';
const grace = {
	...request,
	id: 'grace',
	name: 'Grace',
	state: 'queued',
	ownerUserId: 1,
	costMilli: 45,
	currency: 'EUR',
};

beforeEach( () => {
	window.history.replaceState( null, '', '/wp-admin/admin.php?page=rappel' );
	tellScreens();
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', '/rappel/v1/channels', { channels: [ channel ] } );
	network.answer( 'GET', '/rappel/v1/agents', { agents: [ agent ] } );
	network.answer( 'GET', path, {
		requests: [ request, grace ],
		nextCursor: null,
	} );
} );

afterEach( () => {
	delete window.rappelAdmin;
} );

const lastAsked = () => network.asks( 'GET', `${ path }?` ).at( -1 )?.path;

async function show() {
	const { container, unmount } = render( <RequestsScreen /> );
	await screen.findByRole( 'table' );
	return { container, unmount };
}

describe( 'the filters of the requests', () => {
	it( 'search once typing pauses, and keep every letter in the field and the address [R11]', async () => {
		const { unmount } = await show();
		await userEvent.type( screen.getByLabelText( 'Search' ), 'ada mar' );
		await waitFor( () =>
			expect( lastAsked() ).toBe( `${ path }?limit=25&search=ada%20mar` )
		);
		expect(
			network
				.asks( 'GET', path )
				.filter( ( asked ) => asked.path.includes( 'search' ) )
		).toHaveLength( 1 );
		unmount();
		await show();
		expect(
			( screen.getByLabelText( 'Search' ) as HTMLInputElement ).value
		).toBe( 'ada mar' );
	} );

	it( 'are undone by the browser’s Back', async () => {
		await show();
		await userEvent.selectOptions(
			screen.getByLabelText( 'Show' ),
			'missed'
		);
		await waitFor( () => expect( lastAsked() ).toMatch( /only=missed/ ) );
		act( () => window.history.back() );
		await waitFor( () =>
			expect(
				( screen.getByLabelText( 'Show' ) as HTMLSelectElement ).value
			).toBe( '' )
		);
	} );

	it( 'are for an agent, days and an order too', async () => {
		window.history.replaceState(
			null,
			'',
			'?agent=1&from=2026-11-01&to=2026-11-30&sort=oldest'
		);
		const { container } = await show();
		await waitFor( () =>
			expect( lastAsked() ).toBe(
				`${ path }?limit=25&agentUserId=1&from=2026-11-01&to=2026-11-30&sort=oldest`
			)
		);
		expect( screen.getByLabelText( 'From' ) ).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'say so when the last day comes before the first', async () => {
		window.history.replaceState(
			null,
			'',
			'?from=2026-11-30&to=2026-11-01'
		);
		await show();
		expect( screen.getByText( /last day comes before/ ) ).toBeTruthy();
		expect( lastAsked() ).toBe( `${ path }?limit=25&from=2026-11-30` );
	} );
} );

describe( 'a row', () => {
	it( 'says whom it waits for and what it cost [N20]', async () => {
		await show();
		const row = screen.getByText( 'Grace' ).closest( 'tr' )!;
		expect( await within( row ).findByText( 'For Ada' ) ).toBeTruthy();
		expect( within( row ).getByText( '€0.045' ) ).toBeTruthy();
	} );
} );

describe( 'several at once', () => {
	it( 'are handled together, and the one that could not be is named [R11]', async () => {
		network.answer( 'POST', `${ path }/actions`, {
			results: [
				{ requestId: request.id, request, problem: null },
				{
					requestId: 'grace',
					request: null,
					problem: { detail: 'It is being called.' },
				},
			],
		} );
		const { container } = await show();
		await userEvent.click(
			screen.getByLabelText( 'Select all on this page' )
		);
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Mark as handled' } )
		);
		const dialog = await screen.findByRole( 'dialog' );
		await userEvent.click(
			within( dialog ).getByLabelText( 'Not reached' )
		);
		await userEvent.click(
			within( dialog ).getByRole( 'button', { name: 'Mark as handled' } )
		);
		expect(
			await screen.findByText( /It is being called/, { selector: 'li' } )
		).toBeTruthy();
		expect( screen.queryByRole( 'dialog' ) ).toBeNull();
		expect(
			network.asks( 'POST', `${ path }/actions` )[ 0 ]?.body
		).toEqual( {
			requestIds: [ request.id, 'grace' ],
			action: { action: 'handled', outcome: 'not_reached', note: null },
		} );
	} );

	it( 'are not assigned or blocked by who does not supervise', async () => {
		tellScreens( { supervise: false } );
		await show();
		await userEvent.click( screen.getByLabelText( 'Select Grace' ) );
		expect( screen.getByText( '1 selected' ) ).toBeTruthy();
		expect( screen.queryByRole( 'button', { name: 'Assign' } ) ).toBeNull();
		expect(
			screen.queryByRole( 'button', { name: 'Block the number' } )
		).toBeNull();
	} );
} );

describe( 'the file for a spreadsheet', () => {
	it( 'holds what the filters find', async () => {
		window.history.replaceState( null, '', '?only=missed' );
		URL.createObjectURL = () => 'blob:file';
		URL.revokeObjectURL = () => {};
		const click = jest
			.spyOn( HTMLAnchorElement.prototype, 'click' )
			.mockImplementation( () => {} );
		network.answer( 'GET', `${ path }/export`, {} );
		await show();
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Download CSV' } )
		);
		await waitFor( () => expect( click ).toHaveBeenCalled() );
		expect( network.asks( 'GET', `${ path }/export` )[ 0 ]?.path ).toBe(
			`${ path }/export?only=missed`
		);
	} );
} );

describe( 'blocked numbers', () => {
	it( 'may ask again [R18]', async () => {
		const blocked = '/rappel/v1/blocked-numbers';
		network.answer( 'GET', blocked, {
			numbers: [
				{
					number: '+33612345678',
					blockedAt: '2026-11-25T10:00:00.000Z',
					byUserId: 1,
				},
			],
		} );
		network.answer( 'DELETE', `${ blocked }/%2B33612345678`, {} );
		const { container } = await show();
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Blocked numbers' } )
		);
		expect( await screen.findByText( /by Ada/ ) ).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		await userEvent.click(
			screen.getByRole( 'button', { name: /^Let .* ask again$/ } )
		);
		expect(
			await screen.findByText( 'No number is blocked' )
		).toBeTruthy();
	} );
} );

describe( 'on its own page a request', () => {
	it( 'is called now; what was over is asked for again, and opened', async () => {
		window.history.replaceState( null, '', `?request=${ request.id }` );
		network.answer( 'GET', `${ path }/${ request.id }`, request );
		network.answer( 'GET', `${ path }/again`, {
			...request,
			id: 'again',
			name: 'Ada again',
		} );
		network.answer( 'POST', `${ path }/actions`, {
			results: [
				{
					requestId: request.id,
					request,
					newRequestId: 'again',
					problem: null,
				},
			],
		} );
		render( <RequestsScreen /> );
		await userEvent.click(
			await screen.findByRole( 'button', { name: 'Call now' } )
		);
		expect(
			await screen.findByRole( 'heading', { name: /Ada again/ } )
		).toBeTruthy();
	} );
} );
