import { z } from 'zod';
import { agentHoursSchema } from './opening-hours.js';
import { e164Schema, instantSchema } from './primitives.js';

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

/** A WordPress user who may take callbacks, as the service knows them. */
export const agentSchema = z.object( {
	userId: z.int().min( 1 ),
	name: z.string(),
	/** Null: they cannot be called themselves. Where the destination is called, their presence counts all the same. */
	number: e164Schema.nullable(),
	email: z.string().nullable(),
	presence: presenceSchema,
	/** Left alone until then after a call; null: not. */
	wrapUpUntil: instantSchema.nullable(),
	/** When they can be booked. */
	hours: agentHoursSchema,
	/** Calls under way. */
	busyCalls: z.int().min( 0 ),
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
} );
export type SaveAgent = z.infer< typeof saveAgentSchema >;

/** PUT /v1/agents/{userId}/presence: until the opening period under way ends. */
export const savePresenceSchema = z.object( {
	status: z.enum( presenceStatuses ),
} );

/** PUT /v1/agents/{userId}/hours. Bookings that nobody covers any more are flagged as `uncovered`. */
export const saveAgentHoursSchema = agentHoursSchema;
