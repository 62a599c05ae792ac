import { languages, languageSchema, type Language } from '@rappel/contract';
import type { Request } from 'express';

/** The language of the person behind a call: as the body or the query names it, else Accept-Language, else English. */
export function languageOf( request: Request ): Language {
	for ( const named of [
		( request.body as { language?: unknown } | undefined )?.language,
		request.query.language,
	] ) {
		const language = languageSchema.safeParse( named );
		if ( language.success ) {
			return language.data;
		}
	}
	const accepted = languageSchema.safeParse(
		request.acceptsLanguages( ...languages )
	);
	return accepted.success ? accepted.data : 'en';
}
