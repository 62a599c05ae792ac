import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Channel, Readiness } from '@rappel/contract';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { tellScreens } from '../../testing/initial-data';
import { createNetwork } from '../../testing/network';
import { channel, connection } from '../../testing/samples';
import '../../testing/quick-queries';
import { SectionEditor } from '../../testing/section-editor';
import { LiveSection } from './live-section';
import { useEditorPlace } from './editor-place';

let network: ReturnType< typeof createNetwork >;
const own = `/rappel/v1/channels/${ channel.id }`;
const checks: Readiness[ 'checks' ] = [
	{ code: 'number', state: 'good', detail: 'The destination is called.' },
	{
		code: 'caller_id',
		state: 'missing',
		detail: 'Give the number that both phones show.',
	},
	{
		code: 'agent_numbers',
		state: 'warning',
		detail: 'Grace has no number.',
		userIds: [ 2 ],
	},
	{
		code: 'spending_limit',
		state: 'warning',
		detail: 'There is no monthly limit.',
	},
];

beforeEach( () => {
	tellScreens();
	window.rappelAdmin!.pages.connection = 'admin.php?page=rappel-connection';
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', '/rappel/v1/connection', connection );
	network.answer( 'GET', '/rappel/v1/agents', { agents: [] } );
	network.answer( 'GET', '/wp/v2/users', [ { id: 2, name: 'Grace' } ] );
	network.answer( 'GET', `${ own }/readiness`, { checks } );
} );

const Where = () => <output>{ useEditorPlace().section }</output>;

async function open( saved: Channel | null = channel ) {
	const { container } = render(
		<SectionEditor channel={ channel }>
			{ ( editing ) => (
				<>
					<Where />
					<LiveSection
						editing={ editing }
						channel={ saved }
						onDeleted={ () => {} }
					/>
				</>
			) }
		</SectionEditor>
	);
	// What is asked of WordPress is answered meanwhile.
	await act( async () => {} );
	return container;
}

describe( 'going live', () => {
	it( 'lists what is missing, each with the way to set it right [S31]', async () => {
		const container = await open();
		expect(
			await screen.findByText( 'The destination is called.' )
		).toBeTruthy();
		expect(
			(
				await screen.findByRole( 'link', { name: 'Grace' } )
			).getAttribute( 'href' )
		).toBe( 'user-edit.php?user_id=2#rappel' );
		expect(
			screen
				.getByRole( 'link', { name: 'Open the connection' } )
				.getAttribute( 'href' )
		).toBe( 'admin.php?page=rappel-connection' );
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		await userEvent.click(
			screen.getByRole( 'button', { name: /^Set it right/ } )
		);
		expect( container.querySelector( 'output' )?.textContent ).toBe(
			'calls'
		);
	} );

	it( 'says that what is saved is checked, and checks again', async () => {
		await open();
		expect( screen.queryByText( /save your changes first/ ) ).toBeNull();
		await userEvent.click( screen.getByLabelText( 'Take requests' ) );
		expect( screen.getByText( /save your changes first/ ) ).toBeTruthy();
		network.answer( 'GET', `${ own }/readiness`, {
			checks: [ { ...checks[ 0 ], detail: 'All is well.' } ],
		} );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Check again' } )
		);
		expect( await screen.findByText( 'All is well.' ) ).toBeTruthy();
	} );

	it( 'waits for a new channel to be created', async () => {
		await open( null );
		expect(
			screen.getByText( /^Once the channel is created/ )
		).toBeTruthy();
		expect( network.asked ).toEqual( [] );
	} );
} );

describe( 'a call to try it', () => {
	const calls = `${ own }/test-calls`;
	const call = {
		id: '00000000-0000-4000-8000-0000000000aa',
		state: 'calling',
		numberShown: '06 12 34 56 78',
		detail: 'We are calling you.',
	};

	it( 'is followed until somebody answers', async () => {
		await open();
		network.answer( 'POST', calls, call );
		network.answer(
			'GET',
			`${ calls }/${ call.id }`,
			{ ...call, state: 'ringing', detail: 'Your phone rings.' },
			{ ...call, state: 'done', detail: 'You were reached.' }
		);
		await userEvent.type(
			screen.getByLabelText( 'Your number' ),
			'06 12 34 56 78{Enter}'
		);
		expect( await screen.findByText( 'It rings' ) ).toBeTruthy();
		expect( await screen.findByText( 'It works' ) ).toBeTruthy();
		expect( network.asks( 'POST', calls )[ 0 ]?.body ).toEqual( {
			number: '06 12 34 56 78',
			language: 'en',
		} );
		// Enter in its field is not the form's.
		expect( network.asks( 'PUT', own ) ).toHaveLength( 0 );
	} );

	it( 'that is refused says why beside the number', async () => {
		await open();
		network.answer( 'POST', calls, {
			status: 422,
			error: {
				code: 'number_invalid',
				message: 'This number is too short.',
				data: { field: 'number' },
			},
		} );
		await userEvent.type( screen.getByLabelText( 'Your number' ), '12' );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Call me now' } )
		);
		await waitFor( () =>
			expect(
				document.querySelector( '.rappel-field-error' )?.textContent
			).toBe( 'This number is too short.' )
		);
	} );
} );
