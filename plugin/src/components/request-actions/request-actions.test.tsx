import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AskingAction } from './request-dialog';
import { ReadingProvider } from '../../reading';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { createNetwork } from '../../testing/network';
import { agent, request } from '../../testing/samples';
import { RequestDialog } from './request-dialog';

const path = '/rappel/v1/callback-requests/actions';
const second = { ...request, id: 'second', name: 'Grace' };
let network: ReturnType< typeof createNetwork >;

const result = ( id: string, detail?: string ) => ( {
	requestId: id,
	request: detail ? null : request,
	newRequestId: null,
	problem: detail ? { code: 'request_not_changeable', detail } : null,
} );

beforeEach( () => {
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', '/rappel/v1/agents', { agents: [ agent ] } );
	network.answer( 'POST', path, { results: [ result( request.id ) ] } );
} );

function open( action: AskingAction, requests = [ request ] ) {
	const onDone = jest.fn();
	const { baseElement } = render(
		<ReadingProvider value={ { locale: 'en', timeZone: 'Europe/Paris' } }>
			<RequestDialog
				action={ action }
				requests={ requests }
				onDone={ onDone }
				onCancel={ () => {} }
			/>
		</ReadingProvider>
	);
	return { onDone, baseElement };
}

const asked = () => network.asks( 'POST', path ).map( ( { body } ) => body );
const press = ( name: string ) =>
	userEvent.click( screen.getByRole( 'button', { name } ) );

describe( 'what is done with requests [R11]', () => {
	it( 'is assigned to an agent, with what they are at', async () => {
		const { onDone, baseElement } = open( 'assign' );
		await userEvent.selectOptions(
			await screen.findByLabelText( 'Who takes it' ),
			'Ada (Offline)'
		);
		expect( await accessibilityFaults( baseElement ) ).toEqual( [] );
		await press( 'Assign' );
		await waitFor( () => expect( onDone ).toHaveBeenCalled() );
		expect( asked() ).toEqual( [
			{
				requestIds: [ request.id ],
				action: { action: 'assign', userId: 1 },
			},
		] );
	} );

	it( 'is moved to a time by the site’s clock, and not to one that has passed', async () => {
		const { onDone } = open( 'reschedule' );
		const field = screen.getByLabelText( 'Called at' );
		fireEvent.change( field, { target: { value: '2020-01-01T10:00' } } );
		await press( 'Change the time' );
		expect( await screen.findByText( /still to come/ ) ).toBeTruthy();
		expect( asked() ).toEqual( [] );
		const day = new Date( Date.now() + 7 * 86_400_000 )
			.toISOString()
			.slice( 0, 10 );
		fireEvent.change( field, { target: { value: `${ day }T10:00` } } );
		await press( 'Change the time' );
		await waitFor( () => expect( onDone ).toHaveBeenCalled() );
		expect( asked()[ 0 ] ).toMatchObject( {
			action: {
				dueAt: expect.stringMatching(
					new RegExp( `^${ day }T0[89]:00:00.000Z$` )
				),
			},
		} );
	} );

	it( 'is handled with an outcome and a note, which stay when it fails', async () => {
		network.answer( 'POST', path, 'no answer', {
			results: [ result( request.id ) ],
		} );
		const { onDone } = open( 'handled' );
		await userEvent.click( screen.getByLabelText( 'To follow up' ) );
		await userEvent.type(
			screen.getByLabelText( 'Note of the outcome' ),
			'Asks on Monday'
		);
		await press( 'Mark as handled' );
		expect(
			( await screen.findAllByText( /WordPress cannot be reached/ ) )
				.length
		).toBeGreaterThan( 0 );
		await press( 'Mark as handled' );
		await waitFor( () => expect( onDone ).toHaveBeenCalled() );
		expect( asked()[ 1 ] ).toMatchObject( {
			action: {
				action: 'handled',
				outcome: 'to_follow_up',
				note: 'Asks on Monday',
			},
		} );
	} );

	it( 'says for which it could not be done, and why', async () => {
		network.answer( 'POST', path, {
			results: [
				result( request.id, 'It is being called.' ),
				result( second.id, 'It is over.' ),
			],
		} );
		const { onDone } = open( 'cancel', [ request, second ] );
		await press( 'Cancel the request' );
		expect( await screen.findByText( /It is being called/ ) ).toBeTruthy();
		expect( screen.getByText( 'Grace' ) ).toBeTruthy();
		expect( onDone ).not.toHaveBeenCalled();
	} );
} );
