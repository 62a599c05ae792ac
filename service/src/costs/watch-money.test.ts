import { beforeEach, expect, it } from '@jest/globals';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';
import { TelephonyError } from '../telephony/telephony.js';

const dollars = ( micros: number ) => ( { micros, currency: 'USD' } );

onEachDatabase( 'a watch over money', ( open ) => {
	let edge: EdgeApp;
	let site: Site;
	const wordpress = () =>
		signedAgent( edge.app, site, { clock: edge.clock } );
	const save = async ( changes: object ) =>
		( await wordpress().put( '/v1/site', changes ).expect( 200 ) ).body;
	const minute = async ( minutes = 1 ) => {
		edge.clock.time = new Date(
			edge.clock.time.getTime() + minutes * 60_000
		);
		await edge.moneyWatch.sweep( edge.clock.time );
	};
	const held = ( milli: number ) => {
		edge.telephony.account.balance = { milli, currency: 'USD' };
	};
	const alerts = async () =>
		( await edge.alerts.list( site.id ) ).map( ( { code } ) => code );

	beforeEach( async () => {
		edge = edgeApp( open() );
		site = someSite( { ownerEmail: 'claire@boulangerie.example' } );
		await edge.pairing.sites.create( site );
	} );

	it( 'tells the owner once a month that the limit is reached [N20]', async () => {
		await edge.spending.add( site, dollars( 52_340_000 ), edge.clock.time );
		expect( await save( { monthlyLimitMilli: 60_000 } ) ).toMatchObject( {
			monthlyLimitMilli: 60_000,
			spentThisMonth: { milli: 52_340, currency: 'USD' },
			alerts: [],
		} );
		await edge.spending.add( site, dollars( 8_000_000 ), edge.clock.time );
		await minute();
		await minute();

		expect(
			new Set( edge.news.map( ( { occasion } ) => occasion ) )
		).toEqual( new Set( [ '2026-11' ] ) );
		expect( edge.news[ 0 ] ).toMatchObject( {
			kind: 'spending_limit',
			recipient: 'owner',
		} );
		const { body } = await wordpress().get( '/v1/site?language=en' );
		expect( body.alerts ).toMatchObject( [
			{
				code: 'spending_limit_reached',
				detail: expect.stringContaining( '$60.34' ),
			},
		] );
	} );

	it( 'takes the alert away as soon as the limit is raised, and with the next month [N20]', async () => {
		await edge.spending.add( site, dollars( 10_000_000 ), edge.clock.time );
		await save( { monthlyLimitMilli: 10_000 } );
		expect( await alerts() ).toEqual( [ 'spending_limit_reached' ] );
		await save( { monthlyLimitMilli: 20_000 } );
		expect( await alerts() ).toEqual( [] );
		await save( { monthlyLimitMilli: 10_000 } );
		await minute( 60 * 24 * 7 );
		expect( await alerts() ).toEqual( [] );
	} );

	it( 'asks for the balance once an hour, and tells once until it is above again [N20]', async () => {
		held( 4_990 );
		await save( { lowBalanceMilli: 5_000 } );
		await minute();
		await minute();
		expect( await alerts() ).toEqual( [ 'balance_low' ] );
		expect( edge.news ).toHaveLength( 1 );
		await minute( 60 );
		expect(
			new Set( edge.news.map( ( { occasion } ) => occasion ) ).size
		).toBe( 1 );
		held( 5_000 );
		await minute( 60 );
		expect( await alerts() ).toEqual( [] );
		held( 1_000 );
		await minute( 60 );
		expect(
			new Set( edge.news.map( ( { occasion } ) => occasion ) ).size
		).toBe( 2 );
	} );

	it( 'goes on when the network does not answer', async () => {
		await save( { lowBalanceMilli: 5_000 } );
		edge.telephony.fail( new TelephonyError( 'unknown', 'timeout', '' ) );
		await minute();
		expect( await alerts() ).toEqual( [] );
		held( 0 );
		await minute( 60 );
		expect( await alerts() ).toEqual( [ 'balance_low' ] );
	} );
} );
