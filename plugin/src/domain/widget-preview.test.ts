import { describe, expect, it } from '@jest/globals';
import type { Draft } from './channel-draft';
import { newDraft } from './new-draft';
import { previewExample } from './preview-example';
import { filled, widgetPreview, widgetStatesOf } from './widget-preview';

const draft: Draft = { ...newDraft( 'en' ), name: 'Sales' };
const now = new Date( '2026-11-28T09:00:00Z' );
const example = previewExample( draft, 'en', 'Workshop', now );
const preview = (
	state: Parameters< typeof widgetPreview >[ 2 ],
	changes: Partial< Draft > = {}
) => widgetPreview( { ...draft, ...changes }, 'en', state, example );

describe( 'the preview of the form', () => {
	it( 'has the states in which a visitor can meet it', () => {
		expect( widgetStatesOf( draft ) ).toEqual( [
			'open',
			'closed',
			'full',
			'asked',
			'booked',
		] );
		expect(
			widgetStatesOf( {
				...draft,
				callTypes: 'immediate',
				calls: { ...draft.calls, checkAvailability: true },
				openingHours: { ...draft.openingHours, always: true },
			} )
		).toEqual( [ 'open', 'nobody', 'full', 'asked' ] );
		expect( widgetStatesOf( { ...draft, callTypes: 'deferred' } ) ).toEqual(
			[ 'open', 'booked' ]
		);
	} );

	it( 'shows the owner’s words of its language, or Rappel’s, never another language’s [N21]', () => {
		const form = {
			...draft.form,
			introduction: { en: 'Ask us.' },
			phoneLabel: { fr: 'Votre mobile' },
		};
		expect( preview( 'open', { form } ) ).toMatchObject( {
			introduction: 'Ask us.',
			phoneLabel: 'Your phone number',
			button: 'Call me back now',
			nameLabel: null,
			otherWays: '',
		} );
	} );

	it( 'says why nobody is called now, with the next opening where it is known', () => {
		expect( preview( 'closed' ) ).toMatchObject( {
			button: null,
			closed: 'We cannot call you back right now. We are here again: Monday 9:00 AM. You may pick a time.',
		} );
		expect( preview( 'full' ) ).toMatchObject( {
			closed: 'We cannot call you back right now. You may pick a time.',
		} );
		expect( preview( 'full', { callTypes: 'immediate' } ) ).toMatchObject( {
			closed: 'Many people are waiting to be called back. Please try again a little later.',
			later: null,
		} );
	} );

	it( 'fills in the time that was booked', () => {
		const bookingTexts = {
			...draft.bookingTexts,
			confirmation: { en: '{name}, {company} calls on {date}. {other}' },
		};
		expect( preview( 'booked', { bookingTexts } ) ).toMatchObject( {
			state: 'scheduled',
			message: `Camille Martin, Workshop calls on ${ example.date }. {other}`,
		} );
	} );

	it( 'leaves places that are not known as they are written', () => {
		expect( filled( '{name} {datum}', { name: 'Ada' } ) ).toBe(
			'Ada {datum}'
		);
	} );
} );
