import { describe, expect, it } from '@jest/globals';
import { channelSettingsSchema } from '@rappel/contract';
import { checkDraft, cleaned, placeErrors } from './channel-draft';
import { newDraft } from './new-draft';

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

	it( 'starts from the contract’s defaults', () => {
		const { openingHours, ...defaults } = channelSettingsSchema.parse( {
			name: 'Sales',
		} );
		expect( { ...newDraft( 'fr' ), name: 'Sales' } ).toMatchObject( {
			...defaults,
		} );
		expect( openingHours.weekly ).toEqual( [] );
	} );

	it( 'sends a good figure where nobody sees that it is none', () => {
		const draft = {
			...named,
			fallback: { ...named.fallback, tryAgainMinutes: NaN },
		};
		expect( cleaned( draft ).fallback.tryAgainMinutes ).toBe( 10 );
		draft.fallback.type = 'try_again';
		expect( checkDraft( cleaned( draft ) ) ).toHaveProperty( [
			'fallback.tryAgainMinutes',
		] );
	} );

	it( 'asks for the number that is called when nobody can answer', () => {
		const draft = {
			...named,
			fallback: { ...named.fallback, type: 'call_number' as const },
		};
		expect( checkDraft( draft ) ).toHaveProperty( [ 'fallback.number' ] );
	} );

	it( 'leaves out sentences that are blank', () => {
		const spokenTexts = {
			fr: { confirm: ' ', whisper: 'Un appel' },
			de: {},
		};
		const draft = { ...named, calls: { ...named.calls, spokenTexts } };
		expect( cleaned( draft ).calls.spokenTexts ).toEqual( {
			fr: { whisper: 'Un appel' },
		} );
	} );

	it( 'sends blank texts as Rappel’s own, language by language [N21]', () => {
		const draft = {
			...named,
			name: ' Sales ',
			form: {
				...named.form,
				introduction: { fr: '  ', en: 'Hello' },
			},
			textMessages: {
				...named.textMessages,
				reminder: { ...named.textMessages.reminder, text: { de: ' ' } },
			},
		};
		expect( cleaned( draft ).name ).toBe( 'Sales' );
		expect( cleaned( draft ).form.introduction ).toEqual( { en: 'Hello' } );
		expect( cleaned( draft ).textMessages.reminder.text ).toEqual( {} );
	} );

	it( 'tells what the service says of a range beside its day', () => {
		expect(
			placeErrors( { 'openingHours.weekly.2.from': 'No.' }, named )
		).toEqual( { 'openingHours.2': 'No.' } );
	} );
} );
