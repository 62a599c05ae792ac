import {
	afterEach,
	beforeEach,
	describe,
	expect,
	it,
	jest,
} from '@jest/globals';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LiveEvent, LiveRequest } from '@rappel/contract';
import { ReadingProvider } from '../../reading';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { FakeEventSource } from '../../testing/fake-event-source';
import {
	liveAgent,
	liveRequest,
	liveSnapshot,
} from '../../testing/live-samples';
import { createNetwork } from '../../testing/network';
import { agent, channel } from '../../testing/samples';
import { LiveScreen } from './live-screen';

let network: ReturnType< typeof createNetwork >;
const me = { ...agent, ...liveAgent };
const actions = '/rappel/v1/callback-requests/actions';
const supervisor = liveAgent.userId;
const talking: LiveRequest = {
	...liveRequest,
	version: 3,
	state: 'talking',
	talkingSince: '2026-11-25T09:59:30.000Z',
};

beforeEach( () => {
	FakeEventSource.install();
	document.title = 'Live dashboard';
	localStorage.clear();
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'POST', '/rappel/v1/live-tokens', {
		streamUrl: 'https://service.example.org/live/stream?token=1',
		expiresAt: '2026-11-25T10:01:00.000Z',
	} );
	network.answer( 'POST', `/rappel/v1/agents/${ me.userId }/sightings`, me );
	network.answer( 'POST', actions, {
		results: [
			{
				requestId: liveRequest.id,
				request: liveRequest,
				newRequestId: null,
				problem: null,
			},
		],
	} );
} );

afterEach( () => {
	delete window.rappelAdmin;
	jest.useRealTimers();
} );

/** The screen, once the stream has begun with these requests. */
async function open(
	requests: LiveRequest[],
	can: { supervise: boolean } = { supervise: true }
): Promise< HTMLElement > {
	window.rappelAdmin = {
		locale: 'en',
		siteLanguages: [ 'en' ],
		timeZone: 'Europe/Paris',
		configured: true,
		userId: supervisor,
		can: {
			manageChannels: can.supervise,
			administrate: can.supervise,
			supervise: can.supervise,
			takeCallbacks: true,
		},
		profileUrl: 'user-edit.php?user_id=',
		pages: {
			live: '?page=rappel',
			requests: '?page=rappel-requests',
		} as NonNullable< typeof window.rappelAdmin >[ 'pages' ],
	};
	const { container } = render(
		<ReadingProvider value={ { locale: 'en', timeZone: 'Europe/Paris' } }>
			<LiveScreen />
		</ReadingProvider>
	);
	await waitFor( () => expect( FakeEventSource.opened ).toHaveLength( 1 ) );
	await say( {
		type: 'snapshot',
		snapshot: {
			...liveSnapshot,
			requests,
			agents: [ liveAgent, { ...liveAgent, userId: 2, name: 'Grace' } ],
		},
	} );
	return container;
}

const say = ( event: LiveEvent ) =>
	act( async () => FakeEventSource.last.say( event ) );
const section = ( name: string ) =>
	within( screen.getByRole( 'region', { name } ) );
const askedActions = () =>
	network.asks( 'POST', actions ).map( ( { body } ) => body );

describe( 'the Live dashboard [R11]', () => {
	it( 'shows who waits and why, their place, page and try, and how long [N22]', async () => {
		const container = await open( [
			{ ...liveRequest, place: 2, attempt: 2, note: 'I use a relay.' },
		] );
		const waiting = section( 'Waiting 1' );
		expect(
			waiting.getByText( 'Nobody of the team is online.' )
		).toBeTruthy();
		for ( const words of [
			'Place 2',
			'Sales',
			'Contact',
			'Try 2 of 3',
			'I use a relay.',
			'+33•••••••78',
		] ) {
			expect( waiting.getAllByText( words ).length ).toBeGreaterThan( 0 );
		}
		expect( waiting.getByText( /^(1 min 59|2 min 0\d) s$/ ) ).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'moves a request from section to section as the stream tells, and lets it go', async () => {
		await open( [ liveRequest ] );
		await say( {
			type: 'request',
			request: { ...liveRequest, version: 2, state: 'calling_client' },
		} );
		expect(
			section( 'Ringing 1' ).getByText( 'Calling the client' )
		).toBeTruthy();
		await say( { type: 'request', request: talking } );
		expect( section( 'Talking 1' ).getByText( 'Ada Martin' ) ).toBeTruthy();
		await say( {
			type: 'request_gone',
			requestId: liveRequest.id,
			version: 4,
		} );
		expect( screen.queryByText( 'Ada Martin' ) ).toBeNull();
		expect(
			screen.getByRole( 'heading', { name: 'Nobody waits' } )
		).toBeTruthy();
	} );

	it( 'says what is due, what was missed and what it cost [N20]', async () => {
		await open( [
			{
				...liveRequest,
				id: 'due',
				state: 'scheduled',
				bookedFor: '2026-11-25T14:00:00.000Z',
				dueAt: '2026-11-25T14:00:00.000Z',
			},
			{
				...liveRequest,
				id: 'failed',
				state: 'failed',
				failureReason: 'client_no_answer',
				endedAt: '2026-11-25T09:00:00.000Z',
				costMilli: 45,
				currency: 'EUR',
			},
		] );
		expect(
			section( 'Due today 1' ).getByText( /Booked for/ )
		).toBeTruthy();
		const missed = section( 'Overdue or missed, and not handled 1' );
		expect( missed.getByText( /did not answer/ ) ).toBeTruthy();
		expect( missed.getByText( '€0.045' ) ).toBeTruthy();
	} );

	it( 'tells how many wait in the tab’s title and in the menu', async () => {
		document.body.insertAdjacentHTML(
			'beforeend',
			'<div id="adminmenu"><span class="rappel-menu-badge menu-counter count-0"><span aria-hidden="true"></span><span class="screen-reader-text"></span></span></div>'
		);
		await open( [ liveRequest, { ...liveRequest, id: 'second' } ] );
		const badge = document.querySelector( '.rappel-menu-badge' )!;
		expect( document.title ).toBe( '(2) Live dashboard' );
		expect( badge.className ).toContain( 'count-2' );
		expect( badge.textContent ).toBe( '22 requests wait' );
		await say( {
			type: 'request_gone',
			requestId: 'second',
			version: 9,
		} );
		expect( document.title ).toBe( '(1) Live dashboard' );
		document.getElementById( 'adminmenu' )!.remove();
	} );

	it( 'is taken, and says in the row why it could not be', async () => {
		network.answer( 'POST', actions, {
			results: [
				{
					requestId: liveRequest.id,
					request: null,
					newRequestId: null,
					problem: {
						code: 'not_yours',
						status: 403,
						detail: 'Grace has it.',
					},
				},
			],
		} );
		await open( [ liveRequest ] );
		await userEvent.click(
			screen.getByRole( 'button', { name: /^Take it/ } )
		);
		expect( await screen.findByText( 'Grace has it.' ) ).toBeTruthy();
		expect( askedActions() ).toEqual( [
			{
				requestIds: [ liveRequest.id ],
				action: { action: 'take' },
			},
		] );
	} );

	it( 'asks before it cancels, and keeps the question while the row moves', async () => {
		await open( [ liveRequest ] );
		await userEvent.click(
			screen.getByRole( 'button', { name: /^More actions/ } )
		);
		await userEvent.click(
			await screen.findByRole( 'menuitem', {
				name: 'Cancel the request',
			} )
		);
		await say( {
			type: 'request',
			request: { ...liveRequest, version: 2, place: 3 },
		} );
		const dialog = await screen.findByRole( 'dialog' );
		await userEvent.click(
			within( dialog ).getByRole( 'button', {
				name: 'Cancel the request',
			} )
		);
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
		expect( askedActions() ).toMatchObject( [
			{ action: { action: 'cancel' } },
		] );
	} );

	it( 'offers an agent neither to assign nor to block, nor what is a colleague’s', async () => {
		await open(
			[ liveRequest, { ...liveRequest, id: 'hers', ownerUserId: 2 } ],
			{ supervise: false }
		);
		const menus = screen.getAllByRole( 'button', {
			name: /^More actions/,
		} );
		expect( menus ).toHaveLength( 1 );
		expect( screen.getByText( /Waits for Grace/ ) ).toBeTruthy();
		await userEvent.click( menus[ 0 ]! );
		await screen.findByRole( 'menuitem', { name: 'Mark as handled' } );
		expect(
			screen.queryByRole( 'menuitem', { name: 'Assign' } )
		).toBeNull();
		expect(
			screen.queryByRole( 'menuitem', { name: 'Block the number' } )
		).toBeNull();
	} );

	it( 'polls quietly where the stream cannot be had', async () => {
		jest.useFakeTimers();
		network.answer( 'POST', '/rappel/v1/live-tokens', 'no answer' );
		network.answer( 'GET', '/rappel/v1/live', liveSnapshot );
		delete window.rappelAdmin;
		render( <LiveScreen /> );
		await act( () => jest.advanceTimersByTimeAsync( 4_000 ) );
		expect( screen.getByText( 'Live: every 5 seconds' ) ).toBeTruthy();
		expect( screen.getByText( 'Ada Martin' ) ).toBeTruthy();
	} );
} );

describe( 'the call on my phone [R22]', () => {
	const ringing: LiveRequest = {
		...liveRequest,
		version: 2,
		state: 'calling_company',
		calledUserIds: [ supervisor ],
		note: 'About my order',
		number: '+33612345678',
		earlierRequests: 3,
		lastRequestAt: '2026-11-20T09:00:00.000Z',
	};

	it( 'tells who it is, their page, note and earlier requests', async () => {
		const container = await open( [ ringing ] );
		const card = section( 'The call on my phone' );
		for ( const words of [
			'Your phone rings',
			'About my order',
			'Contact',
		] ) {
			expect( card.getByText( words ) ).toBeTruthy();
		}
		expect(
			card.getByText( /^3 earlier requests, the last/ )
		).toBeTruthy();
		expect( card.getByText( /33.6.12.34.56.78/ ) ).toBeTruthy();
		expect( await accessibilityFaults( container ) ).toEqual( [] );
	} );

	it( 'goes when a colleague takes it, and stays after a talk to note what came of it', async () => {
		await open( [ ringing ] );
		await say( {
			type: 'request',
			request: { ...ringing, version: 3, calledUserIds: [ 2 ] },
		} );
		expect(
			screen.queryByRole( 'region', { name: 'The call on my phone' } )
		).toBeNull();
		await say( {
			type: 'request',
			request: { ...talking, version: 4, calledUserIds: [ supervisor ] },
		} );
		await say( {
			type: 'request_gone',
			requestId: liveRequest.id,
			version: 5,
		} );
		await userEvent.click(
			section( 'The call on my phone' ).getByRole( 'button', {
				name: 'Note what came of it',
			} )
		);
		await userEvent.click( await screen.findByLabelText( 'To follow up' ) );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Mark as handled' } )
		);
		await waitFor( () =>
			expect(
				screen.queryByRole( 'region', { name: 'The call on my phone' } )
			).toBeNull()
		);
		expect( askedActions() ).toMatchObject( [
			{ action: { action: 'handled', outcome: 'to_follow_up' } },
		] );
	} );
} );

describe( 'who supervises [R12]', () => {
	it( 'listens, whispers and joins by their own phone', async () => {
		network.answer(
			'POST',
			`/rappel/v1/callback-requests/${ liveRequest.id }/supervision`,
			{
				requestId: liveRequest.id,
				userId: supervisor,
				mode: 'whisper',
				state: 'calling',
			}
		);
		await open( [ talking ] );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Whisper' } )
		);
		expect(
			await screen.findByText( /Only the agent hears you/, {
				selector: '.rappel-supervision p',
			} )
		).toBeTruthy();
	} );

	it( 'reads which channels call their team whatever its presence [S14]', async () => {
		network.answer( 'GET', '/rappel/v1/channels', {
			channels: [
				{
					...channel,
					settings: {
						...channel.settings,
						team: [ { userId: 2, priority: 1 } ],
						calls: {
							...channel.settings.calls,
							routing: 'team',
							checkAvailability: false,
						},
					},
				},
			],
		} );
		await open( [] );
		expect(
			await screen.findByText( /availability is not checked: Sales\.$/ )
		).toBeTruthy();
	} );

	it( 'sees every colleague, and sets a status for them', async () => {
		network.answer( 'PUT', '/rappel/v1/agents/2/presence', {
			...me,
			userId: 2,
		} );
		await open( [] );
		expect( section( 'Team' ).getByText( '2 of 2 online' ) ).toBeTruthy();
		await userEvent.selectOptions(
			screen.getByLabelText( 'Presence of Grace' ),
			'away'
		);
		await waitFor( () =>
			expect(
				network.asks( 'PUT', '/rappel/v1/agents/2/presence' )[ 0 ]?.body
			).toEqual( { status: 'away' } )
		);
		await say( {
			type: 'agent',
			agent: {
				...liveAgent,
				userId: 2,
				name: 'Grace',
				presence: { status: 'away', until: null },
			},
		} );
		expect( section( 'Team' ).getByText( '1 of 2 online' ) ).toBeTruthy();
	} );
} );
