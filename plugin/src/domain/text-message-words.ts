import { __, _n, sprintf } from '@wordpress/i18n';
import type { TextMessagePreview } from '@rappel/contract';

/** Characters in one segment, and in each of several (3GPP TS 23.038 and 23.040). */
const room = { gsm7: [ 160, 153 ], ucs2: [ 70, 67 ] } as const;

/** "98 characters, 2 SMS" */
export const sizeWords = ( { characters, segments }: TextMessagePreview ) =>
	sprintf(
		/* translators: 1: "98 characters". 2: "billed as 2 SMS". */
		__( '%1$s, %2$s.', 'rappel' ),
		sprintf(
			/* translators: %d: number of characters. */
			_n( '%d character', '%d characters', characters, 'rappel' ),
			characters
		),
		sprintf(
			/* translators: %d: number of text messages. */
			_n( 'billed as %d SMS', 'billed as %d SMS', segments, 'rappel' ),
			segments
		)
	);

/** Why it costs more than its length lets expect; empty where it does not. */
export function costWords( {
	encoding,
	costlyCharacters,
}: TextMessagePreview ): string {
	return encoding === 'ucs2'
		? sprintf(
				/* translators: 1: characters: "ê, ç". 2: 70. 3: 160. */
				__(
					'An SMS with %1$s holds %2$d characters and not %3$d: without them it costs less.',
					'rappel'
				),
				costlyCharacters.join( ' ' ),
				room.ucs2[ 0 ],
				room.gsm7[ 0 ]
			)
		: '';
}

/** Which words in braces are not filled in; empty where all are. */
export const unknownPlacesWords = ( {
	unknownPlaces,
}: TextMessagePreview ): string =>
	unknownPlaces.length
		? sprintf(
				/* translators: %s: words in braces: "{datum}, {hour}". */
				__(
					'%s would be sent as it stands: no such place is known.',
					'rappel'
				),
				unknownPlaces.join( ', ' )
			)
		: '';
