import { phoneOf } from '../calls/phone-of.js';
import { spokenSeconds } from './spoken-seconds.js';
import { noteSound } from '../recordings/recordings.js';
import type { Lab } from '../lab/context.js';
import { appendLimited, heardLimit } from '../state/lab-state.js';
import type { CallRecord, HeardEntry } from '../state/records.js';

type Sound = Pick< HeardEntry, 'kind' > &
	Partial< Pick< HeardEntry, 'text' | 'url' | 'language' | 'voice' > >;

/** Notes what a phone hears. The same sound again, as music that loops, counts up instead. */
export function hear( lab: Lab, call: CallRecord, sound: Sound ): void {
	const entry: HeardEntry = {
		at: lab.clock.now(),
		callSid: call.sid,
		text: null,
		url: null,
		language: null,
		voice: null,
		...sound,
		times: 1,
	};
	if ( sound.kind === 'say' || sound.kind === 'speech' ) {
		const text = sound.text ?? '';
		noteSound( lab, call, {
			text,
			seconds: spokenSeconds( text ),
			side: 'line',
		} );
	}
	const heard = ( lab.state.heard[ phoneOf( call ) ] ??= [] );
	const last = heard.at( -1 );
	const same =
		last &&
		last.callSid === entry.callSid &&
		last.kind === entry.kind &&
		last.text === entry.text &&
		last.url === entry.url;
	if ( same ) {
		last.times += 1;
	} else {
		appendLimited( heard, entry, heardLimit );
	}
	lab.changed();
}
