import { describe, expect, it } from '@jest/globals';
import { someDashboardRequest as some } from '../testing/some-live.js';
import { dashboardAt } from './dashboard.js';

const now = new Date( '2026-11-25T10:00:00.000Z' );
const at = ( minutes: number ) =>
	new Date( now.getTime() + minutes * 60_000 ).toISOString();
const ids = ( ...requests: ReturnType< typeof some >[] ) =>
	dashboardAt( requests, 500, now ).shown.map( ( { id } ) => id );
const missed = {
	state: 'failed' as const,
	endedAt: at( -5 ),
	createdAt: at( -10 ),
};

describe( 'the Live dashboard', () => {
	it.each( [
		'scheduled',
		'queued',
		'calling_company',
		'calling_client',
		'talking',
		'surveying',
		'leaving_message',
	] as const )( 'shows one that is not over: %s [R11]', ( state ) => {
		expect( ids( some( { id: 'a', state } ) ) ).toEqual( [ 'a' ] );
	} );

	it.each( [ 'failed', 'expired', 'overdue' ] as const )(
		'shows one that was missed for a week, unless handled or asked again: %s [R11]',
		( state ) => {
			const one = { ...missed, id: 'a', state };

			expect( ids( some( one ) ) ).toEqual( [ 'a' ] );
			expect( ids( some( { ...one, outcome: 'solved' } ) ) ).toEqual(
				[]
			);
			expect(
				ids( some( { ...one, endedAt: at( -7 * 24 * 60 ) } ) )
			).toEqual( [] );
			expect( ids( some( one, { followed: true } ) ) ).toEqual( [] );
			expect(
				ids( some( one ), some( { id: 'b', createdAt: at( -1 ) } ) )
			).toEqual( [ 'b' ] );
		}
	);

	it( 'does not show what is done or cancelled', () => {
		expect(
			ids(
				some( { id: 'a', state: 'done', endedAt: at( -1 ) } ),
				some( { id: 'b', state: 'cancelled', endedAt: at( -1 ) } )
			)
		).toEqual( [] );
	} );

	it( 'counts places by channel; who waits for their own agent holds nobody up [N22]', () => {
		const waiting = ( id: string, minute: number, given = {} ) =>
			some( {
				id,
				number: `+3361234567${ minute }`,
				createdAt: at( -9 + minute ),
				...given,
			} );
		const { shown } = dashboardAt(
			[
				waiting( 'c', 3 ),
				waiting( 'a', 1 ),
				waiting( 'b', 2, { heldBackBy: 'owner_away' } ),
				waiting( 'd', 4, { channelId: 'channel-2' } ),
				waiting( 'e', 5, { state: 'talking' } ),
			],
			500,
			now
		);

		expect( shown.map( ( { id, place } ) => [ id, place ] ) ).toEqual( [
			[ 'a', 1 ],
			[ 'b', 2 ],
			[ 'c', 2 ],
			[ 'd', 1 ],
			[ 'e', null ],
		] );
	} );

	it( 'knows when time alone changes it', () => {
		const overdueFrom = new Date( at( 3 ) );
		const due = some( { state: 'scheduled' }, { overdueFrom } );

		expect( dashboardAt( [ due ], 500, now ) ).toMatchObject( {
			shown: [ { overdue: false } ],
			changesAt: overdueFrom,
		} );
		expect(
			dashboardAt( [ due ], 500, new Date( at( 4 ) ) )
		).toMatchObject( { shown: [ { overdue: true } ], changesAt: null } );
	} );

	it( 'shows what goes on before what is planned, the soonest, and that before what was missed, the newest', () => {
		const planned = ( id: string, dueIn: number ) =>
			some( {
				id,
				number: id,
				state: 'scheduled',
				createdAt: at( -60 ),
				dueAt: at( dueIn ),
			} );
		const all = [
			some( {
				...missed,
				id: 'missed long ago',
				number: '1',
				createdAt: at( -30 ),
			} ),
			some( {
				...missed,
				id: 'missed',
				number: '2',
				createdAt: at( -20 ),
			} ),
			planned( 'next week', 7 * 24 * 60 ),
			planned( 'today', 20 ),
			some( { id: 'waiting', number: '3', createdAt: at( -2 ) } ),
		];
		const shown = ( maximum: number ) =>
			dashboardAt( all, maximum, now ).shown.map( ( { id } ) => id );

		expect( shown( 1 ) ).toEqual( [ 'waiting' ] );
		expect( shown( 2 ) ).toEqual( [ 'today', 'waiting' ] );
		expect( shown( 4 ) ).toEqual( [
			'next week',
			'today',
			'missed',
			'waiting',
		] );
		expect( dashboardAt( all, 1, now ).requests ).toHaveLength( 5 );
	} );

	it( 'keeps what looks as it did the same object', () => {
		const first = dashboardAt( [ some( { id: 'a' } ) ], 500, now );
		const second = dashboardAt( first.requests, 500, new Date( at( 1 ) ) );

		expect( second.shown[ 0 ] ).toBe( first.shown[ 0 ] );
	} );
} );
