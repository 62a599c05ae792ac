import type { Lab } from '../lab/context.js';
import { hear } from '../phones/heard.js';
import { spokenSeconds } from '../phones/spoken-seconds.js';
import type { CallRecord } from '../state/records.js';
import {
	countAttribute,
	resolveUrl,
	textAttribute,
} from '../twiml/attributes.js';
import type { TwimlElement } from '../twiml/element.js';
import { warn } from './call-status.js';

const digitSeconds = 0.5;
const shortestSoundSeconds = 0.2;

export const promptNames: readonly string[] = [ 'Say', 'Play', 'Pause' ];

export interface PromptPlace {
	/** Which timer tells that the sound is over. */
	timer: 'verb' | 'wait';
	documentUrl: string | null;
	/** Rises with each prompt, so that a sound measured too late belongs to nobody. */
	owner: { generation: number };
	/** In a waiting room what is played is music. */
	music: boolean;
}

/** Begins one Say, Play or Pause; the timer of its place fires when it is over. */
export function startPrompt(
	lab: Lab,
	call: CallRecord,
	element: TwimlElement,
	place: PromptPlace
): void {
	const generation = ++place.owner.generation;
	const overIn = ( seconds: number ) =>
		lab.timers.set(
			place.timer,
			call.sid,
			lab.clock.now() + seconds * 1_000
		);
	lab.timers.clear( place.timer, call.sid );
	switch ( element.name ) {
		case 'Say':
			hear( lab, call, {
				kind: 'say',
				text: element.text,
				language: textAttribute( element, 'language' ),
				voice: textAttribute( element, 'voice' ),
			} );
			return overIn( spokenSeconds( element.text ) / lab.voiceRate );
		case 'Pause':
			hear( lab, call, { kind: 'silence' } );
			return overIn( countAttribute( element, 'length', 1 ) );
		default: {
			const digits = textAttribute( element, 'digits' );
			if ( digits !== null ) {
				hear( lab, call, { kind: 'play', text: digits } );
				return overIn( digits.length * digitSeconds );
			}
			playUrl( lab, call, element.text, place, ( seconds ) => {
				if ( place.owner.generation === generation ) {
					overIn( seconds );
				}
			} );
		}
	}
}

function playUrl(
	lab: Lab,
	call: CallRecord,
	address: string,
	place: PromptPlace,
	over: ( seconds: number ) => void
): void {
	const url = resolveUrl( address, place.documentUrl );
	if ( url === null ) {
		warn(
			lab,
			call,
			11100,
			`Play: "${ address }" is not an absolute address, and the TwiML has none to be relative to.`
		);
		return over( 0 );
	}
	const measured = lab.audio.seconds( url ).then(
		( seconds ) => {
			hear( lab, call, { kind: place.music ? 'music' : 'play', url } );
			over( Math.max( shortestSoundSeconds, seconds ) );
		},
		( error: Error ) => {
			if ( lab.stopping.aborted ) {
				return;
			}
			warn(
				lab,
				call,
				11200,
				`Play: ${ url } could not be fetched (${ error.message }); the call goes on without it.`
			);
			over( 0 );
		}
	);
	void lab.track( measured );
}
