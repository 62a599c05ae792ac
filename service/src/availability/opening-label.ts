import type { Language } from '@rappel/contract';
import { text } from '../messages/texts.js';
import { atTime, daysBetween, sayDate, sayDay } from './say-time.js';

/**
 * When it opens, for a person: "today at 2:30 pm", "demain à 9 h", "mercredi à 9 h 30", "Wednesday, December 2 at 9:00 am".
 *
 * @param opensAt  The instant.
 * @param timeZone The site's: what the clock on the company's wall shows then.
 * @param language The visitor's.
 * @param now      What "today" means.
 */
export function openingLabel(
	opensAt: Date,
	timeZone: string,
	language: Language,
	now: Date
): string {
	const clock = { timeZone, language };
	const at = atTime( opensAt, clock );
	const days = daysBetween( now, opensAt, timeZone );
	if ( days <= 0 ) {
		return text( 'opening.today', language, { at } );
	}
	if ( days === 1 ) {
		return text( 'opening.tomorrow', language, { at } );
	}
	return days < 7
		? text( 'opening.this_week', language, {
				day: sayDay( opensAt, clock ),
				at,
			} )
		: text( 'opening.later', language, {
				date: sayDate( opensAt, { ...clock, now } ),
				at,
			} );
}
