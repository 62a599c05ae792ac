import {
	languageSchema,
	moveBookingSchema,
	serviceRoutes,
	textMessagesWantedSchema,
	timeZoneSchema,
	type Language,
} from '@rappel/contract';
import { Router, type Request, type Response } from 'express';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import type { BookingPages } from './booking-page.js';
import type { Reader } from './reader.js';

/** Under /v1, signed by a site; the token of the link says which booking. Routes parse, call and answer. */
export function createBookingRoutes( pages: BookingPages ): Router {
	const router = Router();

	router.get(
		expressPath( serviceRoutes.readBooking ),
		async ( request, response ) => {
			response.json(
				await pages.readBooking( readerOf( request, response ) )
			);
		}
	);

	router.post(
		expressPath( serviceRoutes.moveBooking ),
		async ( request, response ) => {
			const { startsAt, language, timeZone } = moveBookingSchema.parse(
				request.body
			);
			const reader = readerOf( request, response, {
				language: language ?? null,
				timeZone: timeZone ?? null,
			} );
			response.json(
				await pages.moveBooking( reader, new Date( startsAt ) )
			);
		}
	);

	router.post(
		expressPath( serviceRoutes.cancelBooking ),
		async ( request, response ) => {
			response.json(
				await pages.cancelBooking( readerOf( request, response ) )
			);
		}
	);

	router.get(
		expressPath( serviceRoutes.readCalendar ),
		async ( request, response ) => {
			const { contentType, body } = await pages.readCalendar(
				readerOf( request, response )
			);
			response
				.type( contentType )
				.set(
					'Content-Disposition',
					'attachment; filename="rappel.ics"'
				)
				.send( body );
		}
	);

	router.post(
		expressPath( serviceRoutes.saveTextMessagesWanted ),
		async ( request, response ) => {
			const { wanted } = textMessagesWantedSchema.parse( request.body );
			response.json(
				await pages.saveTextMessagesWanted(
					readerOf( request, response ),
					wanted
				)
			);
		}
	);

	return router;
}

interface Named {
	language: Language | null;
	timeZone: string | null;
}

function readerOf(
	request: Request,
	response: Response,
	named: Named = { language: null, timeZone: null }
): Reader {
	const { language, timeZone } = request.query;
	return {
		site: siteOf( response ),
		token: String( request.params.token ),
		language:
			named.language ?? languageSchema.safeParse( language ).data ?? null,
		timeZone:
			named.timeZone ?? timeZoneSchema.safeParse( timeZone ).data ?? null,
	};
}
