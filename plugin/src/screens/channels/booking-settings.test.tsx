import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { createNetwork } from '../../testing/network';
import { channel } from '../../testing/samples';
import '../../testing/quick-queries';
import { SectionEditor } from '../../testing/section-editor';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { BookingSection } from './booking-section';
import { CallsSection } from './calls-section';
import { TextMessagesSection } from './text-messages-section';
import { VocabularySection } from './vocabulary-section';

let network: ReturnType< typeof createNetwork >;
const own = `/rappel/v1/channels/${ channel.id }`;
const previewPath = '/rappel/v1/text-messages/preview';
const preview = {
	text: 'Your callback: Tuesday 1 December at 2 pm.',
	defaultText: 'Your callback: {datetime}.',
	segments: 1,
	characters: 42,
	encoding: 'gsm7',
	costlyCharacters: [],
	unknownPlaces: [],
};

beforeEach( () => {
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'PUT', own, { ...channel, version: 4 } );
	network.answer( 'POST', previewPath, preview );
} );

const edit = ( sections: ( editing: ChannelDraft ) => ReactNode ) =>
	render( <SectionEditor channel={ channel }>{ sections }</SectionEditor> )
		.container;

/** What may be asked for stands among the calls. */
const withTypes = ( editing: ChannelDraft ) => (
	<>
		<CallsSection { ...editing } />
		<BookingSection { ...editing } />
	</>
);

const messages = ( editing: ChannelDraft ) => (
	<TextMessagesSection editing={ editing } channelId={ channel.id } />
);

const update = () =>
	userEvent.click( screen.getByRole( 'button', { name: 'Update' } ) );

async function saved() {
	await update();
	await waitFor( () =>
		expect( network.asks( 'PUT', own ) ).toHaveLength( 1 )
	);
	return ( network.asks( 'PUT', own )[ 0 ]!.body as typeof channel ).settings;
}

async function write( label: string, text: string ) {
	const field = screen.getByLabelText( label );
	await userEvent.clear( field );
	await userEvent.click( field );
	await userEvent.paste( text );
}

describe( 'bookings', () => {
	it( 'are told in words while they are set, and saved [S10] [S25] [S26] [R09]', async () => {
		const container = edit( withTypes );
		expect(
			screen.getByText(
				'Every 15 minutes, one at a time, from 30 minutes from now to 14 days ahead.'
			)
		).toBeTruthy();
		expect( screen.getByText( /^The team is empty/ ) ).toBeTruthy();
		await userEvent.selectOptions(
			screen.getByLabelText( 'What visitors may ask for' ),
			'deferred'
		);
		await userEvent.selectOptions(
			screen.getByLabelText( 'Callbacks at the same time' ),
			'number'
		);
		await write( 'So many at the same time', '2' );
		await write( 'Up to (days ahead)', '5' );
		expect(
			screen.getByText(
				'Every 15 minutes, 2 at a time, from 30 minutes from now to 5 days ahead.'
			)
		).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		expect( await saved() ).toMatchObject( {
			callTypes: 'deferred',
			booking: {
				capacity: 'number',
				capacityNumber: 2,
				windowDays: 5,
			},
		} );
	} );

	it( 'are on steps of five minutes', async () => {
		edit( ( editing ) => <BookingSection { ...editing } /> );
		await write( 'Length of a callback (minutes)', '12' );
		await update();
		expect(
			await screen.findByText( 'Type a multiple of 5.' )
		).toBeTruthy();
		expect( network.asks( 'PUT', own ) ).toHaveLength( 0 );
	} );

	it( 'are out of the way where only a call now is offered', async () => {
		edit( ( editing ) => (
			<>
				{ withTypes( editing ) }
				{ messages( editing ) }
			</>
		) );
		await userEvent.selectOptions(
			screen.getByLabelText( 'What visitors may ask for' ),
			'immediate'
		);
		expect(
			screen.queryByLabelText( 'Length of a callback (minutes)' )
		).toBeNull();
		expect( screen.queryByLabelText( 'Send a reminder' ) ).toBeNull();
		expect(
			screen.getByLabelText( 'Say that we could not reach them' )
		).toBeTruthy();
	} );

	it( 'have words of the owner, with what is filled in put where the cursor is [S04]', async () => {
		edit( ( editing ) => <VocabularySection { ...editing } /> );
		await write( 'Confirmation of a time', 'See you !' );
		const area = screen.getByLabelText(
			'Confirmation of a time'
		) as HTMLTextAreaElement;
		area.setSelectionRange( 8, 8 );
		await userEvent.click(
			screen
				.getByRole( 'group', {
					name: 'Put into “Confirmation of a time”',
				} )
				.querySelector( 'button:nth-child(3)' )!
		);
		expect( area.value ).toBe( 'See you {datetime}!' );
		expect( ( await saved() ).bookingTexts.confirmation ).toEqual( {
			en: 'See you {datetime}!',
		} );
	} );
} );

describe( 'text messages', () => {
	it( 'are seen as they are sent, with what they cost [S27]', async () => {
		edit( messages );
		expect(
			( await screen.findAllByText( preview.text ) ).length
		).toBeGreaterThan( 0 );
		network.answer( 'POST', previewPath, {
			...preview,
			text: 'Reçu : être là {datum}',
			segments: 2,
			encoding: 'ucs2',
			costlyCharacters: [ 'ê', 'ç' ],
			unknownPlaces: [ '{datum}' ],
		} );
		await write( 'Text of the confirmation', 'Reçu : être là {datum}' );
		expect(
			await screen.findByText( /holds 70 characters and not 160/ )
		).toBeTruthy();
		expect(
			screen.getByText( /^\{datum\} would be sent as it stands/ )
		).toBeTruthy();
		expect( screen.getByText( /billed as 2 SMS/ ) ).toBeTruthy();
	} );

	it( 'are switched one by one, and the reminder has its lead time [S28]', async () => {
		edit( messages );
		await userEvent.click( screen.getByLabelText( 'Send a confirmation' ) );
		expect(
			screen.queryByLabelText( 'Text of the confirmation' )
		).toBeNull();
		await write( 'Sent so long before (minutes)', '120' );
		await write( 'Sender name', 'Acme' );
		expect( screen.getByText( /^Nobody can answer a name/ ) ).toBeTruthy();
		expect( ( await saved() ).textMessages ).toMatchObject( {
			sender: 'Acme',
			confirmation: { enabled: false },
			reminder: { enabled: true, leadMinutes: 120 },
			changes: { enabled: true },
		} );
	} );

	it( 'take no sender name that networks refuse', async () => {
		edit( messages );
		await write( 'Sender name', 'Café' );
		await update();
		expect( await screen.findByText( /without accents/ ) ).toBeTruthy();
		expect( network.asks( 'PUT', own ) ).toHaveLength( 0 );
	} );
} );
