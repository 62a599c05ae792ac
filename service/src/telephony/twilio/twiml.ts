import twilio from 'twilio';
import type { CallScript, KeyQuestion, Speech } from '../call-script.js';
import type { Addresses, WaitingMusic } from './addresses.js';
import { sayAttributes } from './voices.js';

type VoiceResponse = InstanceType< typeof twilio.twiml.VoiceResponse >;
type InRoom = Extract< CallScript, { room: string } >;
type Voicemail = Extract< CallScript, { type: 'take_voicemail' } >;

/** Silence that ends a message; a person who thinks is quiet for a moment. */
const voicemailSilenceSeconds = 5;

/**
 * What XML cannot hold in any spelling: https://www.w3.org/TR/xml/#charsets. The builder throws at one, and a visitor may have
 * typed it in their name.
 */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A script in Twilio's words. Only its builder writes XML, so that no text of a person can become a verb. */
export function twimlOf( script: CallScript, addresses: Addresses ): string {
	const response = new twilio.twiml.VoiceResponse();
	switch ( script.type ) {
		case 'wait_in_room':
			sayBefore( response, script );
			say( response, script.message );
			enterRoom( response, script, addresses, false );
			break;
		case 'join_room':
			sayBefore( response, script );
			enterRoom( response, script, addresses, true );
			break;
		case 'ask':
			ask(
				response,
				script,
				addresses.keys( script.legId, script.question )
			);
			break;
		case 'ask_presence':
			ask(
				response,
				{ before: null, ...script },
				addresses.presence( script.again )
			);
			break;
		case 'take_voicemail':
			takeVoicemail( response, script, addresses );
			break;
		case 'say_and_hang_up':
			say( response, script.message );
			response.hangup();
			break;
		case 'refuse':
			// "rejected" would tell the caller that the number is not in service.
			response.reject( { reason: 'busy' } );
			break;
		case 'hang_up':
			response.hangup();
			break;
	}
	return response.toString();
}

/**
 * What plays to whoever is alone in a room. A `waitUrl` may hold Play, Say, Pause and Redirect only, and falls silent at its
 * end unless a Redirect begins it anew: https://www.twilio.com/docs/voice/twiml/conference#attributes-waitUrl
 */
export function waitingTwiml(
	wanted: WaitingMusic,
	addresses: Addresses
): string {
	const response = new twilio.twiml.VoiceResponse();
	response.play( wanted.musicUrl ?? addresses.holdMusic( wanted.music ) );
	response.redirect( { method: 'GET' }, addresses.waiting( wanted ) );
	return response.toString();
}

function say(
	to: Pick< VoiceResponse, 'say' >,
	{ text, language, voice }: Speech
): void {
	to.say( sayAttributes( language, voice ), text.replace( notInXml, ' ' ) );
}

function sayBefore(
	response: VoiceResponse,
	{ before }: { before?: Speech }
): void {
	if ( before ) {
		say( response, before );
	}
}

/**
 * Everything is said inside of the Gather, so that a key cuts it short; without a key its action is asked all the same.
 * https://www.twilio.com/docs/voice/twiml/gather
 */
function ask(
	response: VoiceResponse,
	{
		before,
		message,
		keySeconds,
	}: Pick< KeyQuestion, 'before' | 'message' | 'keySeconds' >,
	action: string
): void {
	const gather = response.gather( {
		input: [ 'dtmf' ],
		numDigits: 1,
		// The key # is an answer like any other.
		finishOnKey: '',
		timeout: keySeconds,
		actionOnEmptyResult: true,
		action,
		method: 'POST',
	} );
	if ( before ) {
		say( gather, before );
	}
	say( gather, message );
}

/**
 * Where nothing was said Twilio does not ask the action but goes on with the next verb, which asks it:
 * https://www.twilio.com/docs/voice/twiml/record
 */
function takeVoicemail(
	response: VoiceResponse,
	{ legId, message, maximumSeconds }: Voicemail,
	addresses: Addresses
): void {
	say( response, message );
	response.record( {
		action: addresses.voicemail( legId ),
		method: 'POST',
		maxLength: maximumSeconds,
		timeout: voicemailSilenceSeconds,
		playBeep: true,
		trim: 'trim-silence',
		recordingStatusCallback: addresses.recording( legId, 'voicemail' ),
		recordingStatusCallbackMethod: 'POST',
		recordingStatusCallbackEvent: [ 'completed' ],
	} );
	response.redirect( { method: 'POST' }, addresses.voicemail( legId ) );
}

/**
 * The first to join settles the room's callbacks, so both legs ask for the same ones. Whoever leaves ends the room; the
 * other's call goes on with `action`: https://www.twilio.com/docs/voice/twiml/conference
 */
function enterRoom(
	response: VoiceResponse,
	{ room, legId, music, musicUrl, maximumTalkSeconds }: InRoom,
	addresses: Addresses,
	opens: boolean
): void {
	const dial = response.dial( {
		action: addresses.afterRoom( legId ),
		method: 'POST',
		timeLimit: maximumTalkSeconds,
	} );
	dial.conference(
		{
			startConferenceOnEnter: opens,
			endConferenceOnExit: true,
			beep: 'false',
			waitUrl: addresses.waiting( { music, musicUrl } ),
			waitMethod: 'GET',
			participantLabel: legId,
			statusCallback: addresses.conference( room ),
			statusCallbackMethod: 'POST',
			statusCallbackEvent: [ 'start', 'end', 'join', 'leave' ],
		},
		room
	);
}
