/**
 * Rappel's own hold music: made by arithmetic, so free of anybody's rights. A slow arpeggio over four chords in C major, like
 * a soft music box: quiet, without sharp attacks or bass, since a telephone carries 300 to 3,400 Hz only.
 */

/** What a telephone carries: G.711 samples 8,000 times a second. */
const sampleRate = 8_000;
/** A whole number of samples, or rounding would add up to a gap at the seam. */
const samplesPerNote = 3_200;
const notesPerChord = 12;
/** How long a note is heard before it has faded away; it sounds on into the next ones, and past the end into the beginning. */
const noteSeconds = 2.2;
const attackSeconds = 0.02;
const loudness = 0.16;

/** As semitones above A (440 Hz): C, A minor, F, G with a seventh, each spread over one and a half octaves. */
const chords = [
	[ -9, -5, -2, 3, 7, 10 ],
	[ -12, -9, -5, 0, 3, 7 ],
	[ -16, -12, -9, -4, 0, 3 ],
	[ -14, -10, -7, -4, 2, 5 ],
];
/** The way up and down through a chord; where two stand together, the melody rests on one. */
const pattern = [ 0, 2, 3, 4, 5, 4, 3, 4, 2, 3, 1, 2 ];
/** Partials of a small bell: frequency and strength relative to the fundamental, and how much faster it fades. */
const partials = [
	{ ratio: 1, strength: 1, fade: 1 },
	{ ratio: 2, strength: 0.28, fade: 1.8 },
	{ ratio: 3, strength: 0.1, fade: 2.6 },
];

let made: Buffer | undefined;

/** A WAV file, mono, 16 bits, about 19 s, that loops without a seam. Made once per process (about 50 ms). */
export function holdMusic(): Buffer {
	made ??= wav( tune() );
	return made;
}

const lengthInSamples = chords.length * notesPerChord * samplesPerNote;
export const holdMusicSeconds = lengthInSamples / sampleRate;

function tune(): Float64Array {
	const samples = new Float64Array( lengthInSamples );
	chords.forEach( ( chord, chordIndex ) => {
		for ( let note = 0; note < notesPerChord; note++ ) {
			const semitone = chord[ pattern[ note ] ?? 0 ] ?? 0;
			const from = ( chordIndex * notesPerChord + note ) * samplesPerNote;
			// The first note of a bar is a little stronger: it lets the slow beat be felt.
			addNote(
				samples,
				from,
				440 * 2 ** ( semitone / 12 ),
				note % 6 === 0 ? 1 : 0.72
			);
		}
	} );
	return samples;
}

function addNote(
	samples: Float64Array,
	from: number,
	frequency: number,
	strength: number
): void {
	const length = noteSeconds * sampleRate;
	for ( let index = 0; index < length; index++ ) {
		const seconds = index / sampleRate;
		const attack = Math.min( 1, seconds / attackSeconds );
		// Down to nothing at its end, so that no note is cut off.
		const release = 1 - index / length;
		let value = 0;
		for ( const { ratio, strength: share, fade } of partials ) {
			value +=
				share *
				Math.exp( -1.6 * fade * seconds ) *
				Math.sin( 2 * Math.PI * frequency * ratio * seconds );
		}
		const at = ( from + index ) % samples.length;
		samples[ at ] =
			( samples[ at ] ?? 0 ) +
			loudness * strength * attack * release * value;
	}
}

/** https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html */
function wav( samples: Float64Array ): Buffer {
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
