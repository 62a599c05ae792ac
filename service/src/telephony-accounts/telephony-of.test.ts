import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createSealing } from '../secrets/sealing.js';
import { createSiteStore } from '../sites/site-store.js';
import { someSite } from '../sites/testing/some-site.js';
import { FakeTelephony } from '../telephony/testing/fake-telephony.js';
import { TelephonyError, type TelephonyOf } from '../telephony/telephony.js';
import { createAccounts, type Accounts } from './accounts.js';
import { createSiteOf } from './site-of.js';
import { createTelephonyOf } from './telephony-of.js';

const sidOf = ( digit: string ) => `AC${ digit.repeat( 32 ) }`;
const ofService = { accountSid: sidOf( '0' ), authToken: 'of-the-service' };
const own = { accountSid: sidOf( '1' ), authToken: 'of-the-site' };
const another = { accountSid: sidOf( '2' ), authToken: 'of-the-site-later' };
const order = {
	legId: 'leg-1',
	to: '+33612345678',
	from: '+33180000000',
	ringSeconds: 25,
	timeLimitSeconds: 600,
	language: 'fr',
	voice: 'woman',
	detectMachine: false,
} as const;

onEachDatabase( 'telephone accounts of sites', ( open ) => {
	const site = someSite();
	const clock = {
		time: new Date( '2026-12-01T09:00:00.000Z' ),
		now: () => clock.time,
	};
	let database: Database;
	let networks: Map< string, FakeTelephony >;
	let accounts: Accounts;
	let telephonyOf: TelephonyOf;

	const wired = ( key: Uint8Array | null ) => {
		const made = createAccounts( {
			database,
			service: ofService,
			sealing: key && createSealing( key ),
			clock,
		} );
		return {
			accounts: made,
			telephonyOf: createTelephonyOf( {
				accounts: made,
				open: ( { accountSid } ) => networkOf( accountSid ),
			} ),
		};
	};
	const networkOf = ( accountSid: string ): FakeTelephony => {
		const network =
			networks.get( accountSid ) ?? new FakeTelephony( clock );
		networks.set( accountSid, network );
		return network;
	};
	const key = randomBytes( 32 );

	beforeEach( async () => {
		database = open();
		networks = new Map();
		( { accounts, telephonyOf } = wired( key ) );
		await createSiteStore( database ).create( site );
	} );

	const callsOver = ( { accountSid }: { accountSid: string } ) =>
		networkOf( accountSid ).calls.length;

	describe( 'a site', () => {
		it( 'calls over the service’s account until it has its own, and again once that is taken away [N14]', async () => {
			await telephonyOf( site.id ).placeCall( order );
			expect( callsOver( ofService ) ).toBe( 1 );
			await accounts.save( site.id, own );
			await telephonyOf( site.id ).placeCall( order );
			await telephonyOf( someSite().id ).placeCall( order );
			expect( callsOver( own ) ).toBe( 1 );
			expect( callsOver( ofService ) ).toBe( 2 );
			await accounts.save( site.id, null );
			await telephonyOf( site.id ).placeCall( order );
			expect( callsOver( ofService ) ).toBe( 3 );
		} );

		it( 'shows no number of the service over its own account', async () => {
			const ownAccount = async () =>
				( await createSiteStore( database ).find( site.id ) )
					?.ownAccountSid;
			await accounts.save( site.id, own );
			expect( await ownAccount() ).toBe( own.accountSid );
			await accounts.save( site.id, ofService );
			expect( await ownAccount() ).toBeNull();
			expect( await accounts.nameOf( site.id ) ).toMatchObject( {
				isOwn: true,
			} );
		} );

		it( 'ends, asks of and prices a call over the account that placed it, whatever was changed since', async () => {
			await accounts.save( site.id, own );
			const network = telephonyOf( site.id );
			await network.placeCall( order );
			const { callSid } = await network.placeCall( order );
			await accounts.save( site.id, another );
			// The fakes number their calls alike: this network has a first one, and no second.
			await network.placeCall( order );
			expect( await network.fetchCall( callSid ) ).toMatchObject( {
				status: 'queued',
			} );
			await network.endCall( callSid );
			expect( networkOf( own.accountSid ).calls[ 1 ]?.status ).toBe(
				'cancelled'
			);
			networkOf( own.accountSid ).price( callSid, {
				micros: 10_000,
				currency: 'USD',
			} );
			expect( await network.priceOfCall( callSid ) ).toMatchObject( {
				micros: 10_000,
			} );
			expect(
				await network.findCalls( { ...order, to: '+33600000000' } )
			).toEqual( [] );
		} );

		it( 'is not kept from ending a call by an earlier account that refuses', async () => {
			await accounts.save( site.id, own );
			await accounts.save( site.id, another );
			const { callSid } = await telephonyOf( site.id ).placeCall( order );
			networkOf( own.accountSid ).fail(
				new TelephonyError( 'settings', '20003', 'Authenticate' )
			);
			await telephonyOf( site.id ).endCall( callSid );
			expect( networkOf( another.accountSid ).calls ).toMatchObject( [
				{ status: 'cancelled' },
			] );
		} );

		it( 'is told that a network refused, where no other knows the call', async () => {
			await accounts.save( site.id, own );
			networkOf( own.accountSid ).fail(
				new TelephonyError( 'settings', '20003', 'Authenticate' )
			);
			await expect(
				telephonyOf( site.id ).fetchCall( `CA${ '9'.repeat( 32 ) }` )
			).rejects.toMatchObject( { code: '20003' } );
		} );

		it( 'keeps its token sealed, and calls nobody with another key or none', async () => {
			await accounts.save( site.id, own );
			const rows = await database.bound.select< object >(
				'SELECT * FROM telephony_accounts WHERE site_id = $1',
				[ site.id ]
			);
			expect( JSON.stringify( rows ) ).not.toContain( own.authToken );
			for ( const lost of [ randomBytes( 32 ), null ] ) {
				await expect(
					wired( lost ).telephonyOf( site.id ).placeCall( order )
				).rejects.toMatchObject( {
					kind: 'settings',
					code: 'secrets_key',
				} );
			}
			expect( callsOver( ofService ) ).toBe( 0 );
		} );
	} );

	it( 'forgets an account thirty days after it was replaced', async () => {
		await accounts.save( site.id, own );
		await accounts.save( site.id, null );
		const later = ( days: number ) =>
			accounts.sweep(
				new Date( clock.now().getTime() + days * 86_400_000 )
			);
		await later( 29 );
		expect( await accounts.ofSite( site.id ) ).toEqual( [
			ofService,
			own,
		] );
		await later( 31 );
		expect( await accounts.ofSite( site.id ) ).toEqual( [ ofService ] );
	} );

	it( 'knows whose signature is whose: the service’s for every site, another’s for its own alone [R18]', async () => {
		const second = someSite();
		await createSiteStore( database ).create( second );
		await accounts.save( site.id, own );
		await accounts.save( second.id, own );
		const serviceSigns = [ { authToken: 'of-the-service', siteId: null } ];
		expect( await accounts.signers( null ) ).toEqual( serviceSigns );
		expect( await accounts.signers( ofService.accountSid ) ).toEqual(
			serviceSigns
		);
		expect( await accounts.signers( another.accountSid ) ).toEqual( [] );
		const signers = await accounts.signers( own.accountSid );
		expect( signers ).toHaveLength( 2 );
		expect( new Set( signers.map( ( { siteId } ) => siteId ) ) ).toEqual(
			new Set( [ site.id, second.id ] )
		);
	} );

	it( 'finds no site of what nobody knows', async () => {
		const siteOf = createSiteOf( database.bound );
		for ( const find of Object.values( siteOf ) ) {
			expect( await find( site.id ) ).toBeNull();
		}
	} );
} );
