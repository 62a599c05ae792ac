import { describe, expect, it } from '@jest/globals';
import type { LiveEvent, LiveRequest } from '@rappel/contract';
import { liveAgent, liveRequest, liveSnapshot } from '../testing/live-samples';
import { followEvent, type LiveBoard } from './live-board';
import { changesBetween } from './live-changes';
import { endOfDay, mayComeIn, sectionsOf } from './live-sections';

const heardAt = new Date( '2026-11-25T10:00:05.000Z' );
const midnight = new Date( '2026-11-25T23:00:00.000Z' );

const after = ( ...events: LiveEvent[] ) =>
	events.reduce< LiveBoard | null >(
		( board, event ) => followEvent( board, event, heardAt ),
		null
	)!;
const snapshot = ( ...requests: LiveRequest[] ): LiveEvent => ( {
	type: 'snapshot',
	snapshot: { ...liveSnapshot, requests },
} );
const word = ( request: LiveRequest ): LiveEvent => ( {
	type: 'request',
	request,
} );
const gone = ( { id }: LiveRequest, version: number ): LiveEvent => ( {
	type: 'request_gone',
	requestId: id,
	version,
} );
const statesOf = ( { requests }: LiveBoard ) =>
	[ ...requests.values() ].map( ( { state } ) => state );

describe( 'the board of the Live dashboard [R11]', () => {
	it( 'understands nothing before its first snapshot', () => {
		expect( followEvent( null, word( liveRequest ), heardAt ) ).toBeNull();
	} );

	it( 'follows a request from the queue to the talk, and away', () => {
		const board = after(
			snapshot( liveRequest ),
			word( { ...liveRequest, version: 2, state: 'calling_company' } ),
			word( { ...liveRequest, version: 3, state: 'talking' } )
		);
		expect( statesOf( board ) ).toEqual( [ 'talking' ] );
		expect(
			statesOf( followEvent( board, gone( liveRequest, 4 ), heardAt )! )
		).toEqual( [] );
	} );

	it( 'drops what is older than what it knows', () => {
		const talking = {
			...liveRequest,
			version: 5,
			state: 'talking',
		} as const;
		expect(
			statesOf(
				after(
					snapshot( talking ),
					word( { ...liveRequest, version: 4, state: 'queued' } ),
					gone( liveRequest, 3 )
				)
			)
		).toEqual( [ 'talking' ] );
	} );

	it( 'brings nothing back that has gone, neither by a late word nor by a late snapshot', () => {
		const left = [
			snapshot( liveRequest ),
			gone( liveRequest, 7 ),
		] as const;
		expect(
			statesOf( after( ...left, word( { ...liveRequest, version: 6 } ) ) )
		).toEqual( [] );
		expect( statesOf( after( ...left, snapshot( liveRequest ) ) ) ).toEqual(
			[]
		);
		expect(
			statesOf( after( ...left, word( { ...liveRequest, version: 8 } ) ) )
		).toEqual( [ 'queued' ] );
	} );

	it( 'takes another place in the queue of the same version', () => {
		const board = after(
			snapshot( { ...liveRequest, place: 2 } ),
			word( { ...liveRequest, place: 1 } )
		);
		expect( board.requests.get( liveRequest.id )?.place ).toBe( 1 );
	} );

	it( 'counts by the service’s clock', () => {
		expect( after( snapshot() ).clockAheadMilliseconds ).toBe( -5_000 );
	} );

	it( 'follows the team', () => {
		const board = after(
			snapshot(),
			{ type: 'agent', agent: { ...liveAgent, name: 'Grace' } },
			{ type: 'agent', agent: { ...liveAgent, userId: 9 } },
			{ type: 'agent_gone', userId: 9 }
		);
		expect(
			[ ...board.agents.values() ].map( ( { name } ) => name )
		).toEqual( [ 'Grace' ] );
	} );
} );

describe( 'the sections', () => {
	const request = ( id: string, more: Partial< LiveRequest > ) => ( {
		...liveRequest,
		id,
		...more,
	} );

	it( 'have each request once, and nothing that needs nobody', () => {
		const sections = sectionsOf(
			after(
				snapshot(
					request( 'a', { state: 'queued' } ),
					request( 'b', { state: 'calling_client' } ),
					request( 'c', { state: 'surveying' } ),
					request( 'd', {
						state: 'scheduled',
						dueAt: '2026-11-25T22:00:00.000Z',
					} ),
					request( 'e', {
						state: 'scheduled',
						dueAt: '2026-11-25T23:00:00.000Z',
					} ),
					request( 'f', { state: 'scheduled', overdue: true } ),
					request( 'g', { state: 'expired' } ),
					request( 'h', { state: 'done' } )
				)
			),
			midnight
		);
		const ids = Object.fromEntries(
			Object.entries( sections ).map( ( [ name, list ] ) => [
				name,
				list.map( ( one: LiveRequest ) => one.id ),
			] )
		);
		expect( ids ).toEqual( {
			waiting: [ 'a' ],
			ringing: [ 'b' ],
			talking: [ 'c' ],
			due: [ 'd' ],
			missed: [ 'f', 'g' ],
			later: [ 'e' ],
		} );
	} );

	it( 'know when a day of 25 hours ends', () => {
		expect(
			endOfDay(
				new Date( '2026-10-24T22:30:00Z' ),
				'Europe/Paris'
			).toISOString()
		).toBe( '2026-10-25T23:00:00.000Z' );
	} );

	it( 'show first who has waited longest', () => {
		const sections = sectionsOf(
			after(
				snapshot(
					request( 'late', {
						requestedAt: '2026-11-25T09:59:00.000Z',
					} ),
					request( 'early', {
						requestedAt: '2026-11-25T09:50:00.000Z',
					} )
				)
			),
			midnight
		);
		expect( sections.waiting.map( ( { id } ) => id ) ).toEqual( [
			'early',
			'late',
		] );
	} );
} );

describe( 'coming into a conversation [R12]', () => {
	const talking = { ...liveRequest, state: 'talking' } as const;
	const supervisor = { userId: 9, supervises: true };

	it( 'is for who supervises, while the two talk, and not for one’s own call', () => {
		expect( mayComeIn( talking, supervisor ) ).toBe( true );
		expect( mayComeIn( liveRequest, supervisor ) ).toBe( false );
		expect(
			mayComeIn( talking, { ...supervisor, supervises: false } )
		).toBe( false );
		expect(
			mayComeIn( { ...talking, calledUserIds: [ 9 ] }, supervisor )
		).toBe( false );
	} );
} );

describe( 'what is worth a sound', () => {
	const ringing = {
		...liveRequest,
		version: 2,
		state: 'calling_company',
		calledUserIds: [ 1 ],
	} as const;

	it( 'is a request that begins to wait, and not what was there at first', () => {
		const first = after( snapshot( liveRequest ) );
		expect( changesBetween( null, first, 1 ).waiting ).toEqual( [] );
		const second = followEvent(
			first,
			word( { ...liveRequest, id: 'new' } ),
			heardAt
		)!;
		expect(
			changesBetween( first, second, 1 ).waiting.map( ( { id } ) => id )
		).toEqual( [ 'new' ] );
	} );

	it( 'is my phone, once [R22]', () => {
		const before = after( snapshot( liveRequest ) );
		const now = followEvent(
			before,
			word( { ...ringing, calledUserIds: [ 1 ] } ),
			heardAt
		)!;
		expect( changesBetween( before, now, 1 ).rings?.id ).toBe( ringing.id );
		expect( changesBetween( before, now, 2 ).rings ).toBeNull();
		const later = followEvent(
			now,
			word( {
				...ringing,
				version: 3,
				state: 'calling_client',
				calledUserIds: [ 1 ],
			} ),
			heardAt
		)!;
		expect( changesBetween( now, later, 1 ).rings ).toBeNull();
	} );
} );
