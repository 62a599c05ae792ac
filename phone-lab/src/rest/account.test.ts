import { describe, expect, it } from '@jest/globals';
import { caller, twiml, useLab } from '../testing/lab-fixture.js';

const person = '+33612345678';

describe( 'the account, by the real SDK [N13]', () => {
	const fixture = useLab( { incomingNumbers: [ { number: caller } ] } );
	const call = ( to: string ) =>
		fixture.client().calls.create( {
			to,
			from: caller,
			twiml: twiml( '<Pause length="60"/>' ),
		} );

	it( 'tells its balance, its numbers and the countries it may call', async () => {
		const client = fixture.client();
		expect( await client.balance.fetch() ).toMatchObject( {
			balance: '20',
			currency: 'USD',
		} );
		expect( await client.incomingPhoneNumbers.list() ).toMatchObject( [
			{ phoneNumber: caller },
		] );
		const { countries } = client.voice.v1.dialingPermissions;
		const codes = ( await countries.list( { pageSize: 100 } ) ).map(
			( { isoCode } ) => isoCode
		);
		expect( codes ).toEqual(
			expect.arrayContaining( [ 'BE', 'FR', 'US' ] )
		);
		expect( new Set( codes ).size ).toBe( codes.length );
	} );

	it( 'calls no country that is not allowed', async () => {
		await fixture.post( 'account', { countries: [ 'BE' ] } );
		const allowed = await fixture
			.client()
			.voice.v1.dialingPermissions.countries.list( {
				lowRiskNumbersEnabled: true,
			} );
		expect( allowed.map( ( { isoCode } ) => isoCode ) ).toEqual( [ 'BE' ] );
		await expect( call( person ) ).rejects.toMatchObject( { code: 21215 } );
	} );

	it( 'on trial calls and writes to verified numbers alone', async () => {
		await fixture.post( 'account', { type: 'Trial', balanceMilli: 1_500 } );
		const client = fixture.client();
		const account = await client.api.v2010.account.fetch();
		expect( account.type ).toBe( 'Trial' );
		expect( ( await client.balance.fetch() ).balance ).toBe( '1.5' );
		await expect( call( person ) ).rejects.toMatchObject( { code: 21219 } );
		const write = () =>
			client.messages.create( { to: person, from: caller, body: 'Oui' } );
		await expect( write() ).rejects.toMatchObject( { code: 21608 } );
		await fixture.post( 'account', { verifiedNumbers: [ person ] } );
		expect( await client.outgoingCallerIds.list() ).toMatchObject( [
			{ phoneNumber: person },
		] );
		expect( ( await call( person ) ).status ).toBe( 'queued' );
		expect( ( await write() ).status ).toBe( 'queued' );
	} );

	it( 'is not known without its credentials', async () => {
		const credentials = {
			accountSid: `AC${ '1'.repeat( 32 ) }`,
			authToken: 'x',
		};
		const { countries } =
			fixture.client( credentials ).voice.v1.dialingPermissions;
		await expect( countries.list() ).rejects.toMatchObject( {
			status: 401,
			code: 20003,
		} );
	} );

	it( 'refuses an account that is none', async () => {
		expect(
			await fixture.post( 'account', { type: 'Gold' } )
		).toMatchObject( { status: 400 } );
	} );
} );
