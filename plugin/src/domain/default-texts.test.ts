/// <reference types="node" />
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultTexts } from './default-texts';

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
		}
	);
} );
