import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import express, { type Express } from 'express';
import request from 'supertest';
import twilio from 'twilio';
import { createLogger } from '../../logging.js';
import type { CallEvents, Receipt } from '../call-events.js';
import type { CallScript } from '../call-script.js';
import { createTwilioRoutes } from './twilio-routes.js';

const authToken = '0123456789abcdef0123456789abcdef';
const publicBaseUrl = 'https://callback.example.com';
const callSid = 'CA1';

type Told = jest.Mock< ( news: object, receipt: Receipt ) => Promise< void > >;
const told = (): Told => jest.fn( async () => undefined );
type Asked = jest.Mock< ( news: object ) => Promise< CallScript > >;
const asked = (): Asked => jest.fn( async () => ( { type: 'refuse' } ) );

let callEvents: {
	[ Event in keyof CallEvents ]: Asked | Told;
};
let app: Express;

/** The service's account tells of every site, that of a site of its own calls alone. */
const ownAccount = {
	accountSid: `AC${ '1'.repeat( 32 ) }`,
	authToken: 'f'.repeat( 32 ),
};
const signers = async ( accountSid: string | null ) =>
	accountSid === ownAccount.accountSid
		? [ { authToken: ownAccount.authToken, siteId: 'site-1' } ]
		: [ { authToken, siteId: null } ];
const siteOfId = async ( id: string ) =>
	( { 1: 'site-1', 2: 'site-2' } )[ Number( id.at( -1 ) ) ] ?? null;
const siteOf = {
	legId: siteOfId,
	attemptId: siteOfId,
	supervisionId: siteOfId,
	testCallId: siteOfId,
	messageId: siteOfId,
};

beforeEach( () => {
	callEvents = {
		answered: asked(),
		keyPressed: asked(),
		voicemailLeft: asked(),
		leftRoom: asked(),
		rangIn: asked(),
		presenceChosen: asked(),
		statusChanged: told(),
		callerChanged: told(),
		humanJudged: told(),
		recorded: told(),
		roomChanged: told(),
		supervisorChanged: told(),
		testCallChanged: told(),
		messageChanged: told(),
		messageReceived: told(),
	};
	app = express().use(
		'/twilio',
		createTwilioRoutes( {
			signers,
			siteOf,
			publicBaseUrl: () => publicBaseUrl,
			callEvents: callEvents as unknown as CallEvents,
			logger: createLogger( 'silent' ),
		} )
	);
} );

const signed = (
	path: string,
	parameters: Record< string, string >,
	headers: Record< string, string > = {}
) =>
	request( app )
		.post( `/twilio${ path }` )
		.type( 'form' )
		.set( {
			'X-Twilio-Signature': twilio.getExpectedTwilioSignature(
				authToken,
				`${ publicBaseUrl }/twilio${ path }`,
				parameters
			),
			...headers,
		} )
		.send( parameters );

const live = { CallSid: callSid, CallStatus: 'in-progress' };

describe( 'what Twilio asks', () => {
	it.each( [
		[ '/legs/leg-1/voice', live, 'answered', { legId: 'leg-1' } ],
		[
			'/legs/leg-1/keys/confirm',
			{ ...live, Digits: '1' },
			'keyPressed',
			{ legId: 'leg-1', question: 'confirm', digits: '1' },
		],
		[
			'/legs/leg-1/voicemail',
			{ ...live, RecordingSid: 'RE1', RecordingDuration: '9' },
			'voicemailLeft',
			{ legId: 'leg-1', recordingSid: 'RE1', seconds: 9 },
		],
		[ '/legs/leg-1/after-room', live, 'leftRoom', { legId: 'leg-1' } ],
		[
			'/incoming',
			{
				CallSid: callSid,
				CallStatus: 'ringing',
				From: '+33612345678',
				To: '+33180000000',
			},
			'rangIn',
			{ from: '+33612345678', to: '+33180000000' },
		],
		[
			'/incoming/presence/again',
			{
				CallSid: callSid,
				CallStatus: 'in-progress',
				From: '+33612345678',
				To: '+33180000000',
				Digits: '2',
			},
			'presenceChosen',
			{
				from: '+33612345678',
				to: '+33180000000',
				digits: '2',
				again: true,
			},
		],
	] as const )(
		'%s is answered with a script',
		async ( path, parameters, event, news ) => {
			const answer = await signed( path, parameters );
			expect( answer.headers[ 'content-type' ] ).toMatch( /^text\/xml/ );
			expect( answer.text ).toContain( '<Reject' );
			expect( callEvents[ event ].mock.calls ).toEqual( [
				[ expect.objectContaining( { callSid, ...news } ) ],
			] );
		}
	);

	it.each( [
		[ '/legs/leg-1/voice', { CallSid: callSid } ],
		[ '/legs/leg-1/keys/weather', { ...live, Digits: '1' } ],
		[ '/incoming', { CallSid: callSid } ],
	] )(
		'%s of something unknown ends the call',
		async ( path, parameters ) => {
			const answer = await signed( path, parameters );
			expect( answer.text ).toContain( '<Hangup/>' );
		}
	);
} );

describe( 'what Twilio tells', () => {
	const messages = [
		[
			'/legs/leg-1/status',
			{ CallSid: callSid, CallStatus: 'ringing', SequenceNumber: '1' },
			'statusChanged',
			{ legId: 'leg-1', status: 'ringing' },
			{ event: 'status ringing', token: '1' },
		],
		[
			'/incoming/status',
			{ CallSid: callSid, CallStatus: 'completed' },
			'callerChanged',
			{ callSid, status: 'completed' },
			{ event: 'status completed', token: 'token-1' },
		],
		[
			'/legs/leg-1/machine',
			{ CallSid: callSid, AnsweredBy: 'machine_start' },
			'humanJudged',
			{ legId: 'leg-1', verdict: 'machine' },
			{ event: 'machine', token: 'token-1' },
		],
		[
			'/legs/leg-1/recording/conversation',
			{
				CallSid: callSid,
				RecordingSid: 'RE1',
				RecordingStatus: 'completed',
				RecordingDuration: '12',
			},
			'recorded',
			{ legId: 'leg-1', kind: 'conversation', seconds: 12 },
			{ event: 'recording RE1', token: 'token-1' },
		],
		[
			'/attempts/attempt-1/conference',
			{
				CallSid: callSid,
				StatusCallbackEvent: 'participant-join',
				SequenceNumber: '2',
			},
			'roomChanged',
			{ attemptId: 'attempt-1' },
			{ event: 'room participant-join', token: '2' },
		],
		[
			'/test-calls/test-call-1/status',
			{ CallSid: callSid, CallStatus: 'ringing', SequenceNumber: '1' },
			'testCallChanged',
			{ testCallId: 'test-call-1', callSid, status: 'ringing' },
			{ event: 'status ringing', token: '1' },
		],
		[
			'/messages/message-1/status',
			{ MessageSid: callSid, MessageStatus: 'delivered' },
			'messageChanged',
			{ messageId: 'message-1', status: 'delivered' },
			{ event: 'message delivered', token: 'token-1' },
		],
		[
			'/sms',
			{
				MessageSid: callSid,
				From: '+33612345678',
				To: '+33180000000',
				Body: 'Oui',
			},
			'messageReceived',
			{ messageSid: callSid, from: '+33612345678', text: 'Oui' },
			// Whatever the token: the number's fallback tells of the same message.
			{ event: 'message received', token: '' },
		],
	] as const;

	it.each( messages )(
		'%s goes on with a name by which its repetition is known [N01]',
		async ( path, parameters, event, news, receipt ) => {
			const headers = { 'I-Twilio-Idempotency-Token': 'token-1' };
			const answer = await signed( path, parameters, headers );
			expect( answer.status ).toBe( 204 );
			await signed( path, parameters, headers );
			const call = [
				expect.objectContaining( news ),
				{ callSid, ...receipt },
			];
			expect( callEvents[ event ].mock.calls ).toEqual( [ call, call ] );
		}
	);

	it.each( [
		[ '/legs/leg-1/status', { CallSid: callSid, CallStatus: 'dancing' } ],
		[ '/messages/message-1/status', { MessageStatus: 'dancing' } ],
		[ '/sms', { MessageSid: 'SM1', From: '38080', To: '+33180000000' } ],
		[
			'/legs/leg-1/recording/voicemail',
			{
				CallSid: callSid,
				RecordingSid: 'RE1',
				RecordingStatus: 'absent',
			},
		],
	] )( '%s moves nothing with %j', async ( path, parameters ) => {
		expect( ( await signed( path, parameters ) ).status ).toBe( 204 );
		for ( const event of Object.values( callEvents ) ) {
			expect( event ).not.toHaveBeenCalled();
		}
	} );

	it.each( [ ...messages.map( ( [ path ] ) => path ), '/incoming' ] )(
		'%s is refused unsigned, or signed for something else [R18]',
		async ( path ) => {
			const unsigned = await request( app )
				.post( `/twilio${ path }` )
				.type( 'form' )
				.send( live );
			expect( unsigned.status ).toBe( 403 );
			const other = await signed( path, live, {
				'X-Twilio-Signature': twilio.getExpectedTwilioSignature(
					authToken,
					`${ publicBaseUrl }/twilio${ path }`,
					{ ...live, Digits: '1' }
				),
			} );
			expect( other.status ).toBe( 403 );
		}
	);
} );

describe( 'what the account of one site tells', () => {
	const tell = ( path: string, parameters: Record< string, string > ) => {
		const sent = { AccountSid: ownAccount.accountSid, ...parameters };
		return signed( path, sent, {
			'X-Twilio-Signature': twilio.getExpectedTwilioSignature(
				ownAccount.authToken,
				`${ publicBaseUrl }/twilio${ path }`,
				sent
			),
		} );
	};

	it( 'is heard of its own calls', async () => {
		const answer = await tell( '/legs/leg-1/status', live );
		expect( answer.status ).toBe( 204 );
		expect( callEvents.statusChanged ).toHaveBeenCalledTimes( 1 );
	} );

	it.each( [
		'/legs/leg-2/voice',
		'/legs/leg-2/status',
		'/attempts/attempt-2/conference',
		'/supervisions/supervision-2/status',
		'/messages/message-2/status',
	] )( '%s of another site is refused [N14] [R18]', async ( path ) => {
		expect( ( await tell( path, live ) ).status ).toBe( 403 );
		for ( const event of Object.values( callEvents ) ) {
			expect( event ).not.toHaveBeenCalled();
		}
	} );

	it( 'is of its own site alone when somebody rings or writes [N14]', async () => {
		const numbers = { From: '+33612345678', To: '+33180000000' };
		await tell( '/incoming', { ...live, ...numbers } );
		await tell( '/incoming/presence/first', { ...live, ...numbers } );
		await tell( '/sms', { MessageSid: 'SM1', Body: 'Oui', ...numbers } );
		for ( const event of [
			'rangIn',
			'presenceChosen',
			'messageReceived',
		] as const ) {
			expect( callEvents[ event ].mock.calls[ 0 ]?.[ 0 ] ).toMatchObject(
				{
					sites: new Set( [ 'site-1' ] ),
				}
			);
		}
	} );

	it( 'is refused where another account signed it', async () => {
		const parameters = { AccountSid: ownAccount.accountSid, ...live };
		expect(
			( await signed( '/legs/leg-1/status', parameters ) ).status
		).toBe( 403 );
	} );
} );

it( 'plays what the room asks for, and never what is not ours by name [S24]', async () => {
	const play = async ( query: string ) => {
		const path = `/twilio/waiting${ query }`;
		const answer = await request( app )
			.get( path )
			.set(
				'X-Twilio-Signature',
				twilio.getExpectedTwilioSignature(
					authToken,
					publicBaseUrl + path,
					{}
				)
			);
		return answer.text;
	};
	expect( await play( '?music=strings' ) ).toContain( '/audio/strings.wav' );
	expect( await play( '?music=..%2Fsecret' ) ).toContain( '/audio/calm.wav' );
	expect( await play( '' ) ).toContain( '/audio/calm.wav' );
	expect( await play( '?url=https%3A%2F%2Fsite.example%2Fa.mp3' ) ).toContain(
		'<Play>https://site.example/a.mp3</Play>'
	);
} );
