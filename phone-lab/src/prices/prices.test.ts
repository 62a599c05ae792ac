import { describe, expect, it } from '@jest/globals';
import { caller, twiml, useLab } from '../testing/lab-fixture.js';

describe( 'prices [N13] [N20]', () => {
	const fixture = useLab( { incomingNumbers: [ { number: caller } ] } );
	const pause = twiml( '<Pause length="600"/>' );
	const priceAfter = async ( sid: string, seconds: number ) => {
		await fixture.advance( seconds );
		const { price, priceUnit } = await fixture
			.client()
			.calls( sid )
			.fetch();
		return [ price, priceUnit ];
	};

	it.each( [
		[ '+33612345678', 61, '-0.08000' ],
		[ '+33612345678', 60, '-0.04000' ],
		[ '+33123456789', 1, '-0.01400' ],
	] )(
		'of a call to %s that lasted %i s are known half a minute after it',
		async ( number, seconds, price ) => {
			const { sid } = await fixture.client().calls.create( {
				to: number,
				from: caller,
				twiml: pause,
			} );
			await fixture.advance( 1 );
			await fixture.post( `phones/${ number }/answer` );
			expect( await priceAfter( sid, seconds ) ).toEqual( [
				null,
				'USD',
			] );
			await fixture.post( `phones/${ number }/hangup` );
			expect( await priceAfter( sid, 29 ) ).toEqual( [ null, 'USD' ] );
			expect( await priceAfter( sid, 1 ) ).toEqual( [ price, 'USD' ] );
		}
	);

	it( 'of a call that nobody answered stay unknown', async () => {
		const { sid } = await fixture.client().calls.create( {
			to: '+33199000001',
			from: caller,
			twiml: pause,
		} );
		expect( await priceAfter( sid, 3_600 ) ).toEqual( [ null, 'USD' ] );
	} );

	it( 'of a message are by its parts', async () => {
		const { sid } = await fixture.client().messages.create( {
			to: '+33612345678',
			from: caller,
			body: 'a'.repeat( 161 ),
		} );
		const message = fixture.client().messages( sid );
		await fixture.advance( 5 );
		expect( ( await message.fetch() ).price ).toBeNull();
		await fixture.advance( 30 );
		expect( await message.fetch() ).toMatchObject( {
			price: '-0.16000',
			priceUnit: 'USD',
		} );
	} );
} );

describe( 'the list of prices [N13] [N20]', () => {
	const fixture = useLab();

	it.each( [
		[ '+33612345678', '0.0400' ],
		[ '+33123456789', '0.0140' ],
	] )( 'says what a minute to %s costs', async ( number, price ) => {
		const { outboundCallPrices, priceUnit } = await fixture
			.client()
			.pricing.v2.voice.numbers( number )
			.fetch( { originationNumber: caller } );
		expect( outboundCallPrices ).toMatchObject( [
			{ currentPrice: price },
		] );
		expect( priceUnit ).toBe( 'USD' );
	} );

	it( 'says what a part of a message costs', async () => {
		const { outboundSmsPrices } = await fixture
			.client()
			.pricing.v1.messaging.countries( 'FR' )
			.fetch();
		expect( outboundSmsPrices[ 0 ]?.prices ).toMatchObject( [
			// Within a list, the SDK hands over what the wire has.
			{ current_price: '0.0800' },
		] );
	} );
} );
