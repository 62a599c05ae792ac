import { z } from 'zod';
import { idSchema, languageSchema } from './primitives.js';

export const readinessCodes = [
	/** A number to call: the destination, or the team's. */
	'number',
	/** Each agent of the team has one. */
	'agent_numbers',
	'opening_hours',
	'caller_id',
	'countries',
	/** Twilio reaches the service from outside. */
	'service_reachable',
	'telephony_account',
	'text_messages',
	'spending_limit',
	'survey_recipients',
] as const;

/** GET /v1/channels/{id}/readiness?language=fr: what is looked at before it goes live. */
export const readinessSchema = z.object( {
	checks: z.array(
		z.object( {
			code: z.enum( readinessCodes ),
			/** Missing: it takes no requests without it. Warning: it works, and somebody may be surprised. */
			state: z.enum( [ 'good', 'missing', 'warning' ] ),
			/** A sentence for the owner: what is so, or what to do. */
			detail: z.string(),
			/** For `agent_numbers`: those without. */
			userIds: z.array( z.int().min( 1 ) ).optional(),
		} )
	),
} );
export type Readiness = z.infer< typeof readinessSchema >;

/** POST /v1/channels/{id}/test-calls: a call to that number alone, which says that all is well, in the channel's voice. */
export const startTestCallSchema = z.object( {
	number: z.string().trim().min( 1 ).max( 40 ),
	language: languageSchema.default( 'fr' ),
} );

/** Its answer, and that of GET /v1/channels/{id}/test-calls/{testCallId}. */
export const channelTestCallSchema = z.object( {
	id: idSchema,
	state: z.enum( [ 'calling', 'ringing', 'answered', 'done', 'failed' ] ),
	/** For reading, as it was dialled. */
	numberShown: z.string(),
	/** A sentence; for `failed`: why, and what to do. */
	detail: z.string(),
} );
export type ChannelTestCall = z.infer< typeof channelTestCallSchema >;

/** GET /v1/channels/{id}/estimate */
export const costEstimateSchema = z.object( {
	/** Of one callback, both legs, its SMS included. Thousandths of `currency`; null: no price is known yet. */
	milli: z.int().min( 0 ).nullable(),
	/** ISO 4217. */
	currency: z.string().nullable(),
	/** Past: what the last callbacks of the channel (or the site) cost. Prices: the network's list. */
	basis: z.enum( [ 'past_callbacks', 'prices', 'none' ] ),
	/** How long a talk is assumed to be. */
	talkMinutes: z.number().min( 0 ),
	/** How many callbacks of the past it stands on; 0 with `prices`. */
	callbacks: z.int().min( 0 ),
} );
export type CostEstimate = z.infer< typeof costEstimateSchema >;
