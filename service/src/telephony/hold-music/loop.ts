import { sampleRate } from './wav.js';

/** One tone, and how it comes and goes; `seconds` count from its beginning. */
export interface Note {
	/** Where in the loop it begins. */
	fromSample: number;
	hertz: number;
	/** How long it sounds; it must have come down to nothing by then. */
	seconds: number;
	/** Relative to full scale, before the envelope. */
	loudness: number;
	/** From 0 to about 1. */
	envelope: ( seconds: number ) => number;
	/** The tone's colour: its wave at a phase (radians) and a time. */
	wave: ( phase: number, seconds: number ) => number;
}

/** A loop of music: what sounds on past its end is heard at its beginning, so that there is no seam. */
export function loop( lengthInSamples: number, notes: Note[] ): Float64Array {
	const samples = new Float64Array( lengthInSamples );
	for ( const note of notes ) {
		addNote( samples, note );
	}
	return samples;
}

function addNote(
	samples: Float64Array,
	{ fromSample, hertz, seconds, loudness, envelope, wave }: Note
): void {
	const length = Math.round( seconds * sampleRate );
	for ( let index = 0; index < length; index++ ) {
		const time = index / sampleRate;
		const at = ( fromSample + index ) % samples.length;
		samples[ at ] =
			( samples[ at ] ?? 0 ) +
			loudness *
				envelope( time ) *
				wave( 2 * Math.PI * hertz * time, time );
	}
}

/** The frequency so many semitones above A (440 Hz), in equal temperament. */
export function hertzOf( semitonesAboveA: number ): number {
	return 440 * 2 ** ( semitonesAboveA / 12 );
}

/** Up in `attackSeconds`, then ever quieter, and down to nothing at `seconds`, so that no note is cut off. */
export function plucked(
	attackSeconds: number,
	seconds: number
): ( time: number ) => number {
	return ( time ) =>
		Math.min( 1, time / attackSeconds ) * ( 1 - time / seconds );
}

/** A slow rise and a slow fall, both rounded; `releaseSeconds` end at `seconds`. */
export function bowed(
	attackSeconds: number,
	releaseSeconds: number,
	seconds: number
): ( time: number ) => number {
	const rounded = ( share: number ) =>
		Math.sin( ( Math.PI / 2 ) * Math.max( 0, Math.min( 1, share ) ) ) ** 2;
	return ( time ) =>
		rounded( time / attackSeconds ) *
		rounded( ( seconds - time ) / releaseSeconds );
}
