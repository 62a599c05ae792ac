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
	/** The code that came by SMS, once `code_needed` was answered. */
	code: z.string().trim().max( 12 ).optional(),
	resendCode: z.boolean().optional(),
	timeZone: timeZoneSchema.optional(),
	pageUrl: z.string().max( 2_000 ).optional(),
	pageTitle: z.string().max( 300 ).optional(),
	/** The page's language as BCP 47 ("fr-FR"); WordPress takes its first part. */
	language: z.string().max( 20 ).optional(),
} );
export type VisitorSubmission = z.infer< typeof visitorSubmissionSchema >;

/** What a block may say otherwise than its channel, plain text: a block stands on a page of one language. */
export const blockTextNames = [
	'introduction',
	'phoneLabel',
	'nameLabel',
	'noteLabel',
	'buttonLabel',
	'bookingButtonLabel',
	/** Of the button that opens the dialog. */
	'openLabel',
] as const;
export type BlockTextName = ( typeof blockTextNames )[ number ];
export type BlockTexts = Partial< Record< BlockTextName, string > >;

/** GET rappel/v1/channel-names: what an editor without capabilities may know to place a block. */
export const channelNameSchema = z.object( {
	id: idSchema,
	name: z.string(),
	state: z.enum( [ 'live', 'paused', 'incomplete' ] ),
	/** What its form says in the site's language; what its form does not have is absent. */
	texts: z.partialRecord( z.enum( blockTextNames ), z.string() ),
	/** Its settings; empty for somebody who may not change them. */
	editUrl: z.string(),
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

/** GET rappel/v1/placements: where the form stands, by channel. */
export const placementListSchema = z.object( {
	placements: z.array(
		z.object( {
			channelId: idSchema,
			/** For reading: "Contact". */
			title: z.string(),
			/** page, post, wp_template, wp_template_part, wp_block, widget, site (floating button or pop-up on every page). */
			type: z.string(),
			status: z.string(),
			/** Empty where there is none. */
			viewUrl: z.string(),
			editUrl: z.string(),
		} )
	),
} );
export type PlacementList = z.infer< typeof placementListSchema >;

/** POST rappel/v1/connection/code: works once, for a day; the service proves by it that it was deployed for this site. */
export const offeredCodeSchema = z.object( {
	code: z.string(),
	expiresAt: instantSchema,
} );
export type OfferedCode = z.infer< typeof offeredCodeSchema >;

export const setUpSteps = [
	'service',
	'telephony',
	'caller_id',
	'team',
	'hours',
	'test_call',
] as const;
export type SetUpStep = ( typeof setUpSteps )[ number ];

/** GET and PUT rappel/v1/set-up: what the owner said of each step; what is really done is read from site and channel. */
export const setUpSchema = z.object( {
	skipped: z.array( z.enum( setUpSteps ) ),
	/** The channel that is being set up; null: none yet. */
	channelId: idSchema.nullable(),
	/** A test call was answered. */
	testCallAnswered: z.boolean(),
	/** No notice any more. */
	dismissed: z.boolean(),
} );
export type SetUp = z.infer< typeof setUpSchema >;

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
