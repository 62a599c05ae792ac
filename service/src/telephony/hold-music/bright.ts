import { hertzOf, loop, plucked, type Note } from './loop.js';

/** A light tune over I, V, vi and IV in D major, like a marimba with soft mallets: quicker than the calm one, never shrill. */

/** An eighth note at 100 beats a minute: 0.3 s, a whole number of samples. */
const samplesPerEighth = 2_400;
const eighthsPerBar = 8;

/** The middle of each chord, as semitones above A (440 Hz); the tune has the rest. */
const chords = {
	D: [ -7, -3, 0 ],
	A: [ -12, -8, -5 ],
	Bm: [ -10, -7, -3 ],
	G: [ -14, -10, -7 ],
};
/** The second time it goes home by G and A. */
const bars = [ 'D', 'A', 'Bm', 'G', 'D', 'A', 'G', 'A' ] as const;

/** Which tone of the chord accompanies on each eighth; -1: none, so that the tune breathes. */
const accompaniment = [ 0, -1, 2, 1, -1, 2, 1, 2 ];

/** The tune, a bar a line, as semitones above A; null: the last tone rings on. */
const melody: Array< Array< number | null > > = [
	[ 5, null, 9, null, 12, null, 9, null ],
	[ 7, null, null, 4, 7, null, null, null ],
	[ 5, null, 2, null, 5, null, 9, null ],
	[ 10, null, null, 9, 7, null, 5, null ],
	[ 9, null, 12, null, 14, null, 12, null ],
	[ 12, null, null, 7, 4, null, 7, null ],
	[ 10, null, 9, null, 7, null, 5, null ],
	[ 4, null, 7, null, 4, null, null, null ],
];

/** Bars of wood: the fundamental, and a short knock two octaves above it. */
function marimba( phase: number, seconds: number ): number {
	return (
		Math.exp( -3.2 * seconds ) * Math.sin( phase ) +
		0.16 * Math.exp( -14 * seconds ) * Math.sin( 4 * phase )
	);
}

/** About 19 s. */
export function bright(): Float64Array {
	const note = (
		eighth: number,
		semitones: number,
		loudness: number,
		seconds: number
	): Note => ( {
		fromSample: eighth * samplesPerEighth,
		hertz: hertzOf( semitones ),
		seconds,
		loudness,
		envelope: plucked( 0.012, seconds ),
		wave: marimba,
	} );
	const notes = bars.flatMap( ( name, bar ) => {
		const from = bar * eighthsPerBar;
		const chord = chords[ name ];
		const below = accompaniment.flatMap( ( tone, step ) => {
			const semitones = chord[ tone ];
			return semitones === undefined
				? []
				: [ note( from + step, semitones, 0.11, 1.2 ) ];
		} );
		const above = ( melody[ bar ] ?? [] ).flatMap( ( semitones, step ) =>
			semitones === null
				? []
				: [ note( from + step, semitones, 0.2, 1.6 ) ]
		);
		return [ ...below, ...above ];
	} );
	return loop( bars.length * eighthsPerBar * samplesPerEighth, notes );
}
