import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Figures, Results } from '@rappel/contract';
import { addDays } from '../../domain/calendar';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { tellScreens } from '../../testing/initial-data';
import { createNetwork } from '../../testing/network';
import { channel } from '../../testing/samples';
import { ResultsScreen } from './results-screen';

const path = '/rappel/v1/results';
const figures: Figures = {
	requests: 48,
	booked: 12,
	joined: 30,
	joinedAtFirstTry: 24,
	missed: 10,
	cancelled: 8,
	medianSecondsToRing: 9,
	bookingsDue: 10,
	bookingsPunctual: 9,
	talkSeconds: 5_400,
	scores: [ 1, 0, 2, 5, 12 ],
	costMilli: 2_400,
	currency: 'EUR',
};
const results: Results = {
	total: figures,
	before: { ...figures, requests: 60, joined: 20, medianSecondsToRing: 6 },
	days: Array.from( { length: 30 }, ( _, place ) => ( {
		date: addDays( '2026-11-01', place ),
		figures: { ...figures, requests: place, joined: place, missed: 0 },
	} ) ),
	groups: [ { key: channel.id, name: 'Sales', figures } ],
};
let network: ReturnType< typeof createNetwork >;

beforeEach( () => {
	window.history.replaceState( null, '', '?page=rappel-results' );
	tellScreens();
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', '/rappel/v1/channels', {
		channels: [ channel, { ...channel, id: 'other' } ],
	} );
	network.answer( 'GET', path, results );
} );

afterEach( () => {
	delete window.rappelAdmin;
} );

const figure = ( name: string ) =>
	screen.getAllByText( name, { selector: 'dt' } )[ 0 ]!.parentElement!;
const lastAsked = () =>
	new URL( network.asks( 'GET', path ).at( -1 )!.path, 'https://example.org' )
		.searchParams;

describe( 'the results [R15]', () => {
	it( 'stand beside the days before, in words, each with what it counts', async () => {
		const { container } = render( <ResultsScreen /> );
		await screen.findByText( 'Requests a day' );
		const rate = within( figure( 'Answer rate' ) );
		expect( rate.getByText( '75%' ) ).toBeTruthy();
		expect( rate.getByText( 'Better than before: 67%' ) ).toBeTruthy();
		expect( rate.getByText( /led to a conversation/ ) ).toBeTruthy();
		expect(
			within( figure( 'Requests' ) ).getByText( 'Less than before: 60' )
		).toBeTruthy();
		expect(
			within( figure( 'Time to the first ring' ) ).getByText(
				'Worse than before: 6 s'
			)
		).toBeTruthy();
		expect(
			within( figure( 'Cost' ) ).getByText( '€0.05 for each request' )
		).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'are told as a picture, and as a table [N20]', async () => {
		const { container } = render( <ResultsScreen /> );
		expect(
			await screen.findByRole( 'img', {
				name: 'Bars for each day. The most requests were made on Monday, November 30, 2026: 29.',
			} )
		).toBeTruthy();
		await userEvent.click(
			screen.getAllByRole( 'button', { name: 'As a table' } )[ 0 ]!
		);
		expect(
			await screen.findByRole( 'row', {
				name: 'Monday, November 30, 2026 29 0 0',
			} )
		).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'are of one’s own dates, kept in the address', async () => {
		window.history.replaceState(
			null,
			'',
			'?period=own&from=2026-10-01&to=2026-10-31&by=agent'
		);
		render( <ResultsScreen /> );
		await screen.findByText( 'Side by side' );
		const asked = network
			.asks( 'GET', path )
			.map( ( one ) => one.path )
			.join();
		expect( asked ).toMatch( /from=2026-10-01&to=2026-10-31/ );
		expect( asked ).toMatch( /groupBy=agent/ );
	} );

	it( 'are not asked for while the dates are no period', async () => {
		window.history.replaceState(
			null,
			'',
			'?period=own&from=2026-10-31&to=2026-10-01'
		);
		render( <ResultsScreen /> );
		await screen.findByLabelText( 'Channel' );
		expect( screen.getByText( /a first and a last day/ ) ).toBeTruthy();
		expect( network.asks( 'GET', path ) ).toEqual( [] );
	} );

	it( 'are compared by something else', async () => {
		render( <ResultsScreen /> );
		await userEvent.selectOptions(
			await screen.findByLabelText( 'Compare' ),
			'page'
		);
		await waitFor( () =>
			expect( lastAsked().get( 'groupBy' ) ).toBe( 'page' )
		);
	} );
} );
