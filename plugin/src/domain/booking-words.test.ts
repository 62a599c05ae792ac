import { describe, expect, it } from '@jest/globals';
import { bookingSummary, teamCapacityWords } from './booking-words';
import { newDraft } from './new-draft';

const { booking } = newDraft( 'en' );

describe( 'the booking settings in words', () => {
	it( 'tells step, places and window [S25] [S26] [R09]', () => {
		expect(
			bookingSummary(
				{ ...booking, capacity: 'number', capacityNumber: 2 },
				0,
				'en'
			)
		).toBe(
			'Every 15 minutes, 2 at a time, from 30 minutes from now to 14 days ahead.'
		);
	} );

	it( 'tells what differs: length, buffers, limits', () => {
		expect(
			bookingSummary(
				{
					...booking,
					lengthMinutes: 30,
					bufferAfterMinutes: 10,
					minimumDelayMinutes: 120,
					maximumPerDay: 20,
				},
				0,
				'en'
			)
		).toBe(
			'Every 15 minutes for 30 minutes, one at a time, from 2 hours from now to 14 days ahead. Kept free after each: 10 minutes. At most 20 a day.'
		);
	} );

	it( 'says nothing while a figure is wrong', () => {
		expect(
			bookingSummary( { ...booking, stepMinutes: NaN }, 0, 'en' )
		).toBe( '' );
	} );

	it( 'says what an empty team means', () => {
		expect( teamCapacityWords( 0 ) ).toMatch( /one callback at a time/ );
		expect( teamCapacityWords( 3 ) ).toMatch( /^3 people/ );
	} );
} );
