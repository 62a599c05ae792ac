import { describe, expect, it } from '@jest/globals';
import { someSite } from '../sites/testing/some-site.js';
import type { Site } from '../sites/site.js';
import { readToken, tokenSeconds, writeToken } from './live-token.js';

const now = new Date( '2026-11-25T09:00:00.000Z' );
const later = ( seconds: number ) =>
	new Date( now.getTime() + seconds * 1_000 );
const viewer = { userId: 7, supervises: false };
const among =
	( ...sites: Site[] ) =>
	async ( id: string ) =>
		sites.find( ( site ) => site.id === id ) ?? null;

describe( 'a token of the live stream', () => {
	const site = someSite();

	it( 'opens the site’s stream for whom it names, for a minute', async () => {
		const { token, expiresAt } = writeToken( site, viewer, now );

		expect( expiresAt ).toEqual( later( tokenSeconds ) );
		expect( await readToken( token, among( site ), now ) ).toEqual( {
			site,
			viewer,
		} );
		expect(
			await readToken( token, among( site ), later( tokenSeconds - 1 ) )
		).toMatchObject( { viewer } );
	} );

	it( 'is nothing afterwards', async () => {
		const { token } = writeToken( site, viewer, now );

		await expect(
			readToken( token, among( site ), later( tokenSeconds ) )
		).rejects.toMatchObject( { code: 'live_token_invalid' } );
	} );

	it.each( [
		[
			'who supervises',
			( token: string ) => token.replace( '.a.', '.s.' ),
		],
		[ 'somebody else', ( token: string ) => token.replace( '.7.', '.8.' ) ],
		[
			'longer',
			( token: string ) =>
				token.replace( /\.(\d+)\.([\w-]{43})$/, '.9999999999.$2' ),
		],
	] )(
		'is nothing when it was altered to open it for %s',
		async ( _for, alter ) => {
			const { token } = writeToken( site, viewer, now );
			const altered = alter( token );

			expect( altered ).not.toBe( token );
			await expect(
				readToken( altered, among( site ), now )
			).rejects.toMatchObject( { code: 'live_token_invalid' } );
		}
	);

	it( 'of one site opens no other’s stream', async () => {
		const other = someSite();
		const { token } = writeToken( other, viewer, now );
		const forged = token.replace( other.id, site.id );

		await expect(
			readToken( forged, among( site, other ), now )
		).rejects.toMatchObject( { code: 'live_token_invalid' } );
		await expect(
			readToken( token, among( site ), now )
		).rejects.toMatchObject( { code: 'live_token_invalid' } );
	} );

	it.each( [
		[ 'none', undefined ],
		[ 'two', [ 'a', 'b' ] ],
		[ 'nonsense', 'let me in' ],
		[ 'empty', '' ],
	] )( 'is asked for: %s', async ( _title, token ) => {
		await expect(
			readToken( token, among( site ), now )
		).rejects.toMatchObject( { code: 'live_token_invalid' } );
	} );
} );
