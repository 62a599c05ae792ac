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
import { createNetwork } from '../../testing/network';
import { channel, request } from '../../testing/samples';
import { RequestsScreen } from './requests-screen';

let network: ReturnType< typeof createNetwork >;
const path = '/rappel/v1/callback-requests';

beforeEach( () => {
	window.history.replaceState( null, '', '/wp-admin/admin.php?page=rappel' );
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', '/rappel/v1/channels', { channels: [ channel ] } );
} );

afterEach( () => {
	jest.useRealTimers();
} );

describe( 'the list of requests', () => {
	it( 'teaches while it is empty', async () => {
		network.answer( 'GET', path, { requests: [], nextCursor: null } );
		const { container } = render( <RequestsScreen /> );
		expect( await screen.findByText( 'No request yet' ) ).toBeTruthy();
		expect( screen.getByText( /Callback form/ ) ).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'marks what is overdue', async () => {
		const overdue = {
			...request,
			id: 'old',
			state: 'overdue',
			number: '+33612000000',
		};
		network.answer( 'GET', path, {
			requests: [ overdue, request ],
			nextCursor: null,
		} );
		const { container } = render( <RequestsScreen /> );
		await screen.findByRole( 'table' );
		const rows = screen.getAllByRole( 'row' ).slice( 1 );
		expect( rows ).toHaveLength( 2 );
		expect( within( rows[ 0 ]! ).getByText( 'Overdue' ) ).toBeTruthy();
		expect( within( rows[ 1 ]! ).getByText( '18 s' ) ).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'says when a booking is, that it is late, and that nobody covers it', async () => {
		const booked = {
			...request,
			state: 'scheduled',
			talkSeconds: 0,
			bookedFor: '2026-12-01T13:00:00.000Z',
			dueAt: '2026-12-01T13:00:00.000Z',
		};
		network.answer( 'GET', path, {
			requests: [
				{ ...booked, id: 'ahead', uncovered: true },
				{ ...booked, id: 'late', overdue: true },
			],
			nextCursor: null,
		} );
		const { container } = render( <RequestsScreen /> );
		await screen.findByRole( 'table' );
		const [ ahead, late ] = screen.getAllByRole( 'row' ).slice( 1 );
		expect(
			within( ahead! ).getByText( /^Booked for .*2026/ )
		).toBeTruthy();
		expect(
			within( ahead! ).getByText( 'Nobody has hours then' )
		).toBeTruthy();
		expect( within( late! ).getByText( 'Overdue' ) ).toBeTruthy();
		expect( late!.className ).toMatch( /is-urgent/ );
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'filters by state, and offers all again when none matches', async () => {
		network.answer( 'GET', path, {
			requests: [ request ],
			nextCursor: null,
		} );
		network.answer( 'GET', `${ path }?limit=25&state=failed`, {
			requests: [],
			nextCursor: null,
		} );
		render( <RequestsScreen /> );
		await screen.findByRole( 'table' );
		await userEvent.selectOptions(
			screen.getByLabelText( 'State' ),
			'failed'
		);
		await userEvent.click(
			await screen.findByRole( 'button', { name: 'Show all requests' } )
		);
		expect( await screen.findByRole( 'table' ) ).toBeTruthy();
	} );

	it( 'turns pages by cursor', async () => {
		network.answer( 'GET', path, {
			requests: [ request ],
			nextCursor: 'next page',
		} );
		network.answer( 'GET', `${ path }?limit=25&cursor=next%20page`, {
			requests: [ { ...request, id: 'older', name: 'Older' } ],
			nextCursor: null,
		} );
		render( <RequestsScreen /> );
		await userEvent.click(
			await screen.findByRole( 'button', { name: 'Older' } )
		);
		expect( await screen.findByText( 'Page 2' ) ).toBeTruthy();
		expect(
			await screen.findByText( 'Older', { selector: 'td' } )
		).toBeTruthy();
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Newer' } )
		);
		expect( await screen.findByText( 'Ada Martin' ) ).toBeTruthy();
	} );

	it( 'keeps what it shows when WordPress cannot be reached, and says what to do', async () => {
		network.answer(
			'GET',
			path,
			{ requests: [ request ], nextCursor: null },
			'no answer'
		);
		render( <RequestsScreen /> );
		await screen.findByRole( 'table' );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Refresh' } )
		);
		expect(
			await screen.findByText( /WordPress cannot be reached/, {
				selector:
					'.components-notice__content, .components-notice__content *',
			} )
		).toBeTruthy();
		expect( screen.getByText( 'Ada Martin' ) ).toBeTruthy();
	} );

	it( 'follows a live request by itself [R21]', async () => {
		jest.useFakeTimers();
		network.answer(
			'GET',
			path,
			{
				requests: [
					{ ...request, state: 'calling_client', talkSeconds: 0 },
				],
				nextCursor: null,
			},
			{ requests: [ request ], nextCursor: null }
		);
		render( <RequestsScreen /> );
		await act( () => jest.advanceTimersByTimeAsync( 50 ) );
		expect(
			screen.getByText( 'Calling the client', { selector: 'span' } )
		).toBeTruthy();
		await act( () => jest.advanceTimersByTimeAsync( 2_100 ) );
		expect( screen.getByText( 'Done', { selector: 'span' } ) ).toBeTruthy();
	} );
} );

describe( 'one request', () => {
	it( 'opens from its row, tells both calls, and gives the focus back', async () => {
		network.answer( 'GET', path, {
			requests: [ request ],
			nextCursor: null,
		} );
		network.answer( 'GET', `${ path }/${ request.id }`, request );
		const { container } = render( <RequestsScreen /> );
		await userEvent.click(
			await screen.findByRole( 'button', { name: /33.*6.*12/ } )
		);
		const heading = await screen.findByRole( 'heading', {
			level: 1,
			name: /Ada Martin/,
		} );
		expect( document.body.ownerDocument.activeElement ).toBe( heading );
		expect( screen.getByText( 'Hung up first' ) ).toBeTruthy();
		expect( screen.getByText( 'The client hangs up.' ) ).toBeTruthy();
		expect(
			screen.getByText( 'They talked for 18 s.', { exact: false } )
		).toBeTruthy();
		expect( screen.getByText( 'I agree to be called back.' ) ).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'All requests' } )
		);
		await waitFor( () =>
			expect(
				document.body.ownerDocument.activeElement?.getAttribute(
					'data-request'
				)
			).toBe( request.id )
		);
	} );

	it( 'shows what the visitor noted, as text [N23]', async () => {
		window.history.replaceState( null, '', `?request=${ request.id }` );
		network.answer( 'GET', `${ path }/${ request.id }`, {
			...request,
			note: 'I use a <b>relay</b>.',
		} );
		render( <RequestsScreen /> );
		expect(
			await screen.findByText( 'I use a <b>relay</b>.' )
		).toBeTruthy();
	} );

	it( 'makes no link of an address that is none', async () => {
		window.history.replaceState( null, '', `?request=${ request.id }` );
		network.answer( 'GET', `${ path }/${ request.id }`, {
			...request,
			pageUrl: 'javascript:alert(1)',
			pageTitle: 'Click me',
		} );
		render( <RequestsScreen /> );
		expect( await screen.findByText( 'Click me' ) ).toBeTruthy();
		expect( screen.queryByRole( 'link', { name: /Click me/ } ) ).toBeNull();
	} );
} );
