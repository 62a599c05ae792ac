import { describe, expect, it } from '@jest/globals';
import { bookedTimeWords } from './booked-time';
import { notSentWords } from './booking-entry-words';
import { timelineDetail, timelineSentence } from './timeline-words';

const reading = { locale: 'en-GB', timeZone: 'Europe/Paris' };
const at = '2026-12-01T13:00:00.000Z';
const now = new Date( '2026-11-01T10:00:00Z' );

describe( 'a booked time', () => {
	it( 'is said by the site’s clock, and by the client’s where theirs differs', () => {
		expect( bookedTimeWords( at, now, reading, 'Europe/Berlin' ) ).toBe(
			'1 Dec 2026, 14:00'
		);
		expect( bookedTimeWords( at, now, reading, 'America/New_York' ) ).toBe(
			'1 Dec 2026, 14:00 (1 Dec 2026, 08:00 for the client, in New York)'
		);
		expect( bookedTimeWords( at, now, reading, 'Nowhere/Land' ) ).toBe(
			'1 Dec 2026, 14:00'
		);
	} );
} );

describe( 'what happened to a booking', () => {
	const entry = ( type: 'booked' | 'called_late', detail: string ) => ( {
		at,
		type,
		detail,
		party: null,
		agentName: null,
	} );

	it( 'is told with its time, or how late', () => {
		expect( timelineSentence( entry( 'booked', at ) ) ).toBe(
			'A time is booked.'
		);
		expect( timelineDetail( entry( 'booked', at ), reading ) ).toMatch(
			/^Tuesday,? 1 December 2026.*14:00$/
		);
		expect( timelineDetail( entry( 'booked', 'soon' ), reading ) ).toBe(
			''
		);
		expect( timelineDetail( entry( 'called_late', '600' ), reading ) ).toBe(
			'10 min 00 s'
		);
	} );

	it( 'says which SMS was not sent, and why [S27] [R08]', () => {
		expect( notSentWords( 'confirmation 30006' ) ).toBe(
			'Confirmation · A landline takes no SMS.'
		);
		expect( notSentWords( 'reminder opted_out' ) ).toMatch( /no more SMS/ );
		expect( notSentWords( 'reminder 99999' ) ).toBe(
			'Reminder · Code: 99999'
		);
	} );
} );
