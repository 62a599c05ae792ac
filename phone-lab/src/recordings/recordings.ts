import { callParameters } from '../calls/call-parameters.js';
import type { Lab } from '../lab/context.js';
import { twilioDate } from '../rest/dates.js';
import { accountUri } from '../rest/representations.js';
import { newSid } from '../sids.js';
import type {
	CallRecord,
	RecordedSound,
	RecordingRecord,
} from '../state/records.js';

type Opening = Pick<
	RecordingRecord,
	'callSid' | 'source' | 'channels' | 'track' | 'trimSilence' | 'callback'
>;

export function openRecording( lab: Lab, opening: Opening ): RecordingRecord {
	const now = lab.clock.now();
	const recording: RecordingRecord = {
		sid: newSid( 'RE' ),
		...opening,
		status: 'in-progress',
		createdAt: now,
		updatedAt: now,
		durationSeconds: null,
		sounds: [],
	};
	lab.state.recordings.push( recording );
	lab.recordings.set( recording.sid, recording );
	tell( lab, recording, 'in-progress' );
	lab.changed();
	return recording;
}

const goesOn = ( { status }: RecordingRecord ) =>
	status === 'in-progress' || status === 'paused';

/** Notes a sound in every recording of a call that goes on. A Record takes down the person only. */
export function noteSound(
	lab: Lab,
	call: CallRecord,
	sound: Omit< RecordedSound, 'atSeconds' >
): void {
	for ( const recording of lab.state.recordings ) {
		const person = recording.source === 'RecordVerb';
		if (
			recording.callSid === call.sid &&
			recording.status === 'in-progress' &&
			( sound.side === 'phone' || ! person )
		) {
			recording.sounds.push( {
				...sound,
				// Who speaks on does so after what they said before.
				atSeconds: Math.max(
					( lab.clock.now() - recording.createdAt ) / 1_000,
					sound.side === 'phone'
						? soundsUntil( recording, 'phone' )
						: 0
				),
			} );
		}
	}
}

/** Seconds from its beginning to the last sound's end; 0 while nothing sounded. */
export const soundsUntil = (
	{ sounds }: RecordingRecord,
	side?: RecordedSound[ 'side' ]
): number =>
	Math.max(
		0,
		...sounds
			.filter( ( sound ) => side === undefined || sound.side === side )
			.map( ( { atSeconds, seconds } ) => atSeconds + seconds )
	);

/**
 * Closes a recording and tells so. What is said beyond `maximumSeconds`, or when the line goes, is cut there.
 *
 * @returns false when a Record holds silence only: then there is no recording, as at Twilio
 */
export function finishRecording(
	lab: Lab,
	recording: RecordingRecord,
	status: 'completed' | 'stopped' = 'completed',
	maximumSeconds = Infinity
): boolean {
	if ( ! goesOn( recording ) ) {
		return true;
	}
	const now = lab.clock.now();
	const length = Math.min(
		maximumSeconds,
		( now - recording.createdAt ) / 1_000
	);
	recording.sounds = recording.sounds.flatMap( ( sound ) => {
		const seconds = Math.min( sound.seconds, length - sound.atSeconds );
		return seconds > 0 ? [ { ...sound, seconds } ] : [];
	} );
	if ( recording.source === 'RecordVerb' && recording.sounds.length === 0 ) {
		removeRecording( lab, recording );
		return false;
	}
	recording.durationSeconds = recording.trimSilence
		? trim( recording )
		: length;
	recording.status = status;
	recording.updatedAt = now;
	tell( lab, recording, 'completed' );
	lab.changed();
	return true;
}

/** Leaves out the silence before the first sound and behind the last one. */
function trim( recording: RecordingRecord ): number {
	const first = Math.min(
		...recording.sounds.map( ( { atSeconds } ) => atSeconds )
	);
	if ( ! Number.isFinite( first ) ) {
		return 0;
	}
	recording.sounds = recording.sounds.map( ( sound ) => ( {
		...sound,
		atSeconds: sound.atSeconds - first,
	} ) );
	return soundsUntil( recording );
}

/** A call is over, and its recordings with it. */
export function finishRecordingsOf( lab: Lab, call: CallRecord ): void {
	for ( const recording of [ ...lab.state.recordings ] ) {
		if ( recording.callSid === call.sid ) {
			finishRecording( lab, recording );
		}
	}
}

export function removeRecording( lab: Lab, recording: RecordingRecord ): void {
	lab.recordings.delete( recording.sid );
	lab.state.recordings.splice( lab.state.recordings.indexOf( recording ), 1 );
	lab.changed();
}

/** Whole seconds, as Twilio tells them. */
export const wholeSeconds = ( {
	durationSeconds,
}: RecordingRecord ): string | null =>
	durationSeconds === null ? null : String( Math.round( durationSeconds ) );

/** https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback */
export const recordingParameters = (
	lab: Lab,
	recording: RecordingRecord
): Record< string, string > => ( {
	AccountSid: lab.account.accountSid,
	CallSid: recording.callSid,
	RecordingSid: recording.sid,
	RecordingUrl: `${ lab.baseUrl() }${ accountUri( lab.account.accountSid ) }/Recordings/${ recording.sid }`,
	RecordingStatus: goesOn( recording ) ? 'in-progress' : 'completed',
	RecordingDuration: wholeSeconds( recording ) ?? '0',
	RecordingChannels: String( recording.channels ),
	RecordingStartTime: twilioDate( recording.createdAt ),
	RecordingSource: recording.source,
	RecordingTrack: recording.track,
} );

function tell(
	lab: Lab,
	recording: RecordingRecord,
	event: 'in-progress' | 'completed'
): void {
	const { callback } = recording;
	const call = lab.calls.get( recording.callSid );
	if ( ! callback?.events.includes( event ) || ! call ) {
		return;
	}
	lab.webhooks.callback( {
		event: `recording-${ event }`,
		callSid: recording.callSid,
		conferenceSid: null,
		url: callback.url,
		method: callback.method,
		parameters: {
			...recordingParameters( lab, recording ),
			ApiVersion: callParameters( lab, call ).ApiVersion ?? '',
		},
	} );
}
