import { z } from 'zod';
import { languageSchema, type ErrorCode } from '../index.js';

/** An answer that is a file. */
export type FileType = 'audio/wav' | 'text/calendar' | 'text/csv';

/** What a route takes and answers. */
export interface Operation {
	summary: string;
	body?: z.ZodType;
	query?: z.ZodObject;
	/** By status; null has no body, and a type in place of a schema is a file's. */
	answers: Record<
		number,
		{ description: string; schema: z.ZodType | FileType | null }
	>;
	/** Beyond those that every signed call can have. */
	problems: ErrorCode[];
	unsigned?: boolean;
}

export const inLanguage = z.object( { language: languageSchema.optional() } );
