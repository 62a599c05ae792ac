import {
	afterEach,
	beforeEach,
	describe,
	expect,
	it,
	jest,
} from '@jest/globals';
import { screen, waitFor } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { Agent } from '@rappel/contract';
import { accessibilityFaults } from '../testing/accessibility-faults';
import { agent } from '../testing/samples';
import { mountPresenceMenu } from './presence-menu';
import { createPresenceStore, type PresenceStore } from './presence-store';

const soon = new Date( Date.now() + 3_600_000 ).toISOString();
let told: Agent;
let chosen: string[];
let unmount: () => void;
let stop: () => void;
let store: PresenceStore;

beforeEach( () => {
	localStorage.clear();
	told = {
		...agent,
		isInHours: true,
		presence: { status: 'away', until: soon },
	};
	chosen = [];
} );

afterEach( () => {
	stop?.();
	unmount?.();
	jest.useRealTimers();
} );

async function open( more: Partial< Agent > = {} ): Promise< HTMLElement > {
	told = { ...told, ...more };
	store = createPresenceStore( told.userId, 'site', {
		sight: async () => told,
		choose: async ( status ) => {
			chosen.push( status );
			told = {
				...told,
				missedCallAt: null,
				presence: { status, until: soon },
			};
			return told;
		},
	} );
	const host = document.createElement( 'div' );
	document.body.append( host );
	const take = mountPresenceMenu( host, {
		store,
		reading: { locale: 'en', timeZone: 'UTC' },
		pages: { profile: 'profile.php#rappel', live: 'admin.php?page=rappel' },
		asks: true,
	} );
	unmount = () => {
		take();
		host.remove();
	};
	stop = store.start();
	await waitFor( () => expect( store.get().own ).not.toBeNull() );
	return host;
}

const button = () => screen.getByRole( 'button', { name: /^My presence/ } );
const focused = () => document.body.ownerDocument.activeElement?.textContent;

describe( 'the presence menu [S15]', () => {
	it( 'says how I am, until when, and breaks no rule', async () => {
		const host = await open( {
			presence: { status: 'online', until: soon },
		} );
		expect( button().getAttribute( 'aria-label' ) ).toBe(
			'My presence: Online'
		);
		await userEvent.click( button() );
		expect(
			screen.getByText( /^Online until .*, the end of this period\.$/ )
		).toBeTruthy();
		expect( await accessibilityFaults( host ) ).toEqual( [] );
	} );

	it( 'sets a status by one press, and gives the focus back', async () => {
		await open();
		await userEvent.click( button() );
		await userEvent.click(
			screen.getByRole( 'menuitemradio', { name: 'Online' } )
		);
		await waitFor( () => expect( chosen ).toEqual( [ 'online' ] ) );
		expect( document.body.ownerDocument.activeElement ).toBe( button() );
		await waitFor( () =>
			expect( button().getAttribute( 'aria-label' ) ).toBe(
				'My presence: Online'
			)
		);
	} );

	it( 'goes by the keyboard as a menu button does', async () => {
		await open();
		button().focus();
		await userEvent.keyboard( '{ArrowDown}' );
		expect( button().getAttribute( 'aria-expanded' ) ).toBe( 'true' );
		expect( focused() ).toBe( 'Online' );
		await userEvent.keyboard( '{ArrowDown}{ArrowDown}' );
		expect( focused() ).toBe( 'Offline' );
		await userEvent.keyboard( '{End}' );
		expect( focused() ).toBe( 'Open the Live dashboard' );
		await userEvent.keyboard( '{ArrowDown}' );
		expect( focused() ).toBe( 'Online' );
		await userEvent.keyboard( 'a' );
		expect( focused() ).toBe( 'Away' );
		await userEvent.keyboard( '{Escape}' );
		expect( document.body.ownerDocument.activeElement ).toBe( button() );
		expect( button().getAttribute( 'aria-expanded' ) ).toBe( 'false' );
		await userEvent.keyboard( '{ArrowUp}{Home}{Enter}' );
		await waitFor( () => expect( chosen ).toEqual( [ 'online' ] ) );
	} );

	it( 'warns outside the hours', async () => {
		await open( { isInHours: false, opensAt: soon } );
		await userEvent.click( button() );
		expect(
			screen.getByText( /nobody will call you before/ )
		).toBeTruthy();
	} );

	it( 'shows the way to the profile to who has no number', async () => {
		await open( { number: null } );
		await userEvent.click( button() );
		expect(
			screen.getByRole( 'menuitem', { name: /Add your phone number/ } )
		).toBeTruthy();
	} );

	it( 'says why it could not be set, and what holds', async () => {
		await open();
		store.choose = async () => {};
		const failing = createPresenceStore( told.userId, 'site', {
			sight: async () => told,
			choose: async () => {
				throw { detail: 'The service cannot be reached.' };
			},
		} );
		await failing.choose( 'online' );
		expect( failing.get() ).toMatchObject( {
			saving: null,
			problem: 'The service cannot be reached.',
		} );
	} );
} );

describe( 'what the presence menu asks', () => {
	it( 'back online, after a missed call; and not again once it was put away [N10]', async () => {
		await open( { missedCallAt: '2026-11-25T10:00:00.000Z' } );
		expect(
			await screen.findByText( 'You missed a call: back online?' )
		).toBeTruthy();
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Stay away' } )
		);
		expect( chosen ).toEqual( [] );
		expect(
			screen.queryByRole( 'button', { name: 'Stay away' } )
		).toBeNull();
		unmount();
		await open( { missedCallAt: '2026-11-25T10:00:00.000Z' } );
		expect(
			screen.queryByRole( 'button', { name: 'Stay away' } )
		).toBeNull();
	} );

	it( 'and the menu does not cover it when the mouse comes to it', async () => {
		await open( { missedCallAt: '2026-11-25T11:00:00.000Z' } );
		await userEvent.hover(
			await screen.findByRole( 'button', { name: 'Stay away' } )
		);
		expect( button().getAttribute( 'aria-expanded' ) ).toBe( 'false' );
		await userEvent.hover( button() );
		expect( button().getAttribute( 'aria-expanded' ) ).toBe( 'true' );
	} );

	it( 'whether to go online, when a period opens [N18]', async () => {
		jest.useFakeTimers();
		told = {
			...told,
			isAwaited: false,
			presence: { status: 'offline', until: null },
		};
		const opened = open();
		await jest.advanceTimersByTimeAsync( 100 );
		await opened;
		expect(
			screen.queryByRole( 'button', { name: 'Go online' } )
		).toBeNull();
		told = { ...told, isAwaited: true };
		await jest.advanceTimersByTimeAsync( 15_000 );
		screen.getByRole( 'button', { name: 'Go online' } ).click();
		await jest.advanceTimersByTimeAsync( 0 );
		expect( chosen ).toEqual( [ 'online' ] );
	} );

	it( 'nothing of who has just gone offline themselves', async () => {
		await open();
		await userEvent.click( button() );
		await userEvent.click(
			screen.getByRole( 'menuitemradio', { name: 'Offline' } )
		);
		await waitFor( () => expect( chosen ).toEqual( [ 'offline' ] ) );
		expect(
			screen.queryByRole( 'button', { name: 'Go online' } )
		).toBeNull();
	} );
} );
