import { describe, expect, it } from '@jest/globals';
import { createAddresses } from './addresses.js';
import { telephonyErrorOf } from './errors.js';
import { receiptOf, roomNewsOf } from './messages.js';
import { callStatusOf } from './status.js';
import { twimlOf, waitingTwiml } from './twiml.js';

const addresses = createAddresses( () => 'https://callback.example.com' );
const room = {
	room: 'attempt-1',
	legId: 'leg-1',
	musicUrl: null,
	maximumTalkSeconds: 600,
};

describe( 'TwiML', () => {
	it( 'lets the first party hear the message, then wait in a room that it does not open [S05]', () => {
		expect(
			twimlOf(
				{
					type: 'wait_in_room',
					...room,
					message: {
						text: 'Un instant.',
						language: 'fr',
						voice: 'woman',
					},
				},
				addresses
			)
		).toBe(
			'<?xml version="1.0" encoding="UTF-8"?><Response><Say language="fr-FR" voice="Polly.Lea-Neural">Un instant.</Say>' +
				'<Dial action="https://callback.example.com/twilio/legs/leg-1/after-room" method="POST" timeLimit="600">' +
				'<Conference startConferenceOnEnter="false" endConferenceOnExit="true" beep="false" ' +
				'waitUrl="https://callback.example.com/twilio/waiting" waitMethod="GET" participantLabel="leg-1" ' +
				'statusCallback="https://callback.example.com/twilio/attempts/attempt-1/conference" statusCallbackMethod="POST" ' +
				'statusCallbackEvent="start end join leave">attempt-1</Conference></Dial></Response>'
		);
	} );

	it( 'lets the second party open the room', () => {
		expect(
			twimlOf( { type: 'join_room', ...room }, addresses )
		).toContain( 'startConferenceOnEnter="true"' );
	} );

	it.each( [
		[ 'fr', 'woman', 'fr-FR', 'Polly.Lea-Neural' ],
		[ 'fr', 'man', 'fr-FR', 'Polly.Remi-Neural' ],
		[ 'en', 'woman', 'en-GB', 'Polly.Amy-Neural' ],
		[ 'en', 'man', 'en-GB', 'Polly.Brian-Neural' ],
	] as const )(
		'speaks %s as a %s with voice and language both set [S23]',
		( language, voice, languageName, voiceName ) => {
			const twiml = twimlOf(
				{
					type: 'say_and_hang_up',
					message: { text: '.', language, voice },
				},
				addresses
			);
			expect( twiml ).toContain(
				`<Say language="${ languageName }" voice="${ voiceName }">`
			);
		}
	);

	it( 'never takes a text for a verb [R18]', () => {
		const twiml = twimlOf(
			{
				type: 'say_and_hang_up',
				message: {
					text: '</Say><Dial>+338991234</Dial><Say>&',
					language: 'fr',
					voice: 'man',
				},
			},
			addresses
		);
		expect( twiml ).not.toContain( '<Dial>' );
	} );

	it( 'loops the music, since a waiting room falls silent at its end [S24]', () => {
		expect( waitingTwiml( null, addresses ) ).toContain(
			'<Play>https://callback.example.com/audio/hold-music.wav</Play><Redirect method="GET">https://callback.example.com/twilio/waiting</Redirect>'
		);
		const own = waitingTwiml(
			'https://site.example/a.mp3?x=1&y=2',
			addresses
		);
		expect( own ).toContain(
			'<Play>https://site.example/a.mp3?x=1&amp;y=2</Play>'
		);
		expect( own ).toContain(
			'/twilio/waiting?music=https%3A%2F%2Fsite.example%2Fa.mp3%3Fx%3D1%26y%3D2</Redirect>'
		);
	} );
} );

describe( 'what Twilio throws', () => {
	it.each( [
		[ { status: 400, code: 21211 }, 'permanent', true ],
		[ { status: 400, code: 21610 }, 'permanent', true ],
		[ { status: 400, code: 21205 }, 'permanent', false ],
		[ { status: 401, code: 20003 }, 'settings', false ],
		[ { status: 400, code: 21210 }, 'settings', false ],
		[ { status: 400, code: 21215 }, 'settings', false ],
		[ { status: 429, code: 20429 }, 'retryable', false ],
		[ { code: 'ECONNREFUSED' }, 'retryable', false ],
		[ { code: 'ECONNABORTED' }, 'unknown', false ],
		[ { code: 'ECONNRESET' }, 'unknown', false ],
		[ { status: 500 }, 'unknown', false ],
		[ { status: 503, code: 20503 }, 'unknown', false ],
		[ new SyntaxError( 'Unexpected token' ), 'unknown', false ],
	] )( '%j is %s [N01]', ( error, kind, numberInvalid ) => {
		expect( telephonyErrorOf( error ) ).toMatchObject( {
			kind,
			numberInvalid,
		} );
	} );

	it( 'does not keep the number that its sentence names', () => {
		expect(
			telephonyErrorOf( {
				status: 400,
				code: 21211,
				message: 'The phone number +33612345678 is not valid.',
			} ).message
		).toBe( 'The phone number … is not valid.' );
	} );
} );

describe( 'what Twilio says', () => {
	it( 'is translated in one place', () => {
		expect( callStatusOf( 'no-answer' ) ).toBe( 'no_answer' );
		expect( callStatusOf( 'busy', '603' ) ).toBe( 'refused' );
		expect( callStatusOf( 'busy', '486' ) ).toBe( 'busy' );
		expect( callStatusOf( 'on-the-moon' ) ).toBeNull();
	} );

	it( 'tells who hung up from who was left behind, and from what we did', () => {
		const left = ( ReasonParticipantLeft: string ) =>
			roomNewsOf( 'attempt-1', {
				StatusCallbackEvent: 'participant-leave',
				CallSid: 'CA1',
				ReasonParticipantLeft,
			} )?.participant?.what;
		expect( left( 'participant_hung_up' ) ).toBe( 'hung_up' );
		expect( left( 'moderator_ended_conference' ) ).toBe( 'removed' );
		expect( left( 'participant_updated_via_api' ) ).toBeUndefined();
	} );

	it( 'has a name by which its repetition is known', () => {
		const parameters = { CallSid: 'CA1', SequenceNumber: '2' };
		expect( receiptOf( parameters, 'status ringing', 'token' ) ).toEqual( {
			callSid: 'CA1',
			event: 'status ringing',
			token: '2',
		} );
		expect(
			receiptOf( { ConferenceSid: 'CF1' }, 'room', 'token' ).token
		).toBe( 'token' );
	} );
} );
