import { describe, expect, it } from '@jest/globals';
import { languages } from '@rappel/contract';
import {
	unavailableSentence,
	type Unavailable,
} from './unavailable-sentence.js';

const say = ( given: Partial< Unavailable > = {} ) =>
	unavailableSentence( {
		reason: 'closed',
		opening: 'tomorrow at 9:00 am',
		own: null,
		deferred: true,
		language: 'en',
		...given,
	} );

describe( 'unavailableSentence', () => {
	it( 'is nothing while one is called now', () => {
		expect( say( { reason: null } ) ).toBeNull();
	} );

	it( 'says when it opens next, and offers a time [S09]', () => {
		expect( say() ).toBe(
			'We cannot call you back right now. We are here again: tomorrow at 9:00 am. You may pick a time.'
		);
	} );

	it( 'leaves out when it opens where that is not known', () => {
		expect( say( { opening: null } ) ).toBe(
			'We cannot call you back right now. You may pick a time.'
		);
	} );

	it( 'offers no time where none may be booked [S10]', () => {
		expect( say( { deferred: false } ) ).toBe(
			'We are closed at the moment. Please try again during our opening hours. We are here again: tomorrow at 9:00 am.'
		);
	} );

	it( 'is the owner’s own, whatever is in the label', () => {
		const own = 'Fermé ! Retour $& {opening}. À bientôt !';

		expect( say( { own, opening: 'demain $1' } ) ).toBe(
			'Fermé ! Retour $& demain $1. À bientôt !'
		);
		expect( say( { own, opening: null } ) ).toBe( 'Fermé ! À bientôt !' );
		expect( say( { own: 'Back {opening}.', opening: null } ) ).toBe(
			'We are closed at the moment. Please try again during our opening hours.'
		);
	} );

	it( 'says something for every reason in every language', () => {
		for ( const language of languages ) {
			for ( const reason of [
				'closed',
				'closing_soon',
				'paused',
				'incomplete',
				'nobody_available',
				'queue_full',
				'daily_cap_reached',
			] as const ) {
				for ( const deferred of [ true, false ] ) {
					expect(
						say( { reason, language, deferred, opening: null } )
					).toMatch( /^[^{]{20,}$/ );
				}
			}
		}
	} );
} );
