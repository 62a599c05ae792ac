import type { Page } from '@playwright/test';
import { askWordPress } from './desk.js';
import type { Stack } from './stack.js';

export interface WrittenPage {
	id: number;
	/** Where visitors, or for a draft its author, read it. */
	link: string;
}

/** Somebody who writes the site's pages. */
export class EditorDesk {
	private constructor(
		readonly page: Page,
		private readonly stack: Stack
	) {}

	/** The owner, logged in. */
	static async open( page: Page, stack: Stack ): Promise< EditorDesk > {
		await page.goto( await stack.adminLink() );
		await page.waitForFunction( () => 'wp' in window );
		return new EditorDesk( page, stack );
	}

	/** Saves a page; `content` is block markup, in which `{channel}` stands for the channel's id. */
	async write(
		content: string,
		status: 'publish' | 'draft' = 'publish'
	): Promise< WrittenPage > {
		return ( await askWordPress( this.page, {
			path: '/wp/v2/pages',
			method: 'POST',
			data: {
				title: 'Contact',
				status,
				content: content.replaceAll(
					'{channel}',
					this.stack.channelId
				),
			},
		} ) ) as WrittenPage;
	}

	/** Puts other blocks into a page. */
	async rewrite( { id }: WrittenPage, content: string ): Promise< void > {
		await askWordPress( this.page, {
			path: `/wp/v2/pages/${ id }`,
			method: 'POST',
			data: { content: this.filled( content ) },
		} );
	}

	private filled = ( content: string ) =>
		content.replaceAll( '{channel}', this.stack.channelId );

	/** Pauses the channel, or makes it live again. */
	async setChannel( state: 'live' | 'paused' ): Promise< void > {
		const path = `/rappel/v1/channels/${ this.stack.channelId }`;
		const { settings, version } = ( await askWordPress( this.page, {
			path,
		} ) ) as { settings: object; version: number };
		await askWordPress( this.page, {
			path,
			method: 'PUT',
			data: { settings: { ...settings, state }, version },
		} );
	}

	/** Opens a page in the block editor and gives its canvas. */
	async edit( { id }: WrittenPage ) {
		await this.page.goto(
			`${ this.stack.site }/wp-admin/post.php?post=${ id }&action=edit`
		);
		const canvas = this.page
			.locator( 'iframe[name="editor-canvas"]' )
			.contentFrame();
		await canvas.locator( '[data-type="rappel/callback"]' ).waitFor();
		await this.page.keyboard.press( 'Escape' );
		return canvas;
	}

	/** Selects the page's one callback form, with its settings at the side. */
	async select(): Promise< void > {
		await this.page.evaluate( () => {
			interface Wp {
				data: {
					select: ( store: string ) => {
						getBlocks: () => { clientId: string; name: string }[];
					};
					dispatch: ( store: string ) => {
						selectBlock: ( id: string ) => void;
						openGeneralSidebar: ( name: string ) => void;
					};
				};
			}
			const { data } = ( window as unknown as { wp: Wp } ).wp;
			const block = data
				.select( 'core/block-editor' )
				.getBlocks()
				.find( ( { name } ) => name === 'rappel/callback' );
			data.dispatch( 'core/block-editor' ).selectBlock( block!.clientId );
			data.dispatch( 'core/edit-post' ).openGeneralSidebar(
				'edit-post/block'
			);
		} );
	}

	/** Saves what was changed in the editor. */
	async save(): Promise< void > {
		const saved = this.page.waitForResponse(
			( response ) =>
				/wp\/v2\/pages\/\d+/.test( response.url() ) &&
				response.request().method() !== 'GET'
		);
		await this.page.evaluate( () => {
			interface Wp {
				data: {
					dispatch: ( store: string ) => { savePost: () => void };
				};
			}
			const { data } = ( window as unknown as { wp: Wp } ).wp;
			data.dispatch( 'core/editor' ).savePost();
		} );
		await saved;
	}
}
