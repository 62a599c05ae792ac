import { z } from 'zod';
import { outcomes, requestSummarySchema } from './callback-request.js';
import { viewerSchema } from './live.js';
import { problemSchema } from './problem.js';
import { e164Schema, idSchema, instantSchema } from './primitives.js';

/**
 * What an agent or a supervisor does with requests. An agent acts on those that are theirs or nobody's; assigning to
 * another and blocking are for who supervises.
 */
export const requestActionSchema = z.discriminatedUnion( 'action', [
	/** Due now. One that is over is asked for again, as a new request: `newRequestId`. */
	z.object( { action: z.literal( 'call_now' ) } ),
	/** It waits for me alone, and is due now. */
	z.object( { action: z.literal( 'take' ) } ),
	/** It waits for `userId`; null: for anybody of the team. */
	z.object( {
		action: z.literal( 'assign' ),
		userId: z.int().min( 1 ).nullable(),
	} ),
	/** Staff may choose a time outside the hours, up to a year ahead; of a booking the places are given back. */
	z.object( { action: z.literal( 'reschedule' ), dueAt: instantSchema } ),
	z.object( { action: z.literal( 'cancel' ) } ),
	/** One that is not over is cancelled; one that was missed leaves the dashboard. */
	z.object( {
		action: z.literal( 'handled' ),
		outcome: z.enum( outcomes ),
		note: z.string().trim().max( 500 ).nullable().default( null ),
	} ),
	/** The number asks nothing of this site any more; what is open of it is cancelled. */
	z.object( { action: z.literal( 'block_number' ) } ),
] );
export type RequestAction = z.infer< typeof requestActionSchema >;

/** POST /v1/callback-requests/actions: each request by itself; one that cannot be does not keep the others from it. */
export const actOnRequestsSchema = z.object( {
	requestIds: z.array( idSchema ).min( 1 ).max( 100 ),
	action: requestActionSchema,
	/** Who does it; told by WordPress. */
	by: viewerSchema,
} );
export type ActOnRequests = z.infer< typeof actOnRequestsSchema >;

export const actedOnRequestsSchema = z.object( {
	results: z.array(
		z.object( {
			requestId: idSchema,
			/** As it is now; null when it could not be done. */
			request: requestSummarySchema.nullable(),
			/** Made by `call_now` on one that was over. */
			newRequestId: idSchema.nullable(),
			problem: problemSchema.nullable(),
		} )
	),
} );
export type ActedOnRequests = z.infer< typeof actedOnRequestsSchema >;

/** GET /v1/blocked-numbers. DELETE /v1/blocked-numbers/{number} lets it ask again. */
export const blockedNumberListSchema = z.object( {
	numbers: z.array(
		z.object( {
			number: e164Schema,
			blockedAt: instantSchema,
			/** The WordPress user who did. */
			byUserId: z.int().nullable(),
		} )
	),
} );
export type BlockedNumberList = z.infer< typeof blockedNumberListSchema >;

/** POST /v1/callback-requests/{requestId}/supervision: the supervisor's own phone rings, and joins the call in this mode. */
export const superviseSchema = z.object( {
	/** listen: unheard; whisper: heard by the agent alone; join: heard by both. Asked again in a call: changes the mode. */
	mode: z.enum( [ 'listen', 'whisper', 'join' ] ),
	by: viewerSchema,
} );
export type Supervise = z.infer< typeof superviseSchema >;

export const supervisionSchema = z.object( {
	requestId: idSchema,
	userId: z.int(),
	mode: z.enum( [ 'listen', 'whisper', 'join' ] ),
	state: z.enum( [ 'calling', 'in_call', 'ended' ] ),
} );
export type Supervision = z.infer< typeof supervisionSchema >;
