import { expect, it } from '@jest/globals';
import { someHours } from '../../availability/testing/some-hours.js';
import { theirOpening } from './their-opening.js';

/** A Wednesday; in Paris it is an hour later. */
const wednesday = ( time: string ) =>
	new Date( `2026-11-25T${ time }:00.000Z` );
const hours = ( ...ranges: Array< [ from: string, to: string ] > ) =>
	someHours( {
		weekly: ranges.map( ( [ from, to ] ) => ( { day: 3, from, to } ) ),
	} );
/** 8–11 and 13–17 in UTC. */
const office = hours( [ '09:00', '12:00' ], [ '14:00', '18:00' ] );
const evening = hours( [ '15:30', '20:00' ] );

it.each( [
	[ 'before opening', [ office ], '07:00', false, '08:00' ],
	[ 'in the morning', [ office ], '09:00', true, '13:00' ],
	[ 'at lunch', [ office ], '11:00', false, '13:00' ],
	[
		'with another that opens later',
		[ office, evening ],
		'13:30',
		true,
		'14:30',
	],
	[ 'without a channel', [], '09:00', false, null ],
	[
		'with one that never closes',
		[ office, someHours( { always: true } ) ],
		'09:00',
		true,
		null,
	],
	[ 'with none that ever opens', [ hours() ], '09:00', false, null ],
] as const )( '%s [S18]', ( _title, channels, now, isInHours, opensAt ) => {
	expect( theirOpening( channels, wednesday( now ) ) ).toEqual( {
		isInHours,
		opensAt: opensAt && wednesday( opensAt ),
	} );
} );

it( 'looks two weeks ahead', () => {
	const closed = someHours( {
		weekly: [ { day: 3, from: '09:00', to: '12:00' } ],
		pauses: [
			{ from: '2026-11-20T00:00', to: '2026-12-15T00:00', note: '' },
		],
	} );

	expect(
		theirOpening( [ closed ], wednesday( '09:00' ) ).opensAt
	).toBeNull();
} );
