import type { RequestFilter } from '@rappel/contract';
import { DateTime } from 'luxon';
import { zoneNamed } from '../availability/domain/zone.js';
import { soughtIn } from './search-words.js';
import type { SoughtRequests } from './store/request-filter.js';

/** What a filter asks of a site: its days are whole days of the site's clock, both included. */
export function soughtRequests(
	{ id: siteId, timeZone }: { id: string; timeZone: string },
	{ from, to, search, ...filter }: RequestFilter
): SoughtRequests {
	const startOf = ( date: string ) =>
		DateTime.fromISO( date, { zone: zoneNamed( timeZone ) } ).startOf(
			'day'
		);
	return {
		...filter,
		siteId,
		from: from ? startOf( from ).toJSDate() : null,
		until: to ? startOf( to ).plus( { days: 1 } ).toJSDate() : null,
		words: search ? soughtIn( search ) : null,
	};
}
