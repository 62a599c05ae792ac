import { serviceRoutes, slotsQuerySchema, type Slots } from '@rappel/contract';
import { Router } from 'express';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import { languageOf } from '../http/language.js';
import { Refusal } from '../refusal.js';
import { freeSlots } from './domain/slots.js';
import type { SlotFactsReader } from './slot-facts.js';
import { visitorsZone } from './slot-labels.js';
import { slotPage } from './slot-pages.js';

export interface SlotRoutesOptions {
	channels: Pick< ChannelStore, 'find' >;
	facts: SlotFactsReader;
	clock: Clock;
}

/** GET /v1/channels/{channelId}/slots: the dates and times that a visitor may book. */
export function createSlotRoutes( {
	channels,
	facts,
	clock,
}: SlotRoutesOptions ): Router {
	const router = Router();

	router.get(
		expressPath( serviceRoutes.listSlots ),
		async ( request, response ) => {
			const site = siteOf( response );
			const { from, days, timeZone } = slotsQuerySchema.parse(
				request.query
			);
			const channel = await channels.find(
				site.id,
				String( request.params.channelId )
			);
			if ( ! channel ) {
				throw new Refusal( 'channel_not_found' );
			}
			const { booking, callTypes, state } = channel.settings;
			if ( callTypes === 'immediate' ) {
				throw new Refusal( 'booking_not_offered' );
			}
			if ( state === 'paused' ) {
				throw new Refusal( 'channel_paused' );
			}
			const now = clock.now();
			const answer: Slots = slotPage(
				freeSlots( booking, await facts.all( { site, channel, now } ) ),
				{
					siteZone: site.timeZone,
					visitorZone: visitorsZone( site.timeZone, timeZone ),
					language: languageOf( request ),
				},
				{ from, days, lengthMinutes: booking.lengthMinutes, now }
			);
			response.json( answer );
		}
	);

	return router;
}
