import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PresenceLog } from '@rappel/contract';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { tellScreens } from '../../testing/initial-data';
import { createNetwork } from '../../testing/network';
import { agent } from '../../testing/samples';
import { AgentsScreen } from '../agents/agents-screen';

type Entry = PresenceLog[ 'entries' ][ number ];
const path = '/rappel/v1/presence-log';
const entry: Entry = {
	at: '2026-11-25T10:00:00.000Z',
	userId: 2,
	agentName: 'Grace',
	status: 'away',
	source: 'page',
	byUserId: 1,
};
let network: ReturnType< typeof createNetwork >;

beforeEach( () => {
	window.history.replaceState( null, '', '?page=rappel-agents&view=log' );
	tellScreens();
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', '/rappel/v1/agents', {
		agents: [ agent, { ...agent, userId: 2, name: 'Grace' } ],
	} );
	network.answer( 'GET', path, { entries: [ entry ], nextCursor: 'older' } );
	network.answer( 'GET', `${ path }?cursor=older`, {
		entries: [ { ...entry, status: 'offline', source: 'period_end' } ],
		nextCursor: null,
	} );
} );

afterEach( () => {
	delete window.rappelAdmin;
} );

describe( 'the presence log [N10]', () => {
	it( 'says who, what, and by whom or what, page after page', async () => {
		const { container } = render( <AgentsScreen /> );
		expect( await screen.findByText( 'Set by Ada' ) ).toBeTruthy();
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Show earlier changes' } )
		);
		expect(
			await screen.findByText( 'End of the opening period' )
		).toBeTruthy();
		expect( screen.getAllByRole( 'row' ) ).toHaveLength( 3 );
		expect(
			screen.queryByRole( 'button', { name: 'Show earlier changes' } )
		).toBeNull();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'is of one agent, kept in the address', async () => {
		render( <AgentsScreen /> );
		await screen.findByRole( 'option', { name: 'Grace' } );
		await userEvent.selectOptions( screen.getByLabelText( 'Agent' ), '2' );
		await waitFor( () =>
			expect( network.asks( 'GET', `${ path }?userId=2` ) ).toHaveLength(
				1
			)
		);
		expect( window.location.search ).toMatch( /of=2/ );
	} );

	it( 'is not for who does not supervise', async () => {
		tellScreens( { supervise: false, manageChannels: false } );
		render( <AgentsScreen /> );
		expect(
			await screen.findByRole( 'heading', { level: 1, name: 'My hours' } )
		).toBeTruthy();
		expect( network.asks( 'GET', path ) ).toEqual( [] );
	} );
} );
