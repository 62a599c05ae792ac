import { z } from 'zod';
import { instantSchema } from './primitives.js';

/** GET /v1/channels/{id}/availability: may an immediate request be made now, and until when is that answer true? */
export const availabilitySchema = z.object( {
	immediate: z.boolean(),
	/** Why not; null when `immediate`. */
	reason: z
		.enum( [
			'closed',
			'closing_soon',
			'paused',
			/** The channel takes bookings only. */
			'deferred_only',
			'incomplete',
			'nobody_available',
			'queue_full',
			'daily_cap_reached',
			/** The month has cost what the owner allows. */
			'spending_limit_reached',
		] )
		.nullable(),
	/** The next instant at which `immediate` changes by the opening hours; null when it never does. */
	changesAt: instantSchema.nullable(),
	/** When closed, or about to close: the next opening, as a sentence's worth of local time in the site's zone; null when none within a year. */
	nextOpening: z
		.object( { at: instantSchema, label: z.string() } )
		.nullable(),
	/** Whether slots can be booked at all: the deferred button is there, whatever `immediate` says. */
	deferred: z.boolean(),
	/** Why one is not called now, with the next opening, in the channel's own words or Rappel's; null when `immediate`. */
	unavailableSentence: z.string().nullable(),
	serverTime: instantSchema,
} );
export type Availability = z.infer< typeof availabilitySchema >;
