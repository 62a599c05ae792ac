import { z } from 'zod';
import { languageSchema } from './primitives.js';

/**
 * Every sentence that is spoken on the phone. `{…}` in a text is filled in where the table of docs/call-script.md says so;
 * the default of each, in every language, is `spoken.<key>` of the service's messages.
 */
export const spokenTextKeys = [
	/** The party that waits while the other is called. */
	'waiting_company',
	'waiting_client',
	/** The whisper to an agent, {channel} {page} {waited} {name} {note}; with "press 1 to take the call" when it asks. */
	'whisper',
	'confirm',
	/** The client's keys. */
	'client_keys',
	'client_later',
	'client_later_taken',
	'client_keys_cancelled',
	/** A booking that is called late: before the waiting message. */
	'called_late',
	/** Recording, announced and agreed to. */
	'recording_consent',
	/** Farewells to whoever is on the line. */
	'nobody_free',
	'try_again_later',
	'booking_link_sent',
	'client_not_reached',
	'client_busy',
	'client_number_invalid',
	'client_cancelled',
	'client_postponed',
	'company_left',
	'taken_by_colleague',
	'line_fault',
	/** After the call. */
	'survey_announcement',
	'survey_question',
	'survey_again',
	'survey_thanks',
	/** A message may be left. */
	'voicemail',
	'voicemail_thanks',
	/** Somebody who rings the number back. */
	'ring_back_greeting',
	'ring_back_closed',
] as const;
export const spokenTextKeySchema = z.enum( spokenTextKeys );
export type SpokenTextKey = z.infer< typeof spokenTextKeySchema >;

/** The owner's own sentences; what is absent is Rappel's default in that language. */
export const spokenTextsSchema = z.partialRecord(
	languageSchema,
	z.partialRecord(
		spokenTextKeySchema,
		z.string().trim().min( 1 ).max( 400 )
	)
);
export type SpokenTexts = z.infer< typeof spokenTextsSchema >;

/** GET /v1/spoken-texts?language=fr: Rappel's own sentences in that language, with their `{…}` not filled in. */
export const spokenTextDefaultsSchema = z.object( {
	texts: z.record( spokenTextKeySchema, z.string() ),
} );
export type SpokenTextDefaults = z.infer< typeof spokenTextDefaultsSchema >;
