/** What a telephone carries: G.711 samples 8,000 times a second, so nothing above 4 kHz. */
export const sampleRate = 8_000;

/** A WAV file, mono, 16 bits, 8 kHz. https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html */
export function wav( samples: Float64Array ): Buffer {
	const headerBytes = 44;
	const dataBytes = samples.length * 2;
	const file = Buffer.alloc( headerBytes + dataBytes );
	file.write( 'RIFF', 0 );
	file.writeUInt32LE( headerBytes - 8 + dataBytes, 4 );
	file.write( 'WAVEfmt ', 8 );
	file.writeUInt32LE( 16, 16 );
	file.writeUInt16LE( 1, 20 );
	file.writeUInt16LE( 1, 22 );
	file.writeUInt32LE( sampleRate, 24 );
	file.writeUInt32LE( sampleRate * 2, 28 );
	file.writeUInt16LE( 2, 32 );
	file.writeUInt16LE( 16, 34 );
	file.write( 'data', 36 );
	file.writeUInt32LE( dataBytes, 40 );
	samples.forEach( ( sample, index ) => {
		const limited = Math.max( -1, Math.min( 1, sample ) );
		file.writeInt16LE(
			Math.round( limited * 32_767 ),
			headerBytes + index * 2
		);
	} );
	return file;
}
