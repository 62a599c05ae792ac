import { beforeEach, expect, it } from '@jest/globals';
import { someChannel } from '../channels/testing/some-channel.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';
import { createLimits, type Limits, type Taking } from './limits.js';

const morning = new Date( '2026-11-24T08:20:00Z' );

onEachDatabase( 'createLimits', ( open ) => {
	let limits: Limits;
	let site: Site;
	const taking = ( given: Partial< Taking > = {} ): Taking => ( {
		site,
		channel: someChannel( {
			guards: {
				requestsPerNumberPerDay: 5,
				requestsPerAddressPerHour: 100,
			},
		} ),
		number: '+33612345678',
		visitorAddress: '203.0.113.7',
		now: morning,
		...given,
	} );
	const takeMany = async ( how: Taking, many: number ) => {
		const results = await Promise.allSettled(
			Array.from( { length: many }, () => limits.take( how ) )
		);
		return {
			taken: results.filter( ( { status } ) => status === 'fulfilled' )
				.length,
			refusals: results.flatMap( ( result ) =>
				result.status === 'rejected' ? [ result.reason as Refusal ] : []
			),
		};
	};

	beforeEach( () => {
		limits = createLimits( open() );
		site = someSite();
	} );

	it( 'takes exactly five of fifty at the same time [R18]', async () => {
		const { taken, refusals } = await takeMany( taking(), 50 );

		expect( taken ).toBe( 5 );
		expect( refusals.map( ( { code } ) => code ) ).toEqual(
			Array( 45 ).fill( 'too_many_for_number' )
		);
		expect( await limits.requestsToday( site, morning ) ).toBe( 5 );
	} );

	it( 'begins anew at midnight in the site’s zone, and says so [R18]', async () => {
		await takeMany( taking(), 5 );

		const refusal = await limits
			.take( taking() )
			.catch( ( error: unknown ) => error );

		expect( refusal ).toMatchObject( {
			code: 'too_many_for_number',
			field: 'number',
			retryAt: new Date( '2026-11-24T23:00:00Z' ),
		} );
		await limits.take(
			taking( { now: new Date( '2026-11-24T23:00:00Z' ) } )
		);
		expect(
			await limits.requestsToday(
				site,
				new Date( '2026-11-24T23:00:00Z' )
			)
		).toBe( 1 );
	} );

	it( 'ends the day of 25 hours at its own midnight [R18]', async () => {
		const lateOnSunday = new Date( '2026-10-25T22:30:00Z' );
		await takeMany(
			taking( { now: new Date( '2026-10-24T22:30:00Z' ) } ),
			5
		);

		await expect(
			limits.take( taking( { now: lateOnSunday } ) )
		).rejects.toMatchObject( {
			retryAt: new Date( '2026-10-25T23:00:00Z' ),
		} );
	} );

	it( 'limits one address that tries many numbers, for the hour [R18]', async () => {
		const channel = someChannel( {
			guards: { requestsPerAddressPerHour: 2 },
		} );
		await limits.take( taking( { channel, number: '+33612345601' } ) );
		await limits.take( taking( { channel, number: '+33612345602' } ) );

		const refusal = await limits
			.take( taking( { channel, number: '+33612345603' } ) )
			.catch( ( error: unknown ) => error );

		expect( refusal ).toMatchObject( {
			code: 'too_many_for_address',
			retryAt: new Date( '2026-11-24T09:00:00Z' ),
		} );
	} );

	it( 'limits one number that comes from many addresses [R18]', async () => {
		for ( let address = 1; address <= 5; address++ ) {
			await limits.take(
				taking( { visitorAddress: `203.0.113.${ address }` } )
			);
		}

		await expect(
			limits.take( taking( { visitorAddress: '203.0.113.6' } ) )
		).rejects.toMatchObject( { code: 'too_many_for_number' } );
	} );

	it( 'takes a whole IPv6 /64 for one address [R18]', async () => {
		const channel = someChannel( {
			guards: { requestsPerAddressPerHour: 1 },
		} );
		await limits.take(
			taking( { channel, visitorAddress: '2001:db8:0:1::1' } )
		);

		await expect(
			limits.take(
				taking( {
					channel,
					number: '+33612345601',
					visitorAddress: '2001:DB8::1:aaaa:bbbb:cccc:dddd',
				} )
			)
		).rejects.toMatchObject( { code: 'too_many_for_address' } );
		await limits.take(
			taking( {
				channel,
				number: '+33612345601',
				visitorAddress: '2001:db8:0:2::1',
			} )
		);
	} );

	it( 'stops a site at its daily cap, however many come at once [R18]', async () => {
		site = someSite( { dailyRequestCap: 3 } );
		const results = await Promise.allSettled(
			Array.from( { length: 20 }, ( _, index ) =>
				limits.take( taking( { number: `+336123456${ 10 + index }` } ) )
			)
		);

		expect(
			results.filter( ( { status } ) => status === 'fulfilled' )
		).toHaveLength( 3 );
		expect( await limits.requestsToday( site, morning ) ).toBe( 3 );
	} );

	it( 'does not count what is refused or rolled back', async () => {
		await open()
			.transaction( async () => {
				await limits.take( taking() );
				throw new Error( 'the request could not be stored' );
			} )
			.catch( () => undefined );

		expect( await limits.requestsToday( site, morning ) ).toBe( 0 );
		expect( ( await takeMany( taking(), 6 ) ).taken ).toBe( 5 );
	} );

	it( 'counts each site by itself', async () => {
		await takeMany( taking(), 5 );

		await limits.take( taking( { site: someSite() } ) );
	} );

	it( 'sweeps what is over and keeps what counts', async () => {
		await limits.take( taking() );

		await limits.sweep( new Date( '2026-11-24T22:59:00Z' ) );
		expect( await limits.requestsToday( site, morning ) ).toBe( 1 );
		await limits.sweep( new Date( '2026-11-24T23:00:01Z' ) );
		expect( await limits.requestsToday( site, morning ) ).toBe( 0 );
	} );
} );
