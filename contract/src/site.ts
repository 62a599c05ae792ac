import { z } from 'zod';
import {
	e164Schema,
	idSchema,
	instantSchema,
	timeZoneSchema,
} from './primitives.js';

/** POST /v1/pairings: the only call that is not signed; the code is its proof, works once and for one hour. */
export const pairSchema = z.object( {
	code: z.string().trim().min( 8 ).max( 64 ),
	homeUrl: z.url().max( 500 ),
	name: z.string().trim().max( 200 ),
	timeZone: timeZoneSchema,
} );
export type Pair = z.infer< typeof pairSchema >;

export const pairedSchema = z.object( {
	siteId: idSchema,
	/** 32 random bytes, base64url: the key of every later signature. Given once, never again. */
	secret: z.string(),
} );
export type Paired = z.infer< typeof pairedSchema >;

/** Something only the owner can mend. */
export const alertSchema = z.object( {
	code: z.enum( [
		'telephony_credentials',
		'telephony_caller_id',
		'telephony_country',
		/** The account is on trial, and the number is none that it has verified. */
		'telephony_trial',
		'telephony_unreachable',
		'daily_cap_reached',
		'spending_limit_reached',
		'balance_low',
		'text_messages_refused',
	] ),
	detail: z.string(),
	since: instantSchema,
} );

/** GET /v1/site. */
export const siteSchema = z.object( {
	id: idSchema,
	name: z.string(),
	homeUrl: z.string(),
	timeZone: z.string(),
	/** Shown to both parties unless a channel has its own; null: the service's. */
	callerId: e164Schema.nullable(),
	ownerEmail: z.string().nullable(),
	supervisorEmails: z.array( z.string() ),
	/** Calls stop for the day (in the site's zone) once so many requests were accepted. */
	dailyRequestCap: z.int().min( 1 ).max( 100_000 ),
	requestsToday: z.int().min( 0 ),
	/** Calls stop for the month (in the site's zone) once they and the SMS cost so much; thousandths of `spentThisMonth.currency`. Null: no limit. */
	monthlyLimitMilli: z.int().min( 1 ).nullable(),
	/** As far as the network has told prices; null: none yet this month. */
	spentThisMonth: z
		.object( { milli: z.int().min( 0 ), currency: z.string() } )
		.nullable(),
	/** The owner is told once the account holds less; thousandths of its currency. Null: never. */
	lowBalanceMilli: z.int().min( 1 ).nullable(),
	/** True when calls go to the phone lab and not to a telephone network. */
	simulated: z.boolean(),
	serviceVersion: z.string(),
	contractVersion: z.int(),
	alerts: z.array( alertSchema ),
} );
export type Site = z.infer< typeof siteSchema >;

/** PUT /v1/site. What is absent stays. */
export const saveSiteSchema = z.object( {
	name: z.string().trim().max( 200 ).optional(),
	timeZone: timeZoneSchema.optional(),
	callerId: z.string().trim().max( 40 ).nullable().optional(),
	/** Who is told what only they can mend: the owner, and supervisors. */
	ownerEmail: z.email().max( 254 ).nullable().optional(),
	supervisorEmails: z.array( z.email().max( 254 ) ).max( 50 ).optional(),
	dailyRequestCap: z.int().min( 1 ).max( 100_000 ).optional(),
	monthlyLimitMilli: z
		.int()
		.min( 1 )
		.max( 2_000_000_000 )
		.nullable()
		.optional(),
	lowBalanceMilli: z
		.int()
		.min( 1 )
		.max( 2_000_000_000 )
		.nullable()
		.optional(),
	/** True: the site has moved. The home URL of this signed call becomes its own, and the old one calls nobody any more. */
	moved: z.boolean().optional(),
} );
export type SaveSite = z.infer< typeof saveSiteSchema >;
