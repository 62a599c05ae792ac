import type { Lab } from '../lab/context.js';
import { hear } from '../phones/heard.js';
import {
	finishRecording,
	openRecording,
	recordingParameters,
	soundsUntil,
} from '../recordings/recordings.js';
import type { CallRecord, RecordingRecord } from '../state/records.js';
import {
	countAttribute,
	flagAttribute,
	methodAttribute,
	resolveUrl,
	textAttribute,
} from '../twiml/attributes.js';
import type { TwimlElement } from '../twiml/element.js';
import { callParameters } from './call-parameters.js';
import { apologise, fetchDocument } from './documents.js';

// Twilio's own: https://www.twilio.com/docs/voice/twiml/record#attributes
const defaultSilenceSeconds = 5;
const defaultMaximumSeconds = 3_600;
const defaultFinishKeys = '1234567890*#';

/** The Record a call is in; null when it is not in one. */
function current( lab: Lab, call: CallRecord ) {
	const activity = call.script?.activity;
	const element = call.script?.verbs[ call.script.index ];
	const recording =
		activity?.kind === 'record'
			? lab.recordings.get( activity.recordingSid )
			: undefined;
	return element && recording ? { element, recording } : null;
}

export function startRecord(
	lab: Lab,
	call: CallRecord,
	element: TwimlElement
): void {
	const { script } = call;
	if ( ! script ) {
		return;
	}
	const callback = textAttribute( element, 'recordingStatusCallback' );
	const url =
		callback === null ? null : resolveUrl( callback, script.documentUrl );
	const events = (
		textAttribute( element, 'recordingStatusCallbackEvent' ) ?? 'completed'
	)
		.split( /\s+/ )
		.filter( Boolean );
	const recording = openRecording( lab, {
		callSid: call.sid,
		source: 'RecordVerb',
		channels: 1,
		track: 'inbound',
		trimSilence: textAttribute( element, 'trim' ) !== 'do-not-trim',
		callback:
			url === null
				? null
				: {
						url,
						method: methodAttribute(
							element,
							'recordingStatusCallbackMethod',
							'POST'
						),
						events,
					},
	} );
	script.activity = { kind: 'record', recordingSid: recording.sid };
	script.documentsWithoutPause = 0;
	if ( flagAttribute( element, 'playBeep', true ) ) {
		hear( lab, call, {
			kind: 'play',
			url: `${ lab.baseUrl() }/lab/audio/beep.wav`,
		} );
	}
	waitForSilence( lab, call );
}

/** Sets when the Record ends by itself: after silence, or at its longest. Asked again after each word. */
export function waitForSilence( lab: Lab, call: CallRecord ): void {
	const record = current( lab, call );
	if ( ! record ) {
		return;
	}
	const { element, recording } = record;
	const silenceSeconds = countAttribute(
		element,
		'timeout',
		defaultSilenceSeconds,
		1
	);
	const maximumSeconds = longest( element );
	lab.timers.set(
		'record',
		call.sid,
		recording.createdAt +
			Math.min(
				soundsUntil( recording ) + silenceSeconds,
				maximumSeconds
			) *
				1_000
	);
}

const longest = ( element: TwimlElement ) =>
	countAttribute( element, 'maxLength', defaultMaximumSeconds, 1 );

/** The `record` timer: nothing was said for too long, or the longest is reached. */
export const recordTimedOut = ( lab: Lab, call: CallRecord ): void =>
	finish( lab, call, '' );

/** A key ends it. Answers whether a Record took it. */
export function recordKey( lab: Lab, call: CallRecord, key: string ): boolean {
	const record = current( lab, call );
	if ( ! record ) {
		return false;
	}
	const keys = textAttribute( record.element, 'finishOnKey' );
	if ( ( keys ?? defaultFinishKeys ).includes( key ) ) {
		finish( lab, call, key );
	}
	return true;
}

function finish( lab: Lab, call: CallRecord, digits: string ): void {
	const record = current( lab, call );
	if ( ! record || ! call.script ) {
		return;
	}
	const { element, recording } = record;
	lab.timers.clear( 'record', call.sid );
	if ( ! keep( lab, element, recording ) ) {
		// Nothing but silence: the action is not asked.
		return lab.actions.nextVerb( call );
	}
	const action = actionOf( call, element );
	if ( action.url === null ) {
		return apologise(
			lab,
			call,
			11100,
			'Record: there is no absolute address to send the recording to.'
		);
	}
	fetchDocument( lab, call, {
		url: action.url,
		method: action.method,
		parameters: result( lab, recording, digits ),
	} );
}

/** Closes the recording, and throws it away when it holds silence only. */
function keep(
	lab: Lab,
	element: TwimlElement,
	recording: RecordingRecord
): boolean {
	return finishRecording( lab, recording, 'completed', longest( element ) );
}

function actionOf( call: CallRecord, element: TwimlElement ) {
	const { documentUrl = null, documentMethod = 'POST' } = call.script ?? {};
	const action = textAttribute( element, 'action' );
	return {
		url: action === null ? documentUrl : resolveUrl( action, documentUrl ),
		method: methodAttribute(
			element,
			'method',
			action === null ? documentMethod : 'POST'
		),
	};
}

function result(
	lab: Lab,
	recording: RecordingRecord,
	digits: string
): Record< string, string > {
	const { RecordingSid, RecordingUrl, RecordingDuration } =
		recordingParameters( lab, recording );
	return {
		RecordingSid: RecordingSid ?? '',
		RecordingUrl: RecordingUrl ?? '',
		RecordingDuration: RecordingDuration ?? '',
		...( digits !== '' && { Digits: digits } ),
	};
}

/** For a call that ends inside a Record: what was said is kept and its action told; what that answers is not run. */
export function endRecord( lab: Lab, call: CallRecord ): () => void {
	const record = current( lab, call );
	if ( ! record ) {
		return () => {};
	}
	const { element, recording } = record;
	const { url, method } = actionOf( call, element );
	const kept = keep( lab, element, recording );
	return () => {
		if ( kept && url !== null ) {
			lab.webhooks.callback( {
				event: 'record-action',
				callSid: call.sid,
				conferenceSid: null,
				url,
				method,
				parameters: {
					...callParameters( lab, call ),
					...result( lab, recording, 'hangup' ),
				},
			} );
		}
	};
}
