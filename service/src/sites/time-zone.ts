import { findZone } from '../availability/domain/zone.js';
import { Refusal } from '../refusal.js';

/**
 * An IANA name ("Europe/Paris") or an offset ("+02:00"), as WordPress has it.
 *
 * @throws {Refusal} invalid_request.
 */
export function checkTimeZone( timeZone: string ): void {
	if ( ! findZone( timeZone ) ) {
		throw new Refusal( 'invalid_request', {
			field: 'timeZone',
			text: 'problem.time_zone_unknown',
		} );
	}
}
