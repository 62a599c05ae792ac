import {
	type Browser,
	expect,
	type Locator,
	type Page,
} from '@playwright/test';
import type { Channel, ChannelSettings } from '@rappel/contract';
import { international } from './lab-page.js';
import type { Stack } from './stack.js';

type Part< Settings > = {
	[ Name in keyof Settings ]?: Settings[ Name ] extends unknown[]
		? Settings[ Name ]
		: Settings[ Name ] extends object
			? Part< Settings[ Name ] >
			: Settings[ Name ];
};
export type Changes = Part< ChannelSettings >;

/** The owner, logged in to WordPress. */
export class Desk {
	private constructor(
		readonly page: Page,
		private readonly stack: Stack,
		/** The channel as it was when the desk was opened. */
		private readonly start: ChannelSettings
	) {}

	/** With `own` the channel is otherwise than it was made, unless a test sets it so. */
	static async open(
		browser: Browser,
		stack: Stack,
		own: Changes = {}
	): Promise< Desk > {
		const context = await browser.newContext( {
			locale: 'fr-FR',
			timezoneId: 'Europe/Paris',
			// Whatever the visitor of a test has.
			javaScriptEnabled: true,
		} );
		const page = await context.newPage();
		await page.goto( await stack.adminLink() );
		const { settings } = await channel( page, stack );
		return new Desk( page, stack, merged( settings, own ) );
	}

	close = () => this.page.context().close();

	/** Saves the channel as it was at first but for these, through WordPress. */
	async set( changes: Changes ): Promise< void > {
		const { version } = await channel( this.page, this.stack );
		await this.save( merged( this.start, changes ), version );
	}

	/** The same, but for what was saved meanwhile by the editor. */
	async change( changes: Changes ): Promise< void > {
		const { settings, version } = await channel( this.page, this.stack );
		await this.save( merged( settings, changes ), version );
	}

	/** What is saved. */
	settings = async (): Promise< ChannelSettings > =>
		( await channel( this.page, this.stack ) ).settings;

	private save = ( settings: ChannelSettings, version: number ) =>
		this.ask( 'PUT', path( this.stack ), { settings, version } );

	/** One call of WordPress's REST interface. */
	ask = < Answer >(
		method: string,
		route: string,
		data?: unknown
	): Promise< Answer > =>
		askWordPress( this.page, {
			path: route,
			method,
			data,
		} ) as Promise< Answer >;

	/**
	 * Makes a user of WordPress who takes callbacks, by the profile, puts them online and gives their id. Who is to log in gets a
	 * password.
	 */
	async agent(
		name: string,
		number: string,
		{ role = 'editor', password = crypto.randomUUID() as string } = {}
	): Promise< number > {
		const { id } = await this.ask< { id: number } >(
			'POST',
			'/wp/v2/users',
			{
				username: name.toLowerCase(),
				name,
				email: `${ name.toLowerCase() }@example.org`,
				password,
				roles: [ role ],
			}
		);
		await this.page.goto(
			`${ this.stack.site }/wp-admin/user-edit.php?user_id=${ id }`
		);
		await this.page.locator( '#rappel_number' ).fill( number );
		await this.page.locator( '#submit' ).click();
		await expect(
			this.page.locator( '.notice-success, #message.updated' ).first()
		).toBeVisible();
		await this.screen( 'rappel-requests' );
		await this.presence( id, 'online' );
		return id;
	}

	async presence(
		userId: number,
		status: 'online' | 'away' | 'offline'
	): Promise< void > {
		await this.ask( 'PUT', `/rappel/v1/agents/${ userId }/presence`, {
			status,
		} );
	}

	screen = ( name: string ) =>
		this.page.goto(
			`${ this.stack.site }/wp-admin/admin.php?page=${ name }`
		);

	/** The newest request of a number, among all of them in Rappel → Demandes. */
	async row( number: string ): Promise< Locator > {
		await this.screen( 'rappel-requests' );
		return this.page
			.getByRole( 'row' )
			.filter( { hasText: international( number ) } )
			.first();
	}

	/** Opens it. */
	async request( number: string ): Promise< Page > {
		await ( await this.row( number ) ).getByRole( 'button' ).click();
		return this.page;
	}

	/** Plays the sound of the request on the screen; its audio came whole, and the browser can play it. */
	async listen( name: string ): Promise< void > {
		const fetched = this.page.waitForResponse( /rappel\/v1\/recordings\// );
		await this.page.getByRole( 'button', { name } ).click();
		const response = await fetched;
		expect( response.status() ).toBe( 200 );
		expect( response.headers()[ 'content-type' ] ).toMatch( /^audio\// );
		await expect
			.poll( () =>
				this.page
					.locator( 'audio' )
					.evaluate( ( audio: HTMLAudioElement ) => audio.duration )
			)
			.toBeGreaterThan( 0 );
	}
}

const path = ( { channelId }: Stack ) => `/rappel/v1/channels/${ channelId }`;

const channel = ( page: Page, stack: Stack ) =>
	askWordPress( page, { path: path( stack ) } ) as Promise< Channel >;

/** One call of WordPress's REST interface as the one who is logged in on the page. */
export function askWordPress( page: Page, what: object ): Promise< unknown > {
	return page.evaluate(
		( options ) =>
			(
				window as unknown as {
					wp: { apiFetch: ( o: object ) => Promise< unknown > };
				}
			 ).wp
				.apiFetch( options )
				.catch( ( problem: unknown ) => {
					throw new Error( JSON.stringify( problem ) );
				} ),
		what
	);
}

function merged< Value extends object >(
	value: Value,
	changes: Part< Value >
): Value {
	const all = { ...value } as Record< string, unknown >;
	for ( const [ name, change ] of Object.entries( changes ) ) {
		const known = all[ name ];
		all[ name ] =
			isPart( known ) && isPart( change )
				? merged( known, change )
				: change;
	}
	return all as Value;
}

const isPart = ( value: unknown ): value is object =>
	typeof value === 'object' && value !== null && ! Array.isArray( value );
