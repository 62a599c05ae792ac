import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { repository } from '../../scripts/wordpress/paths.js';
import { chromium as systemChromium } from '../support/playwright-config.js';
import { startStack } from '../support/stack.js';
import { rounded } from './print.js';

interface Loaded {
	/** Address → body. */
	scripts: Map< string, string >;
	styles: Map< string, string >;
	html: string;
	cls: number;
}

/**
 * What the block adds to a visitor's page, compressed as a web server does (gzip 6): every own script and style, inline
 * parts counted; and what comes later, when they reach for the free times. Core's shared Interactivity runtime is told apart,
 * beside it, as the peer.
 */
export async function page(): Promise< Record< string, number > > {
	const stack = await startStack();
	const browser = await chromium.launch( systemChromium );
	try {
		const visitor = await browser.newPage();
		const withBlock = await load( visitor, stack.page );
		const withTimes = await load( visitor, stack.page, () =>
			reachForTimes( visitor )
		);
		// The same site where no block is: a search that finds nothing.
		const withoutBlock = await load(
			visitor,
			`${ stack.site }/?s=nothing-is-called-so`
		);
		const own = ( files: Map< string, string > ) =>
			[ ...files ].filter( ( [ url ] ) =>
				url.includes( '/plugins/rappel/' )
			);
		const runtime = [ ...withBlock.scripts ].filter( ( [ url ] ) =>
			url.includes( 'interactivity' )
		);
		const js = gzipped( [
			...own( withBlock.scripts ).map( ( [ , text ] ) => text ),
			...inlineParts( withBlock.html, 'script' ),
		] );
		const css = gzipped( [
			...own( withBlock.styles ).map( ( [ , text ] ) => text ),
			...inlineParts( withBlock.html, 'style' ),
		] );
		const lazy = gzipped(
			[ ...own( withTimes.scripts ), ...own( withTimes.styles ) ]
				.filter(
					( [ url ] ) =>
						! withBlock.scripts.has( url ) &&
						! withBlock.styles.has( url )
				)
				.map( ( [ , text ] ) => text )
		);
		const [ dialog, code, rules ] = await Promise.all( [
			builtBytes( [ 'dialog.js', 'dialog.css' ] ),
			builtBytes( [ 'code.js', 'code.css' ] ),
			builtBytes( [ 'pop-up.js' ] ),
		] );
		return {
			jsGzipBytes: js,
			cssGzipBytes: css,
			lazyGzipBytes: lazy,
			withTimesAndDialogGzipBytes: js + css + lazy + dialog,
			withEveryModuleGzipBytes: js + css + lazy + dialog + code + rules,
			bytesWithoutBlock: gzipped( [
				...own( withoutBlock.scripts ).map( ( [ , text ] ) => text ),
				...own( withoutBlock.styles ).map( ( [ , text ] ) => text ),
				...inlineParts( withoutBlock.html, 'script' ),
				...inlineParts( withoutBlock.html, 'style' ),
			] ),
			cls: rounded( withBlock.cls, 4 ),
			clsWithTimes: rounded( withTimes.cls, 4 ),
			coreRuntimeGzipBytes: gzipped(
				runtime.map( ( [ , text ] ) => text )
			),
		};
	} finally {
		await browser.close();
		await stack.stop();
	}
}

/** Modules that this visit does not load. */
async function builtBytes( names: string[] ): Promise< number > {
	const folder = join( repository, 'plugin/build/blocks/callback' );
	return gzipped(
		await Promise.all(
			names.map( ( name ) => readFile( join( folder, name ), 'utf8' ) )
		)
	);
}

async function reachForTimes( visitor: Page ): Promise< void > {
	await visitor.locator( '.rappel-callback__later' ).click();
	await visitor.locator( 'input[name="slot"]' ).first().waitFor();
}

/** Opens a page, and then what a visitor reaches for on it. */
async function load(
	visitor: Page,
	url: string,
	reach: () => Promise< void > = async () => {}
): Promise< Loaded > {
	const scripts = new Map< string, string >();
	const styles = new Map< string, string >();
	const bodies: Promise< void >[] = [];
	visitor.removeAllListeners( 'response' );
	visitor.on( 'response', ( response ) => {
		const files = { script: scripts, stylesheet: styles }[
			response.request().resourceType() as 'script' | 'stylesheet'
		];
		if ( files ) {
			bodies.push(
				response
					.text()
					.then( ( text ) => void files.set( response.url(), text ) )
			);
		}
	} );
	await visitor.addInitScript( () => {
		const target = window as unknown as { shift: number };
		target.shift = 0;
		new PerformanceObserver( ( list ) => {
			for ( const entry of list.getEntries() as unknown as {
				value: number;
				hadRecentInput: boolean;
			}[] ) {
				target.shift += entry.hadRecentInput ? 0 : entry.value;
			}
		} ).observe( { type: 'layout-shift', buffered: true } );
	} );
	await visitor.goto( url, { waitUntil: 'networkidle' } );
	await reach();
	await Promise.all( bodies );
	return {
		scripts,
		styles,
		html: await ( await fetch( url ) ).text(),
		cls: await visitor.evaluate(
			() => ( window as unknown as { shift: number } ).shift
		),
	};
}

/** The inline scripts or styles that speak of Rappel: the block's style when WordPress inlines it, its context and state. */
function inlineParts( html: string, tag: 'script' | 'style' ): string[] {
	const parts = [
		...html.matchAll(
			new RegExp( `<${ tag }\\b[^>]*>([\\s\\S]*?)</${ tag }>`, 'g' )
		),
	];
	const inline = parts.map( ( [ whole, body = '' ] ) => ( { whole, body } ) );
	return inline
		.filter(
			( { whole, body } ) => body.trim() !== '' && /rappel/.test( whole )
		)
		.map( ( { body } ) => body );
}

function gzipped( texts: string[] ): number {
	return texts.reduce(
		( sum, text ) => sum + gzipSync( text, { level: 6 } ).length,
		0
	);
}
