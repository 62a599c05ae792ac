import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { tellScreens } from '../../testing/initial-data';
import { createNetwork } from '../../testing/network';
import { channel, connection } from '../../testing/samples';
import '../../testing/quick-queries';
import { SectionEditor } from '../../testing/section-editor';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { FormSection } from './form-section';
import { VocabularySection } from './vocabulary-section';
import { WidgetPreview } from './widget-preview';

let network: ReturnType< typeof createNetwork >;
const own = `/rappel/v1/channels/${ channel.id }`;

beforeEach( () => {
	tellScreens();
	window.rappelAdmin!.siteLanguages = [ 'fr' ];
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', '/rappel/v1/connection', connection );
	network.answer( 'PUT', own, { ...channel, version: 4 } );
} );

const edit = ( sections: ( editing: ChannelDraft ) => ReactNode ) =>
	render( <SectionEditor channel={ channel }>{ sections }</SectionEditor> )
		.container;

const press = ( name: string | RegExp ) =>
	userEvent.click( screen.getByRole( 'button', { name } ) );

async function write( label: string, text: string ) {
	await userEvent.click( screen.getByLabelText( label ) );
	await userEvent.paste( text );
}

async function saved() {
	await press( 'Update' );
	await waitFor( () =>
		expect( network.asks( 'PUT', own ) ).toHaveLength( 1 )
	);
	return ( network.asks( 'PUT', own )[ 0 ]!.body as typeof channel ).settings;
}

describe( 'what visitors read', () => {
	it( 'is written language by language, the site’s first, and seen at once [S02] [N21]', async () => {
		const container = edit( ( editing ) => (
			<>
				<VocabularySection { ...editing } />
				<WidgetPreview draft={ editing.draft } />
			</>
		) );
		const languages = within(
			screen.getByRole( 'group', { name: 'Language of the texts' } )
		).getAllByRole( 'button' );
		expect( languages.map( ( { textContent } ) => textContent ) ).toEqual( [
			'French',
			'English',
			'Spanish',
			'German',
			'Italian',
		] );
		const preview = screen.getByRole( 'region', {
			name: 'Preview of the form',
		} );
		await write( 'Introduction', 'Ask us.' );
		expect( preview.textContent ).toContain( 'Ask us.' );
		await press( 'French' );
		expect(
			screen
				.getByLabelText( 'Introduction' )
				.getAttribute( 'placeholder' )
		).toMatch( /^Laissez votre numéro/ );
		expect( preview.textContent ).not.toContain( 'Ask us.' );
		await write( 'Introduction', 'Demandez-nous.' );
		await write( 'Other ways to reach you', 'bonjour@example.org' );
		expect( preview.textContent ).toContain( 'Demandez-nous.' );
		expect( preview.textContent ).toContain( 'bonjour@example.org' );
		expect(
			screen.getByRole( 'button', { name: 'French (2)' } )
		).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		expect( ( await saved() ).form ).toMatchObject( {
			introduction: { en: 'Ask us.', fr: 'Demandez-nous.' },
			otherWays: { fr: 'bonjour@example.org' },
		} );
	} );

	it( 'is seen in each state of the form [S03] [S04]', async () => {
		edit( ( editing ) => <WidgetPreview draft={ editing.draft } /> );
		const preview = screen.getByRole( 'region', {
			name: 'Preview of the form',
		} );
		const show = ( state: string ) =>
			userEvent.selectOptions(
				screen.getByLabelText( 'Preview' ),
				state
			);
		await show( 'closed' );
		expect( preview.textContent ).toContain( 'We are here again: Monday' );
		await show( 'asked' );
		expect( preview.textContent ).toContain( 'We are calling you back.' );
		await show( 'booked' );
		expect( preview.textContent ).toMatch( /We call you on \w+/ );
		expect( preview.textContent ).toContain( 'Add to my calendar' );
	} );
} );

describe( 'the form', () => {
	it( 'asks for what the owner wants [S01] [N23]', async () => {
		edit( ( editing ) => (
			<>
				<FormSection { ...editing } />
				<WidgetPreview draft={ editing.draft } />
			</>
		) );
		await userEvent.click( screen.getByLabelText( 'Ask for the name' ) );
		await userEvent.click( screen.getByLabelText( 'Ask for a note' ) );
		expect( screen.getByText( 'Your name (optional)' ) ).toBeTruthy();
		await userEvent.selectOptions(
			screen.getByLabelText( 'Default country' ),
			'BE'
		);
		expect( await saved() ).toMatchObject( {
			form: { askName: true, askNote: true },
			guards: { defaultCountry: 'BE' },
		} );
	} );

	it( 'stands on every page, and opens by rules [R10]', async () => {
		const container = edit( ( editing ) => <FormSection { ...editing } /> );
		await press( 'Advanced settings' );
		await userEvent.click( screen.getByLabelText( 'Floating button' ) );
		await userEvent.selectOptions(
			screen.getByLabelText( 'Corner' ),
			'start'
		);
		expect( screen.queryByLabelText( 'Only on these pages' ) ).toBeNull();
		await userEvent.click(
			screen.getByLabelText( 'The form opens by itself' )
		);
		await userEvent.click(
			screen.getByLabelText( 'After some time on the page' )
		);
		await userEvent.click(
			screen.getByLabelText( 'When they have scrolled' )
		);
		await userEvent.type(
			screen.getByLabelText( 'Only on these pages' ),
			'/prices/*{Enter}'
		);
		await userEvent.type(
			screen.getByLabelText( 'Only for visitors of an advertisement' ),
			'utm_campaign=spring{Enter}'
		);
		await userEvent.selectOptions(
			screen.getByLabelText( 'On' ),
			'phones'
		);
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		expect( ( await saved() ).siteWide ).toEqual( {
			floatingButton: { enabled: true, side: 'start' },
			popUp: {
				enabled: true,
				exitIntent: false,
				scrollPercent: 50,
				afterSeconds: null,
				parameters: [ { name: 'utm_campaign', value: 'spring' } ],
				pages: [ '/prices/*' ],
				exceptPages: [],
				devices: 'phones',
				oncePerSession: true,
			},
		} );
	} );

	it( 'may ask for a code before a time is booked [N06]', async () => {
		edit( ( editing ) => <FormSection { ...editing } /> );
		await press( 'Advanced settings' );
		await userEvent.selectOptions(
			screen.getByLabelText( 'Ask for a code' ),
			'bookings'
		);
		expect( screen.getByText( /landlines are refused/ ) ).toBeTruthy();
		expect( ( await saved() ).guards.confirmNumber ).toBe( 'bookings' );
	} );
} );
