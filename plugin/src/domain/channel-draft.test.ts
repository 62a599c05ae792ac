import { describe, expect, it } from '@jest/globals';
import { checkDraft, cleaned, newDraft, placeErrors } from './channel-draft';

const named = { ...newDraft( 'fr' ), name: 'Sales' };

describe( 'a channel being edited', () => {
	it( 'has nothing to mend once it has a name', () => {
		expect( Object.keys( checkDraft( newDraft( 'fr' ) ) ) ).toEqual( [
			'name',
		] );
		expect( checkDraft( named ) ).toEqual( {} );
	} );

	it( 'tells a figure out of its limits beside its field', () => {
		const draft = {
			...named,
			calls: { ...named.calls, clientRingSeconds: NaN },
		};
		expect( checkDraft( draft )[ 'calls.clientRingSeconds' ] ).toBe(
			'Type a whole number from 10 to 60.'
		);
	} );

	it( 'sends blank texts as Rappel’s own', () => {
		const draft = {
			...named,
			name: ' Sales ',
			form: { ...named.form, introduction: '  ' },
		};
		expect( cleaned( draft ).name ).toBe( 'Sales' );
		expect( cleaned( draft ).form.introduction ).toBeNull();
	} );

	it( 'tells what the service says of a range beside its day', () => {
		expect(
			placeErrors( { 'openingHours.weekly.2.from': 'No.' }, named )
		).toEqual( { 'openingHours.2': 'No.' } );
	} );
} );
