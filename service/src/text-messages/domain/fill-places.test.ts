import { describe, expect, it } from '@jest/globals';
import {
	filledText,
	unknownPlacesIn,
	type PlaceValues,
} from './fill-places.js';

const values: PlaceValues = {
	date: 'mardi 1er décembre',
	time: '14 h',
	datetime: 'mardi 1er décembre à 14 h',
	name: 'Ana',
	company: 'Boulangerie Martin',
	link: 'https://boulangerie.example/?rappel_booking=x',
};

describe( 'filledText', () => {
	it( 'fills every place [S27]', () => {
		expect(
			filledText(
				'{company}, {name} : {date} / {time} / {datetime} {link}',
				values
			)
		).toBe(
			'Boulangerie Martin, Ana : mardi 1er décembre / 14 h / mardi 1er décembre à 14 h https://boulangerie.example/?rappel_booking=x'
		);
	} );

	it( 'leaves what it does not know, and reads nothing that was filled in', () => {
		expect(
			filledText( '{datum} {name}', { ...values, name: '{link}' } )
		).toBe( '{datum} {link}' );
	} );

	it.each( [
		[ 'Bonjour {name}, à demain', 'Bonjour, à demain' ],
		[ 'Bonjour, {name}, à demain', 'Bonjour, à demain' ],
		[ '{name}, à demain', 'à demain' ],
		[ '{name} : à demain', 'à demain' ],
		[ 'Merci {name} !', 'Merci !' ],
		[ 'Merci, {name}.', 'Merci.' ],
		[ 'Merci. {name}, à demain', 'Merci. à demain' ],
		[ 'Rappel ({name}) demain', 'Rappel demain' ],
		[ 'Rappel {name} demain', 'Rappel demain' ],
		[ 'Rappel de {name}', 'Rappel de' ],
		[ '{name}', '' ],
	] )( 'closes the gap of a missing name: %s', ( text, filled ) => {
		expect( filledText( text, { ...values, name: null } ) ).toBe( filled );
		expect( filledText( text, { ...values, name: '  ' } ) ).toBe( filled );
	} );
} );

describe( 'unknownPlacesIn', () => {
	it( 'names each once', () => {
		expect( unknownPlacesIn( '{datum} {name} {datum} {Name}' ) ).toEqual( [
			'{datum}',
			'{Name}',
		] );
	} );
} );
