import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { addMonths, formatDate, today } from '../../domain/calendar';
import { ReadingProvider } from '../../reading';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { createNetwork } from '../../testing/network';
import { channel } from '../../testing/samples';
import '../../testing/quick-queries';
import { SectionEditor } from '../../testing/section-editor';
import { SpecialDaysSection } from './special-days-section';

let network: ReturnType< typeof createNetwork >;
const own = `/rappel/v1/channels/${ channel.id }`;
const reading = { locale: 'en', timeZone: 'Europe/Paris' };
/** The 15th of the next month: never past, whatever today is. */
const date = `${ addMonths( today( new Date(), reading ), 1 ).slice( 0, 7 ) }-15`;
const said = ( day: string ) => formatDate( day, 'en' );

beforeEach( () => {
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'PUT', own, { ...channel, version: 4 } );
	network.answer( 'GET', '/rappel/v1/holiday-countries', {
		countries: [
			{
				code: 'DE',
				name: 'Germany',
				regions: [ { code: 'BY', name: 'Bavaria' } ],
			},
			{ code: 'FR', name: 'France', regions: [] },
		],
	} );
	network.answer( 'GET', '/rappel/v1/holidays', {
		holidays: [ { date, name: 'Founders’ Day' } ],
	} );
} );

function edit() {
	return render(
		<ReadingProvider value={ reading }>
			<SectionEditor channel={ channel }>
				{ ( editing ) => <SpecialDaysSection { ...editing } /> }
			</SectionEditor>
		</ReadingProvider>
	).container;
}

async function saved() {
	await userEvent.click( screen.getByRole( 'button', { name: 'Update' } ) );
	await waitFor( () =>
		expect( network.asks( 'PUT', own ) ).toHaveLength( 1 )
	);
	return ( network.asks( 'PUT', own )[ 0 ]!.body as typeof channel ).settings
		.openingHours;
}

async function choose( day: string ) {
	await userEvent.click(
		screen.getByRole( 'button', { name: 'Next month' } )
	);
	await userEvent.click(
		screen.getByRole( 'button', {
			name: new RegExp( `^${ said( day ) },` ),
		} )
	);
}

describe( 'days that are not like the week [N05]', () => {
	it( 'closes a date, or gives it its own hours', async () => {
		const container = edit();
		await choose( date );
		await userEvent.click(
			screen.getByRole( 'radio', { name: 'Closed' } )
		);
		await userEvent.type(
			screen.getByLabelText( 'Note (visitors do not see it)' ),
			'Inventory'
		);
		expect( await accessibilityFaults( container ) ).toEqual( [] );
		await userEvent.click( screen.getByRole( 'button', { name: 'Done' } ) );
		expect(
			within(
				screen.getByRole( 'list', { name: 'Dates that are different' } )
			).getByText( /Inventory/ )
		).toBeTruthy();
		expect( ( await saved() ).exceptions ).toEqual( [
			{ date, ranges: [], note: 'Inventory' },
		] );
	} );

	it( 'is gone through by keys, from month to month', async () => {
		edit();
		await choose( date );
		const day = screen.getByRole( 'button', {
			name: new RegExp( `^${ said( date ) },` ),
		} );
		day.focus();
		await userEvent.keyboard( '{ArrowRight}' );
		expect( document.body.ownerDocument.activeElement?.textContent ).toBe(
			'16'
		);
		await userEvent.keyboard( '{PageDown}' );
		expect(
			document.body.ownerDocument.activeElement?.getAttribute(
				'aria-label'
			)
		).toMatch( said( addMonths( `${ date.slice( 0, 8 ) }16`, 1 ) ) );
		await userEvent.keyboard( '{Enter}' );
		await userEvent.click(
			screen.getByRole( 'radio', { name: 'Closed' } )
		);
		expect(
			screen.getByRole( 'radio', { name: 'Closed' } )
		).toHaveProperty( 'checked', true );
	} );

	it( 'opens a public holiday all the same, and closes it again', async () => {
		edit();
		const country = screen.getByLabelText(
			'Closed on the public holidays of'
		);
		await screen.findByRole( 'option', { name: 'Germany' } );
		await userEvent.selectOptions( country, 'DE' );
		await userEvent.selectOptions(
			screen.getByLabelText( 'Region' ),
			'BY'
		);
		await userEvent.click(
			await screen.findByRole( 'button', { name: /^Open all the same/ } )
		);
		expect(
			network.asks( 'GET', '/rappel/v1/holidays?' ).at( -1 )?.path
		).toMatch( /country=DE&region=BY/ );
		const hours = await saved();
		expect( hours.holidays ).toEqual( { country: 'DE', region: 'BY' } );
		expect( hours.exceptions ).toMatchObject( [
			{ date, note: 'Founders’ Day' },
		] );
		expect( hours.exceptions[ 0 ]?.ranges ).not.toHaveLength( 0 );
	} );

	it( 'sends no pause that ends before it begins', async () => {
		edit();
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Add a pause' } )
		);
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Update' } )
		);
		expect(
			await screen.findByText( /^Say from when until when/ )
		).toBeTruthy();
		expect( network.asks( 'PUT', own ) ).toHaveLength( 0 );
	} );
} );
