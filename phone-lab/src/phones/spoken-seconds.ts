/** About how fast Twilio's voices speak French and English. */
const charactersPerSecond = 15;

/** How long a text takes to be said. */
export const spokenSeconds = ( text: string ): number =>
	Math.max( 1, text.length / charactersPerSecond );
