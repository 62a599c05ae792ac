import { describe, expect, it } from '@jest/globals';
import { caller, twiml, useLab } from '../testing/lab-fixture.js';

const person = '+33612345678';

describe( 'faults on demand [N13]', () => {
	const fixture = useLab( { incomingNumbers: [ { number: caller } ] } );
	const faults = ( ...list: object[] ) =>
		fixture.post( 'faults', { faults: list } );
	const statuses = () =>
		fixture.application
			.at( '/status' )
			.map( ( { parameters } ) => parameters.CallStatus );
	const create = ( timeoutMilliseconds?: number ) =>
		fixture.client( undefined, timeoutMilliseconds ).calls.create( {
			to: person,
			from: caller,
			twiml: twiml( '<Pause length="9"/>' ),
		} );

	it( 'doubles, delays, mixes and loses webhooks', async () => {
		await faults(
			{ kind: 'webhook-doubled', next: 1, only: { event: 'initiated' } },
			{ kind: 'webhook-lost', next: 1, only: { event: 'ringing' } }
		);
		await fixture.call( person );
		expect( statuses() ).toEqual( [ 'initiated', 'initiated' ] );
		expect(
			new Set(
				fixture.application
					.at( '/status' )
					.map( ( { idempotencyToken } ) => idempotencyToken )
			).size
		).toBe( 1 );
		await faults( { kind: 'webhook-late', next: 1, delaySeconds: 8 } );
		await fixture.advance( 60 );
		expect( statuses() ).toHaveLength( 2 );
		await fixture.advance( 8 );
		expect( statuses() ).toEqual( [
			'initiated',
			'initiated',
			'no-answer',
		] );
		await faults( {
			kind: 'webhook-out-of-order',
			next: 1,
			only: { event: 'initiated' },
		} );
		await fixture.call( person );
		expect( statuses().slice( 3 ) ).toEqual( [ 'ringing', 'initiated' ] );
		expect(
			( await fixture.state() ).webhooks
				.map( ( { fault } ) => fault )
				.filter( Boolean )
		).toEqual( [
			'webhook-doubled',
			'webhook-lost',
			'webhook-late',
			'webhook-out-of-order',
		] );
	} );

	it.each( [
		[ 'rest-429', 429, 20429, 0 ],
		[ 'rest-500', 500, 20500, 0 ],
		[ 'rest-500-after', 500, 20500, 1 ],
	] )(
		'%s: answers %i and has made %4$i calls',
		async ( kind, status, code, calls ) => {
			await faults( { kind, next: 1 } );
			await expect( create() ).rejects.toMatchObject( { status, code } );
			expect( ( await fixture.state() ).calls ).toHaveLength( calls );
			await create();
		}
	);

	it.each( [
		[ 'rest-timeout-before', 0 ],
		[ 'rest-timeout-after', 1 ],
	] )( '%s: no answer, and %i calls made', async ( kind, calls ) => {
		await faults( {
			kind,
			next: 1,
			only: { method: 'POST', urlContains: '/Calls.json' },
		} );
		await expect( create( 300 ) ).rejects.toThrow( /timeout/ );
		await fixture.advance( 0 );
		const state = await fixture.state();
		expect( state.calls ).toHaveLength( calls );
		expect( state.phones ).toHaveLength( calls );
		expect( state.requests.at( -1 ) ).toMatchObject( {
			fault: kind,
			status: null,
		} );
	} );

	it( 'draws by the seed: the same seed strikes the same requests', async () => {
		const run = async () => {
			await fixture.post( 'faults', {
				seed: 7,
				faults: [ { kind: 'rest-429', probability: 0.5 } ],
			} );
			const answers: boolean[] = [];
			for ( let count = 0; count < 12; count++ ) {
				answers.push(
					await fixture
						.client()
						.calls.list()
						.then(
							() => true,
							() => false
						)
				);
			}
			return answers;
		};
		const first = await run();
		expect( await run() ).toEqual( first );
		expect( new Set( first ).size ).toBe( 2 );
	} );

	it.each( [
		[ { faults: [ { kind: 'rest-429' } ] }, /probability/ ],
		[ { faults: [ { kind: 'earthquake', next: 1 } ] }, /README/ ],
		[ {}, /README/ ],
	] )( 'says what is wrong with %j', async ( body, sentence ) => {
		expect( await fixture.post( 'faults', body ) ).toMatchObject( {
			status: 400,
			body: { error: expect.stringMatching( sentence ) },
		} );
	} );

	it.each( [
		[ 'message-delivered', '/message' ],
		[ 'recording-completed', '/recording' ],
	] )( 'strikes the webhook %s too: doubled', async ( event, path ) => {
		const { answers, url } = fixture.application;
		await faults( { kind: 'webhook-doubled', next: 1, only: { event } } );
		answers[ '/voice' ] = twiml(
			`<Record timeout="2" playBeep="false" recordingStatusCallback="${ url }/recording" action="/recorded"/>`
		);
		await fixture.client().messages.create( {
			to: person,
			from: caller,
			body: 'Hello',
			statusCallback: `${ url }/message`,
		} );
		await fixture.call( person );
		await fixture.act( person, 'answer' );
		await fixture.post( `phones/${ person }/speak`, { text: 'Hello.' } );
		await fixture.advance( 10 );
		const sent = fixture.application.at( path );
		const tokens = sent.map( ( { idempotencyToken } ) => idempotencyToken );
		expect( new Set( tokens ).size ).toBe( tokens.length - 1 );
	} );
} );
