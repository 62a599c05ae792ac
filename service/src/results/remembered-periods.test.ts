import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Cell } from './domain/roll-up.js';
import { noSums } from './domain/sums.js';
import { RememberedPeriods } from './remembered-periods.js';
import type { Place } from './result-store.js';

const place: Place = { siteId: 'a', scope: '', dimension: 'page' };
const cell = ( key: string ): Cell => ( { key, sums: noSums } );

describe( 'periods that were added up [R15]', () => {
	let stored: Map< string, Cell[] >;
	let reads: string[];
	let months: RememberedPeriods;
	beforeEach( () => {
		stored = new Map( [
			[ '2026-10', [ cell( '/oct' ) ] ],
			[ '2026-11', [ cell( '/nov' ) ] ],
		] );
		reads = [];
		months = new RememberedPeriods( ( { scope }, { first, last } ) => {
			reads.push( `${ scope } ${ first } ${ last }` );
			return Promise.resolve(
				new Map(
					[ ...stored ].filter(
						( [ month ] ) => first <= month && month <= last
					)
				)
			);
		} );
	} );
	const october = { name: '2026-10', revision: 3 };
	const november = { name: '2026-11', revision: 1 };

	it( 'are read once, one without requests too', async () => {
		const december = { name: '2026-12', revision: 1 };
		for ( let time = 0; time < 2; time++ ) {
			expect(
				await months.cells( place, [ october, november, december ] )
			).toEqual( [ [ cell( '/oct' ) ], [ cell( '/nov' ) ], [] ] );
		}
		expect( reads ).toEqual( [ ' 2026-10 2026-12' ] );
	} );

	it( 'are read anew when a day of them was', async () => {
		await months.cells( place, [ october, november ] );
		stored.set( '2026-10', [ cell( '/new' ) ] );
		expect(
			await months.cells( place, [
				{ ...october, revision: 4 },
				november,
			] )
		).toEqual( [ [ cell( '/new' ) ], [ cell( '/nov' ) ] ] );
		expect( reads ).toEqual( [ ' 2026-10 2026-11', ' 2026-10 2026-10' ] );
	} );

	it( 'are told apart by what is asked of them', async () => {
		await months.cells( place, [ october ] );
		await months.cells( { ...place, scope: 'c1' }, [ october ] );
		expect( reads ).toEqual( [ ' 2026-10 2026-10', 'c1 2026-10 2026-10' ] );
	} );

	it( 'are given though they are too many to be remembered', async () => {
		const pages = Array.from( { length: 15_000 }, ( _none, n ) =>
			cell( `/${ n }` )
		);
		stored = new Map( [
			[ '2026-10', pages ],
			[ '2026-11', pages ],
		] );
		const [ first, second ] = await months.cells( place, [
			october,
			november,
		] );
		expect( first ).toHaveLength( 15_000 );
		expect( second ).toHaveLength( 15_000 );
		await months.cells( place, [ october ] );
		expect( reads ).toHaveLength( 2 );
	} );
} );
