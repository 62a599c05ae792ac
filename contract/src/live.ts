import { z } from 'zod';
import { agentSchema } from './agent.js';
import { requestSummarySchema } from './callback-request.js';
import { idSchema, instantSchema } from './primitives.js';

/** What who looks may see. */
export const viewerSchema = z.object( {
	/** The WordPress user. */
	userId: z.int().min( 1 ),
	/** Sees everything. An agent sees the queue, with numbers masked, and their own requests whole. */
	supervises: z.boolean(),
} );
export type Viewer = z.infer< typeof viewerSchema >;

/** GET /v1/live. */
export const liveQuerySchema = z.object( {
	userId: z.coerce.number().int().min( 1 ),
	supervises: z.enum( [ 'true', 'false' ] ),
} );

/** POST /v1/live-tokens. */
export const createLiveTokenSchema = viewerSchema;

export const liveTokenSchema = z.object( {
	/** Where the browser opens the stream, its token in the query. It opens streams until `expiresAt`; an open one goes on. */
	streamUrl: z.url(),
	expiresAt: instantSchema,
} );
export type LiveToken = z.infer< typeof liveTokenSchema >;

/** A request as the Live dashboard shows it: one that is not over, or that was missed and is not handled yet. */
export const liveRequestSchema = requestSummarySchema.extend( {
	/** Rises by one with each change: an older one that comes late is dropped. */
	version: z.int().min( 1 ),
	/** Place in its channel's queue, from 1; null when not queued. */
	place: z.int().min( 1 ).nullable(),
	/** What the visitor wrote for the agent; null: nothing. */
	note: z.string().nullable(),
	pageUrl: z.string().nullable(),
	pageTitle: z.string().nullable(),
	/** Since when they talk; null: they do not. */
	talkingSince: instantSchema.nullable(),
	/** Agents whose phone rings, or who are on the line. */
	calledUserIds: z.array( z.int() ),
	/** Earlier requests of the same number on this site. */
	earlierRequests: z.int().min( 0 ),
	/** When the last of them was; null: there is none. */
	lastRequestAt: instantSchema.nullable(),
} );
export type LiveRequest = z.infer< typeof liveRequestSchema >;

/** An agent as colleagues see them: no number and no address, but for who supervises. */
export const liveAgentSchema = agentSchema.omit( {
	hours: true,
	email: true,
	alerts: true,
} );
export type LiveAgent = z.infer< typeof liveAgentSchema >;

/** GET /v1/live: what the stream begins with; polled through WordPress where the stream cannot be reached. */
export const liveSnapshotSchema = z.object( {
	/** By the service's clock, to count ages from. */
	now: instantSchema,
	/** The oldest first; at most `maximumLiveRequests`. */
	requests: z.array( liveRequestSchema ),
	/** More are open than are shown. */
	moreRequests: z.int().min( 0 ),
	agents: z.array( liveAgentSchema ),
} );
export type LiveSnapshot = z.infer< typeof liveSnapshotSchema >;

/** More are not taken in at a glance; the list of requests has them all. */
export const maximumLiveRequests = 200;

/**
 * Events of the stream (Server-Sent Events): `event:` is `type`, `data:` this as JSON. It begins with a snapshot, and after
 * any gap begins anew with one; `id:` is not used.
 */
export const liveEventSchema = z.discriminatedUnion( 'type', [
	z.object( { type: z.literal( 'snapshot' ), snapshot: liveSnapshotSchema } ),
	z.object( { type: z.literal( 'request' ), request: liveRequestSchema } ),
	/** It is over and needs nobody, or is not for the viewer any more. */
	z.object( {
		type: z.literal( 'request_gone' ),
		requestId: idSchema,
		version: z.int().min( 1 ),
	} ),
	z.object( { type: z.literal( 'agent' ), agent: liveAgentSchema } ),
	z.object( { type: z.literal( 'agent_gone' ), userId: z.int() } ),
] );
export type LiveEvent = z.infer< typeof liveEventSchema >;
