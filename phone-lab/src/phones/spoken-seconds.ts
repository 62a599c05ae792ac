import type { Lab } from '../lab/context.js';

/** About how fast Twilio's voices speak French and English. */
const charactersPerSecond = 15;

/** How long a text takes to be said in this lab. */
export const spokenSeconds = (
	{ speechRate }: Pick< Lab, 'speechRate' >,
	text: string
): number => Math.max( 1, text.length / charactersPerSecond ) / speechRate;
