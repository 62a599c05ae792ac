/** A tone: from when, how high in hertz; in seconds. */
type Tone = [ at: number, hertz: number ];

const lengthSeconds = 0.22;
const loudness = 0.2;
const tones: Record< 'waiting' | 'ringing', Tone[] > = {
	waiting: [
		[ 0, 660 ],
		[ 0.18, 880 ],
	],
	ringing: [
		[ 0, 880 ],
		[ 0.15, 1_100 ],
		[ 0.5, 880 ],
		[ 0.65, 1_100 ],
	],
};

let context: AudioContext | undefined;

/**
 * Browsers let a page be heard once somebody has clicked on it: https://developer.chrome.com/blog/autoplay. Called on a click.
 */
export function allowSound(): void {
	context ??=
		typeof AudioContext === 'undefined' ? undefined : new AudioContext();
	void context?.resume();
}

/** Nothing where the page may not be heard yet. */
export function playSound( name: keyof typeof tones ): void {
	if ( context?.state !== 'running' ) {
		return;
	}
	for ( const [ at, hertz ] of tones[ name ] ) {
		const start = context.currentTime + at;
		const volume = context.createGain();
		volume.gain.setValueAtTime( loudness, start );
		volume.gain.exponentialRampToValueAtTime(
			0.001,
			start + lengthSeconds
		);
		volume.connect( context.destination );
		const tone = context.createOscillator();
		tone.frequency.value = hertz;
		tone.connect( volume );
		tone.start( start );
		tone.stop( start + lengthSeconds );
	}
}
