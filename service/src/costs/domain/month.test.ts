import { describe, expect, it } from '@jest/globals';
import { monthOf } from './month.js';

describe( 'a month of a site [N20]', () => {
	it.each( [
		[ 'Europe/Paris', '2026-11', '2026-11-30T23:00:00.000Z' ],
		[ 'Pacific/Auckland', '2026-12', '2026-12-31T11:00:00.000Z' ],
		[ '-10:00', '2026-11', '2026-12-01T10:00:00.000Z' ],
	] )(
		'of %s is that of its own calendar: %s, until %s',
		( zone, name, end ) => {
			expect(
				monthOf( zone, new Date( '2026-11-30T12:00:00Z' ) )
			).toEqual( { name, endsAt: new Date( end ) } );
		}
	);
} );
