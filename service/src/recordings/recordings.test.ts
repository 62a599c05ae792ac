import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from '@jest/globals';
import { createChannelStore } from '../channels/channel-store.js';
import type { Channel } from '../channels/channel.js';
import { someChannel } from '../channels/testing/some-channel.js';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { createLogger } from '../logging.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';
import { TelephonyError } from '../telephony/telephony.js';
import { FakeTelephony } from '../telephony/testing/fake-telephony.js';
import { createRecordingRoutes } from './recording-routes.js';
import type { Recorded } from './recording-store.js';
import { createRecordings, type Recordings } from './recordings.js';

const dayMilliseconds = 86_400_000;

onEachDatabase( 'createRecordings', ( open ) => {
	let clock: EdgeApp[ 'clock' ];
	let edge: EdgeApp;
	let telephony: FakeTelephony;
	let recordings: Recordings;
	let site: Site;
	let channel: Channel;
	let recorded: Recorded;
	const agent = ( as: Site = site ) =>
		signedAgent( edge.app, as, { clock: edge.clock } );
	const later = ( days: number ) =>
		new Date( clock.now().getTime() + days * dayMilliseconds );
	const only = async () => {
		const [ one, ...others ] = await recordings.ofRequest(
			site.id,
			recorded.requestId
		);
		expect( others ).toEqual( [] );
		return one;
	};

	beforeEach( async () => {
		const shared = {
			time: new Date( '2026-11-25T08:00:00.000Z' ),
			now: () => shared.time,
		};
		clock = shared;
		telephony = new FakeTelephony( clock );
		recordings = createRecordings( {
			database: open(),
			channels: createChannelStore( open() ),
			telephonyOf: () => telephony,
			clock,
			logger: createLogger( 'silent' ),
		} );
		edge = edgeApp( open(), {
			siteRouters: [ createRecordingRoutes( recordings ) ],
		} );
		site = someSite();
		await edge.pairing.sites.create( site );
		channel = someChannel(
			{ recording: { enabled: true, retentionDays: 30 } },
			{ siteId: site.id }
		);
		await edge.channels.create( channel );
		const { callSid } = telephony.ringIn( '+33612345678', '+33123456700' );
		const legId = randomUUID();
		const { recordingSid } = telephony.leaveMessage( callSid, legId );
		recorded = {
			siteId: site.id,
			channelId: channel.id,
			requestId: randomUUID(),
			legId,
			kind: 'voicemail',
			recordingSid,
			seconds: 12,
		};
	} );

	it( 'keeps a message with its request, once, for as long as the channel says [R13] [R14]', async () => {
		await recordings.recorded( { ...recorded, seconds: 0 } );
		await recordings.recorded( recorded );
		await recordings.recorded( { ...recorded, seconds: 0 } );

		expect( await only() ).toEqual( {
			id: expect.any( String ),
			kind: 'voicemail',
			seconds: 12,
			createdAt: '2026-11-25T08:00:00.000Z',
			deleteAt: '2026-12-25T08:00:00.000Z',
		} );
	} );

	it( 'lets its own site hear it, and nobody else [R13]', async () => {
		await recordings.recorded( recorded );
		const target = `/v1/recordings/${ ( await only() )?.id }`;
		const stranger = someSite();
		await edge.pairing.sites.create( stranger );

		const { body, headers } = await agent().get( target ).expect( 200 );
		await agent( stranger ).get( target ).expect( 404 );
		await agent().get( `/v1/recordings/${ randomUUID() }` ).expect( 404 );

		expect( headers[ 'content-type' ] ).toMatch( /^audio\// );
		expect( headers[ 'cache-control' ] ).toBe( 'private, no-store' );
		expect( new Uint8Array( body as Buffer ) ).toEqual(
			telephony.recordings[ 0 ]?.audio
		);
	} );

	it( 'gives the part that a player asks for [R13]', async () => {
		await recordings.recorded( recorded );
		const target = `/v1/recordings/${ ( await only() )?.id }`;
		const audio = Buffer.from( telephony.recordings[ 0 ]?.audio ?? [] );
		const part = ( range: string ) =>
			agent().get( target ).set( 'range', range );

		const first = await part( 'bytes=0-1' ).expect( 206 );
		expect( first.body ).toEqual( audio.subarray( 0, 2 ) );
		expect( first.headers ).toMatchObject( {
			'accept-ranges': 'bytes',
			'content-range': `bytes 0-1/${ audio.length }`,
			'content-length': '2',
		} );
		const last = await part( 'bytes=-1' ).expect( 206 );
		expect( last.body ).toEqual( audio.subarray( -1 ) );

		const past = await part( `bytes=${ audio.length }-` ).expect( 416 );
		expect( past.headers[ 'content-range' ] ).toBe(
			`bytes */${ audio.length }`
		);

		// What need not be understood is answered whole.
		for ( const range of [ 'bytes=0-0,2-2', 'lines=0-0', 'bytes' ] ) {
			const { body } = await part( range ).expect( 200 );
			expect( body ).toEqual( audio );
		}
	} );

	it( 'says so while the network does not answer [R13]', async () => {
		await recordings.recorded( recorded );
		telephony.fail(
			new TelephonyError( 'unknown', 'timeout', 'No answer' )
		);

		await agent()
			.get( `/v1/recordings/${ ( await only() )?.id }` )
			.expect( 503 );
	} );

	it( 'is deleted here and at the network when its time is over [R13]', async () => {
		await recordings.recorded( recorded );
		const target = `/v1/recordings/${ ( await only() )?.id }`;

		await recordings.sweep( later( 29 ) );
		expect( telephony.recordings ).toHaveLength( 1 );

		edge.clock.time = clock.time = later( 30 );
		await agent().get( target ).expect( 404 );
		await recordings.sweep( clock.now() );

		expect( telephony.recordings ).toEqual( [] );
		expect( await only() ).toBeUndefined();
	} );

	it( 'is tried again when the network is away, and heard by nobody meanwhile [R13]', async () => {
		await recordings.recorded( recorded );
		clock.time = later( 31 );
		telephony.fail(
			new TelephonyError( 'unknown', 'timeout', 'No answer' )
		);

		await recordings.sweep( clock.now() );
		expect( telephony.recordings ).toHaveLength( 1 );
		expect( await only() ).toBeUndefined();

		await recordings.sweep( later( 1 ) );
		expect( telephony.recordings ).toEqual( [] );
	} );

	it( 'goes with its request [N15]', async () => {
		await recordings.recorded( recorded );
		await recordings.removeOfRequest( site.id, recorded.requestId );

		expect( await only() ).toBeUndefined();
		await recordings.sweep( clock.now() );
		expect( telephony.recordings ).toEqual( [] );
	} );
} );
