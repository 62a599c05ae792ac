import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { holdMusic, holdMusicSeconds } from './hold-music.js';
import { createHoldMusicRoutes } from './hold-music-routes.js';

describe( 'hold music [S24]', () => {
	const file = holdMusic();
	const samples = new Int16Array(
		file.buffer.slice( file.byteOffset + 44, file.byteOffset + file.length )
	);

	it( 'is a telephone’s WAV: 8 kHz, mono, 16 bits, about twenty seconds', () => {
		expect( file.toString( 'latin1', 0, 4 ) ).toBe( 'RIFF' );
		expect( file.readUInt32LE( 24 ) ).toBe( 8_000 );
		expect( file.readUInt16LE( 22 ) ).toBe( 1 );
		expect( file.readUInt32LE( 4 ) ).toBe( file.length - 8 );
		expect( samples ).toHaveLength( holdMusicSeconds * 8_000 );
		expect( holdMusicSeconds ).toBeCloseTo( 19.2 );
	} );

	it( 'is quiet, never cut off, and loops without a step', () => {
		const loudest = samples.reduce(
			( most, sample ) => Math.max( most, Math.abs( sample ) ),
			0
		);
		expect( loudest ).toBeGreaterThan( 4_000 );
		expect( loudest ).toBeLessThan( 20_000 );
		const seam = Math.abs(
			( samples.at( -1 ) ?? 0 ) - ( samples[ 0 ] ?? 0 )
		);
		const largestStep = samples.reduce(
			( most, sample, index ) =>
				Math.max(
					most,
					Math.abs( sample - ( samples[ index - 1 ] ?? sample ) )
				),
			0
		);
		expect( seam ).toBeLessThanOrEqual( largestStep );
	} );

	it( 'is not sent again to whoever has it', async () => {
		const app = express().use( '/audio', createHoldMusicRoutes() );
		const server = createServer( app );
		await new Promise< void >( ( resolve ) =>
			server.listen( 0, '127.0.0.1', resolve )
		);
		const { port } = server.address() as AddressInfo;
		const url = `http://127.0.0.1:${ port }/audio/hold-music.wav`;
		const first = await fetch( url );
		expect( first.headers.get( 'content-type' ) ).toMatch( /^audio\/wav/ );
		await first.arrayBuffer();
		const again = await fetch( url, {
			headers: { 'If-None-Match': first.headers.get( 'etag' ) ?? '' },
		} );
		expect( again.status ).toBe( 304 );
		server.closeAllConnections();
		server.close();
	} );
} );
