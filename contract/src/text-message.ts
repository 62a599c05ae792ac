import { z } from 'zod';
import { ownTexts } from './call-settings.js';
import { idSchema, languageSchema } from './primitives.js';

export const textMessageKinds = [
	'confirmation',
	'reminder',
	'not_reached',
	'booking_link',
	/** A booking was moved or cancelled. */
	'moved',
	'cancelled',
	/** The answer to an answer. */
	'reply',
] as const;
export type TextMessageKind = ( typeof textMessageKinds )[ number ];

/** {date} {time} {datetime} {name} {company} {link}. */
const messageSchema = z.object( {
	enabled: z.boolean().default( true ),
	text: ownTexts( 480 ),
} );

/** A switch for each message. They go to mobile numbers only. */
export const textMessageSettingsSchema = z.object( {
	/** A name in place of the number, where the country allows one: 1 to 11 of A–Z, 0–9 and space, one letter at least; nobody can answer it. */
	sender: z
		.string()
		.trim()
		.regex( /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/ )
		.nullable()
		.default( null ),
	confirmation: messageSchema.prefault( {} ),
	reminder: messageSchema
		.extend( {
			/** Before the booking's time. */
			leadMinutes: z.int().min( 5 ).max( 10_080 ).default( 60 ),
		} )
		.prefault( {} ),
	/** Nobody could be reached at the number, after the last attempt. */
	notReached: messageSchema.prefault( {} ),
	/** A booking was moved or cancelled. */
	changes: z
		.object( { enabled: z.boolean().default( true ) } )
		.prefault( {} ),
} );
export type TextMessageSettings = z.infer< typeof textMessageSettingsSchema >;

/** POST /v1/text-messages/preview */
export const previewTextMessageSchema = z.object( {
	kind: z.enum( [ 'confirmation', 'reminder', 'not_reached' ] ),
	/** Null: Rappel's own. */
	text: z.string().max( 480 ).nullable(),
	language: languageSchema,
	/** Whether it goes out under a name: then answering is not offered, a link is. */
	sender: z.string().max( 11 ).nullable().default( null ),
	channelId: idSchema.nullable().default( null ),
} );

export type PreviewTextMessage = z.infer< typeof previewTextMessageSchema >;

/** The message as it would be sent for an example of a booking. */
export const textMessagePreviewSchema = z.object( {
	text: z.string(),
	/** Rappel's own text with its places to be filled in, for "start from this". */
	defaultText: z.string(),
	/** What it is billed as. */
	segments: z.int().min( 1 ),
	/** As they are counted: € and the like take two of GSM-7, an emoji two of ucs2. */
	characters: z.int(),
	/** gsm7: 160 in one, 153 in each of several; ucs2: 70 and 67. */
	encoding: z.enum( [ 'gsm7', 'ucs2' ] ),
	/** The characters that are not in GSM-7 and make it ucs2, each once. */
	costlyCharacters: z.array( z.string() ),
	/** Places in braces that are not known: they would be sent as they stand. */
	unknownPlaces: z.array( z.string() ),
} );
export type TextMessagePreview = z.infer< typeof textMessagePreviewSchema >;
