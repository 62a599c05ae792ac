import { describe, expect, it } from '@jest/globals';
import { twiml, useLab } from '../testing/lab-fixture.js';

const company = '+33140000001';
const client = '+33612345678';
const coach = '+33698765432';

describe( 'recorded talks and coaching [R13] [R14]', () => {
	const fixture = useLab();

	async function talk( numbers: string[] ) {
		fixture.application.answers[ '/voice' ] = twiml(
			'<Dial><Conference beep="false" statusCallback="/room" statusCallbackEvent="modify">talk</Conference></Dial>'
		);
		const calls = [];
		for ( const number of numbers ) {
			calls.push( await fixture.call( number ) );
			await fixture.act( number, 'answer' );
		}
		return calls;
	}

	it( 'records both sides of a call apart until it is over', async () => {
		const [ call ] = await talk( [ company, client ] );
		const sid = call?.sid ?? '';
		const { recordings } = fixture.client().calls( sid );
		const recording = await recordings.create( {
			recordingChannels: 'dual',
			recordingTrack: 'both',
			recordingStatusCallback: `${ fixture.application.url }/recorded`,
			recordingStatusCallbackEvent: [ 'in-progress', 'completed' ],
		} );
		expect( recording ).toMatchObject( {
			status: 'in-progress',
			source: 'StartCallRecordingAPI',
			channels: 2,
		} );
		await fixture.post( `phones/${ company }/speak`, {
			text: 'Good day.',
		} );
		await fixture.advance( 2 );
		await fixture.post( `phones/${ client }/speak`, { text: 'Hello.' } );
		await fixture.advance( 8 );
		expect( await fixture.heard( client ) ).toContain( 'speech Good day.' );
		await fixture.act( client, 'hangup' );
		await fixture.act( company, 'hangup' );
		const told = fixture.application
			.at( '/recorded' )
			.map( ( { parameters } ) => parameters );
		expect( told ).toMatchObject( [
			{ RecordingStatus: 'in-progress', RecordingSid: recording.sid },
			{
				RecordingStatus: 'completed',
				RecordingDuration: '10',
				RecordingChannels: '2',
				RecordingTrack: 'both',
			},
		] );
		expect( await recordings.list() ).toMatchObject( [
			{ status: 'completed', duration: '10' },
		] );
		expect( await recordings( recording.sid ).fetch() ).toMatchObject( {
			duration: '10',
		} );
		const sound = await fixture.sound( recording.sid, 'wav' );
		expect( sound.readUInt16LE( 22 ) ).toBe( 2 );
		expect( sound.length ).toBe( 44 + 10 * 8_000 * 4 );
		await expect( recordings.create( {} ) ).rejects.toMatchObject( {
			status: 400,
			code: 21220,
		} );
	} );

	it( 'stops a recording when it is told to, and no sound is left after it was deleted', async () => {
		const [ call ] = await talk( [ company, client ] );
		const { recordings } = fixture.client().calls( call?.sid ?? '' );
		const { sid } = await recordings.create( {} );
		await fixture.advance( 4 );
		expect(
			await recordings( sid ).update( { status: 'stopped' } )
		).toMatchObject( { status: 'stopped', duration: '4' } );
		expect( await recordings( sid ).remove() ).toBe( true );
		await expect( recordings( sid ).fetch() ).rejects.toMatchObject( {
			code: 20404,
		} );
	} );

	it( 'lets a coach be heard by one participant only', async () => {
		const [ , coached, whisperer ] = await talk( [
			client,
			company,
			coach,
		] );
		const [ room ] = await fixture
			.client()
			.conferences.list( { status: 'in-progress' } );
		const { participants } = fixture
			.client()
			.conferences( room?.sid ?? '' );
		const participant = participants( whisperer?.sid ?? '' );
		expect(
			await participant.update( {
				coaching: true,
				callSidToCoach: coached?.sid ?? '',
			} )
		).toMatchObject( { coaching: true, callSidToCoach: coached?.sid } );
		const hears = async ( number: string ) =>
			( await fixture.phone( number ) ).with;
		expect( await hears( client ) ).toEqual( [ company ] );
		expect( await hears( company ) ).toEqual( [ client, coach ] );
		expect( await hears( coach ) ).toEqual( [ client, company ] );
		expect( await participants.list( { coaching: true } ) ).toHaveLength(
			1
		);
		expect( await participant.update( { coaching: false } ) ).toMatchObject(
			{ coaching: false }
		);
		expect( await hears( client ) ).toEqual( [ company, coach ] );
		await participant.update( { muted: true } );
		expect( await hears( client ) ).toEqual( [ company ] );
		await expect(
			participant.update( { coaching: true, callSidToCoach: 'CA1' } )
		).rejects.toMatchObject( { code: 20001 } );
	} );

	it( 'calls somebody into a conference that goes on, as a coach or unheard [R12]', async () => {
		const [ , agent ] = await talk( [ client, company ] );
		const network = fixture.client();
		const [ room ] = await network.conferences.list( {
			status: 'in-progress',
		} );
		const { participants } = network.conferences( room?.sid ?? '' );
		const invited = await participants.create( {
			from: company,
			to: coach,
			label: 'supervisor',
			beep: 'false',
			startConferenceOnEnter: false,
			endConferenceOnExit: false,
			coaching: true,
			callSidToCoach: agent?.sid ?? '',
			statusCallback: `${ fixture.application.url }/coach`,
			statusCallbackEvent: [ 'answered', 'completed' ],
		} );
		expect( invited ).toMatchObject( {
			status: 'queued',
			label: 'supervisor',
			coaching: true,
			conferenceSid: room?.sid,
		} );
		await fixture.advance( 2 );
		await fixture.act( coach, 'answer' );
		const hears = async ( number: string ) =>
			( await fixture.phone( number ) ).with;
		expect( await hears( client ) ).toEqual( [ company ] );
		expect( await hears( company ) ).toEqual( [ client, coach ] );
		expect( await hears( coach ) ).toEqual( [ client, company ] );
		await participants( invited.callSid ).update( {
			coaching: false,
			muted: true,
		} );
		expect( await hears( company ) ).toEqual( [ client ] );
		await fixture.act( coach, 'hangup' );
		expect( await hears( client ) ).toEqual( [ company ] );
		expect(
			fixture.application
				.at( '/coach' )
				.map( ( { parameters } ) => parameters.CallStatus )
		).toEqual( [ 'in-progress', 'completed' ] );

		await fixture.act( client, 'hangup' );
		await fixture.act( company, 'hangup' );
		await expect(
			participants.create( { from: company, to: coach } )
		).rejects.toMatchObject( { code: 20001 } );
	} );
} );
