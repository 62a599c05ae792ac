import { z } from 'zod';
import { e164Schema } from './primitives.js';

/** GET /v1/site/telephony?language=fr: the account that calls are made from, as the network tells it now. */
export const telephonyAccountSchema = z.object( {
	/** The site's own wins over the service's. */
	source: z.enum( [ 'site', 'service' ] ),
	/** The phone lab in place of a network. */
	simulated: z.boolean(),
	/** "AC…1234": enough to know it again. */
	accountShown: z.string(),
	/** Null where the network did not answer; `problems` says why. */
	account: z
		.object( {
			/** A trial calls verified numbers only, and says so before each call. */
			type: z.enum( [ 'trial', 'full' ] ),
			active: z.boolean(),
			balance: z
				.object( { milli: z.int(), currency: z.string() } )
				.nullable(),
			/** Numbers of the account, and those it has verified. */
			numbers: z.array(
				z.object( {
					number: e164Schema,
					voice: z.boolean(),
					sms: z.boolean(),
					/** Verified, not owned: may be a caller id, takes no calls. */
					isVerifiedOnly: z.boolean(),
				} )
			),
			/** ISO 3166-1 of the countries it may call; null: not told. */
			countries: z.array( z.string() ).nullable(),
		} )
		.nullable(),
	/** What is missing or will surprise: a sentence each that says what to do. */
	problems: z.array(
		z.object( {
			code: z.enum( [
				'credentials_refused',
				'network_unreachable',
				'account_suspended',
				'trial_account',
				'no_number',
				'country_not_allowed',
				'balance_low',
			] ),
			detail: z.string(),
		} )
	),
} );
export type TelephonyAccount = z.infer< typeof telephonyAccountSchema >;

/** GET rappel/v1/telephony-account: with what WordPress knows besides. */
export const siteTelephonyAccountSchema = telephonyAccountSchema.extend( {
	/** Where the site's configuration names the account, which is then changed there alone; null: nowhere. */
	setBy: z.enum( [ 'constants', 'environment', 'connector' ] ).nullable(),
	/** Why the service did not take the account that the configuration names: a sentence. Null: it did, or there is none. */
	notTakenFor: z.string().nullable(),
} );
export type SiteTelephonyAccount = z.infer< typeof siteTelephonyAccountSchema >;

/** PUT /v1/site/telephony: the site's own account, tried before it is kept (`telephony_credentials_refused`); null: the service's again. */
export const saveTelephonyAccountSchema = z.object( {
	credentials: z
		.object( {
			accountSid: z
				.string()
				.trim()
				.regex( /^AC[0-9a-fA-F]{32}$/ ),
			authToken: z.string().trim().min( 8 ).max( 128 ),
		} )
		.nullable(),
} );
export type SaveTelephonyAccount = z.infer< typeof saveTelephonyAccountSchema >;
