import type { MusicChoice } from '../call-script.js';
import { bright } from './bright.js';
import { calm } from './calm.js';
import { none } from './none.js';
import { strings } from './strings.js';
import { wav } from './wav.js';

/**
 * Rappel's own hold music: made by arithmetic, each piece from the recipe in the file of its name, so free of anybody's rights.
 * Quiet, without sharp attacks or bass, since a telephone carries 300 to 3,400 Hz only.
 */
const recipes: Record< MusicChoice, () => Float64Array > = {
	calm,
	bright,
	strings,
	none,
};

const made = new Map< MusicChoice, Buffer >();

/** A WAV file that loops without a seam. Made once per process, when it is first asked for (about 100 ms). */
export function holdMusic( music: MusicChoice ): Buffer {
	const file = made.get( music ) ?? wav( recipes[ music ]() );
	made.set( music, file );
	return file;
}
