import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
	errorCodes,
	languages,
	spokenTextKeys,
	visitorStates,
} from '@rappel/contract';
import { text, texts, type TextKey } from './texts.js';

const placeholdersOf = ( sentence: string ) =>
	[ ...sentence.matchAll( /\{\{?(\w+)\}?\}/g ) ]
		.map( ( [ placeholder ] ) => placeholder )
		.sort();

describe( 'texts', () => {
	it( 'have the same keys and placeholders in every language', () => {
		for ( const language of languages ) {
			expect( Object.keys( texts[ language ] ).sort() ).toEqual(
				Object.keys( texts.en ).sort()
			);
			for ( const [ key, sentence ] of Object.entries(
				texts[ language ]
			) ) {
				expect( {
					key,
					placeholders: placeholdersOf( sentence ),
				} ).toEqual( {
					key,
					placeholders: placeholdersOf( texts.en[ key as TextKey ] ),
				} );
				expect( sentence.trim() ).not.toBe( '' );
			}
		}
	} );

	it( 'have a sentence for every error code, every state of a request and everything that is spoken [R21]', () => {
		for ( const language of languages ) {
			for ( const code of Object.keys( errorCodes ) ) {
				expect( Object.keys( texts[ language ] ) ).toContain(
					`problem.${ code }`
				);
			}
			for ( const state of visitorStates ) {
				expect( Object.keys( texts[ language ] ) ).toContain(
					`visitor.${ state }`
				);
			}
			for ( const key of spokenTextKeys ) {
				expect( Object.keys( texts[ language ] ) ).toContain(
					`spoken.${ key }`
				);
			}
		}
	} );

	it( 'have each key once', () => {
		for ( const language of languages ) {
			const written = readFileSync(
				new URL( `${ language }.json`, import.meta.url ),
				'utf8'
			);
			const keys = [ ...written.matchAll( /^\t"([^"]+)":/gm ) ].map(
				( [ , key ] ) => key
			);

			expect( keys ).toEqual( [ ...new Set( keys ) ] );
			expect( keys ).toHaveLength(
				Object.keys( texts[ language ] ).length
			);
		}
	} );

	it( 'are set as French is: narrow no-break spaces before ; : ! ? and inside « », curly apostrophes', () => {
		for ( const [ key, sentence ] of Object.entries( texts.fr ) ) {
			const prose = sentence.replace( /https?:\/\/|\d\d:\d\d/g, '' );
			expect( {
				key,
				wrong: prose.match(
					/(^|[^\u202f])[;:!?]|«[^\u202f]|[^\u202f]»|'/g
				),
			} ).toEqual( { key, wrong: null } );
		}
	} );
} );

describe( 'text', () => {
	it( 'fills placeholders as they are, without escaping or interpreting them', () => {
		expect(
			text( 'opening.this_week', 'en', {
				day: '<b>$t(problem.forbidden) {{at}}',
				at: 'noon & after',
			} )
		).toBe( '<b>$t(problem.forbidden) {at}} noon & after' );
	} );

	it( 'speaks both languages', () => {
		expect( text( 'visitor.company_unavailable', 'fr' ) ).toMatch(
			/^Personne n’est libre pour le moment/
		);
		expect( text( 'visitor.company_unavailable', 'en' ) ).toMatch(
			/^Nobody is free at the moment/
		);
	} );
} );
