import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { serviceRoutes } from '../index.js';
import { generatedFiles } from './generated-files.js';
import { openApi } from './open-api.js';
import { phpFile } from './php.js';
import { signatureVectors } from './signature-vectors.js';
import { wordpressSchema } from './wordpress-schema.js';

const repository = path.join( __dirname, '..', '..', '..' );

describe( 'generatedFiles', () => {
	it.each( generatedFiles() )(
		'$file is fresh (npx tsx contract/src/generate.ts)',
		( { file, content } ) => {
			expect(
				readFileSync( path.join( repository, file ), 'utf8' )
			).toBe( content );
		}
	);
} );

describe( 'wordpressSchema', () => {
	it( 'says null as a type, const as enum, and leaves out what WordPress does not read', () => {
		const schema = z.object( {
			name: z.string().max( 80 ).nullable().default( null ),
			voice: z.enum( [ 'woman', 'man' ] ).nullable(),
			kind: z.literal( 'callback' ),
			count: z.int(),
			url: z.url().optional(),
		} );

		expect( wordpressSchema( schema ) ).toEqual( {
			type: 'object',
			properties: {
				name: {
					type: [ 'string', 'null' ],
					maxLength: 80,
					default: null,
				},
				voice: {
					type: [ 'string', 'null' ],
					enum: [ 'woman', 'man', null ],
				},
				kind: { type: 'string', enum: [ 'callback' ] },
				count: { type: 'integer' },
				url: { type: 'string' },
			},
			required: [ 'voice', 'kind', 'count' ],
		} );
	} );

	it( 'refuses what WordPress could not check', () => {
		expect( () =>
			wordpressSchema( z.object( { anything: z.unknown() } ) )
		).toThrow( 'WordPress cannot check this' );
	} );

	it( 'holds only words that WordPress reads', () => {
		const php =
			generatedFiles().find( ( { file } ) =>
				file.endsWith( 'schemas.php' )
			)?.content ?? '';

		expect( php ).not.toMatch(
			/'(const|\$ref|allOf|\$schema|exclusiveMinimum)'/
		);
	} );
} );

describe( 'phpFile', () => {
	it( 'writes WordPress’s array style behind a guard', () => {
		expect(
			phpFile( 'Title.', {
				a: "l'eau \\d",
				long: [ 1, null, true ],
				none: [],
				deep: [ { b: 'x' } ],
			} )
		).toBe( `<?php
/**
 * Title.
 *
 * Written by contract/src/generate.ts: change the schema there and run it again.
 *
 * @package Rappel
 */

defined( 'ABSPATH' ) || exit;

return array(
	'a'    => 'l\\'eau \\\\d',
	'long' => array( 1, null, true ),
	'none' => array(),
	'deep' => array(
		array(
			'b' => 'x',
		),
	),
);
` );
	} );
} );

describe( 'openApi', () => {
	it( 'describes every route, each with its problems', () => {
		const { paths } = openApi() as {
			paths: Record<
				string,
				Record<
					string,
					{
						operationId: string;
						responses: Record< string, unknown >;
					}
				>
			>;
		};

		for ( const [ name, { method, path: address } ] of Object.entries(
			serviceRoutes
		) ) {
			const operation = paths[ address ]?.[ method.toLowerCase() ];
			expect( operation?.operationId ).toBe( name );
			expect( Object.keys( operation?.responses ?? {} ) ).toEqual(
				expect.arrayContaining( [ '400', '500', '503' ] )
			);
		}
	} );
} );

describe( 'signatureVectors', () => {
	it( 'hold five different signatures', () => {
		expect(
			new Set( signatureVectors().map( ( { signature } ) => signature ) )
				.size
		).toBe( 5 );
	} );
} );
