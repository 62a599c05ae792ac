import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import express from 'express';
import twilio from 'twilio';
import { createAlerts } from '../../alerts/alerts.js';
import { createCallbacks, type Callbacks } from '../../callbacks/callbacks.js';
import { createChannelStore } from '../../channels/channel-store.js';
import { someChannel } from '../../channels/testing/some-channel.js';
import { systemClock } from '../../clock.js';
import { createLimits } from '../../guards/limits.js';
import { createJobs } from '../../jobs/create-jobs.js';
import type { Jobs } from '../../jobs/jobs.js';
import { createLogger } from '../../logging.js';
import { onEachDatabase } from '../../persistence/testing/each-database.js';
import { createSiteStore } from '../../sites/site-store.js';
import { someSite } from '../../sites/testing/some-site.js';
import { createHoldMusicRoutes } from '../hold-music-routes.js';
import {
	startedPhoneLab,
	type StartedLab,
} from '../testing/started-phone-lab.js';
import { createTwilioRoutes } from './twilio-routes.js';
import { createTwilioTelephony } from './twilio-telephony.js';

jest.setTimeout( 30_000 );

const account = {
	accountSid: 'AC0123456789abcdef0123456789abcdef',
	authToken: '0123456789abcdef0123456789abcdef',
};
const company = '+33123456789';
const client = '+33612345678';
const logger = createLogger( 'silent' );

interface LabPhone {
	number: string;
	state: string;
	heard: Array< { text?: string } >;
	with: string[];
}

/** The service's telephony with real jobs, webhooks and Twilio's SDK, on a phone network that is real but for its wires. */
onEachDatabase( 'a whole call over the phone lab', ( open ) => {
	const site = someSite();
	const channel = someChannel(
		{ calls: { waitingMessage: 'Un instant, nous appelons.' } },
		{ siteId: site.id }
	);
	let lab: StartedLab;
	let server: Server;
	let jobs: Jobs;
	let callbacks: Callbacks;
	let publicBaseUrl: string;

	beforeEach( async () => {
		const database = open();
		const sites = createSiteStore( database );
		const channels = createChannelStore( database );
		await sites.create( site );
		await channels.create( channel );
		lab = await startedPhoneLab( account );
		const app = express();
		server = createServer( app );
		await new Promise< void >( ( resolve ) =>
			server.listen( 0, '127.0.0.1', resolve )
		);
		publicBaseUrl = `http://127.0.0.1:${
			( server.address() as AddressInfo ).port
		}`;
		jobs = createJobs( { database, logger } );
		callbacks = createCallbacks( {
			database,
			jobs,
			telephony: createTwilioTelephony( {
				...account,
				baseUrl: lab.url,
				publicBaseUrl: () => publicBaseUrl,
			} ),
			sites,
			channels,
			limits: createLimits( database ),
			alerts: createAlerts( database ),
			clock: systemClock,
			logger,
			defaultCallerId: null,
		} );
		app.use(
			'/twilio',
			createTwilioRoutes( {
				authToken: account.authToken,
				publicBaseUrl: () => publicBaseUrl,
				callEvents: callbacks.callEvents,
				logger,
			} )
		);
		app.use( '/audio', createHoldMusicRoutes() );
		await jobs.start();
		callbacks.start();
	} );
	afterEach( async () => {
		await callbacks.stop();
		await jobs.stop();
		await lab.close();
		server.closeAllConnections();
		server.close();
	} );

	const submit = () =>
		callbacks.createRequest( site, {
			key: randomUUID(),
			channelId: channel.id,
			number: '06 12 34 56 78',
			name: null,
			consent: false,
			consentText: null,
			language: 'fr',
			timeZone: null,
			pageUrl: null,
			pageTitle: null,
			visitorAddress: '192.0.2.1',
			requestedAt: new Date().toISOString(),
			withoutScript: false,
		} );

	const labState = async () =>
		( await ( await fetch( `${ lab.url }/lab/state` ) ).json() ) as {
			phones: LabPhone[];
			calls: Array< { to: string; status: string } >;
		};
	const act = ( number: string, action: string ) =>
		fetch( `${ lab.url }/lab/phones/${ number }/${ action }`, {
			method: 'POST',
		} );

	async function until< T >(
		what: string,
		look: () => Promise< T | false | undefined >
	): Promise< T > {
		for ( let tries = 0; tries < 200; tries++ ) {
			const found = await look();
			if ( found ) {
				return found;
			}
			await delay( 40 );
		}
		throw new Error(
			`Not seen: ${ what }\n${ JSON.stringify( await labState() ).slice( 0, 6_000 ) }`
		);
	}
	const rings = ( number: string ) =>
		until( `${ number } rings`, async () =>
			( await labState() ).phones.some(
				( phone ) =>
					phone.number === number && phone.state === 'ringing'
			)
		);
	const detail = async () => {
		const { requests } = await callbacks.listRequests( site.id, {
			limit: 1,
		} );
		return callbacks.readRequest( site.id, requests[ 0 ]?.id ?? '' );
	};
	const ended = ( state: string ) =>
		until( `the request is ${ state }`, async () => {
			const now = await detail();
			const over = now.attempts.every( ( attempt ) =>
				attempt.legs.every(
					( leg ) => leg.state === 'ended' || leg.state === 'planned'
				)
			);
			return now.state === state && over && now;
		} );

	it( 'rings the company, then the client, joins them, and ends both [S05] [S20] [N13]', async () => {
		await submit();
		await rings( company );
		await act( company, 'answer' );
		await rings( client );
		await act( client, 'answer' );
		await until(
			'they talk',
			async () => ( await detail() ).state === 'talking'
		);
		await act( client, 'hangup' );
		const { attempts } = await ended( 'done' );
		expect( attempts[ 0 ]?.legs ).toMatchObject( [
			{ party: 'company', endReason: 'completed', hungUpFirst: false },
			{ party: 'client', endReason: 'completed', hungUpFirst: true },
		] );
		const { phones, calls } = await labState();
		expect( calls ).toHaveLength( 2 );
		expect( JSON.stringify( phones ) ).toContain(
			'Un instant, nous appelons.'
		);
	} );

	it( 'apologizes to the company when the client refuses', async () => {
		await submit();
		await rings( company );
		await act( company, 'answer' );
		await rings( client );
		await act( client, 'refuse' );
		const { failureReason } = await ended( 'failed' );
		expect( failureReason ).toBe( 'client_refused' );
		expect( JSON.stringify( await labState() ) ).toContain(
			'Le visiteur ne répond pas'
		);
	} );

	it( 'stops the client’s phone when the company hangs up', async () => {
		await submit();
		await rings( company );
		await act( company, 'answer' );
		await rings( client );
		await act( company, 'hangup' );
		expect( ( await ended( 'failed' ) ).failureReason ).toBe(
			'company_hung_up'
		);
		expect(
			( await labState() ).calls.find( ( call ) => call.to === client )
				?.status
		).toBe( 'canceled' );
	} );

	it( 'stops the company’s phone when the visitor cancels [R21]', async () => {
		const { status } = await submit();
		await rings( company );
		await callbacks.cancelRequest(
			{ siteId: site.id, key: status.key, language: 'fr' },
			'changed_mind'
		);
		await ended( 'cancelled' );
		expect( ( await labState() ).calls ).toMatchObject( [
			{ to: company, status: 'canceled' },
		] );
	} );

	it( 'refuses a webhook that Twilio did not sign, or signed for another address [R18]', async () => {
		const body = { CallSid: 'CA1', CallStatus: 'completed' };
		const path = `/twilio/legs/${ randomUUID() }/voice`;
		const send = ( signature?: string ) =>
			fetch( publicBaseUrl + path, {
				method: 'POST',
				headers: {
					'Content-Type': 'application/x-www-form-urlencoded',
					'X-Forwarded-Host': 'callback.example.com',
					...( signature && { 'X-Twilio-Signature': signature } ),
				},
				body: new URLSearchParams( body ),
			} );
		const signedFor = ( url: string ) =>
			twilio.getExpectedTwilioSignature( account.authToken, url, body );
		expect( ( await send() ).status ).toBe( 403 );
		expect(
			(
				await send(
					signedFor( `https://callback.example.com${ path }` )
				)
			).status
		).toBe( 403 );
		const known = await send( signedFor( publicBaseUrl + path ) );
		// Of a leg that nobody knows: the call is ended.
		expect( await known.text() ).toContain( '<Hangup/>' );
	} );
} );
