import { z } from 'zod';
import {
	idSchema,
	instantSchema,
	requestKeySchema,
	timeZoneSchema,
	typedNumberSchema,
} from './primitives.js';
import { siteSchema } from './site.js';

/** What the visitor's page sends to WordPress; WordPress adds the visitor's address, language and time. */
export const visitorSubmissionSchema = z.object( {
	key: requestKeySchema,
	channelId: idSchema,
	number: typedNumberSchema,
	name: z.string().trim().max( 80 ).optional(),
	note: z.string().trim().max( 300 ).optional(),
	consent: z.boolean().optional(),
	/** The slot to book; absent or null: be called now. */
	slot: instantSchema.nullable().optional(),
	timeZone: timeZoneSchema.optional(),
	pageUrl: z.string().max( 2_000 ).optional(),
	pageTitle: z.string().max( 300 ).optional(),
	/** The page's language as BCP 47 ("fr-FR"); WordPress takes its first part. */
	language: z.string().max( 20 ).optional(),
} );
export type VisitorSubmission = z.infer< typeof visitorSubmissionSchema >;

/** GET rappel/v1/channel-names: what an editor without capabilities may know to place a block. */
export const channelNameSchema = z.object( {
	id: idSchema,
	name: z.string(),
	state: z.enum( [ 'live', 'paused', 'incomplete' ] ),
} );
export type ChannelName = z.infer< typeof channelNameSchema >;

/** GET rappel/v1/connection. */
export const connectionSchema = z.object( {
	connected: z.boolean(),
	serviceUrl: z.string().nullable(),
	/** Null when not connected or when the service does not answer; then `problem` says why. */
	site: siteSchema.nullable(),
	problem: z.object( { code: z.string(), detail: z.string() } ).nullable(),
	/** Requests that WordPress keeps until the service answers again. */
	keptRequests: z.int().min( 0 ),
} );
export type Connection = z.infer< typeof connectionSchema >;

/** POST rappel/v1/connection. */
export const connectSchema = z.object( {
	serviceUrl: z.url().max( 500 ),
	code: z.string().trim().min( 8 ).max( 64 ),
} );

/** GET rappel/v1/team-candidates: at most 20, by name. */
export const teamCandidateListSchema = z.object( {
	users: z.array(
		z.object( {
			userId: z.int().min( 1 ),
			name: z.string(),
			/** For reading: "Administrator". */
			role: z.string(),
			/** They may be called: their profile has a number. */
			hasNumber: z.boolean(),
			profileUrl: z.string(),
		} )
	),
} );
export type TeamCandidateList = z.infer< typeof teamCandidateListSchema >;

/** GET, POST and DELETE rappel/v1/personal-page: the page on which I set my presence without wp-admin. */
export const personalPageSchema = z.object( {
	/** When its link was made; null: there is none. */
	createdAt: instantSchema.nullable(),
	/** The link, right after it was made and never again; null otherwise. */
	url: z.string().nullable(),
} );
export type PersonalPage = z.infer< typeof personalPageSchema >;
