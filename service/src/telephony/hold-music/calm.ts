import { hertzOf, loop, plucked, type Note } from './loop.js';

/** A slow arpeggio over four chords in C major, like a soft music box. */

/** A whole number of samples, or rounding would add up to a gap at the seam. */
const samplesPerNote = 3_200;
const notesPerChord = 12;
/** How long a note is heard before it has faded away; it sounds on into the next ones. */
const noteSeconds = 2.2;
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

/** About 19 s. */
export function calm(): Float64Array {
	const notes = chords.flatMap( ( chord, bar ) =>
		pattern.map( ( tone, step ): Note => ( {
			fromSample: ( bar * notesPerChord + step ) * samplesPerNote,
			hertz: hertzOf( chord[ tone ] ?? 0 ),
			seconds: noteSeconds,
			// The first note of a bar is a little stronger: it lets the slow beat be felt.
			loudness: loudness * ( step % 6 === 0 ? 1 : 0.72 ),
			envelope: plucked( 0.02, noteSeconds ),
			wave: bell,
		} ) )
	);
	return loop( chords.length * notesPerChord * samplesPerNote, notes );
}

function bell( phase: number, seconds: number ): number {
	return partials.reduce(
		( sum, { ratio, strength, fade } ) =>
			sum +
			strength *
				Math.exp( -1.6 * fade * seconds ) *
				Math.sin( phase * ratio ),
		0
	);
}
