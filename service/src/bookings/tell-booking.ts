import type { Booking, Language } from '@rappel/contract';
import { sayTime } from '../availability/say-time.js';
import type { Site } from '../sites/site.js';
import { linksOf } from './booking-link.js';
import type { BookingRow } from './booking-store.js';
import type { TextMessagesOfVisitor, ToldRequest } from './ports.js';

export interface ToldBooking {
	site: Site;
	booking: Pick< BookingRow, 'startsAt' | 'endsAt' >;
	/** Of the link. */
	token: string;
	request: ToldRequest;
	language: Language;
	/** The clock of whoever reads it; null: not known. */
	timeZone: string | null;
	now: Date;
}

/** What the visitor knows of their booking. */
export async function tellBooking(
	{
		textMessages,
	}: { textMessages: Pick< TextMessagesOfVisitor, 'sentenceOf' > },
	told: ToldBooking
): Promise< Booking > {
	const { startsAt, endsAt } = told.booking;
	return {
		startsAt: startsAt.toISOString(),
		endsAt: endsAt.toISOString(),
		when: sayWhen( told ),
		...linksOf( told.site, told.token ),
		textMessageSentence: await textMessages.sentenceOf(
			told.request,
			told.language
		),
	};
}

/** "mardi 1er décembre à 14 h, heure de Paris (13 h chez vous)". */
export function sayWhen( {
	site,
	booking,
	language,
	timeZone,
	now,
}: Pick<
	ToldBooking,
	'site' | 'booking' | 'language' | 'timeZone' | 'now'
> ): string {
	return sayTime( booking.startsAt, {
		siteZone: site.timeZone,
		visitorZone: timeZone,
		language,
		now,
	} );
}
