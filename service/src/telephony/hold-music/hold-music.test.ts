import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { holdMusics } from '@rappel/contract';
import express from 'express';
import { holdMusic } from './hold-music.js';
import { createHoldMusicRoutes } from './hold-music-routes.js';

function samplesOf( file: Buffer ): Int16Array {
	return new Int16Array(
		file.buffer.slice( file.byteOffset + 44, file.byteOffset + file.length )
	);
}

const loudestOf = ( samples: Int16Array ) =>
	samples.reduce(
		( most, sample ) => Math.max( most, Math.abs( sample ) ),
		0
	);

/** How far the sound jumps beyond the line that its last two samples draw: a click is a jump that stands alone. */
function jumpAt( samples: Int16Array, index: number ): number {
	const { length } = samples;
	const now = samples[ index ] ?? 0;
	const before = samples[ ( index + length - 1 ) % length ] ?? 0;
	const earlier = samples[ ( index + length - 2 ) % length ] ?? 0;
	return Math.abs( now - 2 * before + earlier );
}

describe.each( holdMusics )( 'the hold music "%s" [S24]', ( music ) => {
	const file = holdMusic( music );
	const samples = samplesOf( file );

	it( 'is a telephone’s WAV: 8 kHz, mono, 16 bits, 10 to 30 seconds', () => {
		expect( file.toString( 'latin1', 0, 4 ) ).toBe( 'RIFF' );
		expect( file.readUInt32LE( 24 ) ).toBe( 8_000 );
		expect( file.readUInt16LE( 22 ) ).toBe( 1 );
		expect( file.readUInt32LE( 4 ) ).toBe( file.length - 8 );
		expect( samples.length ).toBeGreaterThanOrEqual( 10 * 8_000 );
		expect( samples.length ).toBeLessThanOrEqual( 30 * 8_000 );
	} );

	it( 'is quiet, and never cut off', () => {
		expect( loudestOf( samples ) ).toBeGreaterThan( 1_000 );
		expect( loudestOf( samples ) ).toBeLessThan( 20_000 );
	} );

	it( 'loops without a click', () => {
		let roughest = 0;
		for ( let index = 2; index < samples.length; index++ ) {
			roughest = Math.max( roughest, jumpAt( samples, index ) );
		}
		expect( jumpAt( samples, 0 ) ).toBeLessThanOrEqual( roughest );
		expect( jumpAt( samples, 1 ) ).toBeLessThanOrEqual( roughest );
		// Nor is there one anywhere else: a full step of the scale would be 65,535.
		expect( roughest ).toBeLessThan( 12_000 );
	} );
} );

describe( 'hold music [S24]', () => {
	it( 'differs from piece to piece', () => {
		const files = holdMusics.map( ( music ) =>
			holdMusic( music ).toString( 'base64' )
		);
		expect( new Set( files ).size ).toBe( holdMusics.length );
	} );

	it( 'is nearly silence where none is wanted, with a tick that says the line lives', () => {
		const samples = samplesOf( holdMusic( 'none' ) );
		const silent = samples.filter( ( sample ) => sample === 0 ).length;
		expect( silent / samples.length ).toBeGreaterThan( 0.9 );
		expect( loudestOf( samples ) ).toBeLessThan( 3_000 );
	} );

	it( 'is not sent again to whoever has it', async () => {
		const app = express().use( '/audio', createHoldMusicRoutes() );
		const server = createServer( app );
		await new Promise< void >( ( resolve ) =>
			server.listen( 0, '127.0.0.1', resolve )
		);
		const { port } = server.address() as AddressInfo;
		const at = `http://127.0.0.1:${ port }/audio`;
		const etags = await Promise.all(
			holdMusics.map( async ( music ) => {
				const url = `${ at }/${ music }.wav`;
				const first = await fetch( url );
				expect( first.headers.get( 'content-type' ) ).toMatch(
					/^audio\/wav/
				);
				await first.arrayBuffer();
				const etag = first.headers.get( 'etag' ) ?? '';
				const again = await fetch( url, {
					headers: { 'If-None-Match': etag },
				} );
				expect( again.status ).toBe( 304 );
				return etag;
			} )
		);
		expect( new Set( etags ).size ).toBe( holdMusics.length );
		expect( ( await fetch( `${ at }/other.wav` ) ).status ).toBe( 404 );
		server.closeAllConnections();
		server.close();
	} );
} );
