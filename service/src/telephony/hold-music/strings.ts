import { bowed, hertzOf, loop, type Note } from './loop.js';

/** Slow chords in F major that grow out of each other, like strings far away: F, D minor, B flat, C held back, C. */

const samplesPerBar = 32_000;
/** Each chord sounds on under the beginning of the next. */
const noteSeconds = 5.4;
const loudness = 0.036;

/** Four voices that move as little as they can, as semitones above A (440 Hz). */
const chords = [
	[ -16, -9, -4, 0 ],
	[ -19, -12, -4, 0 ],
	[ -23, -7, -4, 1 ],
	[ -21, -14, -4, 3 ],
	[ -21, -14, -5, 3 ],
];
/** Two players a voice, never quite in tune with each other: what makes a choir of one tone. */
const players = [ -0.0011, 0.0013 ];

/** One period of a bowed string through a telephone: each partial weaker than the last, nothing above 3 kHz. */
const period = Float64Array.from( { length: 4_096 }, ( _none, index ) =>
	[ 1, 2, 3, 4 ].reduce(
		( sum, partial ) =>
			sum +
			Math.sin( ( 2 * Math.PI * partial * index ) / 4_096 ) /
				partial ** 1.5,
		0
	)
);

/** Read from the period, four times as quick as to work it out for each sample. */
function string( phase: number, seconds: number ): number {
	const vibrato = 0.05 * Math.sin( 2 * Math.PI * 4.6 * seconds );
	const turns = ( phase + vibrato ) / ( 2 * Math.PI );
	return period[ Math.floor( ( turns - Math.floor( turns ) ) * 4_096 ) ] ?? 0;
}

/** 20 s. */
export function strings(): Float64Array {
	const notes = chords.flatMap( ( chord, bar ) =>
		chord.flatMap( ( semitones ) =>
			players.map( ( detuning ): Note => ( {
				fromSample: bar * samplesPerBar,
				hertz: hertzOf( semitones ) * ( 1 + detuning ),
				seconds: noteSeconds,
				loudness,
				envelope: bowed( 1.3, 1.5, noteSeconds ),
				wave: string,
			} ) )
		)
	);
	return loop( chords.length * samplesPerBar, notes );
}
