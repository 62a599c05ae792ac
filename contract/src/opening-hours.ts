import { z } from 'zod';
import {
	countrySchema,
	languageSchema,
	localDateSchema,
	localMomentSchema,
	localTimeSchema,
} from './primitives.js';

const rangeSchema = z.object( { from: localTimeSchema, to: localTimeSchema } );

/** Monday is 1, Sunday is 7 (ISO 8601). A range that ends at or before its start goes past midnight into the next day. */
export const weeklyRangeSchema = rangeSchema.extend( {
	day: z.int().min( 1 ).max( 7 ),
} );
export type WeeklyRange = z.infer< typeof weeklyRangeSchema >;

/** One date that is not like the week: its own ranges, or closed when it has none. It also opens a public holiday. */
export const hoursExceptionSchema = z.object( {
	date: localDateSchema,
	ranges: z.array( rangeSchema ).max( 10 ).default( [] ),
	/** For the owner's own eyes: "stocktaking". */
	note: z.string().trim().max( 80 ).nullable().default( null ),
} );
export type HoursException = z.infer< typeof hoursExceptionSchema >;

/** Public holidays are closed; null country: none is kept. Of a region ("BY" of DE) or a part of one ("BY.A"), its own too. */
export const holidaySettingsSchema = z.object( {
	country: countrySchema.nullable().default( null ),
	region: z.string().trim().max( 12 ).nullable().default( null ),
} );
export type HolidaySettings = z.infer< typeof holidaySettingsSchema >;

/** Closed between two moments of the site's clock. */
export const closureSchema = z.object( {
	from: localMomentSchema,
	to: localMomentSchema,
	note: z.string().trim().max( 80 ).nullable().default( null ),
} );
export type Closure = z.infer< typeof closureSchema >;

/**
 * In the site's time zone. What is named first wins: a pause, an exception of that date, a public holiday, the week. `always` is
 * a week of 24 hours on 7 days in place of `weekly`; otherwise an empty week is closed.
 */
export const openingHoursSchema = z.object( {
	always: z.boolean().default( false ),
	weekly: z.array( weeklyRangeSchema ).max( 70 ).default( [] ),
	exceptions: z.array( hoursExceptionSchema ).max( 400 ).default( [] ),
	holidays: holidaySettingsSchema.prefault( {} ),
	pauses: z.array( closureSchema ).max( 50 ).default( [] ),
} );
export type OpeningHours = z.infer< typeof openingHoursSchema >;

/** When an agent can be booked: their own week in the site's time zone (null: the channel's), and their leave. */
export const agentHoursSchema = z.object( {
	weekly: z.array( weeklyRangeSchema ).max( 70 ).nullable().default( null ),
	leave: z.array( closureSchema ).max( 100 ).default( [] ),
} );
export type AgentHours = z.infer< typeof agentHoursSchema >;

export const holidaySchema = z.object( {
	date: localDateSchema,
	/** In the language asked for, or the country's own. */
	name: z.string(),
} );
export type Holiday = z.infer< typeof holidaySchema >;

/** GET /v1/holidays. A region that the country does not have counts as none. */
export const holidaysQuerySchema = z.object( {
	country: countrySchema,
	region: z.string().trim().max( 12 ).optional(),
	language: languageSchema.optional(),
} );

/** GET /v1/holidays?country=FR&region=&language=fr: the next twelve days that are closed, from today of the site. */
export const holidayListSchema = z.object( {
	holidays: z.array( holidaySchema ),
} );
export type HolidayList = z.infer< typeof holidayListSchema >;

const namedSchema = z.object( { code: z.string(), name: z.string() } );

/** GET /v1/holiday-countries?language=fr: every country whose holidays are known, by name, and its regions. */
export const holidayCountriesSchema = z.object( {
	countries: z.array(
		namedSchema.extend( { regions: z.array( namedSchema ) } )
	),
} );
export type HolidayCountries = z.infer< typeof holidayCountriesSchema >;
