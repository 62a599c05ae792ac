import { describe, expect, it } from '@jest/globals';
import { twiml, useLab } from '../testing/lab-fixture.js';

const person = '+33612345678';

describe( 'TwiML [N13]', () => {
	const fixture = useLab();
	const answers = () => fixture.application.answers;
	const talk = async ( options: Record< string, unknown > = {} ) => {
		const call = await fixture.call( person, options );
		await fixture.act( person, 'answer' );
		return call;
	};

	it( 'says, plays, pauses and repeats, one after the other', async () => {
		const wav = Buffer.alloc( 44 + 32_000 );
		wav.write( 'RIFF', 0 );
		wav.writeUInt32LE( 16_000, 28 );
		answers()[ '/tune.wav' ] = {
			status: 200,
			type: 'audio/wav',
			body: wav.toString( 'latin1' ),
		};
		answers()[ '/voice' ] = twiml(
			'<Say loop="2">One &amp; two</Say><Pause length="3"/><Play>/tune.wav</Play><Play digits="12"/><Say>Three<break/>four</Say>'
		);
		const call = await talk();
		expect( await fixture.heard( person ) ).toEqual( [ 'say One & two' ] );
		await fixture.advance( 2 );
		expect( ( await fixture.phone( person ) ).heard ).toMatchObject( [
			{ text: 'One & two', times: 2 },
			{ kind: 'silence' },
		] );
		await fixture.advance( 3 );
		expect( ( await fixture.heard( person ) ).at( -1 ) ).toBe(
			'play /tune.wav'
		);
		await fixture.advance( 4 );
		expect( ( await fixture.heard( person ) ).slice( 3 ) ).toEqual( [
			'play 12',
			'say Three four',
		] );
		await fixture.advance( 2 );
		expect( await call.fetch() ).toMatchObject( { status: 'completed' } );
	} );

	it( 'gathers keys while it speaks, and sends them', async () => {
		answers()[ '/voice' ] = twiml(
			'<Gather numDigits="1" action="/keys"><Say>Press one to take the call, please.</Say></Gather>'
		);
		answers()[ '/keys' ] = twiml( '<Pause length="60"/>' );
		await talk();
		await fixture.press( person, '1' );
		expect( fixture.application.at( '/keys' )[ 0 ] ).toMatchObject( {
			method: 'POST',
			signed: true,
			parameters: { Digits: '1' },
		} );
	} );

	it( 'ends gathering by #, by time, and passes on when nothing was pressed', async () => {
		answers()[ '/voice' ] = twiml(
			'<Gather timeout="4" action="/keys" method="GET"/><Say>Nothing</Say><Gather timeout="2" actionOnEmptyResult="true" action="/empty"/>'
		);
		answers()[ '/keys' ] = twiml(
			'<Gather finishOnKey="*" timeout="3" action="/more"/>'
		);
		answers()[ '/empty' ] = twiml( '<Redirect>/voice</Redirect>' );
		await talk();
		await fixture.advance( 4 );
		expect( await fixture.heard( person ) ).toEqual( [ 'say Nothing' ] );
		await fixture.advance( 3 );
		expect(
			fixture.application.at( '/empty' )[ 0 ]?.parameters.Digits
		).toBe( '' );
		await fixture.press( person, '12' );
		await fixture.advance( 3 );
		await fixture.press( person, '3#' );
		expect( fixture.application.at( '/keys' )[ 0 ] ).toMatchObject( {
			method: 'GET',
			signed: true,
			parameters: { Digits: '123', FinishedOnKey: '#' },
		} );
		await fixture.press( person, '#' );
		await fixture.advance( 3 );
		expect(
			fixture.application.at( '/more' )[ 0 ]?.parameters.Digits
		).toBe( '#' );
	} );

	it( 'warns of verbs it does not know and goes on, and of verbs that may not stand in a Gather', async () => {
		answers()[ '/voice' ] = twiml(
			'<Dance/><Gather timeout="1"><Dial/><Say>Key</Say></Gather><Say>Done</Say>'
		);
		await talk();
		await fixture.advance( 3 );
		expect( await fixture.heard( person ) ).toEqual( [
			'say Key',
			'say Done',
		] );
		expect(
			( await fixture.state() ).calls[ 0 ]?.warnings.map(
				( { code } ) => code
			)
		).toEqual( [ 12200, 12200 ] );
	} );

	it( 'follows a redirect of the application by GET, without the form', async () => {
		answers()[ '/voice' ] = { status: 302, location: '/moved' };
		answers()[ '/moved' ] = twiml( '<Pause length="60"/>' );
		await talk();
		expect( fixture.application.at( '/moved' ) ).toMatchObject( [
			{ method: 'GET', parameters: {}, signed: true },
		] );
	} );

	it( 'asks FallbackUrl with the error, and apologises when there is none', async () => {
		answers()[ '/voice' ] = { status: 500 };
		answers()[ '/fallback' ] = twiml( '<Say>Sorry</Say>' );
		await talk( { fallbackUrl: `${ fixture.application.url }/fallback` } );
		expect( await fixture.heard( person ) ).toEqual( [ 'say Sorry' ] );
		expect(
			fixture.application.at( '/fallback' )[ 0 ]?.parameters
		).toMatchObject( {
			ErrorCode: '11200',
			ErrorUrl: `${ fixture.application.url }/voice`,
		} );
		await fixture.advance( 2 );
		answers()[ '/voice' ] = '<Response><Say>open</Response>';
		const call = await talk();
		expect( ( await fixture.heard( person ) ).at( -1 ) ).toBe(
			'say We are sorry, an application error has occurred. Goodbye.'
		);
		await fixture.advance( 5 );
		expect( await call.fetch() ).toMatchObject( { status: 'completed' } );
		expect(
			( await fixture.state() ).calls[ 1 ]?.warnings[ 0 ]?.code
		).toBe( 12100 );
	} );

	it( 'stops a document that redirects to itself for ever', async () => {
		answers()[ '/voice' ] = twiml( '<Redirect/>' );
		await talk();
		expect( fixture.application.at( '/voice' ).length ).toBeLessThan( 60 );
		expect( ( await fixture.heard( person ) ).at( -1 ) ).toContain(
			'application error'
		);
	} );

	it( 'makes a request again, with the same token, only as the address asks', async () => {
		answers()[ '/voice' ] = [
			{ status: 503 },
			twiml( '<Say>Second</Say>' ),
		];
		await talk( { url: `${ fixture.application.url }/voice#rc=2&rp=5xx` } );
		expect( await fixture.heard( person ) ).toEqual( [ 'say Second' ] );
		const tokens = fixture.application
			.at( '/voice' )
			.map( ( { idempotencyToken } ) => idempotencyToken );
		expect( tokens ).toHaveLength( 2 );
		expect( new Set( tokens ).size ).toBe( 1 );
	} );
} );

describe( 'a lab whose voices speak four times as fast', () => {
	const fixture = useLab( { voiceRate: 4 } );

	it( 'is done with a sentence in a quarter of the time', async () => {
		fixture.application.answers[ '/voice' ] = twiml(
			`<Say>${ 'word '.repeat( 30 ) }</Say><Pause length="3"/>`
		);
		await fixture.call( person );
		await fixture.act( person, 'answer' );
		await fixture.advance( 2 );
		expect( await fixture.heard( person ) ).toHaveLength( 1 );
		await fixture.advance( 1 );
		expect( ( await fixture.heard( person ) ).at( -1 ) ).toBe( 'silence' );
	} );
} );
