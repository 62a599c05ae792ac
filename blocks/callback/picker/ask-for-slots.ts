import type { Slots } from '@rappel/contract';
import type { CallbackContext } from '../context';
import { withQuery } from '../rest-url';
import { visitorTimeZone } from '../time-zone';
import type { ask as askWordPress, Refusal } from '../wire';

/** Two rows of three on a phone, one row on a wider page. */
const daysAtOnce = 6;

/**
 * Free slots by days of the visitor's clock; `from` undefined: from the first day that has one. A sentence says why there is no
 * answer.
 */
export async function askForSlots(
	ask: typeof askWordPress,
	{ restUrl, channelId, language, texts }: CallbackContext,
	from?: string
): Promise< Slots | string > {
	const timeZone = visitorTimeZone();
	try {
		return await ask< Slots >(
			withQuery( `${ restUrl }channels/${ channelId }/slots`, {
				days: `${ daysAtOnce }`,
				language,
				...( from && { from } ),
				...( timeZone && { timeZone } ),
			} )
		);
	} catch ( error ) {
		// Only a refusal has a sentence for the visitor.
		return ( error as Partial< Refusal > ).detail ?? texts.slotsFailed;
	}
}
