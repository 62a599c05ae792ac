import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityFaults } from '../../testing/accessibility-faults';
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
	network.answer( 'GET', path, { channels: [ channel ] } );
	network.answer( 'GET', own, channel );
	network.answer( 'GET', '/rappel/v1/connection', connection );
} );

/** Puts a text in at once: a screen of this size takes its time to draw each of many letters. */
async function write( field: HTMLElement, text: string ) {
	await userEvent.click( field );
	await userEvent.paste( text );
}

async function edit() {
	window.history.replaceState( null, '', `?channel=${ channel.id }` );
	const view = render( <ChannelsScreen /> );
	await screen.findByRole( 'button', { name: 'Update' } );
	return view;
}

const saved = () =>
	network.asks( 'PUT', own ).at( -1 )?.body as {
		version: number;
		settings: typeof channel.settings;
	};

describe( 'the list of channels', () => {
	it( 'says how to begin while there is none', async () => {
		network.answer( 'GET', path, { channels: [] } );
		render( <ChannelsScreen /> );
		expect( await screen.findByText( 'No channel yet' ) ).toBeTruthy();
	} );

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

describe( 'the editor of a channel', () => {
	it( 'is complete for everybody', async () => {
		const { container } = await edit();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'shows default texts as placeholders and saves words of the owner [S02] [S03] [S05]', async () => {
		await edit();
		const introduction = screen.getByLabelText( 'Introduction' );
		expect( introduction.getAttribute( 'placeholder' ) ).toMatch(
			/^Leave your number/
		);
		await write( introduction, 'Hello' );
		await write( screen.getByLabelText( 'Confirmation' ), 'Thanks' );
		await write( screen.getByLabelText( 'Waiting message' ), 'Hold on' );
		network.answer( 'PUT', own, { ...channel, version: 4 } );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		expect(
			await screen.findByText( 'Channel saved. Visitors see it at once.' )
		).toBeTruthy();
		expect( saved() ).toMatchObject( {
			version: 3,
			settings: {
				form: { introduction: 'Hello', confirmation: 'Thanks' },
				calls: { waitingMessage: 'Hold on' },
			},
		} );
	} );

	it( 'puts the service’s sentence beside its field, keeps what was typed, and goes there [S11]', async () => {
		await edit();
		const number = screen.getByLabelText(
			'Destination number'
		) as HTMLInputElement;
		await userEvent.clear( number );
		await write( number, '12' );
		network.answer( 'PUT', own, {
			status: 422,
			error: {
				code: 'number_invalid',
				message: 'This number is too short.',
				data: { field: 'settings.calls.destinationNumber' },
			},
		} );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		await waitFor( () =>
			expect( number.getAttribute( 'aria-invalid' ) ).toBe( 'true' )
		);
		expect(
			document.querySelector( '.rappel-field-error' )?.textContent
		).toBe( 'This number is too short.' );
		await waitFor( () =>
			expect( document.body.ownerDocument.activeElement ).toBe( number )
		);
		expect( number.value ).toBe( '12' );
		await write( number, '3' );
		expect( number.getAttribute( 'aria-invalid' ) ).toBe( 'false' );
	} );

	it( 'sends nothing while a figure is out of its limits', async () => {
		await edit();
		const seconds = screen.getByLabelText(
			'Your phone rings for (seconds)'
		);
		await userEvent.clear( seconds );
		await write( seconds, '5' );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		expect(
			await screen.findByText( 'Type a whole number from 10 to 60.' )
		).toBeTruthy();
		expect( network.asks( 'PUT', own ) ).toHaveLength( 0 );
	} );

	it( 'saves and goes to the next section; after the last one the channel is live [S31]', async () => {
		network.answer( 'GET', own, {
			...channel,
			settings: { ...channel.settings, state: 'paused' },
		} );
		await edit();
		network.answer( 'PUT', own, { ...channel, version: 4 } );
		const goOn = () =>
			userEvent.click(
				screen.getByRole( 'button', { name: 'Save and continue' } )
			);
		await write( screen.getByLabelText( 'Introduction' ), 'Hello' );
		await goOn();
		await waitFor( () =>
			expect(
				document.body.ownerDocument.activeElement?.textContent
			).toBe( 'What visitors read about times' )
		);
		expect( saved().settings ).toMatchObject( {
			state: 'paused',
			form: { introduction: 'Hello' },
		} );
		const country = screen.getByLabelText( 'Default country' );
		country.focus();
		await goOn();
		await waitFor( () => expect( saved().settings.state ).toBe( 'live' ) );
	} );

	it( 'edits the hours of a day and copies them to others [S07]', async () => {
		await edit();
		const saturday = screen.getByRole( 'group', { name: 'Saturday' } );
		await userEvent.click(
			within( saturday ).getByRole( 'button', {
				name: 'Add a range to Saturday',
			} )
		);
		await userEvent.click(
			within( saturday ).getByRole( 'button', {
				name: 'Copy the hours of Saturday to other days',
			} )
		);
		await userEvent.click(
			await screen.findByRole( 'button', { name: 'Copy' } )
		);
		network.answer( 'PUT', own, { ...channel, version: 4 } );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		await waitFor( () => expect( saved() ).toBeTruthy() );
		const { weekly } = saved().settings.openingHours;
		expect( weekly ).toHaveLength( 6 );
		expect(
			weekly.every(
				( { from, to } ) => from === '09:00' && to === '12:00'
			)
		).toBe( true );
	} );

	it( 'tells that a colleague saved meanwhile, and overwrites nothing', async () => {
		await edit();
		await write( screen.getByLabelText( 'Introduction' ), 'Mine' );
		network.answer(
			'PUT',
			own,
			{
				status: 409,
				error: { code: 'channel_version_conflict', message: 'x' },
			},
			{ ...channel, version: 8 }
		);
		network.answer( 'GET', own, { ...channel, version: 7 } );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		const keep = await screen.findByRole( 'button', {
			name: 'Keep mine, to save over it',
		} );
		expect(
			( screen.getByLabelText( 'Introduction' ) as HTMLTextAreaElement )
				.value
		).toBe( 'Mine' );
		await userEvent.click( keep );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		await waitFor( () => expect( saved().version ).toBe( 7 ) );
	} );

	it( 'asks before it drops what was typed', async () => {
		await edit();
		await write( screen.getByLabelText( 'Introduction' ), 'Mine' );
		const leave = new Event( 'beforeunload', { cancelable: true } );
		window.dispatchEvent( leave );
		expect( leave.defaultPrevented ).toBe( true );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'All channels' } )
		);
		expect(
			await screen.findByRole( 'dialog', {
				name: 'Leave without saving?',
			} )
		).toBeTruthy();
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Go back' } )
		);
		expect(
			( screen.getByLabelText( 'Introduction' ) as HTMLTextAreaElement )
				.value
		).toBe( 'Mine' );
	} );

	it( 'keeps what was typed when WordPress cannot be reached', async () => {
		await edit();
		await write( screen.getByLabelText( 'Introduction' ), 'Mine' );
		network.answer( 'PUT', own, 'no answer' );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		await waitFor( () =>
			expect(
				document.querySelector( '.components-notice.is-error' )
					?.textContent
			).toMatch( /WordPress cannot be reached/ )
		);
		expect(
			( screen.getByLabelText( 'Introduction' ) as HTMLTextAreaElement )
				.value
		).toBe( 'Mine' );
	} );
} );
