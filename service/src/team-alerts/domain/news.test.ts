import { describe, expect, it } from '@jest/globals';
import {
	atSeconds,
	booked,
	destination,
	Scenario,
} from '../../callbacks/domain/testing/scenario.js';
import { newsOf } from './news.js';

/** What the last step of a story made news. */
const told = ( { before, request, last }: Scenario ) =>
	newsOf( { before, after: request, events: last.events } );
const rung = ( scenario: Scenario ) =>
	scenario.rings( 'company', 7_205 ).told( 'company', 'no_answer', 7_230 );

describe( 'what is news to the team', () => {
	it( 'is a booking that ended without a talk [R16]', () => {
		const missed = rung(
			booked().offer( { candidates: [ destination ] }, 7_200 )
		).offer( { candidates: [] }, 7_231 );

		expect( missed.request.state ).toBe( 'failed' );
		expect( told( missed ) ).toEqual( [ { kind: 'failed_booking' } ] );
	} );

	it( 'is a booking that came too late to be one', () => {
		const { request, last } = booked( { open: false } );

		expect(
			newsOf( { before: null, after: request, events: last.events } )
		).toEqual( [ { kind: 'failed_booking' } ] );
	} );

	it( 'is not one that its client cancelled, nor a request without a booked time', () => {
		expect( told( booked().cancel( 60 ) ) ).toEqual( [] );
		const { request, last } = new Scenario( { candidates: [] } );
		expect(
			newsOf( { before: null, after: request, events: last.events } )
		).toEqual( [] );
	} );

	it( 'is nothing said again of a request that is over', () => {
		const over = booked().deadline( 10_801 );
		expect( told( over ) ).toEqual( [ { kind: 'failed_booking' } ] );

		expect( told( over.deadline( 10_900 ) ) ).toEqual( [] );
	} );

	it( 'is that nobody handles a request [N09]', () => {
		const rings = new Scenario( {
			plan: { returnSeconds: 600 },
			candidates: [],
		} ).when( { type: 'return_timer_rang' }, 1_200 );

		expect( told( rings ) ).toEqual( [
			{ kind: 'not_handled', at: atSeconds( 1_200 ) },
		] );
	} );
} );
