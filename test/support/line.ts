import {
	type Browser,
	expect,
	type Locator,
	type Page,
} from '@playwright/test';
import type { Channel, ChannelSettingsInput } from '@rappel/contract';
import { eventually } from './eventually.js';
import { companyNumber, type Stack } from './stack.js';

type Parts = {
	[ K in keyof ChannelSettingsInput ]?: ChannelSettingsInput[ K ];
};

/** What a channel of these tests is like unless a test says otherwise: one call after the other, and nothing asked. */
const plain: Parts = {
	team: [],
	calls: {
		routing: 'destination',
		checkAvailability: false,
		dialOrder: 'company_first',
		distribution: 'in_order',
		confirmation: 'never',
		wrapUpSeconds: 0,
		endOnMachine: { company: false, client: false },
		clientKeys: false,
		destinationNumber: companyNumber,
		holdMusic: 'calm',
		voice: 'woman',
		spokenTexts: {},
		companyRingSeconds: 60,
		clientRingSeconds: 60,
	},
	retries: {
		company: { attempts: 1 },
		client: { attempts: 1 },
		shortCallSeconds: 0,
	},
	fallback: { type: 'refuse' },
	queue: { simultaneousCalls: true, limit: 10 },
	recording: { enabled: false },
	survey: { enabled: false },
	ringBack: { enabled: true, otherwise: 'message' },
	guards: { requestsPerNumberPerDay: 50, requestsPerAddressPerHour: 1_000 },
};

/**
 * The people around one channel, in French: the owner in wp-admin, the visitor on the page, and whoever lifts a phone on the page of
 * the phone lab.
 */
export class Line {
	private constructor(
		readonly stack: Stack,
		readonly owner: Page,
		private readonly phonesPage: Page
	) {}

	static async open( browser: Browser, stack: Stack ): Promise< Line > {
		const french = { locale: 'fr-FR', timezoneId: 'Europe/Paris' };
		const owner = await ( await browser.newContext( french ) ).newPage();
		await owner.goto( await stack.adminLink() );
		const phonesPage = await (
			await browser.newContext( french )
		).newPage();
		await phonesPage.goto( stack.phones.url );
		return new Line( stack, owner, phonesPage );
	}

	async close(): Promise< void > {
		await this.owner.context().close();
		await this.phonesPage.context().close();
	}

	/** Saves the channel through WordPress, as the editor does. */
	async set( own: Parts = {} ): Promise< void > {
		const path = `/rappel/v1/channels/${ this.stack.channelId }`;
		const channel = await this.wordpress< Channel >( 'GET', path );
		const settings = {
			...channel.settings,
			...plain,
			...own,
			calls: { ...channel.settings.calls, ...plain.calls, ...own.calls },
			retries: { ...plain.retries, ...own.retries },
		};
		await this.wordpress( 'PUT', path, {
			settings,
			version: channel.version,
		} );
	}

	/** Makes a user of WordPress who takes callbacks, by the profile, and gives their id. */
	async agent( name: string, number: string ): Promise< number > {
		const { id } = await this.wordpress< { id: number } >(
			'POST',
			'/wp/v2/users',
			{
				username: name.toLowerCase(),
				name,
				email: `${ name.toLowerCase() }@example.org`,
				password: crypto.randomUUID(),
				roles: [ 'editor' ],
			}
		);
		await this.owner.goto(
			`${ this.stack.site }/wp-admin/user-edit.php?user_id=${ id }`
		);
		await this.owner.locator( '#rappel_number' ).fill( number );
		await this.owner.locator( '#submit' ).click();
		await expect(
			this.owner.locator( '.notice-success, #message.updated' ).first()
		).toBeVisible();
		await this.openRequests();
		await this.presence( id, 'online' );
		return id;
	}

	async presence(
		userId: number,
		status: 'online' | 'away' | 'offline'
	): Promise< void > {
		await this.wordpress( 'PUT', `/rappel/v1/agents/${ userId }/presence`, {
			status,
		} );
	}

	async openRequests(): Promise< void > {
		await this.owner.goto(
			`${ this.stack.site }/wp-admin/admin.php?page=rappel`
		);
	}

	/** The newest request of a number, in the requests screen that is open. */
	request( number: string ): Locator {
		return this.owner
			.getByRole( 'row' )
			.filter( { hasText: grouped( number ) } )
			.first();
	}

	/** A visitor asks on the page. */
	async ask( visitor: Page, number: string ): Promise< void > {
		await visitor.goto( this.stack.page );
		await visitor.getByLabel( 'Votre numéro de téléphone' ).fill( number );
		await visitor
			.getByRole( 'button', { name: 'Rappelez-moi maintenant' } )
			.click();
	}

	/** The phone as its card on the lab's page. */
	phone( number: string ): Locator {
		return this.phonesPage.locator(
			`article[aria-labelledby="phone-${ number.slice( 1 ) }"]`
		);
	}

	async rings( number: string ): Promise< void > {
		await expect( this.phone( number ) ).toHaveAttribute(
			'data-state',
			'ringing'
		);
	}

	async answers( number: string ): Promise< void > {
		await this.phone( number )
			.getByRole( 'button', { name: 'Décrocher' } )
			.click();
	}

	async refuses( number: string ): Promise< void > {
		await this.phone( number )
			.getByRole( 'button', { name: 'Refuser' } )
			.click();
	}

	async hangsUp( number: string ): Promise< void > {
		await this.phone( number )
			.getByRole( 'button', { name: 'Raccrocher' } )
			.click();
	}

	/** Presses the key once one is expected. */
	async presses( number: string, key: string ): Promise< void > {
		await expect( this.phone( number ) ).toHaveAttribute(
			'data-activity',
			'gather'
		);
		await this.phone( number )
			.getByRole( 'button', { name: `Touche ${ key }` } )
			.click();
	}

	/** Waits until a sentence that fits has been said to the phone, and stands on its card in French. */
	async hears( number: string, sentence: RegExp ): Promise< void > {
		await expect(
			this.phone( number )
				.locator( '.heard-say', { hasText: sentence } )
				.last()
		).toBeVisible();
		const heard = ( await this.stack.phones.phone( number ) )?.heard ?? [];
		expect(
			heard.findLast( ( { text } ) => sentence.test( text ?? '' ) )
				?.language
		).toBe( 'fr-FR' );
	}

	async hearsMusic( number: string ): Promise< void > {
		await expect(
			this.phone( number ).locator( '.heard-music' ).last()
		).toBeVisible();
	}

	async areJoined( one: string, other: string ): Promise< void > {
		await eventually( `${ one } hears ${ other }`, async () =>
			( await this.stack.phones.phone( one ) )?.with.includes( other )
		);
	}

	async rests( number: string ): Promise< void > {
		await this.stack.phones.until( number, 'idle' );
	}

	/** Nobody is in a call, and no request is open: the next test begins. */
	async calm(): Promise< void > {
		await eventually(
			'every call is over',
			async () =>
				( await this.stack.phones.state() ).phones.every(
					( { state } ) => state === 'idle'
				),
			60
		);
	}

	/** One call of WordPress's REST interface as the owner. */
	async wordpress< Answer >(
		method: string,
		path: string,
		data?: unknown
	): Promise< Answer > {
		return this.owner.evaluate(
			( request ) =>
				(
					window as unknown as {
						wp: {
							apiFetch: ( options: unknown ) => Promise< never >;
						};
					}
				 ).wp
					.apiFetch( request )
					.catch( ( error: unknown ) => {
						throw new Error( JSON.stringify( error ) );
					} ),
			{ method, path, data }
		) as Promise< Answer >;
	}
}

/** +33612345678 as the screens write it: +33 6 12 34 56 78. */
const grouped = ( number: string ): RegExp =>
	new RegExp(
		`\\${ number.slice( 0, 3 ) }\\s${ number.slice( 3, 4 ) }${ number
			.slice( 4 )
			.replaceAll( /\d\d/g, '\\s$&' ) }`
	);
