import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { createSealing, SealError } from './sealing.js';

const sealing = createSealing( randomBytes( 32 ) );

it( 'opens what it sealed, each time another text', () => {
	const first = sealing.seal( 'token', 'site-1' );
	const second = sealing.seal( 'token', 'site-1' );
	expect( sealing.open( first, 'site-1' ) ).toBe( 'token' );
	expect( sealing.open( second, 'site-1' ) ).toBe( 'token' );
	expect( first ).not.toBe( second );
	expect( first ).not.toContain( 'token' );
} );

it.each( [
	[ 'of another site', ( sealed: string ) => sealed, 'site-2' ],
	[
		'that was changed',
		( sealed: string ) =>
			sealed.replace( /.$/, ( one ) => ( one === 'A' ? 'Q' : 'A' ) ),
		'site-1',
	],
	[ 'that is none', () => 'token', 'site-1' ],
] )( 'opens none %s', ( _what, changed, about ) => {
	const sealed = changed( sealing.seal( 'token', 'site-1' ) );
	expect( () => sealing.open( sealed, about ) ).toThrow( SealError );
} );

it( 'opens none with another key', () => {
	const sealed = sealing.seal( 'token', 'site-1' );
	expect( () =>
		createSealing( randomBytes( 32 ) ).open( sealed, 'site-1' )
	).toThrow( SealError );
} );
