import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReadingProvider } from '../reading';
import { ZoneNote } from './zone-note';

const show = ( timeZone: string ) =>
	render(
		<ReadingProvider value={ { locale: 'fr', timeZone } }>
			<ZoneNote />
		</ReadingProvider>
	);

describe( 'the zone of the site', () => {
	it( 'is named with its clock', () => {
		show( 'Europe/Paris' );
		expect(
			screen.getByText( /Hours are those of Europe\/Paris/ )
		).toBeTruthy();
	} );

	it( 'is asked about where WordPress holds an offset, and the setting is shown', async () => {
		show( '+02:00' );
		expect(
			screen.getByText( /^Is it \d\d:\d\d at your company\?$/ )
		).toBeTruthy();
		await userEvent.click( screen.getByRole( 'button', { name: 'Yes' } ) );
		expect( screen.getByRole( 'link' ).getAttribute( 'href' ) ).toBe(
			'options-general.php#timezone_string'
		);
		expect( screen.getByText( /Choose your city/ ) ).toBeTruthy();
	} );
} );
