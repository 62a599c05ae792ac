import { describe, expect, it } from '@jest/globals';
import {
	accountSid,
	authToken,
	caller,
	twiml,
	useLab,
} from '../testing/lab-fixture.js';

const person = '+33612345678';

describe( 'the REST API, by the real SDK [N13]', () => {
	const fixture = useLab();
	const create = ( options: Record< string, unknown > ) =>
		fixture.client().calls.create( {
			to: person,
			from: caller,
			twiml: twiml( '<Pause length="60"/>' ),
			...options,
		} as never );

	it.each( [
		[ 'a wrong token', { accountSid, authToken: 'wrong' } ],
		[
			'another account',
			{ accountSid: accountSid.replace( /0/g, '1' ), authToken },
		],
	] )( 'refuses %s with 20003', async ( _what, credentials ) => {
		await expect(
			fixture.client( credentials ).calls.list()
		).rejects.toMatchObject( { status: 401, code: 20003 } );
	} );

	it.each( [
		[ { to: '12' }, 21211 ],
		[ { to: '+33199000005' }, 21211 ],
		[ { to: '+33199000008' }, 21215 ],
		[ { to: '+33199000009' }, 21214 ],
		[ { from: 'me' }, 21212 ],
		[ { from: '+33199000098' }, 21210 ],
		[ { twiml: undefined, url: 'ftp://example.org/' }, 21205 ],
		[ { twiml: undefined }, 21205 ],
		[ { timeout: 0 }, 20001 ],
		[ { statusCallbackEvent: [ 'sometimes' ] }, 20001 ],
		[ { record: true }, 20001 ],
	] )(
		'refuses %j with %i, as Twilio words an error, and makes no call',
		async ( options, code ) => {
			await expect( create( options ) ).rejects.toMatchObject( {
				status: 400,
				code,
				moreInfo: `https://www.twilio.com/docs/errors/${ code }`,
			} );
			const state = await fixture.state();
			expect( state.calls ).toEqual( [] );
			expect( state.requests.at( -1 ) ).toMatchObject( {
				method: 'POST',
				status: 400,
				errorCode: code,
			} );
		}
	);

	it( 'answers 20404 for what it does not know', async () => {
		await expect(
			fixture
				.client()
				.calls( `CA${ '0'.repeat( 32 ) }` )
				.fetch()
		).rejects.toMatchObject( { status: 404, code: 20404 } );
		await expect( fixture.client().queues.list() ).rejects.toMatchObject( {
			status: 404,
			code: 20404,
		} );
	} );

	it( 'shows the account to who checks the credentials', async () => {
		expect(
			await fixture.client().api.v2010.accounts( accountSid ).fetch()
		).toMatchObject( { sid: accountSid, status: 'active' } );
	} );

	it( 'lists calls newest first, by page, by number, by status and since an instant', async () => {
		for ( const to of [
			'+33612345601',
			'+33612345602',
			'+33612345603',
			'+33612345602',
			'+33612345605',
		] ) {
			await create( { to } );
			await fixture.advance( 60 );
		}
		const rest = fixture.client();
		const all = await rest.calls.list( { pageSize: 2 } );
		expect( all.map( ( { to } ) => to.slice( -1 ) ) ).toEqual( [
			'5',
			'2',
			'3',
			'2',
			'1',
		] );
		expect( await rest.calls.list( { limit: 3 } ) ).toHaveLength( 3 );
		expect(
			await rest.calls.list( { to: '+33612345602', from: caller } )
		).toHaveLength( 2 );
		expect( await rest.calls.list( { from: person } ) ).toHaveLength( 0 );
		expect( await rest.calls.list( { status: 'no-answer' } ) ).toHaveLength(
			5
		);
		const third = all[ 2 ]?.startTime ?? new Date();
		expect(
			await rest.calls.list( { startTimeAfter: third } )
		).toHaveLength( 3 );
		expect(
			await rest.calls.list( { startTimeBefore: third } )
		).toHaveLength( 3 );
		expect( await rest.calls.list( { startTime: third } ) ).toHaveLength(
			5
		);
	} );

	it( 'keeps every call with how it went, and no credentials, in GET /lab/state', async () => {
		const call = await create( {
			url: `${ fixture.application.url }/voice`,
			twiml: undefined,
		} );
		await fixture.advance( 60 );
		const state = await fixture.state();
		expect( state.calls ).toMatchObject( [
			{
				sid: call.sid,
				to: person,
				from: caller,
				url: `${ fixture.application.url }/voice`,
				status: 'no-answer',
			},
		] );
		expect(
			state.calls[ 0 ]?.statuses.map( ( { status } ) => status )
		).toEqual( [ 'queued', 'initiated', 'ringing', 'no-answer' ] );
		expect( JSON.stringify( state ) ).not.toContain( authToken );
	} );
} );
