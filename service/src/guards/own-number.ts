import type { Channel } from '../channels/channel.js';
import { Refusal } from '../refusal.js';

/**
 * Refuses a visitor's number at which the site itself is called, or that it shows as its own: the two legs would meet in the
 * same office, or call each other in a circle.
 *
 * @param  e164      The visitor's.
 * @param  channels  All channels of the site.
 * @param  callerIds The site's and the service's caller ids.
 * @throws {Refusal} number_type_refused.
 */
export function refuseOwnNumber(
	e164: string,
	channels: Channel[],
	callerIds: Array< string | null >
): void {
	const own = [
		...callerIds,
		...channels.flatMap( ( { settings } ) => [
			settings.calls.destinationNumber,
			settings.calls.callerId,
		] ),
	];
	if ( own.includes( e164 ) ) {
		throw new Refusal( 'number_type_refused', {
			field: 'number',
			text: 'problem.number_type_refused.own_number',
		} );
	}
}
