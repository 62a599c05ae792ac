import twilio from 'twilio';
import type { CallScript } from '../call-script.js';
import type { Addresses } from './addresses.js';
import { sayAttributes } from './voices.js';

type VoiceResponse = InstanceType< typeof twilio.twiml.VoiceResponse >;
type InRoom = Extract< CallScript, { room: string } >;

/** A script in Twilio's words. Only its builder writes XML, so that no text of a person can become a verb. */
export function twimlOf( script: CallScript, addresses: Addresses ): string {
	const response = new twilio.twiml.VoiceResponse();
	switch ( script.type ) {
		case 'wait_in_room':
			say( response, script.message );
			enterRoom( response, script, addresses, false );
			break;
		case 'join_room':
			enterRoom( response, script, addresses, true );
			break;
		case 'say_and_hang_up':
			say( response, script.message );
			response.hangup();
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
	musicUrl: string | null,
	addresses: Addresses
): string {
	const response = new twilio.twiml.VoiceResponse();
	response.play( musicUrl ?? addresses.holdMusic() );
	response.redirect( { method: 'GET' }, addresses.waiting( musicUrl ) );
	return response.toString();
}

function say(
	response: VoiceResponse,
	{
		text,
		language,
		voice,
	}: { text: string } & {
		language: 'en' | 'fr';
		voice: 'woman' | 'man';
	}
): void {
	response.say( sayAttributes( language, voice ), text );
}

/**
 * The first to join settles the room's callbacks, so both legs ask for the same ones. Whoever leaves ends the room; the
 * other's call goes on with `action`: https://www.twilio.com/docs/voice/twiml/conference
 */
function enterRoom(
	response: VoiceResponse,
	{ room, legId, musicUrl, maximumTalkSeconds }: InRoom,
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
			waitUrl: addresses.waiting( musicUrl ),
			waitMethod: 'GET',
			participantLabel: legId,
			statusCallback: addresses.conference( room ),
			statusCallbackMethod: 'POST',
			statusCallbackEvent: [ 'start', 'end', 'join', 'leave' ],
		},
		room
	);
}
