import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
	countRequest,
	pathOf,
	type CountedRequest,
} from './counted-request.js';
import { localHour } from './local-days.js';
import { addendOf, gathered, rollUp, type RollUp } from './roll-up.js';
import { sumOf } from './sums.js';
import { anyRequest } from './testing/any-request.js';
import { readCells, writeCells } from './written-cells.js';

const hourOf = ( instant: Date ) => localHour( 'Europe/Paris', instant );

const ofDay = ( requests: readonly CountedRequest[] ) =>
	rollUp( requests.map( ( request ) => addendOf( request, hourOf ) ) );

/** The plain way: look at every request for each cell. */
function reference(
	requests: readonly CountedRequest[],
	{ scope, dimension }: RollUp,
	key: string
) {
	const isIn = ( request: CountedRequest ): boolean => {
		const own = {
			all: '',
			channel: request.channelId,
			page: pathOf( request.pageUrl ),
			agent: String( request.takenBy ?? '' ),
			hour: String( hourOf( request.createdAt ) ),
		}[ dimension ];
		return own === key && ( scope === '' || scope === request.channelId );
	};
	return requests.filter( isIn ).map( countRequest );
}

function counted(
	rollUps: readonly RollUp[],
	scope: string,
	dimension: string
) {
	return rollUps
		.filter( ( one ) => one.scope === scope && one.dimension === dimension )
		.flatMap( ( { cells } ) => cells )
		.reduce( ( sum, { sums } ) => sum + sums.requests, 0 );
}

const anyRequests = fc.array( anyRequest, { maxLength: 40 } );

describe( 'the roll-ups of a day [R15]', () => {
	it( 'are what counting every request gives, whatever is asked', () => {
		fc.assert(
			fc.property( anyRequests, ( requests ) => {
				for ( const one of ofDay( requests ) ) {
					for ( const { key, sums } of one.cells ) {
						const all = reference( requests, one, key );
						expect( sums ).toEqual( sumOf( all ) );
						expect( sums.requests ).toBe( all.length );
					}
				}
			} )
		);
	} );

	it( 'have every request once in each dimension, of all channels and of its own', () => {
		fc.assert(
			fc.property( anyRequests, ( requests ) => {
				const rollUps = ofDay( requests );
				for ( const dimension of [
					'all',
					'channel',
					'page',
					'agent',
					'hour',
				] ) {
					expect( counted( rollUps, '', dimension ) ).toBe(
						requests.length
					);
				}
				for ( const scope of [ 'c1', 'c2' ] ) {
					const own = requests.filter(
						( { channelId } ) => channelId === scope
					).length;
					for ( const dimension of [ 'page', 'agent', 'hour' ] ) {
						expect( counted( rollUps, scope, dimension ) ).toBe(
							own
						);
					}
				}
			} )
		);
	} );

	it( 'are those of a month when they are gathered, and are read as they were written', () => {
		fc.assert(
			fc.property( anyRequests, anyRequests, ( some, others ) => {
				const inOrder = ( rollUps: readonly RollUp[] ) =>
					rollUps
						.flatMap( ( { scope, dimension, cells } ) =>
							cells.map(
								( cell ) =>
									`${ scope } ${ dimension } ${ writeCells( [ cell ] ) }`
							)
						)
						.toSorted();
				const days = [ some, others ]
					.flatMap( ( day ) => ofDay( day ) )
					.map( ( day ) => ( {
						...day,
						cells: readCells( writeCells( day.cells ) ),
					} ) );
				expect( inOrder( gathered( days ) ) ).toEqual(
					inOrder( ofDay( [ ...some, ...others ] ) )
				);
			} )
		);
	} );

	it( 'add up in any parts', () => {
		fc.assert(
			fc.property(
				fc.array( anyRequest ),
				fc.array( anyRequest ),
				( some, others ) => {
					const sum = ( requests: readonly CountedRequest[] ) =>
						sumOf( requests.map( countRequest ) );
					const together = sum( [ ...some, ...others ] );
					const parts = sumOf( [ sum( some ), sum( others ) ] );
					expect( parts ).toEqual( together );
				}
			)
		);
	} );
} );
