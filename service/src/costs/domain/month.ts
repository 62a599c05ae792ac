import { DateTime } from 'luxon';
import { zoneNamed } from '../../availability/domain/zone.js';

export interface Month {
	/** "2026-12" */
	name: string;
	/** When the next one begins. */
	endsAt: Date;
}

/** The month that a site's calendar shows at an instant. */
export function monthOf( timeZone: string, at: Date ): Month {
	const month = DateTime.fromJSDate( at, {
		zone: zoneNamed( timeZone ),
	} ).startOf( 'month' );
	return {
		name: month.toFormat( 'yyyy-MM' ),
		endsAt: month.plus( { months: 1 } ).toJSDate(),
	};
}
