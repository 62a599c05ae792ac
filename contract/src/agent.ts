import { z } from 'zod';
import { agentHoursSchema } from './opening-hours.js';
import { e164Schema, instantSchema, languageSchema } from './primitives.js';

export const presenceStatuses = [ 'online', 'away', 'offline' ] as const;

export const presenceSchema = z.object( {
	status: z.enum( presenceStatuses ),
	/**
	 * The status is offline from then on: the end of the opening period, of the last of their channels to close. A channel
	 * that closes earlier stops calling them then. Null: it is offline, or some channel never closes.
	 */
	until: instantSchema.nullable(),
} );
export type Presence = z.infer< typeof presenceSchema >;

/** How somebody is told, when a page of Rappel is not open before them. */
export const alertWays = [ 'none', 'email', 'text_message' ] as const;

/** What an agent or a supervisor wants to be told, each by which way. */
export const alertSettingsSchema = z.object( {
	/** A call was offered to me and I did not take it. */
	missedCall: z.enum( alertWays ).default( 'none' ),
	/** A booking of a channel of mine was not joined. */
	failedBooking: z.enum( alertWays ).default( 'email' ),
	/** Yesterday in figures, at eight by the site's clock; by e-mail alone. */
	dailyReport: z.enum( [ 'none', 'email' ] ).default( 'none' ),
	/** An opening period of a channel of mine begins, and I am not online. */
	opening: z.enum( alertWays ).default( 'none' ),
} );
export type AlertSettings = z.infer< typeof alertSettingsSchema >;

/** A WordPress user who may take callbacks, as the service knows them. */
export const agentSchema = z.object( {
	userId: z.int().min( 1 ),
	name: z.string(),
	/** Null: they cannot be called themselves. Where the destination is called, their presence counts all the same. */
	number: e164Schema.nullable(),
	email: z.string().nullable(),
	presence: presenceSchema,
	/** A channel of theirs is open now. */
	isInHours: z.boolean(),
	/** On a channel of theirs that is open now, it depends on presence whether anybody is called. */
	isAwaited: z.boolean(),
	/** When the next opening period of a channel of theirs begins; null: none does within two weeks, or one never closes. */
	opensAt: instantSchema.nullable(),
	/** They missed a call then and were made away; null once they set their status again. */
	missedCallAt: instantSchema.nullable(),
	/** Left alone until then after a call; null: not. */
	wrapUpUntil: instantSchema.nullable(),
	/** When they can be booked. */
	hours: agentHoursSchema,
	/** Calls under way. */
	busyCalls: z.int().min( 0 ),
	alerts: alertSettingsSchema.prefault( {} ),
} );
export type Agent = z.infer< typeof agentSchema >;

/** GET /v1/agents. */
export const agentListSchema = z.object( { agents: z.array( agentSchema ) } );
export type AgentList = z.infer< typeof agentListSchema >;

/** PUT /v1/agents/{userId}: what WordPress's profile says; the number as typed, read in `country`. */
export const saveAgentSchema = z.object( {
	name: z.string().trim().min( 1 ).max( 80 ),
	number: z.string().trim().max( 40 ).nullable().default( null ),
	country: z
		.string()
		.regex( /^[A-Z]{2}$/ )
		.default( 'FR' ),
	email: z.email().max( 254 ).nullable().default( null ),
	/** In which they are spoken and written to; null: the language of a channel of theirs. */
	language: languageSchema.nullable().default( null ),
} );
export type SaveAgent = z.infer< typeof saveAgentSchema >;

/** PUT /v1/agents/{userId}/presence: until the opening period under way ends. */
export const savePresenceSchema = z.object( {
	status: z.enum( presenceStatuses ),
	/** The WordPress user who sets it; absent: the agent. */
	byUserId: z.int().min( 1 ).optional(),
	/** Where: on a page of wp-admin or the site, or on the agent's personal page. */
	from: z.enum( [ 'page', 'personal_page' ] ).default( 'page' ),
} );

/** POST /v1/agents/{userId}/sightings: a page is open before them; answers the agent. Where the stream is open nobody needs to say so. */
export const agentSeenSchema = z.object( {} );

/** PUT /v1/agents/{userId}/alerts. */
export const saveAlertSettingsSchema = alertSettingsSchema;

/** Who or what changed a presence. */
export const presenceSources = [
	/** The agent, or whom `byUserId` names. */
	'page',
	'personal_page',
	'phone',
	/** The opening period ended. */
	'period_end',
	'missed_call',
	'no_page_open',
	/** They may take callbacks no more. */
	'removed',
] as const;
export type PresenceSource = ( typeof presenceSources )[ number ];

/** GET /v1/presence-log, the newest first. */
export const presenceLogQuerySchema = z.object( {
	userId: z.coerce.number().int().min( 1 ).optional(),
	cursor: z.string().max( 200 ).optional(),
	limit: z.coerce.number().int().min( 1 ).max( 100 ).default( 50 ),
} );
export type PresenceLogQuery = z.infer< typeof presenceLogQuerySchema >;

export const presenceLogSchema = z.object( {
	entries: z.array(
		z.object( {
			at: instantSchema,
			userId: z.int(),
			agentName: z.string(),
			status: z.enum( presenceStatuses ),
			source: z.enum( presenceSources ),
			/** Who set it for them; null: they themselves, or nobody. */
			byUserId: z.int().nullable(),
		} )
	),
	/** Null on the last page. */
	nextCursor: z.string().nullable(),
} );
export type PresenceLog = z.infer< typeof presenceLogSchema >;

/** POST /v1/agents/{userId}/test-calls: their phone rings and a sentence is said. */
export const testCallSchema = z.object( {
	language: languageSchema.default( 'fr' ),
} );

/** PUT /v1/agents/{userId}/hours. Bookings that nobody covers any more are flagged as `uncovered`. */
export const saveAgentHoursSchema = agentHoursSchema;
