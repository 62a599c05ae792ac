import { describe, expect, it } from '@jest/globals';
import { caller, twiml, useLab } from '../testing/lab-fixture.js';

const person = '+33612345678';

describe( 'text messages [N13]', () => {
	const fixture = useLab( { incomingNumbers: [ { number: caller } ] } );
	const send = ( options: Record< string, unknown > = {} ) =>
		fixture.client().messages.create( {
			to: person,
			from: caller,
			body: 'Hello',
			statusCallback: `${ fixture.application.url }/message`,
			...options,
		} as never );
	const told = () =>
		fixture.application
			.at( '/message' )
			.map( ( { parameters, signed } ) => [
				parameters.MessageStatus,
				parameters.ErrorCode ?? null,
				signed,
			] );
	const write = ( body: string ) =>
		fixture.post( `phones/${ person }/sms`, { to: caller, body } );

	it( 'are sent and delivered, and shown on the phone', async () => {
		const message = await send();
		expect( message ).toMatchObject( {
			status: 'queued',
			direction: 'outbound-api',
			numSegments: '1',
		} );
		await fixture.advance( 2 );
		expect( told() ).toEqual( [
			[ 'sent', null, true ],
			[ 'delivered', null, true ],
		] );
		expect(
			await fixture.client().messages( message.sid ).fetch()
		).toMatchObject( { status: 'delivered', body: 'Hello' } );
		expect(
			await fixture.client().messages.list( { to: person } )
		).toHaveLength( 1 );
		expect( await fixture.phone( person ) ).toMatchObject( {
			state: 'idle',
			messages: [ { body: 'Hello', status: 'delivered' } ],
		} );
	} );

	it.each( [
		[ 'à'.repeat( 160 ), '1' ],
		[ 'à'.repeat( 161 ), '2' ],
		[ '€'.repeat( 80 ), '1' ],
		[ '€'.repeat( 81 ), '2' ],
		[ 'ê'.repeat( 70 ), '1' ],
		[ 'ê'.repeat( 71 ), '2' ],
		[ '😀'.repeat( 35 ), '1' ],
		// None is cut in two: 33 in each part of 67.
		[ '😀'.repeat( 66 ), '2' ],
		[ '😀'.repeat( 67 ), '3' ],
		[ `${ 'a'.repeat( 152 ) }€${ 'a'.repeat( 152 ) }`, '3' ],
	] )( 'count their parts: %s', async ( body, segments ) => {
		expect( await send( { body } ) ).toMatchObject( {
			numSegments: segments,
		} );
	} );

	it.each( [ 30003, 30004, 30005, 30006, 30007, 30008 ] )(
		'come back with %i from the number kept for it',
		async ( code ) => {
			const ending = code - 30003 + 33;
			await send( { to: `+331990000${ ending }` } );
			await send( { to: `+120255501${ ending }` } );
			await fixture.advance( 2 );
			expect( told().sort() ).toEqual( [
				[ 'sent', null, true ],
				[ 'sent', null, true ],
				[ 'undelivered', String( code ), true ],
				[ 'undelivered', String( code ), true ],
			] );
		}
	);

	it.each( [
		[ { to: '12' }, 21211 ],
		[ { to: '+33199000014' }, 21614 ],
		[ { from: undefined }, 21603 ],
		[ { from: 'a much too long name' }, 21212 ],
		[ { body: '' }, 21602 ],
		[ { body: 'x'.repeat( 1_601 ) }, 21617 ],
		[ { mediaUrl: [ 'https://example.org/a.png' ] }, 20001 ],
	] )( 'are refused: %j with %i', async ( options, code ) => {
		await expect( send( options ) ).rejects.toMatchObject( {
			status: 400,
			code,
		} );
	} );

	it( 'of a phone reach the number’s SmsUrl, whose answer is sent back; STOP ends it (21610), START begins anew', async () => {
		const { url } = fixture.application;
		const numbers = fixture.client().incomingPhoneNumbers;
		const [ number ] = await numbers.list();
		await numbers( number?.sid ?? '' ).update( { smsUrl: `${ url }/sms` } );
		fixture.application.answers[ '/sms' ] = twiml(
			'<Message>Noted</Message>'
		);
		await write( 'Stop ' );
		await fixture.advance( 2 );
		expect( fixture.application.at( '/sms' ) ).toMatchObject( [
			{
				signed: true,
				parameters: { From: person, To: caller, Body: 'Stop' },
			},
		] );
		expect(
			( await fixture.phone( person ) ).messages.map(
				( { body, direction } ) => [ body, direction ]
			)
		).toEqual( [
			[ 'Stop', 'inbound' ],
			[ 'Noted', 'outbound-reply' ],
		] );
		await expect( send() ).rejects.toMatchObject( { code: 21610 } );
		await write( 'START' );
		expect( await send() ).toMatchObject( { status: 'queued' } );
	} );

	it( 'reach the fallback, once more the same message, when SmsUrl fails', async () => {
		const { application } = fixture;
		const numbers = fixture.client().incomingPhoneNumbers;
		const [ number ] = await numbers.list();
		const changed = await numbers( number?.sid ?? '' ).update( {
			smsUrl: `${ application.url }/sms`,
			smsFallbackUrl: `${ application.url }/sms-again`,
		} );
		expect( changed.smsFallbackUrl ).toBe(
			`${ application.url }/sms-again`
		);
		application.answers[ '/sms' ] = { status: 500 };
		application.answers[ '/sms-again' ] = twiml(
			'<Message>Noted</Message>'
		);
		await write( 'Hello' );
		await fixture.advance( 2 );

		const [ first ] = application.at( '/sms' );
		expect( application.at( '/sms-again' ) ).toMatchObject( [
			{
				signed: true,
				parameters: {
					...first?.parameters,
					ErrorCode: '11200',
					ErrorUrl: `${ application.url }/sms`,
				},
			},
		] );
		expect(
			( await fixture.phone( person ) ).messages.map(
				( { body } ) => body
			)
		).toEqual( [ 'Hello', 'Noted' ] );
	} );

	it( 'come from a name too, to which nobody can write back', async () => {
		await send( { from: 'Martin' } );
		await fixture.advance( 2 );
		expect( await fixture.phone( person ) ).toMatchObject( {
			messages: [ { from: 'Martin', status: 'delivered' } ],
		} );
		expect(
			await fixture.post( `phones/${ person }/sms`, {
				to: 'Martin',
				body: 'Hello',
			} )
		).toMatchObject( { status: 400 } );
	} );

	it( 'suffer the faults that are asked for', async () => {
		await fixture.post( 'faults', {
			faults: [
				{
					kind: 'webhook-doubled',
					next: 1,
					only: { event: 'message-sent' },
				},
				{
					kind: 'webhook-lost',
					next: 1,
					only: { event: 'message-delivered' },
				},
				{
					kind: 'rest-500-after',
					next: 1,
					only: { urlContains: '/Messages.json' },
				},
			],
		} );
		await expect( send() ).rejects.toMatchObject( { status: 500 } );
		await fixture.advance( 2 );
		expect( told().map( ( [ status ] ) => status ) ).toEqual( [
			'sent',
			'sent',
		] );
	} );
} );
