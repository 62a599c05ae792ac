import { describe, expect, it } from '@jest/globals';
import { accountSid, caller, twiml, useLab } from '../testing/lab-fixture.js';
import type { AnsweredBy } from '../state/records.js';

const people = [ '+33612345601', '+33612345602', '+33612345603' ];

describe( 'what the account may do at once [N13] [N02]', () => {
	const fixture = useLab();
	const statuses = async () =>
		( await fixture.state() ).calls.map( ( { status } ) => status );

	it( 'queues calls and dials them by its calls per second, in the order they came', async () => {
		await fixture.post( 'settings', { callsPerSecond: 1 } );
		for ( const number of people ) {
			await fixture.call( number );
		}
		expect( await statuses() ).toEqual( [ 'ringing', 'queued', 'queued' ] );
		const [ , second, third ] = ( await fixture.state() ).calls;
		await fixture
			.client()
			.calls( second?.sid ?? '' )
			.update( { status: 'canceled' } );
		await fixture.advance( 1 );
		expect( await statuses() ).toEqual( [
			'ringing',
			'canceled',
			'ringing',
		] );
		expect(
			await fixture
				.client()
				.calls( third?.sid ?? '' )
				.fetch()
		).toMatchObject( { queueTime: '1000' } );
	} );

	it( 'refuses one call too many with 10004', async () => {
		await fixture.post( 'settings', { maximumCalls: 1 } );
		await fixture.call( people[ 0 ] ?? '' );
		await expect(
			fixture.client().calls.create( {
				to: people[ 1 ] ?? '',
				from: caller,
				twiml: twiml( '' ),
			} )
		).rejects.toMatchObject( { status: 429, code: 10004 } );
		await fixture.act( people[ 0 ] ?? '', 'refuse' );
		await fixture.call( people[ 1 ] ?? '' );
	} );

	const verdicts: Array< [ string, string, number, AnsweredBy ] > = [
		[ '+33199000006', 'Enable', 8, 'machine_start' ],
		[ '+33199000006', 'DetectMessageEnd', 12, 'machine_end_beep' ],
		[ '+33199000011', 'Enable', 5, 'fax' ],
		[ '+33199000012', 'Enable', 10, 'human' ],
		[ '+33199000013', 'Enable', 5, 'unknown' ],
	];
	it.each( verdicts )(
		'%s by %s: after %i s %s, beside the call and before it',
		async ( number, machineDetection, seconds, answeredBy ) => {
			const { url } = fixture.application;
			fixture.application.answers[ '/voice' ] = twiml(
				'<Pause length="60"/>'
			);
			const beside = await fixture.call( number, {
				machineDetection,
				asyncAmd: 'true',
				asyncAmdStatusCallback: `${ url }/machine`,
			} );
			await fixture.advance( seconds );
			expect( fixture.application.at( '/machine' ) ).toMatchObject( [
				{
					signed: true,
					parameters: {
						AccountSid: accountSid,
						CallSid: beside.sid,
						AnsweredBy: answeredBy,
					},
				},
			] );
			await beside.update( { status: 'completed' } );
			await fixture.call( number, { machineDetection } );
			await fixture.advance( seconds );
			expect(
				fixture.application.at( '/voice' ).at( -1 )?.parameters
			).toMatchObject( { AnsweredBy: answeredBy } );
		}
	);
} );
