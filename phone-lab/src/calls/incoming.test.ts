import { describe, expect, it } from '@jest/globals';
import { twiml, useLab } from '../testing/lab-fixture.js';

const person = '+33612345678';
const colleague = '+33698765432';
const shop = '+33199002000';

describe( 'incoming calls, Record and Dial of a number [N13] [R19]', () => {
	const fixture = useLab( { incomingNumbers: [ { number: shop } ] } );
	const answers = () => fixture.application.answers;

	/** Gives the account's number its addresses, as an owner does it. */
	async function configured() {
		const { url } = fixture.application;
		const numbers = fixture.client().incomingPhoneNumbers;
		const [ number ] = await numbers.list( { phoneNumber: shop } );
		return numbers( number?.sid ?? '' ).update( {
			voiceUrl: `${ url }/incoming`,
			statusCallback: `${ url }/incoming-status`,
		} );
	}
	async function ringUp() {
		expect( await configured() ).toMatchObject( {
			phoneNumber: shop,
			voiceMethod: 'POST',
		} );
		const placed = await fixture.post( `phones/${ person }/call`, {
			to: shop,
		} );
		expect( placed ).toMatchObject( { status: 200 } );
		await fixture.advance( 0 );
	}

	it( 'asks the number’s VoiceUrl, is answered by what it says and tells the end', async () => {
		answers()[ '/incoming' ] = twiml(
			'<Say>Hello</Say><Pause length="9"/>'
		);
		await ringUp();
		expect( fixture.application.at( '/incoming' ) ).toMatchObject( [
			{
				signed: true,
				parameters: {
					Direction: 'inbound',
					CallStatus: 'ringing',
					From: person,
					To: shop,
				},
			},
		] );
		expect( await fixture.heard( person ) ).toEqual( [ 'say Hello' ] );
		const [ call ] = await fixture.client().calls.list();
		expect( call ).toMatchObject( {
			direction: 'inbound',
			status: 'in-progress',
			from: person,
		} );
		await fixture.act( person, 'hangup' );
		expect(
			fixture.application.at( '/incoming-status' )[ 0 ]?.parameters
		).toMatchObject( { CallStatus: 'completed', From: person } );
	} );

	it.each( [
		[ '<Reject reason="busy"/>', 'busy' ],
		[ '<Reject/>', 'no-answer' ],
	] )( 'is not answered by %s: %s', async ( inside, status ) => {
		answers()[ '/incoming' ] = twiml( inside );
		await ringUp();
		const [ call ] = await fixture.client().calls.list();
		expect( call ).toMatchObject( { status, duration: '0' } );
		expect( await fixture.phone( person ) ).toMatchObject( {
			state: 'idle',
		} );
	} );

	it( 'says why nobody would be reached', async () => {
		expect(
			await fixture.post( `phones/${ person }/call`, { to: colleague } )
		).toMatchObject( { status: 404 } );
		expect(
			await fixture.post( `phones/${ person }/call`, { to: shop } )
		).toMatchObject( { status: 409 } );
	} );

	it( 'records what is said until silence, and gives it as sound of that length', async () => {
		answers()[ '/incoming' ] = twiml(
			'<Record action="/kept" timeout="3" recordingStatusCallback="/recorded"/>'
		);
		answers()[ '/kept' ] = twiml( '<Say>Thank you</Say>' );
		await ringUp();
		await fixture.advance( 1 );
		await fixture.post( `phones/${ person }/speak`, {
			text: 'Please call me back tomorrow.',
		} );
		await fixture.advance( 6 );
		const [ kept ] = fixture.application.at( '/kept' );
		expect( kept?.parameters ).toMatchObject( {
			RecordingDuration: '2',
			CallStatus: 'in-progress',
		} );
		expect( kept?.parameters ).not.toHaveProperty( 'Digits' );
		expect( fixture.application.at( '/recorded' ) ).toMatchObject( [
			{
				signed: true,
				parameters: {
					RecordingStatus: 'completed',
					RecordingSource: 'RecordVerb',
					RecordingChannels: '1',
				},
			},
		] );
		const [ recording ] = await fixture.client().recordings.list();
		expect( recording ).toMatchObject( { duration: '2' } );
		const sound = await fixture.sound( recording?.sid ?? '', 'wav' );
		expect( ( sound.length - 44 ) / 16_000 ).toBeCloseTo( 29 / 15, 1 );
		expect( sound.subarray( 44 ).some( ( byte ) => byte !== 0 ) ).toBe(
			true
		);
		expect(
			( await fixture.sound( recording?.sid ?? '', 'mp3' ) ).subarray(
				0,
				2
			)
		).toEqual( Buffer.from( [ 0xff, 0xe3 ] ) );
		await fixture
			.client()
			.recordings( recording?.sid ?? '' )
			.remove();
		expect( await fixture.client().recordings.list() ).toEqual( [] );
	} );

	it.each( [
		[ 'a key', 'press', '#' ],
		[ 'hanging up', 'hangup', 'hangup' ],
	] )( 'ends a Record by %s', async ( _how, how, digits ) => {
		answers()[ '/incoming' ] = twiml( '<Record action="/kept"/>' );
		await ringUp();
		await fixture.post( `phones/${ person }/speak`, { text: 'Hello' } );
		await fixture.advance( 2 );
		await ( how === 'press'
			? fixture.press( person, '#' )
			: fixture.act( person, 'hangup' ) );
		await fixture.advance( 0 );
		expect(
			fixture.application.at( '/kept' )[ 0 ]?.parameters
		).toMatchObject( { Digits: digits, RecordingDuration: '1' } );
	} );

	it( 'keeps no silence: the next verb runs, the action is not asked', async () => {
		answers()[ '/incoming' ] = twiml(
			'<Record action="/kept" playBeep="true"/><Say>Nothing</Say>'
		);
		await ringUp();
		await fixture.advance( 5.5 );
		expect( await fixture.heard( person ) ).toEqual( [
			'play /lab/audio/beep.wav',
			'say Nothing',
		] );
		expect( fixture.application.at( '/kept' ) ).toEqual( [] );
		expect( ( await fixture.state() ).recordings ).toEqual( [] );
	} );

	it( 'ends a Record at its longest', async () => {
		answers()[ '/incoming' ] = twiml(
			'<Record action="/kept" maxLength="2"/>'
		);
		await ringUp();
		await fixture.post( `phones/${ person }/speak`, {
			text: 'word '.repeat( 30 ),
		} );
		await fixture.advance( 2 );
		expect(
			fixture.application.at( '/kept' )[ 0 ]?.parameters.RecordingDuration
		).toBe( '2' );
	} );

	it( 'rings a number, joins the two and tells how it went', async () => {
		answers()[ '/incoming' ] = twiml(
			`<Dial action="/after" timeout="20"><Number>${ colleague }</Number></Dial>`
		);
		await ringUp();
		expect( await fixture.phone( colleague ) ).toMatchObject( {
			state: 'ringing',
			from: person,
		} );
		await fixture.act( colleague, 'answer' );
		expect( await fixture.phone( person ) ).toMatchObject( {
			with: [ colleague ],
		} );
		await fixture.post( `phones/${ colleague }/speak`, { text: 'Hello?' } );
		expect( await fixture.heard( person ) ).toEqual( [ 'speech Hello?' ] );
		await fixture.advance( 30 );
		const [ parent ] = await fixture.client().calls.list( { to: shop } );
		const [ child ] = await fixture
			.client()
			.calls.list( { parentCallSid: parent?.sid ?? '' } );
		expect( child ).toMatchObject( {
			direction: 'outbound-dial',
			to: colleague,
		} );
		await fixture.act( colleague, 'hangup' );
		expect(
			fixture.application.at( '/after' )[ 0 ]?.parameters
		).toMatchObject( {
			DialCallStatus: 'completed',
			DialCallDuration: '30',
			DialCallSid: child?.sid ?? '',
		} );
	} );

	it.each( [
		[ '+33199000001', 0, 'busy' ],
		[ '+33199000002', 20, 'no-answer' ],
		[ '+33199000010', 0, 'failed' ],
	] )( 'dials %s for %i s: %s', async ( number, seconds, status ) => {
		answers()[ '/incoming' ] = twiml(
			`<Dial action="/after" timeout="20">${ number }</Dial>`
		);
		await ringUp();
		await fixture.advance( seconds );
		expect(
			fixture.application.at( '/after' )[ 0 ]?.parameters.DialCallStatus
		).toBe( status );
	} );

	it( 'lets go of the number when the caller hangs up', async () => {
		answers()[ '/incoming' ] = twiml(
			`<Dial action="/after"><Number>${ colleague }</Number></Dial>`
		);
		await ringUp();
		await fixture.act( person, 'hangup' );
		expect( await fixture.phone( colleague ) ).toMatchObject( {
			state: 'idle',
		} );
		const [ child ] = await fixture
			.client()
			.calls.list( { to: colleague } );
		expect( child ).toMatchObject( { status: 'canceled' } );
	} );
} );
