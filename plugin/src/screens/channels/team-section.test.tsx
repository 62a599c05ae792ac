import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Channel } from '@rappel/contract';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { createNetwork } from '../../testing/network';
import { agent, channel, connection } from '../../testing/samples';
import '../../testing/quick-queries';
import { SectionEditor } from '../../testing/section-editor';
import { TeamSection } from './team-section';

let network: ReturnType< typeof createNetwork >;
const own = `/rappel/v1/channels/${ channel.id }`;
const team: Channel = {
	...channel,
	settings: {
		...channel.settings,
		calls: { ...channel.settings.calls, routing: 'team' },
		team: [
			{ userId: 1, priority: 1 },
			{ userId: 2, priority: 1 },
		],
	},
};

beforeEach( () => {
	// jsdom scrolls nothing.
	Element.prototype.scrollIntoView = () => {};
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', own, team );
	network.answer( 'GET', '/rappel/v1/connection', connection );
	network.answer( 'GET', '/rappel/v1/agents', { agents: [ agent ] } );
	network.answer( 'GET', '/wp/v2/users', [
		{ id: 1, name: 'Ada' },
		{ id: 2, name: 'Grace' },
		{ id: 3, name: 'Jean' },
	] );
	network.answer( 'PUT', own, { ...team, version: 4 } );
} );

async function edit() {
	const { container } = render(
		<SectionEditor channel={ team }>
			{ ( editing ) => <TeamSection { ...editing } /> }
		</SectionEditor>
	);
	await screen.findByText( 'Grace' );
	return container.querySelector< HTMLElement >( '#rappel-team' )!;
}

async function saved() {
	await userEvent.click( screen.getByRole( 'button', { name: 'Update' } ) );
	await waitFor( () =>
		expect( network.asks( 'PUT', own ) ).toHaveLength( 1 )
	);
	const { settings } = network.asks( 'PUT', own )[ 0 ]!.body as typeof team;
	return settings.team;
}

describe( 'the team of a channel', () => {
	it( 'shows numbers, and where one is missing the way to the profile [S12]', async () => {
		const section = await edit();
		expect(
			within( section ).getByText( '+33 6 12 34 56 78' )
		).toBeTruthy();
		expect(
			within( section )
				.getByRole( 'link', { name: /No phone number/ } )
				.getAttribute( 'href' )
		).toBe( 'user-edit.php?user_id=2#rappel' );
		expect( await accessibilityFaults( section ) ).toEqual( [] );
	} );

	it( 'is put in another order by buttons, and given priorities [R03]', async () => {
		const section = await edit();
		await userEvent.click(
			within( section ).getByRole( 'button', { name: 'Move Grace up' } )
		);
		await userEvent.selectOptions(
			within( section ).getByLabelText( 'Priority of Ada' ),
			'2'
		);
		expect( await saved() ).toEqual( [
			{ userId: 2, priority: 1 },
			{ userId: 1, priority: 2 },
		] );
	} );

	it( 'takes somebody in by search, and lets somebody go [S06]', async () => {
		const section = await edit();
		await userEvent.click(
			within( section ).getByRole( 'button', {
				name: 'Remove Ada from the team',
			} )
		);
		await userEvent.type( screen.getByLabelText( 'Add somebody' ), 'Je' );
		await userEvent.click(
			await screen.findByRole( 'option', { name: 'Jean' } )
		);
		expect( await saved() ).toEqual( [
			{ userId: 2, priority: 1 },
			{ userId: 3, priority: 1 },
		] );
	} );
} );
