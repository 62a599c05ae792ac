import { z } from 'zod';
import {
	callSettingsSchema,
	fallbackSettingsSchema,
	ownTexts,
	presenceSettingsSchema,
	queueSettingsSchema,
	recordingSettingsSchema,
	retrySettingsSchema,
	returnTimerSettingsSchema,
	ringBackSettingsSchema,
	surveySettingsSchema,
	teamSchema,
} from './call-settings.js';
import {
	countrySchema,
	idSchema,
	instantSchema,
	languageSchema,
} from './primitives.js';
import { bookingSettingsSchema, bookingTextsSchema } from './booking.js';
import { openingHoursSchema } from './opening-hours.js';
import { siteWideSettingsSchema } from './site-wide.js';
import { textMessageSettingsSchema } from './text-message.js';

/** What the visitor reads. */
export const formSettingsSchema = z.object( {
	introduction: ownTexts( 400 ),
	phoneLabel: ownTexts( 80 ),
	askName: z.boolean().default( false ),
	nameLabel: ownTexts( 80 ),
	/** What the agent should know before the call: a phone relay, say. */
	askNote: z.boolean().default( false ),
	noteLabel: ownTexts( 80 ),
	buttonLabel: ownTexts( 60 ),
	confirmation: ownTexts( 400 ),
	/** Shown beside a required checkbox when `consentRequired`, and as a sentence otherwise; kept with each request. */
	consent: ownTexts( 600 ),
	consentRequired: z.boolean().default( false ),
	/** Other ways to be contacted, for who cannot or will not phone: shown under the form. No default of Rappel's: absent, nothing is shown. */
	otherWays: ownTexts( 400 ),
} );

/** What an endpoint that costs money refuses. Countries deny by default: an empty list calls nobody. */
export const guardSettingsSchema = z.object( {
	defaultCountry: countrySchema.default( 'FR' ),
	allowedCountries: z.array( countrySchema ).max( 250 ).default( [ 'FR' ] ),
	requestsPerNumberPerDay: z.int().min( 1 ).max( 50 ).default( 5 ),
	requestsPerAddressPerHour: z.int().min( 1 ).max( 1_000 ).default( 20 ),
	/** Whether a code sent by SMS must be typed before a booking, or before any request, is granted. Mobile numbers only can have one. */
	confirmNumber: z
		.enum( [ 'never', 'bookings', 'always' ] )
		.default( 'never' ),
} );

export const channelSettingsSchema = z.object( {
	name: z.string().trim().min( 1 ).max( 80 ),
	state: z.enum( [ 'live', 'paused' ] ).default( 'live' ),
	/** What the visitor may ask for. */
	callTypes: z.enum( [ 'both', 'immediate', 'deferred' ] ).default( 'both' ),
	/** The language spoken on the phone, and of the page when the page does not say. */
	language: languageSchema.default( 'fr' ),
	form: formSettingsSchema.prefault( {} ),
	openingHours: openingHoursSchema.prefault( {} ),
	booking: bookingSettingsSchema.prefault( {} ),
	bookingTexts: bookingTextsSchema.prefault( {} ),
	textMessages: textMessageSettingsSchema.prefault( {} ),
	team: teamSchema,
	calls: callSettingsSchema.prefault( {} ),
	retries: retrySettingsSchema.prefault( {} ),
	fallback: fallbackSettingsSchema.prefault( {} ),
	queue: queueSettingsSchema.prefault( {} ),
	recording: recordingSettingsSchema.prefault( {} ),
	survey: surveySettingsSchema.prefault( {} ),
	ringBack: ringBackSettingsSchema.prefault( {} ),
	presence: presenceSettingsSchema.prefault( {} ),
	returnTimer: returnTimerSettingsSchema.prefault( {} ),
	guards: guardSettingsSchema.prefault( {} ),
	siteWide: siteWideSettingsSchema.prefault( {} ),
} );
export type ChannelSettings = z.infer< typeof channelSettingsSchema >;
export type ChannelSettingsInput = z.input< typeof channelSettingsSchema >;

export const channelSchema = z.object( {
	id: idSchema,
	/** Rises by one at each save; a save names the version it started from, so that nobody overwrites a colleague. */
	version: z.int().min( 1 ),
	settings: channelSettingsSchema,
	createdAt: instantSchema,
	updatedAt: instantSchema,
	/** What keeps it from taking requests, empty when nothing does: "destination_missing", "caller_id_missing", … */
	missing: z.array(
		z.enum( [
			'destination_missing',
			'caller_id_missing',
			'countries_missing',
			/** Calls go to the team, and nobody of it has a number. */
			'team_numbers_missing',
			'fallback_number_missing',
		] )
	),
} );
export type Channel = z.infer< typeof channelSchema >;

/** GET /v1/channels. */
export const listedChannelSchema = channelSchema.extend( {
	/** By the site's date. */
	today: z.object( {
		requests: z.int().min( 0 ),
		/** Those of them in which the two talked. */
		joined: z.int().min( 0 ),
	} ),
	/** Requests that are not over, and bookings among them: what deleting it would end. */
	open: z.object( {
		requests: z.int().min( 0 ),
		bookings: z.int().min( 0 ),
	} ),
} );
export type ListedChannel = z.infer< typeof listedChannelSchema >;

export const channelListSchema = z.object( {
	channels: z.array( listedChannelSchema ),
} );

/** DELETE /v1/channels/{id}?cancelOpen=true: with open requests it is refused (`channel_in_use`) unless they are to be cancelled with it. */
export const deleteChannelQuerySchema = z.object( {
	cancelOpen: z.stringbool().default( false ),
} );

/** POST /v1/channels?checkOnly=true: says what is wrong with the settings, and makes nothing. */
export const createChannelQuerySchema = z.object( {
	checkOnly: z.stringbool().default( false ),
} );

/** POST /v1/channels and PUT /v1/channels/{id}. Numbers may come as people type them. */
export const saveChannelSchema = z.object( {
	settings: channelSettingsSchema.extend( {
		calls: callSettingsSchema
			.extend( {
				destinationNumber: z
					.string()
					.trim()
					.max( 40 )
					.nullable()
					.default( null ),
				callerId: z
					.string()
					.trim()
					.max( 40 )
					.nullable()
					.default( null ),
			} )
			.prefault( {} ),
		fallback: fallbackSettingsSchema
			.extend( {
				number: z.string().trim().max( 40 ).nullable().default( null ),
			} )
			.prefault( {} ),
	} ),
	/** Required by PUT; absent on POST. */
	version: z.int().min( 1 ).optional(),
} );
export type SaveChannel = z.infer< typeof saveChannelSchema >;
