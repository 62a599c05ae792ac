import { hertzOf, loop, plucked } from './loop.js';
import { sampleRate } from './wav.js';

const tickSeconds = 0.35;

/** 10 s of silence with one soft, low tick, so that nobody believes the line is dead. */
export function none(): Float64Array {
	return loop( 10 * sampleRate, [
		{
			fromSample: 5 * sampleRate,
			hertz: hertzOf( 0 ),
			seconds: tickSeconds,
			loudness: 0.06,
			envelope: plucked( 0.01, tickSeconds ),
			wave: ( phase, seconds ) =>
				Math.exp( -12 * seconds ) * Math.sin( phase ),
		},
	] );
}
