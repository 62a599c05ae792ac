import { describe, expect, it } from '@jest/globals';
import { twiml, useLab } from '../testing/lab-fixture.js';

const company = '+33140000001';
const client = '+33612345678';
const third = '+33698765432';

describe( 'conferences [N13]', () => {
	const fixture = useLab();
	const answers = () => fixture.application.answers;
	const events = ( path = '/room' ) =>
		fixture.application
			.at( path )
			.map( ( { parameters } ) => [
				parameters.StatusCallbackEvent,
				parameters.CallSid ?? null,
			] );

	const dial = ( attributes: string, dialAttributes = '', behind = '' ) =>
		twiml(
			`<Dial ${ dialAttributes }><Conference beep="false" ${ attributes }>attempt-1</Conference></Dial>${ behind }`
		);
	const told =
		'statusCallback="/room" statusCallbackEvent="start end join leave mute hold"';

	/** The two legs of a callback: the company waits with music, the client begins the talk. */
	async function twoLegs( behind = '' ) {
		answers()[ '/wait' ] = twiml(
			'<Say>Please wait.</Say><Pause length="2"/><Redirect method="GET">/wait</Redirect>'
		);
		answers()[ '/company' ] = dial(
			`startConferenceOnEnter="false" endConferenceOnExit="true" waitUrl="/wait" waitMethod="GET" participantLabel="company" ${ told }`,
			'action="/company-left"'
		);
		answers()[ '/client' ] = dial(
			'startConferenceOnEnter="true" endConferenceOnExit="true" participantLabel="client"',
			'action="/client-left"',
			behind
		);
		answers()[ '/client-left' ] = twiml( '<Say>Thank you.</Say>' );
		const first = await fixture.call( company, {
			url: `${ fixture.application.url }/company`,
		} );
		await fixture.act( company, 'answer' );
		const second = await fixture.call( client, {
			url: `${ fixture.application.url }/client`,
		} );
		return { first, second };
	}

	it( 'keeps the first one waiting with what waitUrl says, again and again, and joins the second', async () => {
		const { first, second } = await twoLegs();
		await fixture.advance( 7 );
		expect( ( await fixture.heard( company ) ).slice( 0, 4 ) ).toEqual( [
			'say Please wait.',
			'silence',
			'say Please wait.',
			'silence',
		] );
		expect( fixture.application.at( '/wait' )[ 0 ] ).toMatchObject( {
			method: 'GET',
			signed: true,
			parameters: { CallSid: first.sid },
		} );
		expect( await fixture.phone( company ) ).toMatchObject( {
			conference: 'attempt-1',
			with: [],
		} );
		await fixture.act( client, 'answer' );
		expect( await fixture.phone( company ) ).toMatchObject( {
			with: [ client ],
		} );
		expect( await fixture.phone( client ) ).toMatchObject( {
			with: [ company ],
		} );
		expect( events() ).toEqual( [
			[ 'participant-join', first.sid ],
			[ 'participant-join', second.sid ],
			[ 'conference-start', second.sid ],
		] );
		const heardBefore = ( await fixture.heard( company ) ).length;
		await fixture.advance( 60 );
		expect( await fixture.heard( company ) ).toHaveLength( heardBefore );
	} );

	it( 'tells who left, who ended it and why, and lets the other go on with its TwiML', async () => {
		const { first, second } = await twoLegs();
		await fixture.act( client, 'answer' );
		await fixture.advance( 90 );
		await fixture.act( company, 'hangup' );
		const callbacks = fixture.application
			.at( '/room' )
			.slice( 3 )
			.map( ( { parameters } ) => parameters );
		expect( callbacks ).toMatchObject( [
			{
				StatusCallbackEvent: 'participant-leave',
				CallSid: first.sid,
				ReasonParticipantLeft: 'participant_hung_up',
				ParticipantLabel: 'company',
				SequenceNumber: '4',
			},
			{
				StatusCallbackEvent: 'participant-leave',
				CallSid: second.sid,
				ReasonParticipantLeft: 'moderator_ended_conference',
			},
			{
				StatusCallbackEvent: 'conference-end',
				CallSidEndingConference: first.sid,
				ReasonConferenceEnded:
					'participant-with-end-conference-on-exit-left',
			},
		] );
		expect(
			fixture.application.received.every( ( { signed } ) => signed )
		).toBe( true );
		expect(
			fixture.application.at( '/client-left' )[ 0 ]?.parameters
		).toMatchObject( {
			DialCallStatus: 'answered',
			DialCallDuration: '90',
			CallStatus: 'in-progress',
		} );
		expect(
			fixture.application.at( '/company-left' )[ 0 ]?.parameters
		).toMatchObject( { CallStatus: 'completed' } );
		expect( ( await fixture.heard( client ) ).at( -1 ) ).toBe(
			'say Thank you.'
		);
		const [ conference ] = await fixture
			.client()
			.conferences.list( { friendlyName: 'attempt-1' } );
		expect( conference ).toMatchObject( {
			status: 'completed',
			reasonConferenceEnded:
				'participant-with-end-conference-on-exit-left',
			callSidEndingConference: first.sid,
		} );
	} );

	it( 'goes silent when waitUrl does not redirect, leaves out what may not stand there, and plays its own music without one', async () => {
		answers()[ '/voice' ] = dial(
			'startConferenceOnEnter="false" waitUrl="/once"'
		);
		answers()[ '/once' ] = twiml(
			'<Gather numDigits="1" action="/keys"/><Say>Once</Say>'
		);
		await fixture.call( company );
		await fixture.act( company, 'answer' );
		await fixture.advance( 60 );
		expect( await fixture.heard( company ) ).toEqual( [
			'say Once',
			'silence',
		] );
		await fixture.press( company, '1' );
		expect( fixture.application.at( '/keys' ) ).toHaveLength( 0 );
		expect( ( await fixture.state() ).calls[ 0 ]?.warnings ).toMatchObject(
			[ { code: 12200 } ]
		);
		answers()[ '/voice' ] = twiml(
			'<Dial><Conference startConferenceOnEnter="false">alone</Conference></Dial>'
		);
		await fixture.call( third );
		await fixture.act( third, 'answer' );
		await fixture.advance( 30 );
		expect( ( await fixture.phone( third ) ).heard ).toMatchObject( [
			{
				kind: 'music',
				url: `${ fixture.lab.url }/lab/audio/hold-music.wav`,
				times: 4,
			},
		] );
	} );

	it( 'drops the call whose waitUrl fails', async () => {
		answers()[ '/voice' ] = dial(
			'startConferenceOnEnter="false" waitUrl="/broken"'
		);
		answers()[ '/broken' ] = { status: 500 };
		const call = await fixture.call( company );
		await fixture.act( company, 'answer' );
		expect( await call.fetch() ).toMatchObject( { status: 'completed' } );
	} );

	it( 'refuses a label in use (16025) and one too many, and goes on with the next verb', async () => {
		answers()[ '/voice' ] = dial(
			'participantLabel="same" maxParticipants="2"',
			'action="/left"',
			'<Say>Not joined</Say>'
		);
		const other = dial( 'participantLabel="other"' );
		await fixture.call( company );
		await fixture.act( company, 'answer' );
		await fixture.call( client );
		await fixture.act( client, 'answer' );
		expect( await fixture.heard( client ) ).toEqual( [ 'say Not joined' ] );
		expect( ( await fixture.state() ).calls[ 1 ]?.warnings ).toMatchObject(
			[ { code: 16025 } ]
		);
		expect( fixture.application.at( '/left' ) ).toHaveLength( 0 );
		await fixture.advance( 5 );
		answers()[ '/voice' ] = other;
		await fixture.call( client );
		await fixture.act( client, 'answer' );
		answers()[ '/voice' ] = dial(
			'maxParticipants="2"',
			'',
			'<Say>Full</Say>'
		);
		await fixture.call( third );
		await fixture.act( third, 'answer' );
		expect( await fixture.heard( third ) ).toEqual( [ 'say Full' ] );
	} );

	it( 'keeps the callback of the first to join; the events of those who follow are not asked for', async () => {
		answers()[ '/first' ] = dial(
			'statusCallback="/room" statusCallbackEvent="join"'
		);
		answers()[ '/second' ] = dial(
			'statusCallback="/other" statusCallbackEvent="start end join leave"'
		);
		await fixture.call( company, {
			url: `${ fixture.application.url }/first`,
		} );
		await fixture.act( company, 'answer' );
		await fixture.call( client, {
			url: `${ fixture.application.url }/second`,
		} );
		await fixture.act( client, 'answer' );
		await fixture.act( client, 'hangup' );
		expect( events().map( ( [ event ] ) => event ) ).toEqual( [
			'participant-join',
			'participant-join',
		] );
		expect( fixture.application.at( '/other' ) ).toHaveLength( 0 );
	} );

	it( 'ends a Dial by its time limit and by *, and takes no other key', async () => {
		answers()[ '/voice' ] = dial( '', 'timeLimit="30" action="/left"' );
		answers()[ '/left' ] = dial(
			'',
			'hangupOnStar="true"',
			'<Say>Star</Say>'
		);
		await fixture.call( company );
		await fixture.act( company, 'answer' );
		await fixture.advance( 30 );
		expect(
			fixture.application.at( '/left' )[ 0 ]?.parameters.DialCallDuration
		).toBe( '30' );
		await fixture.press( company, '1' );
		expect( await fixture.phone( company ) ).toMatchObject( {
			conference: 'attempt-1',
		} );
		await fixture.press( company, '*' );
		expect( ( await fixture.heard( company ) ).at( -1 ) ).toBe(
			'say Star'
		);
	} );

	it( 'lists, mutes, holds and removes participants, and ends by REST', async () => {
		const { first, second } = await twoLegs();
		await fixture.act( client, 'answer' );
		const rest = fixture.client();
		const [ conference ] = await rest.conferences.list( {
			status: 'in-progress',
		} );
		const room = rest.conferences( conference?.sid ?? '' );
		expect(
			( await room.participants.list() ).map( ( { label } ) => label )
		).toEqual( [ 'client', 'company' ] );
		expect(
			await room.participants( 'company' ).update( { muted: true } )
		).toMatchObject( { muted: true, callSid: first.sid } );
		expect( await fixture.phone( client ) ).toMatchObject( { with: [] } );
		expect( await fixture.phone( company ) ).toMatchObject( {
			with: [ client ],
		} );
		await room.participants( second.sid ).update( {
			hold: true,
			holdUrl: `${ fixture.application.url }/wait`,
		} );
		await fixture.advance( 0.5 );
		expect( ( await fixture.heard( client ) ).at( -1 ) ).toBe(
			'say Please wait.'
		);
		expect( await room.participants.list( { hold: true } ) ).toHaveLength(
			1
		);
		await room.participants( second.sid ).update( { hold: false } );
		await room
			.participants( first.sid )
			.update( { muted: false, endConferenceOnExit: false } );
		expect( await fixture.phone( client ) ).toMatchObject( {
			with: [ company ],
		} );
		expect( await room.participants( first.sid ).remove() ).toBe( true );
		await expect(
			room.participants( first.sid ).fetch()
		).rejects.toMatchObject( { status: 404, code: 20404 } );
		expect( await room.update( { status: 'completed' } ) ).toMatchObject( {
			status: 'completed',
			reasonConferenceEnded: 'conference-ended-via-api',
		} );
		expect( await rest.calls( second.sid ).fetch() ).toMatchObject( {
			status: 'completed',
		} );
		await fixture.advance( 0 );
		expect( events().map( ( [ event ] ) => event ) ).toEqual( [
			'participant-join',
			'participant-join',
			'conference-start',
			'participant-mute',
			'participant-hold',
			'participant-unhold',
			'participant-unmute',
			'participant-leave',
			'participant-leave',
			'conference-end',
		] );
	} );

	it( 'leaves the conference when its call is given other TwiML', async () => {
		const { first } = await twoLegs();
		await fixture.act( client, 'answer' );
		await first.update( { twiml: twiml( '<Say>Elsewhere</Say>' ) } );
		await fixture.advance( 0 );
		expect(
			fixture.application
				.at( '/room' )
				.map( ( { parameters } ) => parameters.ReasonParticipantLeft )
				.filter( Boolean )
		).toEqual( [
			'participant_updated_via_api',
			'moderator_ended_conference',
		] );
		expect( ( await fixture.heard( company ) ).at( -1 ) ).toBe(
			'say Elsewhere'
		);
		expect( fixture.application.at( '/company-left' ) ).toHaveLength( 0 );
	} );
} );
