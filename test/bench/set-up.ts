import { chromium, type Page } from '@playwright/test';
import { chromium as systemChromium } from '../support/playwright-config.js';
import { startBareSite } from '../support/bare-site.js';
import { french, SetUp } from '../support/set-up.js';
import { rounded } from './print.js';

/**
 * What a deed takes a person, in seconds: the keystroke-level model (Card, Moran and Newell 1980), with its average typist who does not
 * copy: thinking of it 1.35, pointing 1.1, pressing and letting go 0.2; a key 0.28; a hand from the mouse to the keyboard and back 0.8.
 */
const clickSeconds = 1.35 + 1.1 + 0.2;
const keySeconds = 0.28;
const handSeconds = 0.8;
/** Slower than people read French aloud for the first time: 195 ± 26 words a minute (Trauzettel-Klosinski and Dietz 2012). */
const wordsPerMinute = 170;
/** Until somebody has lifted a phone that rings beside them. */
const liftSeconds = 5;

interface Deeds {
	clicks: number;
	/** Into how many fields something was typed, and how much in all. */
	fields: number;
	keys: number;
}

/**
 * Somebody who has never seen Rappel, on a French WordPress where it was just activated, with a service that runs and its code: through
 * the whole set-up until their phone has rung. What the machine takes is measured; what a person takes is reckoned from what there is to
 * click, to type and to read, every word of every step included.
 */
export async function setUp(): Promise< Record< string, number > > {
	const bare = await startBareSite( 'fr_FR' );
	const browser = await chromium.launch( systemChromium );
	try {
		const code = await bare.pairingCode();
		await bare.startService();
		const page = await browser.newPage( { locale: 'fr-FR' } );
		const deeds = await counted( page );
		const read = new Set< string >();
		let steps = 0;
		const look = async () => {
			steps++;
			const text = await page.locator( '#rappel-admin' ).innerText();
			text.split( '\n' ).forEach( ( line ) => read.add( line.trim() ) );
		};
		const owner = new SetUp( page, bare, french, look );
		await owner.open();
		await look();
		// From here on: the sign-in and the way to the plugins are before it.
		Object.assign( deeds, { clicks: 1, fields: 0, keys: 0 } );
		const began = performance.now();
		await owner.connect( code );
		await owner.fillChannel();
		await owner.receiveTestCall();
		const machineSeconds = ( performance.now() - began ) / 1_000;
		const words = [ ...read ].join( ' ' ).split( /\s+/ ).length;
		const personSeconds =
			deeds.clicks * clickSeconds +
			deeds.fields * handSeconds +
			deeds.keys * keySeconds +
			( words / wordsPerMinute ) * 60 +
			liftSeconds;
		return {
			steps,
			...deeds,
			words,
			machineSeconds: rounded( machineSeconds ),
			personSeconds: rounded( personSeconds ),
			minutes: rounded( ( machineSeconds + personSeconds ) / 60, 2 ),
		};
	} finally {
		await browser.close();
		await bare.stop();
	}
}

/** What is done on a page from now on, through every address that it opens. */
async function counted( page: Page ): Promise< Deeds > {
	const deeds: Deeds = { clicks: 0, fields: 0, keys: 0 };
	await page.exposeFunction( 'rappelCountClick', () => {
		deeds.clicks++;
	} );
	await page.exposeFunction( 'rappelCountKeys', ( keys: number ) => {
		deeds.fields++;
		deeds.keys += keys;
	} );
	await page.addInitScript( () => {
		const tell = window as unknown as {
			rappelCountClick: () => void;
			rappelCountKeys: ( keys: number ) => void;
		};
		document.addEventListener(
			'pointerdown',
			() => tell.rappelCountClick(),
			true
		);
		document.addEventListener(
			'input',
			( { target } ) => {
				// A box that is ticked is a click.
				if (
					target instanceof HTMLInputElement &&
					! [ 'radio', 'checkbox' ].includes( target.type )
				) {
					tell.rappelCountKeys( target.value.length );
				}
			},
			true
		);
	} );
	return deeds;
}
