import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
	accountSid,
	authToken,
	caller,
	twiml,
	useLab,
} from '../testing/lab-fixture.js';
import { startPhoneLab } from '../phone-lab.js';

const company = '+33140000001';
const client = '+33612345678';
const folder = mkdtempSync( join( tmpdir(), 'phone-lab-' ) );
let files = 0;

afterAll( () => rmSync( folder, { recursive: true } ) );

describe( 'a restart of the lab [N13]', () => {
	const dataFile = () => join( folder, `lab-${ files }.json` );
	const fixture = useLab( { incomingNumbers: [ { number: caller } ] } );

	/** A lab with a data file in place of the fixture's. */
	const startWithFile = async () => {
		files += 1;
		await fixture.lab.close();
		await fixture.start( {
			dataFile: dataFile(),
			incomingNumbers: [ { number: caller } ],
		} );
		await fixture.post( 'clock', { mode: 'virtual' } );
	};
	const restart = async () => {
		await fixture.lab.close();
		await fixture.start( { dataFile: dataFile() } );
		await fixture.advance( 0 );
	};
	const statuses = () =>
		fixture.application
			.at( '/status' )
			.map( ( { parameters } ) => parameters.CallStatus );

	it( 'rings on for what was left of the time', async () => {
		await startWithFile();
		await fixture.call( client, { timeout: 30 } );
		await fixture.advance( 20 );
		await restart();
		expect( await fixture.phone( client ) ).toMatchObject( {
			state: 'ringing',
		} );
		await fixture.advance( 9 );
		expect( await fixture.phone( client ) ).toMatchObject( {
			state: 'ringing',
		} );
		await fixture.advance( 1 );
		expect( statuses() ).toEqual( [ 'initiated', 'ringing', 'no-answer' ] );
	} );

	it( 'goes on with TwiML, with the wait and with the conference', async () => {
		await startWithFile();
		const { answers } = fixture.application;
		answers[ '/voice' ] = twiml(
			'<Say>Hello</Say><Dial><Conference startConferenceOnEnter="false" waitUrl="/wait">room</Conference></Dial>'
		);
		answers[ '/wait' ] = twiml(
			'<Say>Wait</Say><Redirect>/wait</Redirect>'
		);
		answers[ '/client' ] = twiml(
			'<Dial><Conference endConferenceOnExit="true">room</Conference></Dial>'
		);
		await fixture.call( company );
		await fixture.act( company, 'answer' );
		await restart();
		await fixture.advance( 1 );
		expect( await fixture.heard( company ) ).toEqual( [
			'say Hello',
			'say Wait',
		] );
		await restart();
		await fixture.advance( 3 );
		expect(
			( await fixture.phone( company ) ).heard.at( -1 )
		).toMatchObject( { text: 'Wait', times: 4 } );
		await fixture.call( client, {
			url: `${ fixture.application.url }/client`,
		} );
		await fixture.act( client, 'answer' );
		await restart();
		expect( await fixture.phone( company ) ).toMatchObject( {
			with: [ client ],
		} );
		await fixture.act( client, 'hangup' );
		expect(
			( await fixture.state() ).calls.map( ( { status } ) => status )
		).toEqual( [ 'completed', 'completed' ] );
	} );

	it( 'sends the webhooks that were not sent, and asks again for TwiML that had not come', async () => {
		await startWithFile();
		const { answers } = fixture.application;
		answers[ '/voice' ] = 'silence';
		await fixture.call( client );
		await fixture.post( 'faults', {
			faults: [ { kind: 'webhook-late', next: 1, delaySeconds: 5 } ],
		} );
		await fixture.post( `phones/${ client }/answer` );
		while ( fixture.application.at( '/voice' ).length === 0 ) {
			await new Promise( ( resolve ) => setImmediate( resolve ) );
		}
		answers[ '/voice' ] = twiml( '<Pause length="60"/>' );
		await restart();
		await fixture.advance( 5 );
		expect( await fixture.heard( client ) ).toEqual( [ 'silence' ] );
		expect( statuses() ).toEqual( [
			'initiated',
			'ringing',
			'in-progress',
		] );
	} );

	it( 'has an accepted call on disk before it is answered, and keeps the file whole', async () => {
		await startWithFile();
		const call = await fixture.client().calls.create( {
			to: client,
			from: company,
			twiml: twiml( '<Hangup/>' ),
		} );
		expect(
			JSON.parse( readFileSync( dataFile(), 'utf8' ) )
		).toMatchObject( { calls: [ { sid: call.sid } ] } );
	} );

	it( 'goes on recording what a person says, and keeps the sound', async () => {
		await startWithFile();
		fixture.application.answers[ '/voice' ] = twiml(
			'<Record timeout="5" playBeep="false" action="/recorded"/>'
		);
		await fixture.call( client );
		await fixture.act( client, 'answer' );
		await fixture.post( `phones/${ client }/speak`, {
			text: 'Call me tomorrow.',
		} );
		await fixture.advance( 1 );
		await restart();
		await fixture.advance( 10 );
		const [ recorded ] = fixture.application.at( '/recorded' );
		const [ recording ] = ( await fixture.state() ).recordings;
		expect( recorded?.parameters.RecordingUrl ).toContain(
			recording?.sid ?? 'none'
		);
		expect( recording ).toMatchObject( {
			status: 'completed',
			said: 'Call me tomorrow.',
		} );
		const before = await fixture.sound( recording?.sid ?? '', 'wav' );
		await restart();
		expect( await fixture.sound( recording?.sid ?? '', 'wav' ) ).toEqual(
			before
		);
	} );

	it( 'delivers a text message that was on its way, and tells so once', async () => {
		await startWithFile();
		await fixture.client().messages.create( {
			to: client,
			from: caller,
			body: 'Hello',
			statusCallback: `${ fixture.application.url }/message`,
		} );
		await restart();
		await fixture.advance( 2 );
		expect(
			fixture.application
				.at( '/message' )
				.map( ( { parameters } ) => parameters.MessageStatus )
		).toEqual( [ 'sent', 'delivered' ] );
		expect( await fixture.phone( client ) ).toMatchObject( {
			messages: [ { body: 'Hello', status: 'delivered' } ],
		} );
	} );

	it( 'dials the calls that were queued, each once and in its turn', async () => {
		await startWithFile();
		await fixture.post( 'settings', { callsPerSecond: 1 } );
		await fixture.call( company );
		await fixture.call( client );
		const stands = async () =>
			( await fixture.state() ).calls.map( ( { status } ) => status );
		expect( await stands() ).toEqual( [ 'ringing', 'queued' ] );
		await restart();
		await fixture.advance( 1 );
		expect( await stands() ).toEqual( [ 'ringing', 'ringing' ] );
	} );

	it( 'joins those of a Dial whose number rang meanwhile', async () => {
		await startWithFile();
		fixture.application.answers[ '/voice' ] = twiml(
			`<Dial action="/after" timeout="20"><Number>${ company }</Number></Dial>`
		);
		await fixture.call( client );
		await fixture.act( client, 'answer' );
		await restart();
		await fixture.act( company, 'answer' );
		expect( await fixture.phone( client ) ).toMatchObject( {
			with: [ company ],
		} );
		await restart();
		await fixture.advance( 10 );
		await fixture.act( company, 'hangup' );
		expect( fixture.application.at( '/after' ) ).toMatchObject( [
			{ parameters: { DialCallStatus: 'completed' } },
		] );
	} );

	it( 'says so when the file is not its own', async () => {
		const file = join( folder, 'other.txt' );
		writeFileSync( file, 'hello' );
		await expect(
			startPhoneLab( { port: 0, accountSid, authToken, dataFile: file } )
		).rejects.toThrow( /not a state file/ );
	} );
} );
