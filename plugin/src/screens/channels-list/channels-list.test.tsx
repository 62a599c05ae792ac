import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ListedChannel, SaveChannel } from '@rappel/contract';
import type { Placement } from '../../api/channels';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { createNetwork } from '../../testing/network';
import { channel } from '../../testing/samples';
import '../../testing/quick-queries';
import { ChannelsList } from './channels-list';

let network: ReturnType< typeof createNetwork >;
const onOpen = jest.fn();
const path = '/rappel/v1/channels';

const listed: ListedChannel = {
	...channel,
	today: { requests: 12, joined: 9 },
	open: { requests: 3, bookings: 2 },
};
const quiet: ListedChannel = {
	...channel,
	id: '00000000-0000-4000-8000-000000000002',
	settings: { ...channel.settings, name: 'Support', state: 'paused' },
	today: { requests: 0, joined: 0 },
	open: { requests: 0, bookings: 0 },
};
const placement = ( given: Partial< Placement > = {} ): Placement => ( {
	channelId: channel.id,
	title: 'Contact',
	type: 'page',
	status: 'publish',
	viewUrl: 'https://example.org/contact',
	editUrl: 'https://example.org/wp-admin/post.php?post=2',
	...given,
} );

beforeEach( () => {
	onOpen.mockClear();
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', path, { channels: [ listed, quiet ] } );
	network.answer( 'GET', '/rappel/v1/placements', {
		placements: [
			placement(),
			placement( { title: 'Footer', type: 'widget', status: 'publish' } ),
			placement( { title: 'Spring', status: 'draft' } ),
		],
	} );
} );

async function show() {
	const view = render( <ChannelsList onOpen={ onOpen } /> );
	await screen.findByRole( 'button', { name: 'Sales' } );
	return view;
}

const card = ( name: string ) =>
	within(
		screen.getByRole( 'button', { name } ).closest< HTMLElement >( 'li' )!
	);

async function choose( name: string, deed: string ) {
	await userEvent.click(
		await screen.findByRole( 'button', {
			name: `More actions: ${ name }`,
		} )
	);
	await userEvent.click(
		await screen.findByRole( 'menuitem', { name: deed } )
	);
}

const savedBy = ( method: 'PUT' | 'POST', at: string ) =>
	network.asks( method, at ).at( -1 )?.body as SaveChannel;

describe( 'the list of channels', () => {
	it( 'says of each what it does today, what is open, where calls go and where it is placed', async () => {
		const { container } = await show();
		const sales = card( 'Sales' );

		expect( await sales.findByText( 'Contact' ) ).toBeTruthy();
		expect( sales.getByText( '12 requests, 9 joined' ) ).toBeTruthy();
		expect( sales.getByText( '3, 2 of them booked' ) ).toBeTruthy();
		expect( sales.getByText( /99 00 10 00/ ) ).toBeTruthy();
		expect( sales.getByText( 'Footer (widget)' ) ).toBeTruthy();
		expect( sales.getByText( 'Spring (draft)' ) ).toBeTruthy();
		expect( sales.getByText( 'Live' ) ).toBeTruthy();

		const support = card( 'Support' );
		expect( support.getByText( 'Paused' ) ).toBeTruthy();
		expect( support.getByText( 'no request yet' ) ).toBeTruthy();
		expect(
			support.getByText( `[rappel channel="${ quiet.id }"]` )
		).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'shows the channels although nobody can say where they stand', async () => {
		network.answer( 'GET', '/rappel/v1/placements', 'no answer' );
		await show();

		expect( screen.queryByText( 'Where it is placed' ) ).toBeNull();
	} );

	it( 'makes one of a kind, paused, and opens it', async () => {
		network.answer( 'POST', path, { ...channel, id: 'made' } );
		await show();
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Add a channel' } )
		);
		const dialog = within( await screen.findByRole( 'dialog' ) );
		await userEvent.click(
			dialog.getByRole( 'radio', { name: 'Team of consultants' } )
		);
		expect(
			await accessibilityFaults( screen.getByRole( 'dialog' ) )
		).toEqual( [] );
		await userEvent.click(
			dialog.getByRole( 'button', { name: 'Create the channel' } )
		);

		await waitFor( () => expect( onOpen ).toHaveBeenCalledWith( 'made' ) );
		expect( savedBy( 'POST', path ) ).toMatchObject( {
			settings: {
				name: 'Team of consultants',
				state: 'paused',
				calls: { routing: 'team', checkAvailability: true },
			},
		} );
	} );

	it( 'pauses, puts live and duplicates, and asks for the list again', async () => {
		network.answer( 'PUT', `${ path }/${ channel.id }`, channel );
		network.answer( 'PUT', `${ path }/${ quiet.id }`, channel );
		network.answer( 'POST', path, channel );
		await show();

		await choose( 'Sales', 'Pause the channel' );
		await waitFor( () =>
			expect( savedBy( 'PUT', path ) ).toMatchObject( {
				version: channel.version,
				settings: { state: 'paused' },
			} )
		);
		await choose( 'Support', 'Put the channel live' );
		await waitFor( () =>
			expect( savedBy( 'PUT', `${ path }/${ quiet.id }` ) ).toMatchObject(
				{ settings: { state: 'live' } }
			)
		);
		await choose( 'Sales', 'Duplicate' );
		await waitFor( () =>
			expect( savedBy( 'POST', path ) ).toMatchObject( {
				settings: {
					name: 'Sales (copy)',
					state: 'paused',
					calls: channel.settings.calls,
				},
			} )
		);
		await waitFor( () =>
			expect( network.asks( 'GET', path ) ).toHaveLength( 4 )
		);
	} );

	it( 'tells when a colleague was faster, and shows theirs', async () => {
		network.answer( 'PUT', `${ path }/${ channel.id }`, {
			status: 409,
			error: {
				code: 'channel_version_conflict',
				message: 'Somebody else has changed this channel.',
			},
		} );
		await show();
		await choose( 'Sales', 'Pause the channel' );

		expect(
			(
				await screen.findAllByText(
					'Somebody else has changed this channel.'
				)
			).length
		).toBeGreaterThan( 0 );
		await waitFor( () =>
			expect( network.asks( 'GET', path ) ).toHaveLength( 2 )
		);
	} );

	it( 'says what deleting ends, and ends it', async () => {
		network.answer( 'DELETE', `${ path }/${ channel.id }`, {} );
		await show();
		await choose( 'Sales', 'Delete' );
		const dialog = within( await screen.findByRole( 'dialog' ) );

		expect(
			await dialog.findByText( '3 open requests are cancelled with it.' )
		).toBeTruthy();
		expect( dialog.getByText( /^2 of them are booked/ ) ).toBeTruthy();
		expect( await dialog.findByText( 'Contact' ) ).toBeTruthy();
		await userEvent.click(
			dialog.getByRole( 'button', {
				name: 'Delete and cancel requests',
			} )
		);

		await waitFor( () =>
			expect( network.asks( 'DELETE', path ).at( -1 )?.path ).toBe(
				`${ path }/${ channel.id }?cancelOpen=true`
			)
		);
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
	} );

	it( 'cancels nothing that came after the question was asked: it asks again', async () => {
		network.answer(
			'GET',
			path,
			{ channels: [ quiet ] },
			{ channels: [ quiet ] },
			{
				channels: [ { ...quiet, open: { requests: 1, bookings: 0 } } ],
			}
		);
		network.answer( 'DELETE', `${ path }/${ quiet.id }`, {
			status: 409,
			error: { code: 'channel_in_use', message: 'In use.' },
		} );
		render( <ChannelsList onOpen={ onOpen } /> );
		await choose( 'Support', 'Delete' );
		await userEvent.click(
			await screen.findByRole( 'button', { name: 'Delete' } )
		);

		expect(
			await screen.findByRole( 'button', {
				name: 'Delete and cancel requests',
			} )
		).toBeTruthy();
		expect( network.asks( 'DELETE', path ).at( -1 )?.path ).toBe(
			`${ path }/${ quiet.id }`
		);
	} );

	it( 'imports a file, and says who of its teams is not here', async () => {
		network.answer( 'POST', `${ path }/import`, {
			channels: [ { id: 'a', name: 'Sales' } ],
			unknownMembers: [
				{ channelId: 'a', channelName: 'Sales', login: 'grace' },
			],
		} );
		await show();
		await userEvent.upload(
			screen.getByTestId( 'form-file-upload-input' ),
			new File( [ '{"format":"rappel-channels"}' ], 'channels.json', {
				type: 'application/json',
			} )
		);

		expect(
			( await screen.findAllByText( /“grace” takes no callbacks/ ) )
				.length
		).toBeGreaterThan( 0 );
		expect( network.asks( 'POST', `${ path }/import` )[ 0 ]?.body ).toEqual(
			{ file: '{"format":"rappel-channels"}' }
		);
	} );

	it( 'says every fault of a file with its place in it', async () => {
		network.answer( 'POST', `${ path }/import`, {
			status: 400,
			error: {
				code: 'invalid_request',
				message: 'Nothing was imported.',
				data: {
					errors: [
						{
							field: 'channels.1.calls.destinationNumber',
							code: 'number_invalid',
							detail: '“Sales”: too short.',
						},
					],
				},
			},
		} );
		await show();
		await userEvent.upload(
			screen.getByTestId( 'form-file-upload-input' ),
			new File( [ '{}' ], 'channels.json', { type: 'application/json' } )
		);

		expect(
			await screen.findByText( 'channels.1.calls.destinationNumber' )
		).toBeTruthy();
	} );

	it( 'says how to begin while there is none', async () => {
		network.answer( 'GET', path, { channels: [] } );
		render( <ChannelsList onOpen={ onOpen } /> );

		expect( await screen.findByText( 'No channel yet' ) ).toBeTruthy();
	} );
} );
