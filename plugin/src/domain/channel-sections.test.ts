import { describe, expect, it } from '@jest/globals';
import {
	nextSection,
	progressOf,
	sectionIds,
	sectionOf,
	type Known,
} from './channel-sections';
import { newDraft } from './new-draft';

const nothing: Known = {
	errors: {},
	missing: [],
	visited: [],
	isLive: false,
};

describe( 'the sections of a channel', () => {
	it( 'are ten, one after the other [S31]', () => {
		expect( sectionIds ).toHaveLength( 10 );
		expect( nextSection( 'form' ) ).toBe( 'vocabulary' );
		expect( nextSection( 'live' ) ).toBeNull();
	} );

	it.each( [
		[ 'name', 'form' ],
		[ 'form.askName', 'form' ],
		[ 'form.introduction.fr', 'vocabulary' ],
		[ 'bookingTexts.confirmation', 'vocabulary' ],
		[ 'openingHours.3', 'hours' ],
		[ 'callTypes', 'calls' ],
		[ 'calls.callerId', 'calls' ],
		[ 'calls.waitingMessage.en', 'voice' ],
		[ 'calls.spokenTexts.fr.confirm', 'voice' ],
		[ 'textMessages.sender', 'sms' ],
		[ 'guards.confirmNumber', 'form' ],
		[ 'guards.allowedCountries', 'calls' ],
		[ 'retries.client.attempts', 'calls' ],
		[ 'state', 'live' ],
	] )( 'hold each field: %s', ( path, section ) => {
		expect( sectionOf( path ) ).toBe( section );
	} );

	it( 'leave no part of a channel without a place', () => {
		for ( const part of Object.keys( newDraft( 'en' ) ) ) {
			expect( sectionIds ).toContain( sectionOf( part ) );
		}
	} );
} );

describe( 'the progress of a section', () => {
	it( 'is done once somebody has been there, and nothing is at fault', () => {
		expect( progressOf( 'team', nothing ) ).toBe( 'unvisited' );
		expect(
			progressOf( 'team', { ...nothing, visited: [ 'team' ] } )
		).toBe( 'done' );
	} );

	it( 'needs attention with a fault, or with what the service misses', () => {
		const visited = [ ...sectionIds ];
		const errors = { 'form.introduction.fr': 'Too long.' };
		expect(
			progressOf( 'vocabulary', { ...nothing, visited, errors } )
		).toBe( 'attention' );
		expect(
			progressOf( 'calls', {
				...nothing,
				missing: [ 'caller_id_missing' ],
			} )
		).toBe( 'attention' );
	} );

	it( 'is done at the end only when the channel is live and complete', () => {
		const known = { ...nothing, visited: [ 'live' as const ] };
		expect( progressOf( 'live', known ) ).toBe( 'unvisited' );
		expect( progressOf( 'live', { ...known, isLive: true } ) ).toBe(
			'done'
		);
		expect(
			progressOf( 'live', {
				...known,
				isLive: true,
				missing: [ 'countries_missing' ],
			} )
		).toBe( 'attention' );
	} );
} );
