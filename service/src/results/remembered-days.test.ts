import { beforeEach, describe, expect, it } from '@jest/globals';
import { RememberedDays, type DayRequest } from './remembered-days.js';

const day = { siteId: 'a', day: '2026-12-01', timeZone: 'Europe/Paris' };
const someRequests = ( count: number ) =>
	Array.from( { length: count }, ( _, n ) => ( {
		id: String( n ),
	} ) ) as unknown as DayRequest[];

describe( 'days that were added up [R15]', () => {
	let days: RememberedDays;
	beforeEach( () => {
		days = new RememberedDays();
	} );

	it( 'are remembered as long as nobody else has kept them', () => {
		const requests = someRequests( 2 );
		days.keep( day, 3, requests );
		expect( days.at( day, 3 ) ).toBe( requests );
		expect( days.at( day, 4 ) ).toBeNull();
	} );

	it( 'are told apart by site, day and clock', () => {
		days.keep( day, 3, someRequests( 2 ) );
		expect( days.at( { ...day, siteId: 'b' }, 3 ) ).toBeNull();
		expect( days.at( { ...day, day: '2026-12-02' }, 3 ) ).toBeNull();
		expect( days.at( { ...day, timeZone: 'UTC' }, 3 ) ).toBeNull();
	} );

	it( 'are forgotten once they were used a hundred times, to be read whole', () => {
		const other = { ...day, day: '2026-12-02' };
		days.keep( other, 1, someRequests( 1 ) );
		for ( let revision = 1; revision <= 100; revision++ ) {
			expect( days.forgetWorn() ).toEqual( [] );
			days.keep( day, revision, someRequests( 1 ) );
			expect( days.at( day, revision ) ).not.toBeNull();
		}
		expect( days.forgetWorn() ).toEqual( [ day ] );
		expect( days.at( day, 100 ) ).toBeNull();
		expect( days.at( other, 1 ) ).not.toBeNull();
	} );

	it( 'are forgotten when they become too many, first what nobody has asked for', () => {
		const on = ( date: string ) => ( { ...day, day: date } );
		days.keep( on( '2026-12-01' ), 1, someRequests( 9_000 ) );
		days.keep( on( '2026-12-02' ), 1, someRequests( 9_000 ) );
		days.keep( on( '2026-12-01' ), 2, someRequests( 9_001 ) );
		expect( days.at( on( '2026-12-01' ), 2 ) ).not.toBeNull();
		days.keep( on( '2026-12-03' ), 1, someRequests( 3_000 ) );
		expect( days.at( on( '2026-12-02' ), 1 ) ).toBeNull();
		expect( days.at( on( '2026-12-01' ), 2 ) ).not.toBeNull();
		expect( days.at( on( '2026-12-03' ), 1 ) ).not.toBeNull();
	} );
} );
