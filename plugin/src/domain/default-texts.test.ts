/// <reference types="node" />
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	defaultTexts,
	pageTexts,
	stateTextKeys,
	stateTexts,
} from './default-texts';

/** Sentences that the service answers with; it does not know the others, which the page has from the start. */
const ofService = [ 'confirmation', 'bookingConfirmation', 'unavailable' ];

describe( 'default texts', () => {
	it.each( [ 'en', 'fr' ] as const )(
		'of what the service answers are its own: %s',
		( language ) => {
			const path = join(
				__dirname,
				`../../../service/src/messages/${ language }.json`
			);
			const texts: Record< string, string > = JSON.parse(
				readFileSync( path, 'utf8' )
			);
			const own: Record< string, string > = defaultTexts[ language ];
			for ( const name of ofService ) {
				expect( own[ name ] ).toBe( texts[ `channel.${ name }` ] );
			}
			for ( const [ name, key ] of Object.entries( stateTextKeys ) ) {
				expect(
					stateTexts[ language ][ name as keyof typeof stateTextKeys ]
				).toBe( texts[ key ] );
			}
		}
	);

	it( 'of the page are those of the plugin’s translation', () => {
		const french = readFileSync(
			join( __dirname, '../../languages/rappel-fr_FR.po' ),
			'utf8'
			// A long text goes on in lines of its own.
		).replaceAll( '"\n"', '' );
		const english = { ...defaultTexts.en, ...pageTexts.en };
		const translated: Record< string, string > = {
			...defaultTexts.fr,
			...pageTexts.fr,
		};
		for ( const [ name, text ] of Object.entries( english ) ) {
			if ( ! ofService.includes( name ) ) {
				expect( french ).toContain(
					`msgid "${ text }"\nmsgstr "${ translated[ name ] }"`
				);
			}
		}
	} );
} );
