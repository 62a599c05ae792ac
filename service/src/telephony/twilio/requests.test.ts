import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { requestFaults } from '../testing/twilio-description.js';
import type { CallOrder, Telephony } from '../telephony.js';
import { createTwilioTelephony } from './twilio-telephony.js';

const account = {
	accountSid: 'AC0123456789abcdef0123456789abcdef',
	authToken: '0123456789abcdef0123456789abcdef',
};
const callSid = `CA${ '0'.repeat( 32 ) }`;
const conferenceSid = `CF${ '0'.repeat( 32 ) }`;
const recordingSid = `RE${ '0'.repeat( 32 ) }`;
const order: CallOrder = {
	legId: 'leg-1',
	to: '+33612345678',
	from: '+33180000000',
	ringSeconds: 25,
	timeLimitSeconds: 600,
	language: 'fr',
	voice: 'man',
	detectMachine: false,
};

const invitation = {
	supervisionId: 'supervision-1',
	room: 'attempt-1',
	to: order.to,
	from: order.from,
	ringSeconds: 30,
	timeLimitSeconds: 600,
	muted: false,
	heardByCallSid: callSid,
};

interface Sent {
	method: string;
	path: string;
	parameters: URLSearchParams;
	authorization: string | undefined;
}

let server: Server;
let telephony: Telephony;
const sent: Sent[] = [];
/** What the network has, by its path. */
let recordings: Array< Record< string, unknown > >;

/** The SDK takes the first list that it finds. */
const listOf = ( path: string ) => ( {
	...( path.includes( 'Conferences' )
		? { conferences: [ { sid: conferenceSid } ] }
		: { recordings, calls: [] } ),
	page_size: 20,
} );

beforeAll( async () => {
	server = createServer( async ( request, response ) => {
		let body = '';
		for await ( const part of request ) {
			body += String( part );
		}
		const url = new URL( request.url ?? '', 'http://twilio.example' );
		const path = url.pathname;
		sent.push( {
			method: request.method ?? '',
			path,
			parameters: new URLSearchParams( body === '' ? url.search : body ),
			authorization: request.headers.authorization,
		} );
		if ( path.endsWith( `${ recordingSid }.wav` ) ) {
			response.setHeader( 'Content-Type', 'audio/x-wav' );
			response.end( Buffer.from( [ 82, 73, 0, 255 ] ) );
			return;
		}
		const isList = request.method === 'GET' && path.endsWith( 's.json' );
		response.statusCode =
			request.method === 'DELETE' || path.endsWith( '.wav' ) ? 404 : 200;
		response.setHeader( 'Content-Type', 'application/json' );
		response.end(
			JSON.stringify( {
				...( response.statusCode === 404 && { code: 20404 } ),
				sid: path.includes( 'Messages' ) ? 'SM1' : callSid,
				status: 'queued',
				...( isList && listOf( path ) ),
				...( path.includes( 'Participants' ) && { call_sid: callSid } ),
			} )
		);
	} );
	await new Promise< void >( ( resolve ) =>
		server.listen( 0, '127.0.0.1', resolve )
	);
	telephony = createTwilioTelephony( {
		...account,
		baseUrl: `http://127.0.0.1:${ ( server.address() as AddressInfo ).port }`,
		publicBaseUrl: () => 'https://callback.example.com',
	} );
} );
afterAll( () => {
	server.closeAllConnections();
	server.close();
} );
beforeEach( () => {
	sent.length = 0;
	recordings = [];
} );

const lastSent = () => Object.fromEntries( sent.at( -1 )?.parameters ?? [] );

it( 'sends nothing that Twilio’s description does not know', async () => {
	await telephony.placeCall( { ...order, detectMachine: true } );
	await telephony.endCall( callSid );
	await telephony.redirectCall( callSid, { type: 'hang_up' } );
	await telephony.fetchCall( callSid );
	await telephony.findCalls( order );
	await telephony.priceOfCall( callSid );
	await telephony.priceOfMessage( 'SM1' );
	await telephony.startRecording( callSid, 'leg-1' );
	await telephony.deleteRecording( recordingSid );
	await telephony.sendMessage( {
		messageId: 'message-1',
		to: order.to,
		from: order.from,
		text: 'Bonjour',
	} );
	await telephony.minutePrice( order );
	await telephony.segmentPrice( 'FR' );
	await telephony.placeAnnouncement( {
		testCallId: 'test-call-1',
		to: order.to,
		from: order.from,
		ringSeconds: 25,
		message: { text: 'Bonjour & bienvenue.', language: 'fr', voice: 'man' },
	} );
	expect( lastSent() ).toMatchObject( {
		Timeout: '25',
		Twiml: expect.stringContaining( 'Bonjour &amp; bienvenue.' ),
		StatusCallback:
			'https://callback.example.com/twilio/test-calls/test-call-1/status',
	} );
	await telephony.inviteToRoom( invitation );
	await telephony.changeHearing( invitation.room, callSid, {
		muted: true,
		heardByCallSid: null,
	} );
	expect( sent ).toHaveLength( 18 );
	for ( const { method, path, parameters } of sent ) {
		expect( {
			request: `${ method } ${ path }`,
			faults: requestFaults( method, path, parameters ),
		} ).toEqual( { request: `${ method } ${ path }`, faults: [] } );
	}
} );

it( 'calls a supervisor into a talk that goes on, without a tone, heard by the agent alone [R12]', async () => {
	expect( await telephony.inviteToRoom( invitation ) ).toEqual( {
		callSid,
	} );
	expect( sent.at( -1 )?.path ).toContain(
		`/Conferences/${ conferenceSid }/Participants.json`
	);
	expect( lastSent() ).toMatchObject( {
		Label: 'supervision-supervision-1',
		Beep: 'false',
		StartConferenceOnEnter: 'false',
		EndConferenceOnExit: 'false',
		Muted: 'false',
		Coaching: 'true',
		CallSidToCoach: callSid,
		TimeLimit: '600',
		StatusCallback:
			'https://callback.example.com/twilio/supervisions/supervision-1/status',
	} );
	await telephony.changeHearing( invitation.room, callSid, {
		muted: true,
		heardByCallSid: null,
	} );
	expect( lastSent() ).toEqual( { Muted: 'true', Coaching: 'false' } );
} );

it( 'asks who answers beside the call, so that nobody hears silence [S22] [N11]', async () => {
	await telephony.placeCall( { ...order, detectMachine: true } );
	expect( lastSent() ).toMatchObject( {
		MachineDetection: 'Enable',
		MachineDetectionTimeout: '10',
		AsyncAmd: 'true',
		AsyncAmdStatusCallback:
			'https://callback.example.com/twilio/legs/leg-1/machine',
		AsyncAmdStatusCallbackMethod: 'POST',
	} );
	await telephony.placeCall( order );
	expect( Object.keys( lastSent() ).join() ).not.toMatch( /machine|amd/i );
} );

it( 'records both sides apart, once [R13]', async () => {
	await telephony.startRecording( callSid, 'leg-1' );
	expect( lastSent() ).toEqual( {
		RecordingChannels: 'dual',
		RecordingTrack: 'both',
		Trim: 'do-not-trim',
		RecordingStatusCallback:
			'https://callback.example.com/twilio/legs/leg-1/recording/conversation',
		RecordingStatusCallbackMethod: 'POST',
		RecordingStatusCallbackEvent: 'completed',
	} );
	recordings = [
		{ sid: recordingSid, source: 'RecordVerb', status: 'completed' },
	];
	await telephony.startRecording( callSid, 'leg-1' );
	expect( sent.at( -1 )?.method ).toBe( 'POST' );
	recordings.push( {
		sid: recordingSid,
		source: 'StartCallRecordingAPI',
		status: 'in-progress',
	} );
	await telephony.startRecording( callSid, 'leg-1' );
	expect( sent.at( -1 )?.method ).toBe( 'GET' );
} );

it( 'fetches the sound as bytes, by an authorised request [R13] [N15]', async () => {
	expect( await telephony.fetchRecording( recordingSid ) ).toEqual( {
		contentType: 'audio/x-wav',
		audio: new Uint8Array( [ 82, 73, 0, 255 ] ),
	} );
	expect( sent.at( -1 )?.authorization ).toBe(
		`Basic ${ Buffer.from( `${ account.accountSid }:${ account.authToken }` ).toString( 'base64' ) }`
	);
	expect(
		await telephony.fetchRecording( `RE${ '1'.repeat( 32 ) }` )
	).toBeNull();
} );

it( 'has a text message told at its own address', async () => {
	expect(
		await telephony.sendMessage( {
			messageId: 'message-1',
			to: order.to,
			from: 'RAPPEL',
			text: 'À bientôt <b>',
		} )
	).toEqual( { messageSid: 'SM1' } );
	expect( lastSent() ).toEqual( {
		To: order.to,
		From: 'RAPPEL',
		Body: 'À bientôt <b>',
		StatusCallback:
			'https://callback.example.com/twilio/messages/message-1/status',
	} );
} );
