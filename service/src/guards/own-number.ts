import type { Channel } from '../channels/channel.js';
import { Refusal } from '../refusal.js';

/**
 * Refuses a visitor's number at which the site itself is called, or that it shows as its own: the two legs would meet in the
 * same office, on the phone of one agent, or call each other in a circle.
 *
 * @param  e164     The visitor's.
 * @param  channels All channels of the site.
 * @param  others   The site's and the service's caller ids, and the numbers of the site's agents.
 * @throws {Refusal} number_type_refused.
 */
export function refuseOwnNumber(
	e164: string,
	channels: Channel[],
	others: Iterable< string | null >
): void {
	const own = [
		...others,
		...channels.flatMap( ( { settings: { calls, fallback } } ) => [
			calls.destinationNumber,
			calls.callerId,
			fallback.number,
		] ),
	];
	if ( own.includes( e164 ) ) {
		throw new Refusal( 'number_type_refused', {
			field: 'number',
			text: 'problem.number_type_refused.own_number',
		} );
	}
}
