import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SectionId } from '../../domain/channel-sections';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { createNetwork } from '../../testing/network';
import { channel, connection } from '../../testing/samples';
import '../../testing/quick-queries';
import { ChannelsScreen } from './channels-screen';

let network: ReturnType< typeof createNetwork >;
const own = `/rappel/v1/channels/${ channel.id }`;

beforeEach( () => {
	localStorage.clear();
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', own, channel );
	network.answer( 'PUT', own, { ...channel, version: 4 } );
	network.answer( 'GET', '/rappel/v1/connection', connection );
	network.answer( 'GET', `${ own }/estimate`, {
		milli: 82,
		currency: 'EUR',
		basis: 'prices',
		talkMinutes: 3,
		callbacks: 0,
	} );
	network.answer( 'GET', `${ own }/readiness`, { checks: [] } );
} );

async function edit( section: SectionId ) {
	window.history.replaceState(
		null,
		'',
		`?channel=${ channel.id }&section=${ section }`
	);
	const view = render( <ChannelsScreen /> );
	await screen.findByRole( 'button', { name: 'Update' } );
	return view;
}

/** Puts a text in at once. */
async function write( field: HTMLElement, text: string ) {
	await userEvent.clear( field );
	await userEvent.click( field );
	await userEvent.paste( text );
}

const press = ( name: string ) =>
	userEvent.click( screen.getByRole( 'button', { name } ) );

const visit = ( title: string ) =>
	userEvent.click(
		within(
			screen.getByRole( 'navigation', {
				name: 'Sections of the channel',
			} )
		).getByText( title )
	);

const shown = () =>
	new URL( window.location.href ).searchParams.get( 'section' );

const introduction = () =>
	screen.getByLabelText< HTMLTextAreaElement >( 'Introduction' );

const saved = () =>
	network.asks( 'PUT', own ).at( -1 )?.body as {
		version: number;
		settings: typeof channel.settings;
	};

describe( 'the editor of a channel', () => {
	it( 'shows one section, has all ten in reach, and is complete for everybody', async () => {
		const { container } = await edit( 'form' );
		expect(
			screen
				.getAllByRole( 'listitem' )
				.map(
					( item ) =>
						item.querySelector( 'a span:nth-child(2)' )?.textContent
				)
		).toEqual( [
			'Form',
			'Vocabulary',
			'Team',
			'Opening hours',
			'Calls',
			'Voice and music',
			'Booking window',
			'Text messages',
			'Survey',
			'Going live',
		] );
		expect( screen.queryByLabelText( 'Introduction' ) ).toBeNull();
		expect( await screen.findByText( 'About €0.082' ) ).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'goes from section to section by the address, and keeps what is typed on the way', async () => {
		await edit( 'form' );
		await write( screen.getByLabelText( 'Name of the channel' ), 'Shop' );
		await visit( 'Vocabulary' );
		expect( shown() ).toBe( 'vocabulary' );
		await write( introduction(), 'Hello' );
		act( () => window.history.back() );
		await waitFor( () => expect( shown() ).toBe( 'form' ) );
		await press( 'Update' );
		await waitFor( () =>
			expect( saved().settings ).toMatchObject( {
				name: 'Shop',
				form: { introduction: { en: 'Hello' } },
			} )
		);
	} );

	it( 'says what is done, what needs attention and what nobody has visited', async () => {
		network.answer( 'GET', own, {
			...channel,
			missing: [ 'destination_missing' ],
		} );
		await edit( 'form' );
		const state = ( title: string ) =>
			screen
				.getByRole( 'navigation', { name: 'Sections of the channel' } )
				.querySelector( `li:has(a[href*="section=${ title }"])` )
				?.querySelector( '.rappel-progress__state' )?.textContent;
		expect( state( 'form' ) ).toBe( 'You are here' );
		expect( state( 'team' ) ).toBe( 'Not visited yet' );
		expect( state( 'calls' ) ).toBe( 'Needs your attention' );
		await press( 'Give the number at which your company is called.' );
		await waitFor( () =>
			expect( document.body.ownerDocument.activeElement ).toBe(
				screen.getByLabelText( 'Destination number' )
			)
		);
		expect( state( 'form' ) ).toBe( 'Done' );
	} );

	it( 'saves and goes to the next section; after the last one the channel is live [S31]', async () => {
		const paused = { ...channel.settings, state: 'paused' };
		network.answer( 'GET', own, { ...channel, settings: paused } );
		network.answer( 'PUT', own, { ...channel, settings: paused } );
		await edit( 'form' );
		await press( 'Save and continue' );
		await waitFor( () => expect( shown() ).toBe( 'vocabulary' ) );
		await waitFor( () =>
			expect(
				document.body.ownerDocument.activeElement?.textContent
			).toBe( 'Vocabulary' )
		);
		expect( saved().settings.state ).toBe( 'paused' );
		await visit( 'Going live' );
		await press( 'Save and go live' );
		await waitFor( () => expect( saved().settings.state ).toBe( 'live' ) );
	} );

	it( 'brings a fault of another section before the person, with what they typed [S11]', async () => {
		await edit( 'calls' );
		const number = () =>
			screen.getByLabelText< HTMLInputElement >( 'Destination number' );
		await write( number(), '12' );
		await visit( 'Survey' );
		network.answer( 'PUT', own, {
			status: 422,
			error: {
				code: 'number_invalid',
				message: 'This number is too short.',
				data: { field: 'settings.calls.destinationNumber' },
			},
		} );
		await press( 'Update' );
		await waitFor( () => expect( shown() ).toBe( 'calls' ) );
		await waitFor( () =>
			expect( document.body.ownerDocument.activeElement ).toBe( number() )
		);
		expect( number().getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		expect( number().value ).toBe( '12' );
		expect(
			document.querySelector( '.rappel-field-error' )?.textContent
		).toBe( 'This number is too short.' );
		await write( number(), '3' );
		expect( number().getAttribute( 'aria-invalid' ) ).toBe( 'false' );
	} );

	it( 'opens the advanced settings for a figure that is out of its limits, and sends nothing', async () => {
		await edit( 'calls' );
		await press( 'Advanced settings' );
		await write(
			screen.getByLabelText( 'Your phone rings for (seconds)' ),
			'5'
		);
		await press( 'Advanced settings' );
		await press( 'Update' );
		expect(
			await screen.findByText( 'Type a whole number from 10 to 60.' )
		).toBeTruthy();
		expect( network.asks( 'PUT', own ) ).toHaveLength( 0 );
	} );
} );

describe( 'what was typed', () => {
	it( 'is put into what a colleague saved meanwhile, and neither is lost', async () => {
		await edit( 'vocabulary' );
		await write( introduction(), 'Mine' );
		network.answer(
			'PUT',
			own,
			{
				status: 409,
				error: { code: 'channel_version_conflict', message: 'x' },
			},
			{ ...channel, version: 8 }
		);
		network.answer( 'GET', own, {
			...channel,
			version: 7,
			settings: { ...channel.settings, name: 'Theirs' },
		} );
		await press( 'Update' );
		await userEvent.click(
			await screen.findByRole( 'button', {
				name: 'Put my changes into theirs',
			} )
		);
		expect( introduction().value ).toBe( 'Mine' );
		await press( 'Update' );
		await waitFor( () =>
			expect( saved() ).toMatchObject( {
				version: 7,
				settings: {
					name: 'Theirs',
					form: { introduction: { en: 'Mine' } },
				},
			} )
		);
	} );

	it( 'is not dropped unasked, neither by a link nor by the browser’s Back', async () => {
		window.history.replaceState( null, '', '?page=rappel-channels' );
		window.history.pushState( null, '', '?page=rappel-channels' );
		await edit( 'vocabulary' );
		await write( introduction(), 'Mine' );
		const leave = new Event( 'beforeunload', { cancelable: true } );
		window.dispatchEvent( leave );
		expect( leave.defaultPrevented ).toBe( true );
		const question = () =>
			screen.findByRole( 'dialog', { name: 'Leave without saving?' } );
		await press( 'All channels' );
		expect( await question() ).toBeTruthy();
		await press( 'Go back' );
		window.history.back();
		expect( await question() ).toBeTruthy();
		await press( 'Go back' );
		expect( introduction().value ).toBe( 'Mine' );
		expect( shown() ).toBe( 'vocabulary' );
	} );

	it( 'stays when WordPress cannot be reached', async () => {
		await edit( 'vocabulary' );
		await write( introduction(), 'Mine' );
		network.answer( 'PUT', own, 'no answer' );
		await press( 'Update' );
		await waitFor( () =>
			expect(
				document.querySelector( '.components-notice.is-error' )
					?.textContent
			).toMatch( /WordPress cannot be reached/ )
		);
		expect( introduction().value ).toBe( 'Mine' );
	} );
} );
