import {
	afterEach,
	beforeEach,
	describe,
	expect,
	it,
	jest,
} from '@jest/globals';
import type { LiveEvent } from '@rappel/contract';
import { FakeEventSource } from '../testing/fake-event-source';
import { liveSnapshot } from '../testing/live-samples';
import { connectLive, type LiveConnection } from './live-connection';

let connection: LiveConnection;
let heard: LiveEvent[];
let modes: string[];
let reads: number;
let tokens: number;
const snapshot: LiveEvent = { type: 'snapshot', snapshot: liveSnapshot };
const pass = ( milliseconds: number ) =>
	jest.advanceTimersByTimeAsync( milliseconds );

beforeEach( () => {
	jest.useFakeTimers();
	jest.spyOn( Math, 'random' ).mockReturnValue( 0.5 );
	FakeEventSource.install();
	heard = [];
	modes = [];
	reads = 0;
	tokens = 0;
	connection = connectLive(
		{
			createToken: async () => ( {
				streamUrl: `https://service.example.org/live/stream?token=${ ++tokens }`,
				expiresAt: '2026-11-25T10:01:00.000Z',
			} ),
			read: async () => {
				reads++;
				return liveSnapshot;
			},
		},
		{
			onEvent: ( event ) => heard.push( event ),
			onMode: ( mode ) => modes.push( mode ),
			onProblem: () => {},
		}
	);
} );

afterEach( () => {
	connection.close();
	jest.restoreAllMocks();
	jest.useRealTimers();
} );

/** Each stream that is opened fails, until WordPress is asked. */
async function loseTwice(): Promise< void > {
	await pass( 0 );
	FakeEventSource.last.fail();
	await pass( 2_000 );
	FakeEventSource.last.fail();
	await pass( 0 );
}

describe( 'the connection of the Live dashboard [R11]', () => {
	it( 'hears the stream, and asks WordPress for nothing else', async () => {
		await pass( 0 );
		FakeEventSource.last.say( snapshot );
		await pass( 60_000 );
		expect( heard ).toEqual( [ snapshot ] );
		expect( modes ).toEqual( [ 'stream' ] );
		expect( reads ).toBe( 0 );
	} );

	it( 'begins anew with a fresh token', async () => {
		await pass( 0 );
		const first = FakeEventSource.last;
		first.say( snapshot );
		first.fail();
		await pass( 2_000 );
		expect( first.isClosed ).toBe( true );
		expect( FakeEventSource.last.url ).toMatch( /token=2$/ );
		FakeEventSource.last.say( snapshot );
		first.say( snapshot );
		expect( heard ).toHaveLength( 2 );
		expect( modes ).toEqual( [ 'stream', 'connecting', 'stream' ] );
	} );

	it( 'asks WordPress every 5 s when the stream failed twice, and has it back one day', async () => {
		await loseTwice();
		expect( modes ).toEqual( [ 'polling' ] );
		expect( reads ).toBe( 1 );
		await pass( 5_000 );
		expect( reads ).toBe( 2 );
		await pass( 12_000 );
		FakeEventSource.last.say( snapshot );
		const before = reads;
		await pass( 30_000 );
		expect( modes ).toEqual( [ 'polling', 'stream' ] );
		expect( reads ).toBe( before );
	} );

	it( 'takes a stream that says nothing for one that failed', async () => {
		await pass( 0 );
		expect( FakeEventSource.last.isClosed ).toBe( false );
		await pass( 10_000 );
		expect( FakeEventSource.opened[ 0 ]!.isClosed ).toBe( true );
		await pass( 12_000 );
		expect( modes ).toEqual( [ 'polling' ] );
	} );

	it( 'asks at once after something was done, while it polls', async () => {
		await loseTwice();
		connection.refresh();
		await pass( 0 );
		expect( reads ).toBe( 2 );
	} );

	it( 'is quiet once it is closed', async () => {
		await loseTwice();
		connection.close();
		await pass( 300_000 );
		expect( reads ).toBe( 1 );
		expect( FakeEventSource.opened ).toHaveLength( 2 );
	} );
} );
