const samplesPerSecond = 8_000;

/** A 16-bit WAV file at 8 kHz of samples; those of several channels take turns. */
export function wavFile( samples: Int16Array, channels = 1 ): Buffer {
	const bytes = samples.length * 2;
	const file = Buffer.alloc( 44 + bytes );
	file.write( 'RIFF', 0, 'latin1' );
	file.writeUInt32LE( 36 + bytes, 4 );
	file.write( 'WAVEfmt ', 8, 'latin1' );
	file.writeUInt32LE( 16, 16 );
	file.writeUInt16LE( 1, 20 );
	file.writeUInt16LE( channels, 22 );
	file.writeUInt32LE( samplesPerSecond, 24 );
	file.writeUInt32LE( samplesPerSecond * 2 * channels, 28 );
	file.writeUInt16LE( 2 * channels, 32 );
	file.writeUInt16LE( 16, 34 );
	file.write( 'data', 36, 'latin1' );
	file.writeUInt32LE( bytes, 40 );
	samples.forEach( ( sample, index ) =>
		file.writeInt16LE( sample, 44 + index * 2 )
	);
	return file;
}

/** Makes it when it is first asked for, since most labs of a test play nothing. */
function once( make: () => Buffer ): () => Buffer {
	let made: Buffer | undefined;
	return () => ( made ??= make() );
}

/** A mono WAV file of one sound. `sample` gives −1…1 for a time in seconds. */
function wav( seconds: number, sample: ( time: number ) => number ): Buffer {
	const samples = new Int16Array( Math.round( seconds * samplesPerSecond ) );
	return wavFile(
		samples.map( ( _zero, index ) => {
			const value = sample( index / samplesPerSecond );
			return Math.round( Math.max( -1, Math.min( 1, value ) ) * 32_000 );
		} )
	);
}

const sine = ( frequency: number, time: number ) =>
	Math.sin( 2 * Math.PI * frequency * time );

/** A plucked note: quick to come, slow to fade, with a soft octave above. */
const pluck = ( frequency: number, age: number ) =>
	age < 0
		? 0
		: Math.min( 1, age * 60 ) *
			Math.exp( -age * 2.2 ) *
			( sine( frequency, age ) + 0.25 * sine( frequency * 2, age ) );

// F, D minor, B flat, C: two bars each, an arpeggio in quavers. Ours, so free to use.
const chords = [
	[ 174.61, 220, 261.63, 349.23 ],
	[ 146.83, 220, 293.66, 349.23 ],
	[ 116.54, 233.08, 293.66, 349.23 ],
	[ 130.81, 196, 261.63, 329.63 ],
];
const pattern = [ 0, 2, 3, 1, 2, 3, 2, 1 ];
const noteSeconds = 0.25;

function melody( time: number ): number {
	let value = 0;
	const current = Math.floor( time / noteSeconds );
	for ( let back = 0; back < 6; back++ ) {
		const note = current - back;
		const chord =
			chords[ Math.floor( note / pattern.length ) % chords.length ];
		const frequency =
			note < 0
				? undefined
				: chord?.[ pattern[ note % pattern.length ] ?? 0 ];
		value +=
			frequency === undefined
				? 0
				: pluck( frequency, time - note * noteSeconds );
	}
	return value * 0.22;
}

/** What a caller hears when an application names no waitUrl; in Twilio's place, whose music is not ours to ship. */
export const holdMusic = once( () =>
	wav( chords.length * pattern.length * noteSeconds, melody )
);

/** Somebody joined or left a conference. */
export const beep = once( () =>
	wav(
		0.4,
		( time ) => 0.3 * sine( 440, time ) * Math.min( 1, ( 0.4 - time ) * 20 )
	)
);
