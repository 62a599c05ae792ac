import { describe, expect, it } from '@jest/globals';
import { checkNumber } from './number.js';

const french = { defaultCountry: 'FR', allowedCountries: [ 'FR' ] };

describe( 'checkNumber', () => {
	it.each( [
		'06 12 34 56 78',
		'0612345678',
		'06.12.34.56.78',
		'06-12-34-56-78',
		'06\u00a012\u00a034\u202f56\u202f78',
		'(06) 12/34/56/78',
		'+33612345678',
		'+33 (0)6 12 34 56 78',
		'0033 6 12 34 56 78',
		'tel:+33612345678',
		'\u202a+33 6 12 34 56 78\u202c',
		' 06 12 34 56 78 ',
	] )( 'reads %j as people type it [S01]', ( typed ) => {
		expect( checkNumber( typed, french ) ).toEqual( {
			ok: true,
			e164: '+33612345678',
			national: '06 12 34 56 78',
			international: '+33 6 12 34 56 78',
			country: 'FR',
			type: 'MOBILE',
		} );
	} );

	it( 'reads a number without a country code in the default country [S01]', () => {
		expect(
			checkNumber( '020 7946 0000', {
				defaultCountry: 'GB',
				allowedCountries: [ 'GB' ],
			} )
		).toMatchObject( { e164: '+442079460000' } );
		expect(
			checkNumber( '0033612345678', {
				defaultCountry: 'US',
				allowedCountries: [ 'FR' ],
			} )
		).toMatchObject( { e164: '+33612345678' } );
	} );

	it.each( [
		[ '01 23 45 67 89', 'FIXED_LINE' ],
		[ '09 12 34 56 78', 'VOIP' ],
	] )( 'takes %s, a line at home or over the internet', ( typed, type ) => {
		expect( checkNumber( typed, french ) ).toMatchObject( {
			ok: true,
			type,
		} );
	} );

	it.each( [
		[ '', 'number_missing', undefined ],
		[ ' \u00a0 ', 'number_missing', undefined ],
		[ '٠٦١٢٣٤٥٦٧٨', 'number_invalid', 'problem.number_invalid.characters' ],
		[
			'０６１２３４５６７８',
			'number_invalid',
			'problem.number_invalid.characters',
		],
		[ '𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', 'number_invalid', 'problem.number_invalid.characters' ],
		[
			'0612345678 ext. 5',
			'number_invalid',
			'problem.number_invalid.characters',
		],
		[
			'0612345678;phone-context=+1',
			'number_invalid',
			'problem.number_invalid.characters',
		],
		[
			'<Say>hello</Say>',
			'number_invalid',
			'problem.number_invalid.characters',
		],
		[ '06 12 34', 'number_invalid', 'problem.number_invalid.too_short' ],
		[ '+33 6 12', 'number_invalid', 'problem.number_invalid.too_short' ],
		[
			'+336123456789012345',
			'number_invalid',
			'problem.number_invalid.too_long',
		],
		[ '06 12 34 56 7', 'number_invalid', undefined ],
		[ '00 00 00 00 00', 'number_invalid', undefined ],
		[ '+', 'number_invalid', 'problem.number_invalid.too_short' ],
	] )( 'finds no number in %j [R18]', ( typed, code, sentence ) => {
		expect( checkNumber( typed, french ) ).toEqual( {
			ok: false,
			code,
			...( sentence && { text: sentence } ),
		} );
	} );

	it.each( [
		[ '08 99 12 34 56', 'premium' ],
		[ '+33 899 123 456', 'premium' ],
		[ '08 10 12 34 56', 'shared_cost' ],
		[ '08 20 12 34 56', 'shared_cost' ],
		[ '08 06 12 34 56', 'company_wide' ],
		[ '08 00 12 34 56', 'toll_free' ],
		[ '112', 'emergency' ],
		[ '15', 'emergency' ],
		[ '+33 112', 'emergency' ],
		[ '911', 'emergency' ],
		[ '3949', 'short' ],
		[ '118 712', 'short' ],
		[ '+870 773 123 456', 'satellite' ],
		[ '+8816 1234 56789', 'satellite' ],
		[ '+882 13 123456', 'satellite' ],
		[ '+883 5100 12345', 'satellite' ],
		[ '+979 1 2345 6789', 'premium' ],
		[ '+44 70 1234 5678', 'personal' ],
	] )( 'refuses %s [R18]', ( typed, kind ) => {
		expect(
			checkNumber( typed, {
				defaultCountry: 'FR',
				allowedCountries: null,
			} )
		).toEqual( {
			ok: false,
			code: 'number_type_refused',
			text: `problem.number_type_refused.${ kind }`,
		} );
	} );

	it( 'calls the countries of the list only, and nobody with an empty one [R18]', () => {
		expect( checkNumber( '+44 20 7946 0000', french ) ).toEqual( {
			ok: false,
			code: 'number_country_refused',
		} );
		expect(
			checkNumber( '06 12 34 56 78', {
				defaultCountry: 'FR',
				allowedCountries: [],
			} )
		).toEqual( { ok: false, code: 'number_country_refused' } );
	} );

	it( 'tells countries of one calling code apart [R18]', () => {
		const american = { defaultCountry: 'US', allowedCountries: [ 'US' ] };

		expect( checkNumber( '(202) 555-0123', american ) ).toMatchObject( {
			ok: true,
			country: 'US',
		} );
		// Jamaica: the "Wangiri" numbers that look American.
		expect( checkNumber( '+1 876 555 0123', american ) ).toEqual( {
			ok: false,
			code: 'number_country_refused',
		} );
	} );

	it( 'takes a freephone number where it is asked to', () => {
		expect(
			checkNumber( '08 00 12 34 56', {
				defaultCountry: 'FR',
				allowedCountries: null,
				allowTollFree: true,
			} )
		).toMatchObject( { type: 'TOLL_FREE' } );
	} );
} );
