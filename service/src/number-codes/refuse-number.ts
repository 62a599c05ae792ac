import { Refusal } from '../refusal.js';
import type { Recipients } from '../text-messages/recipients.js';

const sentences = {
	landline: 'problem.number_type_refused.no_mobile',
	opted_out: 'problem.number_type_refused.no_text_messages',
} as const;

/** @throws {Refusal} number_type_refused, for a number that gets no SMS of the site. */
export async function refuseNumberWithoutMessages(
	recipients: Pick< Recipients, 'unreached' >,
	siteId: string,
	number: string
): Promise< void > {
	const why = await recipients.unreached( siteId, number );
	if ( why ) {
		throw new Refusal( 'number_type_refused', {
			field: 'number',
			text: sentences[ why ],
		} );
	}
}
