import { z } from 'zod';

/** One parameter of the page's address, as an advertisement sets it: "utm_campaign" is "spring". */
const addressParameterSchema = z.object( {
	name: z
		.string()
		.trim()
		.regex( /^[A-Za-z0-9_.-]{1,60}$/ ),
	/** Empty: whatever it is. */
	value: z.string().trim().max( 120 ).default( '' ),
} );

/**
 * When the form opens by itself. Rules that are set are all asked of the page (pages, parameters, devices), and any one of the
 * moments (exit intent, scroll, time) opens it. Decided in the page: no cookie, and no request before the visitor acts.
 */
export const popUpSettingsSchema = z.object( {
	enabled: z.boolean().default( false ),
	/** The pointer leaves the window at its top; never on a touch screen. */
	exitIntent: z.boolean().default( false ),
	/** Of the page's height, in percent. */
	scrollPercent: z.int().min( 1 ).max( 100 ).nullable().default( null ),
	afterSeconds: z.int().min( 1 ).max( 3_600 ).nullable().default( 20 ),
	/** Any one of them is enough; empty: all pages' visitors. */
	parameters: z.array( addressParameterSchema ).max( 20 ).default( [] ),
	/** Paths such as "/prices/*"; empty: every page. */
	pages: z
		.array( z.string().trim().min( 1 ).max( 300 ) )
		.max( 50 )
		.default( [] ),
	exceptPages: z
		.array( z.string().trim().min( 1 ).max( 300 ) )
		.max( 50 )
		.default( [] ),
	devices: z.enum( [ 'all', 'phones', 'computers' ] ).default( 'all' ),
	/** Not again in the same browser tab's session. */
	oncePerSession: z.boolean().default( true ),
} );
export type PopUpSettings = z.infer< typeof popUpSettingsSchema >;

/** The form on every page of the site, without a block: behind a floating button, or opened by rules. */
export const siteWideSettingsSchema = z.object( {
	floatingButton: z
		.object( {
			enabled: z.boolean().default( false ),
			/** At the end of a line: the right where one writes from the left. */
			side: z.enum( [ 'start', 'end' ] ).default( 'end' ),
		} )
		.prefault( {} ),
	popUp: popUpSettingsSchema.prefault( {} ),
} );
