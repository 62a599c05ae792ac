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

describe( 'default texts', () => {
	it.each( [ 'en', 'fr' ] as const )(
		'are those of the service: %s',
		( language ) => {
			const path = join(
				__dirname,
				`../../../service/src/messages/${ language }.json`
			);
			const texts: Record< string, string > = JSON.parse(
				readFileSync( path, 'utf8' )
			);
			for ( const [ name, text ] of Object.entries(
				defaultTexts[ language ]
			) ) {
				expect( text ).toBe( texts[ `channel.${ name }` ] );
			}
			for ( const [ name, key ] of Object.entries( stateTextKeys ) ) {
				expect(
					stateTexts[ language ][ name as keyof typeof stateTextKeys ]
				).toBe( texts[ key ] );
			}
		}
	);

	it( 'of the page alone are those of the plugin’s translation', () => {
		const french = readFileSync(
			join( __dirname, '../../languages/rappel-fr_FR.po' ),
			'utf8'
		);
		for ( const [ name, text ] of Object.entries( pageTexts.en ) ) {
			expect( french ).toContain(
				`msgid "${ text }"\nmsgstr "${ pageTexts.fr[ name as keyof typeof pageTexts.fr ] }"`
			);
		}
	} );
} );
