import { describe, expect, it } from '@jest/globals';
import { someLiveAgent, someLiveRequest } from '../testing/some-live.js';
import { seesNumberOf, sightOf } from './visibility.js';

const agent = { userId: 7, supervises: false };

describe( 'who sees what', () => {
	it( 'who supervises sees everything', () => {
		expect(
			sightOf(
				someLiveRequest( { state: 'talking', takenByUserId: 8 } ),
				{ userId: 1, supervises: true }
			)
		).toBe( 'whole' );
	} );

	it.each( [
		[ 'they took', { state: 'talking', takenByUserId: 7 } ],
		[ 'waits for them', { ownerUserId: 7 } ],
		[ 'rings them', { state: 'calling_company', calledUserIds: [ 6, 7 ] } ],
	] as const )( 'an agent sees whole what %s', ( _title, given ) => {
		expect(
			sightOf( someLiveRequest( { ...given } as object ), agent )
		).toBe( 'whole' );
	} );

	it.each( [
		[ 'waits', {}, 'masked' ],
		[ 'waits for a colleague', { ownerUserId: 8 }, 'masked' ],
		[ 'rings a colleague', { calledUserIds: [ 8 ] }, 'masked' ],
		[ 'was missed', { state: 'failed' }, 'masked' ],
		[ 'a colleague took', { state: 'failed', takenByUserId: 8 }, 'hidden' ],
		[ 'is talked in', { state: 'talking' }, 'hidden' ],
		[ 'is surveyed', { state: 'surveying' }, 'hidden' ],
	] as const )( 'of what %s: %j, %s', ( _title, given, sight ) => {
		expect(
			sightOf( someLiveRequest( { ...given } as object ), agent )
		).toBe( sight );
	} );

	it( 'a colleague’s own number is for who supervises', () => {
		expect( seesNumberOf( someLiveAgent( { userId: 8 } ), agent ) ).toBe(
			false
		);
		expect( seesNumberOf( someLiveAgent( { userId: 7 } ), agent ) ).toBe(
			true
		);
		expect(
			seesNumberOf( someLiveAgent( { userId: 8 } ), {
				userId: 7,
				supervises: true,
			} )
		).toBe( true );
	} );
} );
