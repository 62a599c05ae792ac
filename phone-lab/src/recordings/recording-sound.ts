import { wavFile } from '../audio/tones.js';
import type { RecordedSound, RecordingRecord } from '../state/records.js';

const samplesPerSecond = 8_000;
const lettersPerSecond = 15;
const voices = { phone: 180, line: 120 };

/** A voice without words: each letter has its tone, each space a pause. The two sides speak at different heights. */
function speak(
	samples: Int16Array,
	sound: RecordedSound,
	channel: number,
	channels: number
): void {
	const begin = Math.round( sound.atSeconds * samplesPerSecond );
	const count = Math.round( sound.seconds * samplesPerSecond );
	for ( let index = 0; index < count; index++ ) {
		const place = ( begin + index ) * channels + channel;
		const time = index / samplesPerSecond;
		const letter = sound.text.charCodeAt(
			Math.floor( time * lettersPerSecond )
		);
		if (
			letter === 32 ||
			Number.isNaN( letter ) ||
			place >= samples.length
		) {
			continue;
		}
		const pitch = voices[ sound.side ] + ( letter % 32 ) * 5;
		const syllable = Math.sin(
			Math.PI * ( ( time * lettersPerSecond ) % 1 )
		);
		samples[ place ] = Math.round(
			9_000 * syllable * Math.sin( 2 * Math.PI * pitch * time )
		);
	}
}

/** The recording as a WAV file of its whole length: who has two channels hears the phone on the left. */
export function recordingWav( recording: RecordingRecord ): Buffer {
	const { channels, sounds } = recording;
	const frames = Math.round(
		( recording.durationSeconds ?? 0 ) * samplesPerSecond
	);
	const samples = new Int16Array( frames * channels );
	for ( const sound of sounds ) {
		const channel = channels === 2 && sound.side === 'line' ? 1 : 0;
		speak( samples, sound, channel, channels );
	}
	return wavFile( samples, channels );
}

// MPEG 2.5 layer III, 8 kbit/s, 8 kHz, one channel: a frame is 576 samples in 72 bytes.
const frameHeader = [ 0xff, 0xe3, 0x18, 0xc0 ];
const frameBytes = 72;
const samplesPerFrame = 576;

/** An MP3 file of the recording's length that is silent: its sound is in the WAV file. */
export function recordingMp3( { durationSeconds }: RecordingRecord ): Buffer {
	const frames = Math.ceil(
		( ( durationSeconds ?? 0 ) * samplesPerSecond ) / samplesPerFrame
	);
	const file = Buffer.alloc( frames * frameBytes );
	for ( let frame = 0; frame < frames; frame++ ) {
		file.set( frameHeader, frame * frameBytes );
	}
	return file;
}
