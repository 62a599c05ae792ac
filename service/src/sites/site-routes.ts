import {
	contractVersion,
	saveSiteSchema,
	serviceRoutes,
	type Language,
	type Site as WireSite,
} from '@rappel/contract';
import { Router } from 'express';
import type { Alert, Alerts } from '../alerts/alerts.js';
import type { Clock } from '../clock.js';
import type { Limits } from '../guards/limits.js';
import { homeUrlOf, siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import { languageOf } from '../http/language.js';
import { text } from '../messages/texts.js';
import type { Database } from '../persistence/database.js';
import { saveSite } from './save-site.js';
import type { Site } from './site.js';
import type { SiteStore } from './site-store.js';

export interface SiteRoutesOptions {
	database: Database;
	sites: SiteStore;
	limits: Pick< Limits, 'requestsToday' >;
	alerts: Pick< Alerts, 'list' >;
	clock: Clock;
	/** See Config.simulated. */
	simulated: boolean;
	serviceVersion: string;
}

/** GET and PUT /v1/site. */
export function createSiteRoutes( options: SiteRoutesOptions ): Router {
	const router = Router();

	const describe = async (
		site: Site,
		language: Language
	): Promise< WireSite > => ( {
		id: site.id,
		name: site.name,
		homeUrl: site.homeUrl,
		timeZone: site.timeZone,
		callerId: site.callerId,
		ownerEmail: site.ownerEmail,
		supervisorEmails: site.supervisorEmails,
		dailyRequestCap: site.dailyRequestCap,
		requestsToday: await options.limits.requestsToday(
			site,
			options.clock.now()
		),
		simulated: options.simulated,
		serviceVersion: options.serviceVersion,
		contractVersion,
		alerts: ( await options.alerts.list( site.id ) ).map( ( alert ) =>
			describeAlert( alert, language )
		),
	} );

	router.get(
		expressPath( serviceRoutes.readSite ),
		async ( request, response ) => {
			response.json(
				await describe( siteOf( response ), languageOf( request ) )
			);
		}
	);

	router.put(
		expressPath( serviceRoutes.saveSite ),
		async ( request, response ) => {
			const changes = saveSiteSchema.parse( request.body );
			const saved = await saveSite(
				options,
				siteOf( response ),
				changes,
				homeUrlOf( response )
			);
			response.json( await describe( saved, languageOf( request ) ) );
		}
	);

	return router;
}

function describeAlert(
	{ code, detail, since }: Alert,
	language: Language
): WireSite[ 'alerts' ][ number ] {
	// A sentence ends with its detail in brackets, and without them when there is none.
	return {
		code,
		detail: text( `alert.${ code }`, language, { detail } ).replace(
			' ()',
			''
		),
		since: since.toISOString(),
	};
}
