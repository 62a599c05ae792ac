import { describe, expect, it } from '@jest/globals';
import { branches, heard } from './testing/branches.js';

describe( 'what each side hears, in every branch of a call', () => {
	it.each( branches )( '$title', ( { scenario, company, client, hears } ) => {
		const shown = scenario();
		expect( {
			company: heard( shown, company ),
			client: heard( shown, client ),
		} ).toEqual( hears );
	} );
} );
