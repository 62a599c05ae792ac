import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createNetwork } from '../../testing/network';
import { channel, connection } from '../../testing/samples';
import '../../testing/quick-queries';
import { ChannelsScreen } from './channels-screen';

let network: ReturnType< typeof createNetwork >;
const path = '/rappel/v1/channels';
const own = `${ path }/${ channel.id }`;

beforeEach( () => {
	window.history.replaceState(
		null,
		'',
		'/wp-admin/admin.php?page=rappel-channels'
	);
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', path, {
		channels: [
			{
				...channel,
				today: { requests: 0, joined: 0 },
				open: { requests: 0, bookings: 0 },
			},
		],
	} );
	network.answer( 'GET', '/rappel/v1/placements', { placements: [] } );
	network.answer( 'GET', own, channel );
	network.answer( 'GET', '/rappel/v1/connection', connection );
} );

describe( 'the list of channels', () => {
	it( 'opens a channel', async () => {
		render( <ChannelsScreen /> );
		await userEvent.click(
			await screen.findByRole( 'button', { name: 'Sales' } )
		);
		expect(
			await screen.findByRole( 'heading', { level: 1, name: 'Sales' } )
		).toBeTruthy();
	} );
} );
