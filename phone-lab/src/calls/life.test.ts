import { describe, expect, it } from '@jest/globals';
import { twiml, useLab } from '../testing/lab-fixture.js';

const person = '+33612345678';

describe( 'the life of a call [N13]', () => {
	const fixture = useLab();
	const events = () =>
		fixture.application
			.at( '/status' )
			.map( ( { parameters } ) => parameters.CallStatus );

	it( 'rings, is answered, speaks and ends, and tells each step, signed as Twilio signs', async () => {
		fixture.application.answers[ '/voice' ] = twiml(
			'<Say language="fr-FR" voice="Polly.Lea-Neural">Bonjour</Say>'
		);
		const call = await fixture.call( person );
		expect( call.status ).toBe( 'queued' );
		expect( await fixture.phone( person ) ).toMatchObject( {
			state: 'ringing',
			callSid: call.sid,
		} );
		await fixture.act( person, 'answer' );
		expect( await fixture.phone( person ) ).toMatchObject( {
			state: 'talking',
			heard: [
				{
					kind: 'say',
					text: 'Bonjour',
					language: 'fr-FR',
					voice: 'Polly.Lea-Neural',
				},
			],
		} );
		await fixture.advance( 61 );
		expect(
			await fixture.client().calls( call.sid ).fetch()
		).toMatchObject( {
			status: 'completed',
			duration: '1',
			direction: 'outbound-api',
		} );
		expect( events() ).toEqual( [
			'initiated',
			'ringing',
			'in-progress',
			'completed',
		] );
		expect(
			fixture.application.received.every( ( { signed } ) => signed )
		).toBe( true );
		const [ first, , , last ] = fixture.application
			.at( '/status' )
			.map( ( { parameters } ) => parameters );
		expect( first ).toMatchObject( {
			CallSid: call.sid,
			AccountSid: call.accountSid,
			To: person,
			Called: person,
			ToCountry: 'FR',
			Direction: 'outbound-api',
			ApiVersion: '2010-04-01',
			CallbackSource: 'call-progress-events',
			SequenceNumber: '0',
		} );
		expect( first?.Timestamp ).toMatch(
			/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/
		);
		expect( last ).toMatchObject( {
			SequenceNumber: '3',
			CallDuration: '1',
			Duration: '1',
			SipResponseCode: '200',
		} );
		expect( fixture.application.at( '/voice' )[ 0 ] ).toMatchObject( {
			method: 'POST',
			parameters: { CallStatus: 'in-progress', CallSid: call.sid },
		} );
	} );

	it( 'tells only the end when no event was asked for, and asks by GET when told to', async () => {
		await fixture.call( person, {
			statusCallbackEvent: undefined,
			statusCallbackMethod: 'GET',
			twiml: twiml( '<Hangup/>' ),
			url: undefined,
		} );
		await fixture.act( person, 'answer' );
		expect( fixture.application.received ).toMatchObject( [
			{
				method: 'GET',
				signed: true,
				parameters: { CallStatus: 'completed' },
			},
		] );
	} );

	it.each( [
		[ '+33199000001', 0, [ 'initiated', 'busy' ] ],
		[ '+33199000002', 20, [ 'initiated', 'ringing', 'no-answer' ] ],
		[ '+33199000003', 2, [ 'initiated', 'ringing', 'busy' ] ],
		[ '+33199000004', 0, [ 'initiated', 'ringing', 'in-progress' ] ],
		[
			'+33199000007',
			10,
			[ 'initiated', 'ringing', 'in-progress', 'completed' ],
		],
		[ '+33199000010', 0, [ 'initiated', 'failed' ] ],
	] )(
		'number %s does within %i s what it always does',
		async ( number, seconds, expected ) => {
			fixture.application.answers[ '/voice' ] = twiml(
				'<Pause length="60"/>'
			);
			await fixture.call( number, { timeout: 20 } );
			await fixture.advance( seconds );
			expect( events() ).toEqual( expected );
		}
	);

	it( 'is refused by the person, and by a phone that is in a call already', async () => {
		fixture.application.answers[ '/voice' ] = twiml(
			'<Pause length="60"/>'
		);
		const refused = await fixture.call( person );
		await fixture.act( person, 'refuse' );
		expect( await refused.fetch() ).toMatchObject( { status: 'busy' } );
		await fixture.call( person );
		await fixture.act( person, 'answer' );
		const second = await fixture.call( person );
		expect( await second.fetch() ).toMatchObject( { status: 'busy' } );
	} );

	it( 'ends when the person hangs up, and when its time limit is over', async () => {
		fixture.application.answers[ '/voice' ] = twiml(
			'<Pause length="600"/>'
		);
		const one = await fixture.call( person );
		await fixture.act( person, 'answer' );
		await fixture.advance( 30 );
		await fixture.act( person, 'hangup' );
		expect( await one.fetch() ).toMatchObject( {
			status: 'completed',
			duration: '30',
		} );
		const other = await fixture.call( person, { timeLimit: 100 } );
		await fixture.act( person, 'answer' );
		await fixture.advance( 100 );
		expect( await other.fetch() ).toMatchObject( {
			status: 'completed',
			duration: '100',
		} );
		expect(
			( await fixture.state() ).calls.map( ( { hungUpBy } ) => hungUpBy )
		).toEqual( [ 'phone', 'time-limit' ] );
	} );

	it( 'is canceled while it rings, completed while it talks, and refuses a change when it is over', async () => {
		fixture.application.answers[ '/voice' ] = twiml(
			'<Pause length="600"/>'
		);
		const ringing = await fixture.call( person );
		expect( await ringing.update( { status: 'canceled' } ) ).toMatchObject(
			{ status: 'canceled' }
		);
		await expect(
			ringing.update( { status: 'canceled' } )
		).rejects.toMatchObject( { code: 21220, status: 400 } );
		await expect(
			ringing.update( { twiml: twiml( '<Hangup/>' ) } )
		).rejects.toMatchObject( { code: 21220 } );
		const talking = await fixture.call( person );
		await expect(
			talking.update( { twiml: twiml( '<Hangup/>' ) } )
		).rejects.toMatchObject( { code: 21220 } );
		await fixture.act( person, 'answer' );
		expect( await talking.update( { status: 'canceled' } ) ).toMatchObject(
			{ status: 'in-progress' }
		);
		expect( await talking.update( { status: 'completed' } ) ).toMatchObject(
			{ status: 'completed' }
		);
	} );

	it( 'goes on with other TwiML when it is updated', async () => {
		fixture.application.answers[ '/voice' ] = twiml(
			'<Pause length="600"/>'
		);
		fixture.application.answers[ '/other' ] = twiml( '<Say>There</Say>' );
		const call = await fixture.call( person );
		await fixture.act( person, 'answer' );
		await call.update( {
			twiml: twiml( '<Say>Here</Say><Pause length="60"/>' ),
		} );
		await call.update( {
			url: `${ fixture.application.url }/other`,
			method: 'GET',
		} );
		await fixture.advance( 0 );
		expect( await fixture.heard( person ) ).toEqual( [
			'silence',
			'say Here',
			'say There',
		] );
		expect( fixture.application.at( '/other' )[ 0 ] ).toMatchObject( {
			method: 'GET',
			signed: true,
		} );
	} );

	it( 'says what answered, beside the call or before its TwiML', async () => {
		fixture.application.answers[ '/voice' ] = twiml(
			'<Pause length="60"/>'
		);
		const beside = {
			machineDetection: 'Enable',
			asyncAmd: 'true',
			asyncAmdStatusCallback: `${ fixture.application.url }/amd`,
		};
		await fixture.call( '+33199000006', beside );
		await fixture.advance( 4 );
		expect( fixture.application.at( '/voice' ) ).toHaveLength( 1 );
		await fixture.advance( 4 );
		expect( fixture.application.at( '/amd' )[ 0 ] ).toMatchObject( {
			signed: true,
			parameters: {
				AnsweredBy: 'machine_start',
				MachineDetectionDuration: '4000',
			},
		} );
		await fixture.call( '+33199000004', {
			machineDetection: 'DetectMessageEnd',
		} );
		expect( fixture.application.at( '/voice' ) ).toHaveLength( 1 );
		await fixture.advance( 2 );
		expect( fixture.application.at( '/voice' )[ 1 ] ).toMatchObject( {
			parameters: { AnsweredBy: 'human' },
		} );
		await fixture.call( '+33199000006', {
			...beside,
			machineDetection: 'DetectMessageEnd',
			machineDetectionTimeout: 3,
		} );
		expect( ( await fixture.state() ).calls[ 2 ]?.status ).toBe( 'busy' );
	} );
} );
