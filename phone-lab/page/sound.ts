import { actAt } from './actions.js';
import type { HeardView, PhoneView } from './view.js';

const ringPeriodMilliseconds = 3_500;
const musicVolume = 0.45;

/** DTMF: row and column frequencies of each key. */
const rows = [ 697, 770, 852, 941 ];
const columns = [ 1209, 1336, 1477 ];
const keys = [ '123', '456', '789', '*0#' ];

/** All that can be heard. Browsers allow it only after a click, so that it begins off. */
export class Sound {
	on = false;
	private context: AudioContext | null = null;
	private ringing = false;
	private ringHandle: number | undefined;
	private readonly silenced = new Set< string >();
	private readonly music = new Map< string, HTMLAudioElement >();
	/** The last thing heard by each phone, so that it is said once. */
	private readonly lastHeard = new Map< string, string >();

	/** @param on - a click asked for it; the browser refuses otherwise */
	turn( on: boolean ): void {
		this.on = on;
		this.context ??= new AudioContext();
		void ( on ? this.context.resume() : this.context.suspend() );
		if ( ! on ) {
			speechSynthesis.cancel();
			this.music.forEach( ( audio ) => audio.pause() );
			this.music.clear();
			this.setRinging( false );
		}
	}

	hears( number: string ): boolean {
		return ! this.silenced.has( number );
	}

	toggle( number: string ): void {
		if ( ! this.silenced.delete( number ) ) {
			this.silenced.add( number );
		}
	}

	/** Brings what sounds in line with what the phones hear. */
	follow( phones: PhoneView[] ): void {
		const heard = phones.filter( ( phone ) => this.hears( phone.number ) );
		this.setRinging(
			this.on && heard.some( ( { state } ) => state === 'ringing' )
		);
		for ( const phone of phones ) {
			const last =
				phone.state === 'talking' ? phone.heard.at( -1 ) : undefined;
			const current = last?.callSid === phone.callSid ? last : undefined;
			this.followMusic(
				phone.number,
				this.on && this.hears( phone.number ) ? current : undefined,
				phone
			);
			const mark = current ? `${ current.at } ${ current.times }` : '';
			if ( mark !== this.lastHeard.get( phone.number ) ) {
				this.lastHeard.set( phone.number, mark );
				if ( current && this.on && this.hears( phone.number ) ) {
					this.play( current );
				}
			}
		}
		if ( ! phones.some( ( { state } ) => state === 'talking' ) ) {
			speechSynthesis.cancel();
		}
	}

	key( key: string ): void {
		const row = keys.findIndex( ( line ) => line.includes( key ) );
		const column = keys[ row ]?.indexOf( key ) ?? -1;
		const [ low, high ] = [ rows[ row ], columns[ column ] ];
		if ( this.on && low !== undefined && high !== undefined ) {
			this.tone( low, 0.15, 0.08 );
			this.tone( high, 0.15, 0.08 );
		}
	}

	private play( { kind, text, url, language, voice }: HeardView ): void {
		if ( kind === 'say' && text ) {
			const spoken = new SpeechSynthesisUtterance( text );
			spoken.lang = language ?? 'en-US';
			spoken.voice = chooseVoice( spoken.lang, voice );
			speechSynthesis.speak( spoken );
		} else if ( kind === 'play' && url ) {
			void new Audio( url ).play().catch( () => {} );
		} else if ( kind === 'play' && text ) {
			[ ...text ].forEach( ( key, index ) =>
				setTimeout( () => this.key( key ), index * 250 )
			);
		}
	}

	private followMusic(
		number: string,
		current: HeardView | undefined,
		phone: PhoneView
	): void {
		const url =
			current?.kind === 'music' && phone.activity === 'waiting'
				? current.url
				: null;
		const playing = this.music.get( number );
		if ( playing?.src === url ) {
			return;
		}
		playing?.pause();
		this.music.delete( number );
		if ( url ) {
			const audio = new Audio( url );
			audio.loop = true;
			audio.volume = musicVolume;
			this.music.set( number, audio );
			void audio.play().catch( () => {} );
		}
	}

	private setRinging( ringing: boolean ): void {
		if ( ringing === this.ringing ) {
			return;
		}
		this.ringing = ringing;
		clearInterval( this.ringHandle );
		if ( ringing ) {
			this.ring();
			this.ringHandle = window.setInterval(
				() => this.ring(),
				ringPeriodMilliseconds
			);
		}
	}

	/** Two soft notes, twice: heard, and not hated after an hour. */
	private ring(): void {
		for ( const [ delay, frequency ] of [
			[ 0, 659 ],
			[ 0.18, 784 ],
			[ 0.5, 659 ],
			[ 0.68, 784 ],
		] as const ) {
			this.tone( frequency, 0.3, 0.12, delay );
		}
	}

	private tone(
		frequency: number,
		seconds: number,
		volume: number,
		delay = 0
	): void {
		if ( ! this.context ) {
			return;
		}
		const start = this.context.currentTime + delay;
		const oscillator = this.context.createOscillator();
		const gain = this.context.createGain();
		oscillator.frequency.value = frequency;
		gain.gain.setValueAtTime( 0, start );
		gain.gain.linearRampToValueAtTime( volume, start + 0.02 );
		gain.gain.exponentialRampToValueAtTime( 0.0001, start + seconds );
		oscillator.connect( gain ).connect( this.context.destination );
		oscillator.start( start );
		oscillator.stop( start + seconds );
	}
}

/** Names of Twilio's voices that are a man's, among those of Amazon Polly in French and English. */
const men =
	/Remi|Mathieu|Liam|Matthew|Joey|Justin|Brian|Russell|Stephen|Gregory|Kevin|Arthur|\bman\b/i;
const menHere =
	/thomas|paul|henri|daniel|david|mark|alex|male(?!.*female)|homme|fred|james/i;

/** A voice of this browser for a language, a man's or a woman's as asked where the names tell; null leaves the choice to it. */
function chooseVoice(
	lang: string,
	wanted: string | null
): SpeechSynthesisVoice | null {
	const [ base = '' ] = lang.toLowerCase().split( '-' );
	const voices = speechSynthesis
		.getVoices()
		.filter( ( voice ) => voice.lang.toLowerCase().startsWith( base ) );
	const man = wanted !== null && men.test( wanted );
	return (
		voices.find( ( voice ) => menHere.test( voice.name ) === man ) ??
		voices[ 0 ] ??
		null
	);
}

/** A key pressed at a phone: heard at once, and sent. */
export function pressKey( sound: Sound, number: string, key: string ): void {
	// A key cuts short what is being said, on a real phone too.
	speechSynthesis.cancel();
	sound.key( key );
	void actAt( number, 'press', { digits: key } );
}
