import { beforeEach, describe, expect, it } from '@jest/globals';
import {
	act,
	fireEvent,
	render,
	screen,
	waitFor,
	within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Channel } from '@rappel/contract';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { createNetwork } from '../../testing/network';
import { agent, channel, connection } from '../../testing/samples';
import '../../testing/quick-queries';
import { SectionEditor } from '../../testing/section-editor';
import { PresenceSection } from './presence-section';
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
	network.answer( 'GET', '/rappel/v1/team-candidates', {
		users: [
			{
				userId: 3,
				name: 'Jean',
				role: 'Editor',
				hasNumber: true,
				profileUrl: 'user-edit.php?user_id=3#rappel',
			},
		],
	} );
	network.answer( 'PUT', own, { ...team, version: 4 } );
} );

async function edit( channelOfTeam = team ) {
	const { container } = render(
		<SectionEditor channel={ channelOfTeam }>
			{ ( editing ) => (
				<>
					<TeamSection { ...editing } />
					<PresenceSection { ...editing } />
				</>
			) }
		</SectionEditor>
	);
	if ( channelOfTeam.settings.team.length ) {
		await screen.findByText( 'Grace' );
	} else {
		// What is asked of WordPress is answered meanwhile.
		await act( async () => {} );
	}
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
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Add somebody' } )
		);
		await userEvent.type(
			screen.getByLabelText( 'Who joins the team' ),
			'Je'
		);
		await userEvent.click(
			await screen.findByRole( 'option', { name: 'Jean (Editor)' } )
		);
		expect( await saved() ).toEqual( [
			{ userId: 2, priority: 1 },
			{ userId: 3, priority: 1 },
		] );
	} );

	it( 'keeps the focus on the button that moves somebody into another priority', async () => {
		const section = await edit();
		await userEvent.selectOptions(
			within( section ).getByLabelText( 'Priority of Grace' ),
			'2'
		);
		expect(
			within( section ).getByRole( 'heading', {
				name: 'Priority 2 called when nobody above can take it',
			} )
		).toBeTruthy();
		const up = () =>
			within( section ).getByRole( 'button', { name: 'Move Grace up' } );
		await userEvent.click( up() );
		expect( up().ownerDocument.activeElement ).toBe( up() );
		expect( await saved() ).toEqual( [
			{ userId: 1, priority: 1 },
			{ userId: 2, priority: 1 },
		] );
	} );

	it( 'is dragged by its handle, with any pointer', async () => {
		const section = await edit();
		const [ ada, grace ] = section.querySelectorAll( '[data-member]' );
		// jsdom lays nothing out.
		document.elementFromPoint = () => ada!;
		const handle = grace!.querySelector( '.rappel-team__handle' )!;
		// Nor does it know pointer events.
		const pointer = ( target: Element | Window, type: string ) =>
			fireEvent(
				target,
				new MouseEvent( type, { bubbles: true, clientY: -1 } )
			);
		pointer( handle, 'pointerdown' );
		pointer( window, 'pointermove' );
		pointer( window, 'pointerup' );
		expect( await saved() ).toMatchObject( [
			{ userId: 2 },
			{ userId: 1 },
		] );
	} );

	it( 'says that the status is ignored while availability is not checked [S14]', async () => {
		const section = await edit();
		expect(
			within( section ).getByText( /Their status is ignored/ )
		).toBeTruthy();
		expect( screen.queryByText( 'Status of the team' ) ).toBeNull();
	} );

	it( 'says how the channel works while it is empty [S06]', async () => {
		const section = await edit( {
			...team,
			settings: { ...team.settings, team: [] },
		} );
		expect(
			within( section ).getByText( /destination number is called/ )
		).toBeTruthy();
		expect( await accessibilityFaults( section ) ).toEqual( [] );
	} );
} );

describe( 'the status of the team', () => {
	it( 'may become away by itself, after some minutes without a page [N10]', async () => {
		await edit( {
			...team,
			settings: {
				...team.settings,
				calls: { ...team.settings.calls, checkAvailability: true },
			},
		} );
		await userEvent.click(
			screen.getByLabelText( 'Away when no page is open' )
		);
		const field = screen.getByLabelText( 'Away after (minutes)' );
		await userEvent.clear( field );
		await userEvent.type( field, '1' );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		expect(
			await screen.findByText( 'Type a whole number from 2 to 240.' )
		).toBeTruthy();
		await userEvent.type( field, '5' );
		await saved();
		expect( network.asks( 'PUT', own )[ 0 ]!.body ).toMatchObject( {
			settings: {
				presence: { awayAfterMinutes: 15, awayAfterMissedCall: true },
				returnTimer: { minutes: null },
			},
		} );
	} );
} );
