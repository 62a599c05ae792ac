import { z } from 'zod';
import { idSchema, instantSchema } from './primitives.js';

/** GET /v1/recordings/{id} gives its audio. */
export const recordingSchema = z.object( {
	id: idSchema,
	kind: z.enum( [ 'conversation', 'voicemail' ] ),
	seconds: z.int().min( 0 ),
	createdAt: instantSchema,
	/** Deleted here and at the network from then on. */
	deleteAt: instantSchema,
} );
export type Recording = z.infer< typeof recordingSchema >;
