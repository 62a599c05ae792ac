import { describe, expect, it } from '@jest/globals';
import { createAddresses } from './addresses.js';
import { telephonyErrorOf } from './errors.js';
import {
	callerNewsOf,
	humanNewsOf,
	incomingNewsOf,
	keyNewsOf,
	messageNewsOf,
	recordingNewsOf,
	roomNewsOf,
	voicemailNewsOf,
} from './messages.js';
import { receiptOf } from './parameters.js';
import { callStatusOf } from './status.js';
import { twimlOf, waitingTwiml } from './twiml.js';

const addresses = createAddresses( () => 'https://callback.example.com' );
const room = {
	room: 'attempt-1',
	legId: 'leg-1',
	music: 'bright',
	musicUrl: null,
	maximumTalkSeconds: 600,
} as const;

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
				'waitUrl="https://callback.example.com/twilio/waiting?music=bright" waitMethod="GET" participantLabel="leg-1" ' +
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
		[ 'es', 'woman', 'es-ES', 'Polly.Lucia-Neural' ],
		[ 'es', 'man', 'es-ES', 'Polly.Sergio-Neural' ],
		[ 'de', 'woman', 'de-DE', 'Polly.Vicki-Neural' ],
		[ 'de', 'man', 'de-DE', 'Polly.Daniel-Neural' ],
		[ 'it', 'woman', 'it-IT', 'Polly.Bianca-Neural' ],
		[ 'it', 'man', 'it-IT', 'Polly.Adriano-Neural' ],
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

	it.each( [ 'a\u0000b', 'a\u0008b', 'a\ud800b', 'a\ufffeb' ] )(
		'says what is left of a text that XML cannot hold: %j [R18]',
		( text ) => {
			expect(
				twimlOf(
					{
						type: 'say_and_hang_up',
						message: { text, language: 'fr', voice: 'man' },
					},
					addresses
				)
			).toContain( '>a b</Say>' );
		}
	);

	it( 'says what comes before and the question inside of a Gather, so that a key cuts both short [R01] [R02]', () => {
		const speech = ( text: string ) =>
			( { text, language: 'fr', voice: 'woman' } ) as const;
		const question = {
			type: 'ask',
			legId: 'leg-1',
			question: 'confirm',
			message: speech( 'Tapez 1.' ),
			keySeconds: 8,
		} as const;
		const spoken = ( text: string ) =>
			`<Say language="fr-FR" voice="Polly.Lea-Neural">${ text }</Say>`;
		const gather =
			'<Response><Gather input="dtmf" numDigits="1" finishOnKey="" timeout="8" actionOnEmptyResult="true" ' +
			'action="https://callback.example.com/twilio/legs/leg-1/keys/confirm" method="POST">';
		expect(
			twimlOf(
				{ ...question, before: speech( 'Un rappel.' ) },
				addresses
			)
		).toContain(
			`${ gather }${ spoken( 'Un rappel.' ) }${ spoken( 'Tapez 1.' ) }</Gather></Response>`
		);
		expect( twimlOf( { ...question, before: null }, addresses ) ).toContain(
			`${ gather }${ spoken( 'Tapez 1.' ) }</Gather>`
		);
	} );

	it.each( [
		[ false, 'first' ],
		[ true, 'again' ],
	] )(
		'asks an agent for their presence, and hears the key [N17] (%s)',
		( again, round ) => {
			expect(
				twimlOf(
					{
						type: 'ask_presence',
						message: {
							text: 'Tapez 1.',
							language: 'fr',
							voice: 'woman',
						},
						keySeconds: 8,
						again,
					},
					addresses
				)
			).toContain(
				'<Response><Gather input="dtmf" numDigits="1" finishOnKey="" timeout="8" actionOnEmptyResult="true" ' +
					`action="https://callback.example.com/twilio/incoming/presence/${ round }" method="POST">` +
					'<Say language="fr-FR" voice="Polly.Lea-Neural">Tapez 1.</Say></Gather></Response>'
			);
		}
	);

	it( 'takes a message after a tone, and goes on where nothing was said [R14]', () => {
		expect(
			twimlOf(
				{
					type: 'take_voicemail',
					legId: 'leg-1',
					message: { text: 'Parlez.', language: 'fr', voice: 'man' },
					maximumSeconds: 120,
				},
				addresses
			)
		).toContain(
			'Parlez.</Say><Record action="https://callback.example.com/twilio/legs/leg-1/voicemail" method="POST" maxLength="120" ' +
				'timeout="5" playBeep="true" trim="trim-silence" ' +
				'recordingStatusCallback="https://callback.example.com/twilio/legs/leg-1/recording/voicemail" ' +
				'recordingStatusCallbackMethod="POST" recordingStatusCallbackEvent="completed"/>' +
				'<Redirect method="POST">https://callback.example.com/twilio/legs/leg-1/voicemail</Redirect></Response>'
		);
	} );

	it( 'refuses a call with the tone of a busy line [R20]', () => {
		expect( twimlOf( { type: 'refuse' }, addresses ) ).toContain(
			'<Response><Reject reason="busy"/></Response>'
		);
	} );

	it( 'loops the music, since a waiting room falls silent at its end [S24]', () => {
		const music = 'strings';
		expect(
			waitingTwiml( { music, musicUrl: null }, addresses )
		).toContain(
			'<Play>https://callback.example.com/audio/strings.wav</Play><Redirect method="GET">https://callback.example.com/twilio/waiting?music=strings</Redirect>'
		);
		const own = waitingTwiml(
			{ music, musicUrl: 'https://site.example/a.mp3?x=1&y=2' },
			addresses
		);
		expect( own ).toContain(
			'<Play>https://site.example/a.mp3?x=1&amp;y=2</Play>'
		);
		expect( own ).toContain(
			'/twilio/waiting?url=https%3A%2F%2Fsite.example%2Fa.mp3%3Fx%3D1%26y%3D2</Redirect>'
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
		[ { status: 400, code: 21614 }, 'permanent', true ],
		[ { status: 400, code: 21606 }, 'settings', false ],
		[ { status: 400, code: 21611 }, 'retryable', false ],
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

	it( 'tells a key from none in time, and knows no question that is not ours', () => {
		const parameters = { CallSid: 'CA1', CallStatus: 'in-progress' };
		const pressed = ( Digits: string, question = 'survey' ) =>
			keyNewsOf( 'leg-1', question, { ...parameters, Digits } );
		expect( pressed( '5' ) ).toMatchObject( {
			legId: 'leg-1',
			question: 'survey',
			digits: '5',
			status: 'in_progress',
		} );
		expect( pressed( '' )?.digits ).toBeNull();
		expect( keyNewsOf( 'leg-1', 'survey', parameters )?.digits ).toBeNull();
		expect( pressed( '5', 'weather' ) ).toBeNull();
	} );

	it( 'tells a message that was left from silence', () => {
		const parameters = { CallSid: 'CA1', CallStatus: 'completed' };
		const recordingSid = `RE${ '0'.repeat( 32 ) }`;
		expect(
			voicemailNewsOf( 'leg-1', {
				...parameters,
				RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/${ recordingSid }`,
				RecordingDuration: '7',
				Digits: 'hangup',
			} )
		).toMatchObject( { recordingSid, seconds: 7, status: 'completed' } );
		expect( voicemailNewsOf( 'leg-1', parameters ) ).toMatchObject( {
			recordingSid: null,
			seconds: 0,
		} );
	} );

	it( 'tells only of recordings that can be heard [R13]', () => {
		const told = ( RecordingStatus: string, kind = 'conversation' ) =>
			recordingNewsOf( 'leg-1', kind, {
				CallSid: 'CA1',
				RecordingSid: 'RE1',
				RecordingStatus,
				RecordingDuration: '61',
			} );
		expect( told( 'completed' ) ).toEqual( {
			legId: 'leg-1',
			callSid: 'CA1',
			kind: 'conversation',
			recordingSid: 'RE1',
			seconds: 61,
		} );
		expect( told( 'completed', 'voicemail' )?.kind ).toBe( 'voicemail' );
		expect( told( 'absent' ) ).toBeNull();
		expect( told( 'completed', 'film' ) ).toBeNull();
	} );

	it.each( [
		[ 'human', 'human' ],
		[ 'machine_start', 'machine' ],
		[ 'machine_end_beep', 'machine' ],
		[ 'machine_end_silence', 'machine' ],
		[ 'machine_end_other', 'machine' ],
		[ 'fax', 'fax' ],
		[ 'unknown', 'unknown' ],
		[ 'a_parrot', 'unknown' ],
	] )( 'takes %s for %s [S22]', ( AnsweredBy, verdict ) => {
		expect(
			humanNewsOf( 'leg-1', { CallSid: 'CA1', AnsweredBy } )
		).toMatchObject( { verdict } );
	} );

	it( 'knows no number of a caller who withholds it [R20]', () => {
		const from = ( From: string ) =>
			incomingNewsOf( { CallSid: 'CA1', From, To: '+33180000000' } )
				?.from;
		expect( from( '+33612345678' ) ).toBe( '+33612345678' );
		expect( from( '+266696687' ) ).toBeNull();
		expect( from( 'Anonymous' ) ).toBeNull();
		expect( from( '' ) ).toBeNull();
		expect(
			callerNewsOf( { CallSid: 'CA1', CallStatus: 'completed' } )
		).toMatchObject( { callSid: 'CA1', status: 'completed' } );
	} );

	it.each( [
		[ 'queued', undefined, 'queued', null ],
		[ 'sent', undefined, 'sent', null ],
		[ 'delivered', undefined, 'delivered', null ],
		[
			'undelivered',
			'30003',
			'undelivered',
			{ kind: 'retryable', numberInvalid: false },
		],
		[
			'undelivered',
			'30006',
			'undelivered',
			{ kind: 'permanent', numberInvalid: true },
		],
		[
			'undelivered',
			'30007',
			'undelivered',
			{ kind: 'permanent', numberInvalid: false },
		],
		[
			'failed',
			'30002',
			'failed',
			{ kind: 'settings', numberInvalid: false },
		],
	] as const )(
		'takes a text message that is %s (%s) for %s',
		( MessageStatus, ErrorCode, status, failure ) => {
			expect(
				messageNewsOf( 'message-1', {
					MessageStatus,
					...( ErrorCode && { ErrorCode } ),
				} )
			).toEqual( {
				messageId: 'message-1',
				status,
				code: ErrorCode ?? null,
				failure,
			} );
		}
	);

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
