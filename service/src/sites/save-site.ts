import { guardSettingsSchema, type SaveSite } from '@rappel/contract';
import type { Database } from '../persistence/database.js';
import { readCallerId } from '../guards/own-line.js';
import type { Site } from './site.js';
import type { SiteStore } from './site-store.js';
import { checkTimeZone } from './time-zone.js';

/** A site has no country of its own: its caller id is read as a new channel's numbers are. */
const { defaultCountry } = guardSettingsSchema.parse( {} );

/**
 * Writes what the owner changed and answers the site as it is then; what is absent stays. `homeUrl` is the one that the call was
 * signed with: it becomes the site's own when the owner says that the site has moved. Refuses (Refusal) with invalid_request
 * for a time zone that does not exist, number_invalid and number_type_refused for a caller id.
 */
export async function saveSite(
	{ database, sites }: { database: Database; sites: SiteStore },
	site: Site,
	changes: SaveSite,
	homeUrl: string
): Promise< Site > {
	if ( changes.timeZone !== undefined ) {
		checkTimeZone( changes.timeZone );
	}
	const callerId =
		changes.callerId === undefined
			? undefined
			: readCallerId( changes.callerId, defaultCountry, 'callerId' );
	return database.transaction( async () => {
		const current = ( await sites.find( site.id ) ) ?? site;
		const saved: Site = {
			...current,
			name: changes.name ?? current.name,
			timeZone: changes.timeZone ?? current.timeZone,
			callerId: callerId === undefined ? current.callerId : callerId,
			ownerEmail:
				changes.ownerEmail === undefined
					? current.ownerEmail
					: changes.ownerEmail,
			supervisorEmails:
				changes.supervisorEmails ?? current.supervisorEmails,
			dailyRequestCap: changes.dailyRequestCap ?? current.dailyRequestCap,
			monthlyLimitMilli:
				changes.monthlyLimitMilli === undefined
					? current.monthlyLimitMilli
					: changes.monthlyLimitMilli,
			lowBalanceMilli:
				changes.lowBalanceMilli === undefined
					? current.lowBalanceMilli
					: changes.lowBalanceMilli,
			homeUrl: changes.moved ? homeUrl : current.homeUrl,
		};
		await sites.save( saved );
		return saved;
	} );
}
