import { z } from 'zod';
import { alternativeSlotSchema } from './booking.js';
import { errorCodes, type ErrorCode } from './errors.js';

/**
 * RFC 9457 problem details: the body of every answer of 400 and above, as `application/problem+json`.
 *
 * `detail` is a sentence for the person, in their language, that says what to do. `field` names the field at fault, as a
 * JSON path into the request's body ("number", "settings.routing.destinationNumber").
 */
export const problemSchema = z.object( {
	type: z.string(),
	title: z.string(),
	status: z.int().min( 400 ).max( 599 ),
	code: z.enum( Object.keys( errorCodes ) as [ ErrorCode, ...ErrorCode[] ] ),
	detail: z.string(),
	field: z.string().optional(),
	/** Every fault found, when a form has more than one. */
	errors: z
		.array(
			z.object( {
				field: z.string(),
				code: z.string(),
				detail: z.string(),
			} )
		)
		.optional(),
	/** The next instant (ISO 8601, UTC) at which the same thing may be tried, where one is known. */
	retryAt: z.iso.datetime().optional(),
	/** For `slot_taken` and `slot_not_offered`: the nearest free slots, by time; empty when none is left. */
	alternatives: z.array( alternativeSlotSchema ).optional(),
	/** Correlates this answer with the service's log. */
	traceId: z.string().optional(),
} );

export type Problem = z.infer< typeof problemSchema >;
