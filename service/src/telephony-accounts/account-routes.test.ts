import { randomBytes } from 'node:crypto';
import { telephonyAccountSchema } from '@rappel/contract';
import { beforeEach, expect, it } from '@jest/globals';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { createAlerts } from '../alerts/alerts.js';
import { createChannelStore } from '../channels/channel-store.js';
import { someChannel } from '../channels/testing/some-channel.js';
import type { Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createSealing } from '../secrets/sealing.js';
import { createSiteStore } from '../sites/site-store.js';
import { someSite } from '../sites/testing/some-site.js';
import { FakeTelephony } from '../telephony/testing/fake-telephony.js';
import { TelephonyError } from '../telephony/telephony.js';
import { createTelephonyAccountRoutes } from './account-routes.js';
import { createAccounts } from './accounts.js';
import { createDescribeAccount } from './describe-account.js';
import { createSaveAccount } from './save-account.js';
import { createTelephonyOf } from './telephony-of.js';

const credentials = {
	accountSid: `AC${ 'a'.repeat( 28 ) }1234`,
	authToken: '0123456789abcdef',
};
const path = '/v1/site/telephony';

onEachDatabase( 'the telephone account of a site', ( open ) => {
	const site = someSite( { lowBalanceMilli: 5_000 } );
	const clock = { now: () => new Date( '2026-12-01T09:00:00.000Z' ) };
	let database: Database;
	let network: FakeTelephony;

	const start = ( key: Uint8Array | null = randomBytes( 32 ) ): EdgeApp => {
		const accounts = createAccounts( {
			database,
			service: { accountSid: `AC${ '0'.repeat( 32 ) }`, authToken: 'x' },
			sealing: key && createSealing( key ),
			clock,
		} );
		const openNetwork = () => network;
		return edgeApp( database, {
			siteRouters: [
				createTelephonyAccountRoutes(
					createDescribeAccount( {
						accounts,
						telephonyOf: createTelephonyOf( {
							accounts,
							open: openNetwork,
						} ),
						channels: createChannelStore( database ),
						simulated: true,
					} ),
					createSaveAccount( {
						accounts,
						open: openNetwork,
						alerts: createAlerts( database, { clock } ),
					} )
				),
			],
		} );
	};
	const agent = ( { app, clock: now }: EdgeApp, homeUrl = site.homeUrl ) =>
		signedAgent( app, { ...site, homeUrl }, { clock: now } );

	beforeEach( async () => {
		database = open();
		network = new FakeTelephony( clock );
		await createSiteStore( database ).create( site );
		await createChannelStore( database ).create(
			someChannel(
				{ guards: { allowedCountries: [ 'FR', 'GB' ] } },
				{ siteId: site.id }
			)
		);
	} );

	it( 'is the service’s until the site has its own, and says what is missing in the owner’s language', async () => {
		const { body } = await agent( start() )
			.get( `${ path }?language=fr` )
			.expect( 200 );
		expect( telephonyAccountSchema.parse( body ) ).toMatchObject( {
			source: 'service',
			simulated: true,
			accountShown: 'AC…0000',
			account: { balance: { milli: 20_000 } },
			problems: [
				{
					code: 'country_not_allowed',
					detail: expect.stringContaining( 'Royaume-Uni' ),
				},
			],
		} );
	} );

	it( 'is tried before it is kept, and its token is in no answer', async () => {
		const edge = start();
		network.account = {
			...network.account,
			type: 'trial',
			countries: null,
			balance: { milli: 4_500, currency: 'EUR' },
		};
		const { body } = await agent( edge )
			.put( path, { credentials, language: 'en' } )
			.expect( 200 );
		expect( telephonyAccountSchema.parse( body ) ).toMatchObject( {
			source: 'site',
			accountShown: 'AC…1234',
			problems: [ { code: 'balance_low' }, { code: 'trial_account' } ],
		} );
		expect( JSON.stringify( body ) ).toContain( '21219' );
		expect( JSON.stringify( body ) ).toContain( '21608' );
		expect( JSON.stringify( body ) ).not.toContain( credentials.authToken );
		const again = await agent( edge ).put( path, { credentials: null } );
		expect( again.body ).toMatchObject( { source: 'service' } );
	} );

	it.each( [
		[
			new TelephonyError( 'settings', '20003', '' ),
			422,
			'telephony_credentials_refused',
		],
		[
			new TelephonyError( 'unknown', 'timeout', '' ),
			502,
			'telephony_unreachable',
		],
	] )( 'is not kept after %s', async ( error, status, code ) => {
		const edge = start();
		network.fail( error );
		const { body } = await agent( edge )
			.put( path, { credentials } )
			.expect( status );
		expect( body ).toMatchObject( { code } );
		const { body: read } = await agent( edge ).get( path );
		expect( read ).toMatchObject( { source: 'service' } );
	} );

	it.each( [
		[ 'settings', 'credentials_refused' ],
		[ 'retryable', 'network_unreachable' ],
	] as const )(
		'says so where the network answers %s',
		async ( kind, code ) => {
			const edge = start();
			network.fail( new TelephonyError( kind, '1', '' ) );
			const { body } = await agent( edge ).get( path ).expect( 200 );
			expect( telephonyAccountSchema.parse( body ) ).toMatchObject( {
				account: null,
				problems: [ { code } ],
			} );
		}
	);

	it( 'cannot be kept by a service that has no key, which says who can mend it', async () => {
		const { body } = await agent( start( null ) )
			.put( path, { credentials } )
			.expect( 503 );
		expect( body.detail ).toContain( 'SECRETS_KEY' );
	} );

	it( 'refuses what is no account', async () => {
		await agent( start() )
			.put( path, {
				credentials: { ...credentials, accountSid: 'AC12' },
			} )
			.expect( 400 );
	} );

	it( 'is not changed by a copy of the site [N19]', async () => {
		const copy = agent( start(), 'https://staging.example' );
		const { body } = await copy.put( path, { credentials } ).expect( 409 );
		expect( body ).toMatchObject( { code: 'site_moved' } );
	} );
} );
