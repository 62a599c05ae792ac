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
import { shownCost, type Cost } from '../costs/domain/cost.js';
import type { Spending } from '../costs/spending.js';
import type { MoneyWatch } from '../costs/watch-money.js';
import type { Limits } from '../guards/limits.js';
import { homeUrlOf, siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import { languageOf } from '../http/language.js';
import { sayWritten } from '../messages/amount.js';
import { text } from '../messages/texts.js';
import type { Database } from '../persistence/database.js';
import { saveSite } from './save-site.js';
import type { Site } from './site.js';
import type { SiteStore } from './site-store.js';

export interface SiteRoutesOptions {
	database: Database;
	sites: SiteStore;
	limits: Pick< Limits, 'requestsToday' >;
	spending: Pick< Spending, 'ofMonth' >;
	moneyWatch: Pick< MoneyWatch, 'changed' >;
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
		monthlyLimitMilli: site.monthlyLimitMilli,
		spentThisMonth: shownSpending(
			await options.spending.ofMonth( site, options.clock.now() )
		),
		lowBalanceMilli: site.lowBalanceMilli,
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
			await options.moneyWatch.changed( saved );
			response.json( await describe( saved, languageOf( request ) ) );
		}
	);

	return router;
}

function shownSpending( spent: Cost | null ): WireSite[ 'spentThisMonth' ] {
	const { costMilli, currency } = shownCost(
		spent ?? { micros: null, currency: null }
	);
	return costMilli === null || currency === null
		? null
		: { milli: costMilli, currency };
}

function describeAlert(
	{ code, detail, since }: Alert,
	language: Language
): WireSite[ 'alerts' ][ number ] {
	// A sentence ends with its detail in brackets, and without them when there is none.
	return {
		code,
		detail: text( `alert.${ code }`, language, {
			detail: sayWritten( detail, language ),
		} ).replace( ' ()', '' ),
		since: since.toISOString(),
	};
}
