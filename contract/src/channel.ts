import { z } from 'zod';
import {
	countrySchema,
	e164Schema,
	idSchema,
	instantSchema,
	languageSchema,
	localTimeSchema,
} from './primitives.js';

/** A text the owner may write; null stands for Rappel's default text in the language of the page. */
const ownText = ( maximum: number ) =>
	z.string().trim().min( 1 ).max( maximum ).nullable().default( null );

/** Monday is 1, Sunday is 7 (ISO 8601). A range that ends at or before its start goes past midnight into the next day. */
export const weeklyRangeSchema = z.object( {
	day: z.int().min( 1 ).max( 7 ),
	from: localTimeSchema,
	to: localTimeSchema,
} );
export type WeeklyRange = z.infer< typeof weeklyRangeSchema >;

/** In the site's time zone. `always` is 24 hours on 7 days; otherwise `weekly` decides, and an empty one is closed. */
export const openingHoursSchema = z.object( {
	always: z.boolean().default( false ),
	weekly: z.array( weeklyRangeSchema ).max( 70 ).default( [] ),
} );
export type OpeningHours = z.infer< typeof openingHoursSchema >;

/** What the visitor reads. */
export const formSettingsSchema = z.object( {
	introduction: ownText( 400 ),
	phoneLabel: ownText( 80 ),
	askName: z.boolean().default( false ),
	nameLabel: ownText( 80 ),
	buttonLabel: ownText( 60 ),
	confirmation: ownText( 400 ),
	/** Shown beside a required checkbox when `consentRequired`, and as a sentence otherwise; kept with each request. */
	consent: ownText( 600 ),
	consentRequired: z.boolean().default( false ),
} );

/** How the two parties are joined. Durations in seconds. */
export const callSettingsSchema = z.object( {
	/** Dialled first (company → client). National or international; kept in E.164. Null: the channel cannot go live. */
	destinationNumber: e164Schema.nullable().default( null ),
	/** Shown on both legs. Null: the site's, then the service's. */
	callerId: e164Schema.nullable().default( null ),
	/** Spoken to the party that waits. Null: the default sentence in the channel's language. */
	waitingMessage: ownText( 400 ),
	/** An https address of an audio file. Null: Rappel's own music. */
	holdMusicUrl: z
		.url( { protocol: /^https?$/ } )
		.max( 500 )
		.nullable()
		.default( null ),
	voice: z.enum( [ 'woman', 'man' ] ).default( 'woman' ),
	companyRingSeconds: z.int().min( 10 ).max( 60 ).default( 25 ),
	clientRingSeconds: z.int().min( 10 ).max( 60 ).default( 25 ),
	/** The longest conversation; both are cut off after it. */
	maximumTalkSeconds: z.int().min( 60 ).max( 14_400 ).default( 3_600 ),
} );

/** What an endpoint that costs money refuses. Countries deny by default: an empty list calls nobody. */
export const guardSettingsSchema = z.object( {
	defaultCountry: countrySchema.default( 'FR' ),
	allowedCountries: z.array( countrySchema ).max( 250 ).default( [ 'FR' ] ),
	requestsPerNumberPerDay: z.int().min( 1 ).max( 50 ).default( 5 ),
	requestsPerAddressPerHour: z.int().min( 1 ).max( 1_000 ).default( 20 ),
} );

export const channelSettingsSchema = z.object( {
	name: z.string().trim().min( 1 ).max( 80 ),
	state: z.enum( [ 'live', 'paused' ] ).default( 'live' ),
	/** The language spoken on the phone, and of the page when the page does not say. */
	language: languageSchema.default( 'fr' ),
	form: formSettingsSchema.prefault( {} ),
	openingHours: openingHoursSchema.prefault( {} ),
	calls: callSettingsSchema.prefault( {} ),
	guards: guardSettingsSchema.prefault( {} ),
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
		] )
	),
} );
export type Channel = z.infer< typeof channelSchema >;

export const channelListSchema = z.object( {
	channels: z.array( channelSchema ),
} );

/** POST /v1/channels and PUT /v1/channels/{id}. `destinationNumber` and `callerId` may come as people type them. */
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
	} ),
	/** Required by PUT; absent on POST. */
	version: z.int().min( 1 ).optional(),
} );
export type SaveChannel = z.infer< typeof saveChannelSchema >;
