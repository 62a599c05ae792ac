import { describe, expect, it } from '@jest/globals';
import { cheapText } from './cheap-text.js';
import { measured } from './segments.js';

describe( 'measured', () => {
	it.each( [
		[ 'a'.repeat( 160 ), 1, 160 ],
		[ 'a'.repeat( 161 ), 2, 161 ],
		[ 'a'.repeat( 306 ), 2, 306 ],
		[ 'a'.repeat( 307 ), 3, 307 ],
		[ '€'.repeat( 80 ), 1, 160 ],
		[ '€'.repeat( 81 ), 2, 162 ],
		// 152 letters and the escape would fill a segment: the pair begins the next one.
		[ `${ 'a'.repeat( 152 ) }€${ 'a'.repeat( 151 ) }`, 2, 305 ],
		[ `${ 'a'.repeat( 152 ) }€${ 'a'.repeat( 152 ) }`, 3, 306 ],
	] )( 'counts %j in GSM-7', ( text, segments, characters ) => {
		expect( measured( text ) ).toEqual( {
			encoding: 'gsm7',
			segments,
			characters,
			costlyCharacters: [],
		} );
	} );

	it.each( [
		[ 'ê'.repeat( 70 ), 1, 70 ],
		[ 'ê'.repeat( 71 ), 2, 71 ],
		[ 'ê'.repeat( 134 ), 2, 134 ],
		[ 'ê'.repeat( 135 ), 3, 135 ],
		[ '😀'.repeat( 35 ), 1, 70 ],
		[ '😀'.repeat( 36 ), 2, 72 ],
		// 33 of them in each segment of 67, since none is cut in two.
		[ '😀'.repeat( 66 ), 2, 132 ],
		[ '😀'.repeat( 67 ), 3, 134 ],
	] )( 'counts %j in UCS-2', ( text, segments, characters ) => {
		expect( measured( text ) ).toMatchObject( {
			encoding: 'ucs2',
			segments,
			characters,
		} );
	} );

	it( 'names what makes a message dear, each once', () => {
		expect(
			measured( 'Forêt, façade, forêt : « ça » déjà à 5 €, où ? Ça' )
				.costlyCharacters
		).toEqual( [ 'ê', 'ç', '«', '»' ] );
	} );

	it.each( [
		'é',
		'è',
		'à',
		'ù',
		'É',
		'Ç',
		'ä',
		'ö',
		'ü',
		'ß',
		'ñ',
		'ò',
		'ì',
	] )( 'knows that %s costs nothing', ( letter ) => {
		expect( measured( letter ).encoding ).toBe( 'gsm7' );
	} );

	it.each( [
		'ê',
		'ç',
		'ô',
		'û',
		'î',
		'â',
		'ë',
		'ï',
		'œ',
		'À',
		'È',
		'á',
		'í',
		'ó',
		'ú',
	] )( 'knows that %s costs', ( letter ) => {
		expect( measured( letter ).costlyCharacters ).toEqual( [ letter ] );
	} );
} );

describe( 'cheapText', () => {
	it( 'writes what GSM-7 has not with what it has', () => {
		expect( cheapText( 'L’heure\u202f: «\u202foui\u202f» … “a”' ) ).toBe(
			'L\'heure : "oui" ... "a"'
		);
		expect( cheapText( 'samedi 1er\u00a0août' ) ).toBe( 'samedi 1er aout' );
	} );

	it( 'leaves as it is set what costs as much either way', () => {
		expect( cheapText( 'L’hôtel\u202f: en août' ) ).toBe(
			'L’hôtel\u202f: en août'
		);
	} );
} );
