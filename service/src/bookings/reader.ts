import type { Language } from '@rappel/contract';
import type { Site } from '../sites/site.js';

/** Who reads the page of a link. */
export interface Reader {
	site: Site;
	token: string;
	/** Null: the language in which they asked. */
	language: Language | null;
	/** Null: the clock by which they asked. */
	timeZone: string | null;
}
