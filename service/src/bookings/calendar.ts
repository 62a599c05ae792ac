import type { Language } from '@rappel/contract';
import ical, {
	ICalCalendarMethod,
	ICalEventStatus,
	ICalEventTransparency,
} from 'ical-generator';
import { shownTo } from '../callbacks/shown-number.js';
import type { Loaded } from '../callbacks/store/callback-store.js';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import { linksOf } from './booking-link.js';
import type { BookingRow } from './booking-store.js';
import { maskedNumber } from './masked-number.js';

export interface Calendar {
	/** With its parameters. */
	contentType: string;
	body: string;
}

/**
 * A booking for the visitor's own calendar (RFC 5545, in UTC). Its UID stays and its SEQUENCE rises with each change, so that a
 * calendar that has it moves it, or strikes it out once it is cancelled.
 */
export function calendarOf(
	{ site, token }: { site: Site; token: string },
	{
		row,
		loaded,
		language,
	}: { row: BookingRow; loaded: Loaded; language: Language }
): Calendar {
	const { request, details, updatedAt } = loaded;
	const isCancelled = request.state === 'cancelled';
	const method = isCancelled
		? ICalCalendarMethod.CANCEL
		: ICalCalendarMethod.PUBLISH;
	const calendar = ical( {
		prodId: { company: 'Rappel', product: 'Rappel', language: 'EN' },
		method,
	} );
	const { changeUrl } = linksOf( site, token );
	calendar.createEvent( {
		id: `${ row.requestId }@${ new URL( site.homeUrl ).hostname }`,
		sequence: row.sequence,
		stamp: updatedAt,
		start: row.startsAt,
		end: row.endsAt,
		status: isCancelled
			? ICalEventStatus.CANCELLED
			: ICalEventStatus.CONFIRMED,
		transparency: ICalEventTransparency.OPAQUE,
		summary: text( 'calendar.summary', language, { company: site.name } ),
		description: descriptionOf( {
			site,
			number: details.number,
			callerId: request.plan.callerId,
			changeUrl,
			language,
		} ),
		url: changeUrl,
	} );
	return {
		contentType: `text/calendar; charset=utf-8; method=${ method }`,
		body: calendar.toString(),
	};
}

function descriptionOf( {
	site,
	number,
	callerId,
	changeUrl,
	language,
}: {
	site: Site;
	number: string;
	callerId: string;
	changeUrl: string;
	language: Language;
} ): string {
	return [
		text( 'calendar.description', language, {
			company: site.name,
			number: maskedNumber( number ),
		} ),
		...( callerId
			? [
					text( 'calendar.caller', language, {
						callerId: shownTo( callerId, number ),
					} ),
				]
			: [] ),
		text( 'calendar.change', language, { link: changeUrl } ),
	].join( '\n' );
}
