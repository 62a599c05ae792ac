import { z } from 'zod';
import { idSchema, localDateSchema } from './primitives.js';

/** GET /v1/results: whole days of the site's clock, both included; at most 366. */
export const resultsQuerySchema = z.object( {
	from: localDateSchema,
	to: localDateSchema,
	groupBy: z
		.enum( [ 'channel', 'page', 'agent', 'hour' ] )
		.default( 'channel' ),
	channelId: idSchema.optional(),
} );
export type ResultsQuery = z.infer< typeof resultsQuerySchema >;

/** Of requests by the day on which they were made. Ratios are left to the reader: null where there is nothing to divide by. */
export const figuresSchema = z.object( {
	requests: z.int().min( 0 ),
	booked: z.int().min( 0 ),
	/** The two talked. */
	joined: z.int().min( 0 ),
	joinedAtFirstTry: z.int().min( 0 ),
	/** Over, and the two never talked; cancelled by the visitor does not count. */
	missed: z.int().min( 0 ),
	cancelled: z.int().min( 0 ),
	/** From being asked, or from the booked time, to the first ring: the middle one; null: none rang. */
	medianSecondsToRing: z.number().min( 0 ).nullable(),
	/** Bookings that came due, and those of them that rang within two minutes of their time. */
	bookingsDue: z.int().min( 0 ),
	bookingsPunctual: z.int().min( 0 ),
	talkSeconds: z.int().min( 0 ),
	/** Survey answers by score: how many gave 1, 2, 3, 4, 5. */
	scores: z.array( z.int().min( 0 ) ).length( 5 ),
	/** What the network asked for calls and SMS, in thousandths of the currency's unit; null: not known. */
	costMilli: z.int().nullable(),
	/** ISO 4217; null: not known. */
	currency: z.string().nullable(),
} );
export type Figures = z.infer< typeof figuresSchema >;

export const resultsSchema = z.object( {
	total: figuresSchema,
	/** Of the period of the same length just before. */
	before: figuresSchema,
	days: z.array(
		z.object( { date: localDateSchema, figures: figuresSchema } )
	),
	/** The most requests first, at most 100; by hour of the day: "0" to "23". */
	groups: z.array(
		z.object( {
			/** Id of the channel, path of the page, id of the agent ("" for none), hour. */
			key: z.string(),
			/** For reading. */
			name: z.string(),
			figures: figuresSchema,
		} )
	),
} );
export type Results = z.infer< typeof resultsSchema >;
