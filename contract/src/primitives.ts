import { z } from 'zod';

/** An E.164 number: plus sign, country code, up to 15 digits. Stored and sent in this form only. */
export const e164Schema = z.string().regex( /^\+[1-9]\d{6,14}$/ );

/** A number as a person types it. Never longer than 40 characters; the service decides whether it is one. */
export const typedNumberSchema = z.string().trim().min( 1 ).max( 40 );

/** ISO 3166-1 alpha-2, upper case. */
export const countrySchema = z.string().regex( /^[A-Z]{2}$/ );

/** The languages in which Rappel speaks and writes. */
export const languages = [ 'en', 'fr', 'es', 'de', 'it' ] as const;
export const languageSchema = z.enum( languages );
export type Language = z.infer< typeof languageSchema >;

/** An instant in UTC, ISO 8601 with milliseconds and Z. */
export const instantSchema = z.iso.datetime();

/** An IANA time zone name, or an offset as WordPress may hold it ("+02:00"). */
export const timeZoneSchema = z.string().min( 1 ).max( 64 );

/** Local wall-clock time, 24 hours, "09:30". "24:00" ends a range at midnight. */
export const localTimeSchema = z
	.string()
	.regex( /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/ );

/** A date of a wall's calendar, "2026-12-01". */
export const localDateSchema = z.iso.date();

/** A moment of a wall's clock, "2026-12-01T09:30", without seconds and zone. */
export const localMomentSchema = z
	.string()
	.regex( /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/ );

/** Made in the browser at submit (UUID v4). It is the visitor's key to the request: unguessable, shown to nobody else. */
export const requestKeySchema = z.uuid();

export const idSchema = z.uuid();
