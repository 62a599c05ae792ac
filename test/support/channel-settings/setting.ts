import type { Page } from '@playwright/test';

/** In which the screens and the page of a site are. */
export type SiteLanguage = 'en' | 'fr';

/** The site on which a table is gone through. */
export interface Site {
	language: SiteLanguage;
	/** What a screen says, in the site's language. */
	say: < Words >( english: Words, french: Words ) => Words;
}

export const siteIn = ( language: SiteLanguage ): Site => ( {
	language,
	say: ( english, french ) => ( language === 'en' ? english : french ),
} );

interface Row {
	/** Of the brief, or another of docs/features.md. */
	row: string;
	/** The setting on the wire: "form.introduction.en". */
	path: string;
}

/** One control of the channel editor, and what is typed, chosen or switched. */
export interface Control extends Row {
	/** A list is typed one by one, each ended by Enter. */
	value: string | boolean | readonly string[];
	/** Of a switch, a box or one of several choices, which are found by it; every other control is found by its path. */
	label?: string;
	/** A CSS selector of what it stands in, where a label is there twice. */
	within?: string;
}

/** Several controls that are one setting. */
export interface Deed extends Row {
	/** The controls' names, as ChannelEditor.controls() gives them. */
	covers: readonly ( string | RegExp )[];
	set: ( page: Page ) => Promise< void >;
	has: ( page: Page ) => Promise< void >;
}

export type Setting = Control | Deed;

export const isDeed = ( setting: Setting ): setting is Deed =>
	'covers' in setting;

/** One setting with a path, as most are. */
export const field = (
	row: string,
	path: string,
	value: string | readonly string[]
): Control => ( { row, path, value } );

/** What is found by its label: switched on, unless it says otherwise. */
export const labelled = (
	row: string,
	path: string,
	label: string,
	{ on = true, within }: { on?: boolean; within?: string } = {}
): Control => ( {
	row,
	path,
	label,
	value: on,
	...( within && { within } ),
} );
