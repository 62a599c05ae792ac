import { expect, type Page } from '@playwright/test';
import type { LabPage } from './lab-page.js';
import { companyNumber, type Stack } from './stack.js';

/** Moves the clock to just before an instant: what is due then begins a moment later. */
export function justBefore( { clock }: Stack, instant: string ): void {
	clock.goTo( Date.parse( instant ) - 2_000 );
}

/** The booked time comes: the company's phone rings, then the client's, and they talk. */
export async function calledAndTalking(
	lab: LabPage,
	client: string,
	startsAt: string
): Promise< void > {
	await lab.rings( companyNumber );
	const [ call ] = ( await lab.lab.callsTo( companyNumber ) ).slice( -1 );
	const lateMilliseconds =
		Date.parse( call?.createdAt ?? '' ) - Date.parse( startsAt );
	expect( lateMilliseconds, 'not before its time' ).toBeGreaterThanOrEqual(
		0
	);
	await lab.answer( companyNumber );
	await lab.answer( client );
	await lab.talk( client, companyNumber );
	await lab.hangUp( client );
	await lab.isCalm();
}

/** "jeudi 25 mars à 10 h 30", whatever the kind of its spaces. */
export function said( instant: string, timeZone = 'Europe/Paris' ): RegExp {
	const part = ( options: Intl.DateTimeFormatOptions ) =>
		new Date( instant ).toLocaleString( 'fr-FR', { timeZone, ...options } );
	const day = part( { weekday: 'long', day: 'numeric', month: 'long' } );
	return new RegExp(
		`${ day.replace( ' 1 ', ' 1er ' ) } à ${ saidTime( instant, timeZone ) }`.replaceAll(
			' ',
			'\\s'
		)
	);
}

/** "10 h 30", or "9 h". */
export function saidTime( instant: string, timeZone = 'Europe/Paris' ): string {
	const [ hour, minute ] = new Date( instant )
		.toLocaleTimeString( 'fr-FR', {
			timeZone,
			hour: '2-digit',
			minute: '2-digit',
		} )
		.split( ':' );
	return `${ Number( hour ) } h${ minute === '00' ? '' : ` ${ minute }` }`;
}

/** Of an .ics file, by the link on the page: what it says, by name. */
export async function calendarOf(
	page: Page
): Promise< Record< string, string > > {
	const link = page.getByRole( 'link', { name: /agenda|calendrier/i } );
	const address = await link.evaluate(
		( anchor: HTMLAnchorElement ) => anchor.href
	);
	const answer = await page.request.get( address );
	expect( answer.status() ).toBe( 200 );
	expect( answer.headers()[ 'content-type' ] ).toMatch( /^text\/calendar/ );
	const lines = ( await answer.text() )
		.replaceAll( /\r\n[ \t]/g, '' )
		.split( '\r\n' );
	return Object.fromEntries(
		lines.map( ( line ) => {
			const [ , name = '', value = '' ] =
				/^([A-Z-]+)[^:]*:(.*)$/.exec( line ) ?? [];
			return [ name, value ];
		} )
	);
}

/** 2027-03-25T09:30:00.000Z as calendars write it: 20270325T093000Z. */
export const calendarInstant = ( instant: string ): string =>
	instant.replaceAll( /[-:]|\.000/g, '' );
