import { beforeEach, describe, expect, it } from '@jest/globals';
import {
	fireEvent,
	render,
	screen,
	waitFor,
	within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from '@wordpress/element';
import type { WeeklyRange } from '@rappel/contract';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { WeekEditor } from './week-editor';

let saved: WeeklyRange[];
const morning = { day: 1, from: '09:00', to: '12:00' };

function Edited( { start }: { start: WeeklyRange[] } ) {
	const [ weekly, setWeekly ] = useState( start );
	saved = weekly;
	return (
		<WeekEditor
			path="openingHours"
			weekly={ weekly }
			errors={ {} }
			onChange={ setWeekly }
		/>
	);
}

/** Rows of 100 pixels one under the other; a bar is 1440 pixels wide: a pixel is a minute. */
beforeEach( () => {
	HTMLElement.prototype.setPointerCapture = () => {};
	HTMLElement.prototype.getBoundingClientRect = function () {
		const day = Number( this.dataset.row ?? this.dataset.day ?? 0 );
		return {
			left: 0,
			width: 1_440,
			top: day * 100,
			bottom: day * 100 + 99,
		} as DOMRect;
	};
} );

const track = ( day: number ) =>
	document.querySelector< HTMLElement >( `[data-day="${ day }"]` )!;
const point = ( day: number, minute: number ) => ( {
	clientX: minute,
	clientY: day * 100 + 20,
	button: 0,
} );

/** jsdom has no PointerEvent; a mouse event has the same place and keys. */
const pointer = ( type: string, element: Element, init?: MouseEventInit ) =>
	fireEvent( element, new MouseEvent( type, { bubbles: true, ...init } ) );

function drag(
	element: Element,
	from: ReturnType< typeof point >,
	to: ReturnType< typeof point > & { shiftKey?: boolean }
) {
	pointer( 'pointerdown', element, from );
	pointer( 'pointermove', element, to );
}

describe( 'the week [S07]', () => {
	it( 'is complete for everybody', async () => {
		const { container } = render( <Edited start={ [ morning ] } /> );
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'is typed, and says where a range past midnight ends', async () => {
		render( <Edited start={ [] } /> );
		const friday = screen.getByRole( 'group', { name: 'Friday' } );
		await userEvent.click(
			within( friday ).getByRole( 'button', {
				name: 'Add a range to Friday',
			} )
		);
		fireEvent.change(
			within( friday ).getByLabelText( 'Friday, range 1, from' ),
			{ target: { value: '22:00' } }
		);
		fireEvent.change(
			within( friday ).getByLabelText( 'Friday, range 1, until' ),
			{ target: { value: '02:00' } }
		);
		expect( saved ).toEqual( [ { day: 5, from: '22:00', to: '02:00' } ] );
		expect(
			within( friday ).getByText( 'Past midnight: ends on Saturday' )
		).toBeTruthy();
		expect(
			document.querySelectorAll( '[data-day="6"] .is-continued' )
		).toHaveLength( 1 );
	} );

	it( 'is drawn: a new range on steps of 15 minutes, of 5 with Shift', () => {
		render( <Edited start={ [] } /> );
		drag( track( 2 ), point( 2, 541 ), point( 2, 722 ) );
		expect( saved ).toEqual( [] );
		pointer( 'pointerup', track( 2 ) );
		expect( saved ).toEqual( [ { day: 2, from: '09:00', to: '12:15' } ] );
		drag( track( 3 ), point( 3, 541 ), {
			...point( 3, 722 ),
			shiftKey: true,
		} );
		pointer( 'pointerup', track( 3 ) );
		expect( saved[ 1 ] ).toEqual( { day: 3, from: '09:00', to: '12:05' } );
	} );

	it( 'moves a range to another day and stretches it past midnight', () => {
		render( <Edited start={ [ morning ] } /> );
		const body = () =>
			document.querySelector( '[data-grip="body"][data-index="0"]' )!;
		drag( body(), point( 1, 600 ), point( 4, 660 ) );
		pointer( 'pointerup', body() );
		expect( saved ).toEqual( [ { day: 4, from: '10:00', to: '13:00' } ] );
		const end = document.querySelector( '[data-grip="end"]' )!;
		drag( end, point( 4, 780 ), point( 5, 60 ) );
		// Past midnight the bar of that day has no end to hold any more.
		pointer( 'pointerup', track( 4 ) );
		expect( saved ).toEqual( [ { day: 4, from: '10:00', to: '01:00' } ] );
	} );

	it( 'changes nothing by a click, nor once Escape gave up', async () => {
		render( <Edited start={ [ morning ] } /> );
		pointer( 'pointerdown', track( 2 ), point( 2, 600 ) );
		pointer( 'pointerup', track( 2 ) );
		drag( track( 2 ), point( 2, 600 ), point( 2, 700 ) );
		await waitFor( () =>
			expect( track( 2 ).querySelector( '.is-held' ) ).toBeTruthy()
		);
		fireEvent.keyDown( window, { key: 'Escape' } );
		pointer( 'pointerup', track( 2 ) );
		expect( saved ).toEqual( [ morning ] );
	} );
} );
