import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReadingProvider } from '../../reading';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { tellScreens } from '../../testing/initial-data';
import { createNetwork } from '../../testing/network';
import { agent } from '../../testing/samples';
import { AgentsScreen } from './agents-screen';

let network: ReturnType< typeof createNetwork >;
const path = '/rappel/v1/agents';

beforeEach( () => {
	window.history.replaceState( null, '', '?page=rappel-agents' );
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', path, {
		agents: [ agent, { ...agent, userId: 2, name: 'Grace' } ],
	} );
} );

afterEach( () => {
	delete window.rappelAdmin;
} );

function show( manageChannels: boolean ) {
	tellScreens( {
		manageChannels,
		supervise: manageChannels,
		administrate: manageChannels,
	} );
	return render(
		<ReadingProvider value={ { locale: 'en', timeZone: 'Europe/Paris' } }>
			<AgentsScreen />
		</ReadingProvider>
	).container;
}

describe( 'hours and leave of agents', () => {
	it( 'are everybody’s for who manages', async () => {
		const container = show( true );
		await userEvent.click(
			await screen.findByRole( 'button', { name: 'Grace' } )
		);
		expect(
			screen.getByRole( 'heading', { level: 1, name: 'Hours of Grace' } )
		).toBeTruthy();
		await userEvent.click( screen.getByLabelText( 'Own hours' ) );
		expect( screen.getByRole( 'group', { name: 'Monday' } ) ).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'are their own for an agent: leave is asked for whole, and saved', async () => {
		show( false );
		expect(
			await screen.findByRole( 'heading', { level: 1, name: 'My hours' } )
		).toBeTruthy();
		await userEvent.click(
			await screen.findByRole( 'button', { name: 'Add a leave' } )
		);
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		expect(
			await screen.findByText( /^Say from when until when/ )
		).toBeTruthy();
		fireEvent.change( screen.getByLabelText( 'From' ), {
			target: { value: '2026-12-24T00:00' },
		} );
		fireEvent.change( screen.getByLabelText( 'Until' ), {
			target: { value: '2027-01-02T00:00' },
		} );
		const leave = [
			{ from: '2026-12-24T00:00', to: '2027-01-02T00:00', note: null },
		];
		network.answer( 'PUT', `${ path }/1/hours`, {
			...agent,
			hours: { weekly: null, leave },
		} );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		expect(
			await screen.findByText( /Bookings that nobody covers/ )
		).toBeTruthy();
		expect( network.asks( 'PUT', `${ path }/1/hours` )[ 0 ]?.body ).toEqual(
			{
				weekly: null,
				leave,
			}
		);
	} );

	it( 'say how to begin for somebody without a number', async () => {
		network.answer( 'GET', path, { agents: [] } );
		show( false );
		await waitFor( () =>
			expect(
				screen
					.getByRole( 'link', { name: 'Open my profile' } )
					.getAttribute( 'href' )
			).toBe( 'user-edit.php?user_id=1#rappel' )
		);
	} );
} );
