/** What is used of a package that publishes no types. */
declare module 'gettext-parser' {
	export interface Translation {
		msgctxt?: string;
		msgid: string;
		msgid_plural?: string;
		msgstr: string[];
		comments?: { extracted?: string; reference?: string; flag?: string };
	}
	export interface Catalogue {
		charset: string;
		headers: Record< string, string >;
		/** By context, then by msgid. */
		translations: Record< string, Record< string, Translation > >;
	}
	interface Format {
		parse: ( input: Buffer | string ) => Catalogue;
		compile: (
			catalogue: Catalogue,
			options?: { foldLength?: number }
		) => Buffer;
	}
	export const po: Format;
	export const mo: Format;
}
