import type { Language } from '@rappel/contract';
import { DateTime } from 'luxon';
import { text } from '../messages/texts.js';
import { zoneNamed } from './domain/zone.js';

/** A line is never broken between a figure and its unit. */
const noBreak = '\u00a0';

/**
 * When it opens, for a person: "today at 2:30 pm", "demain à 9 h", "mercredi à 9 h 30", "Wednesday, December 2 at 9:00 am".
 *
 * @param opensAt  The instant.
 * @param zoneName The site's: what the clock on the company's wall shows then.
 * @param language The visitor's.
 * @param now      What "today" means.
 */
export function openingLabel(
	opensAt: Date,
	zoneName: string,
	language: Language,
	now: Date
): string {
	const inZone = { zone: zoneNamed( zoneName ) };
	const opening = DateTime.fromJSDate( opensAt, inZone ).setLocale(
		language
	);
	const today = DateTime.fromJSDate( now, inZone ).startOf( 'day' );
	const days = Math.round(
		opening.startOf( 'day' ).diff( today, 'days' ).days
	);
	const time =
		language === 'fr' ? frenchTime( opening ) : englishTime( opening );
	if ( days <= 0 ) {
		return text( 'opening.today', language, { time } );
	}
	if ( days === 1 ) {
		return text( 'opening.tomorrow', language, { time } );
	}
	if ( days < 7 ) {
		return text( 'opening.this_week', language, {
			day: opening.toFormat( 'cccc' ),
			time,
		} );
	}
	return text( 'opening.later', language, {
		date:
			language === 'fr'
				? frenchDate( opening )
				: opening.toFormat( 'cccc, LLLL d' ),
		time,
	} );
}

/** "9 h", "14 h 30" (Imprimerie nationale). */
function frenchTime( at: DateTime ): string {
	const minutes =
		at.minute === 0
			? ''
			: `${ noBreak }${ String( at.minute ).padStart( 2, '0' ) }`;
	return `${ at.hour }${ noBreak }h${ minutes }`;
}

/** "9:00 am". */
function englishTime( at: DateTime ): string {
	return at.toFormat( `h:mm'${ noBreak }'a` ).toLowerCase();
}

/** "mercredi 2 décembre", and "mardi 1er décembre" on the first. */
function frenchDate( at: DateTime ): string {
	return `${ at.toFormat( 'cccc' ) } ${ at.day === 1 ? '1er' : at.day }${ noBreak }${ at.toFormat( 'LLLL' ) }`;
}
