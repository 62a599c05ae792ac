import { describe, expect, it } from '@jest/globals';
import { copyOf } from './channel-copy';
import { newDraft } from './new-draft';

const named = ( name: string ) => ( { ...newDraft( 'en' ), name } );

describe( 'copyOf', () => {
	it( 'is the same channel, paused, under a free name', () => {
		const copy = copyOf( named( 'Sales' ), [ 'Sales', 'Sales (copy)' ] );

		expect( copy ).toEqual( {
			...named( 'Sales (copy 2)' ),
			state: 'paused',
		} );
	} );

	it( 'has a name that is not too long', () => {
		const { name } = copyOf( named( 'x'.repeat( 80 ) ), [] );

		expect( name ).toHaveLength( 80 );
		expect( name ).toMatch( / \(copy\)$/ );
	} );
} );
