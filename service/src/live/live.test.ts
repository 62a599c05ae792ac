import { Writable } from 'node:stream';
import { afterEach, expect, it } from '@jest/globals';
import {
	liveSnapshotSchema,
	type LiveToken,
	type Viewer,
} from '@rappel/contract';
import { agentNumber } from '../callbacks/testing/service-under-test.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { createLogger } from '../logging.js';
import { openDatabase } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import {
	LiveService,
	type LiveServiceOptions,
} from './testing/live-service.js';
import { StreamReader } from './testing/stream-reader.js';

const supervisor: Viewer = { userId: 99, supervises: true };
const agent = ( userId: number ): Viewer => ( { userId, supervises: false } );
const team = {
	team: [ { userId: 1 }, { userId: 2 } ],
	calls: { routing: 'team' as const, checkAvailability: true },
};
const one = agentNumber( 1 );

onEachDatabase( 'the Live dashboard', ( open, place ) => {
	const running: LiveService[] = [];
	const readers: StreamReader[] = [];
	afterEach( async () => {
		readers.splice( 0 ).forEach( ( reader ) => reader.close() );
		for ( const started of running.splice( 0 ) ) {
			await started.stop();
		}
	} );

	const start = async (
		options: LiveServiceOptions & { settings?: object } = {}
	) => {
		const started = await LiveService.start( open(), options );
		running.push( started );
		return started;
	};
	const calls = ( { url, service }: LiveService ) =>
		signedAgent( url, service.site, { clock: service.clock } );
	const streamUrl = async ( of: LiveService, viewer: Viewer ) => {
		const { body } = await calls( of ).post( '/v1/live-tokens', viewer );
		return ( body as LiveToken ).streamUrl;
	};
	const openUrl = async ( url: string, headers = {} ) => {
		const reader = await StreamReader.open( url, headers );
		readers.push( reader );
		return reader;
	};
	const watch = async ( of: LiveService, viewer: Viewer ) =>
		openUrl( await streamUrl( of, viewer ) );
	const snapshot = async (
		of: LiveService,
		{ userId, supervises }: Viewer
	) => {
		const { body } = await calls( of ).get(
			`/v1/live?userId=${ userId }&supervises=${ supervises }`
		);
		return liveSnapshotSchema.parse( body );
	};

	it( 'shows what waits, in which place, and why it does not ring yet [R11] [N22]', async () => {
		const of = await start( {
			settings: { queue: { simultaneousCalls: false } },
		} );
		const { service } = of;
		for ( const number of [ '0612345671', '0612345672', '0612345673' ] ) {
			await service.submit( { number, note: 'Par relais' } );
			await service.jobs.run();
			service.now = new Date( service.now.getTime() + 1_000 );
		}

		const shown = await snapshot( of, supervisor );

		expect( shown ).toMatchObject( {
			now: service.now.toISOString(),
			moreRequests: 0,
			requests: [
				{
					number: '+33612345671',
					state: 'calling_company',
					place: null,
				},
				{
					number: '+33612345672',
					state: 'queued',
					heldBackBy: 'channel_busy',
					place: 1,
					note: 'Par relais',
					pageTitle: 'Contact',
				},
				{
					number: '+33612345673',
					heldBackBy: 'earlier_requests',
					place: 2,
				},
			],
		} );
	} );

	it( 'is told to who looks, from how it is to each change, until they have talked [R11]', async () => {
		const of = await start( { settings: team } );
		const { service } = of;
		await service.agent( 1 );
		const reader = await watch( of, supervisor );
		const first = await reader.next( 'snapshot' );
		expect( first.snapshot.requests ).toEqual( [] );
		expect( first.snapshot.agents ).toMatchObject( [ { userId: 1 } ] );

		await service.submit();
		await service.jobs.run();
		await reader.next( 'agent', ( event ) => event.agent.busyCalls === 1 );
		await reader.next( 'request', ( { request } ) =>
			request.calledUserIds.includes( 1 )
		);
		await service.answer( one );
		await service.room( one, 'entered' );
		await service.answer( 'client' );
		await service.room( 'client', 'entered' );
		const talking = await reader.next(
			'request',
			( { request } ) => request.state === 'talking'
		);
		expect( talking.request ).toMatchObject( {
			talkingSince: service.now.toISOString(),
			takenByUserId: 1,
		} );
		await service.room( 'client', 'hung_up' );
		await service.tell( 'client', 'completed' );
		await service.tell( one, 'completed' );
		await reader.next(
			'request_gone',
			( { requestId } ) => requestId === talking.request.id
		);
	} );

	it( 'shows an agent the queue without its numbers, their own whole, and nothing of colleagues’ talks', async () => {
		const of = await start( { settings: team } );
		const { service } = of;
		await service.agent( 1 );
		const own = await watch( of, agent( 1 ) );
		const colleague = await watch( of, agent( 2 ) );
		await own.next( 'snapshot' );
		await colleague.next( 'snapshot' );

		await service.submit();
		await service.jobs.run();
		const { request } = await colleague.next( 'request' );
		expect( request.number ).toBe( '+33•••••••78' );
		expect(
			(
				await own.next( 'request', ( { request: { calledUserIds } } ) =>
					calledUserIds.includes( 1 )
				)
			).request.number
		).toBe( '+33612345678' );
		await service.talk( 1, one );
		await colleague.next(
			'request_gone',
			( { requestId } ) => requestId === request.id
		);
		expect( colleague.text ).not.toContain( '+33612345678' );
		// A colleague’s own number is not theirs to know.
		expect( colleague.text ).not.toContain( one );
	} );

	it( 'shows a status to colleagues at once, and its end by the clock alone [S15] [S17]', async () => {
		const of = await start( {
			settings: {
				...team,
				openingHours: {
					weekly: [ { day: 2, from: '09:00', to: '12:00' } ],
				},
			},
		} );
		const { service } = of;
		await service.agent( 1, 'away' );
		const reader = await watch( of, agent( 2 ) );
		await reader.next( 'snapshot' );

		await of.presence.say( service.site, 1, {
			status: 'online',
			source: 'page',
			byUserId: null,
		} );
		const { agent: online } = await reader.next( 'agent' );
		expect( online ).toMatchObject( {
			userId: 1,
			presence: { status: 'online', until: '2026-11-24T11:00:00.000Z' },
		} );
		service.now = new Date( '2026-11-24T11:00:00.000Z' );
		await reader.next(
			'agent',
			( event ) => event.agent.presence.status === 'offline'
		);
		await of.presence.remove( service.site, 1 );
		expect( await reader.next( 'agent_gone' ) ).toMatchObject( {
			userId: 1,
		} );
	} );

	it( 'shows what was missed for a week, until the visitor asks again [R11]', async () => {
		const of = await start( {
			settings: { retries: { company: { attempts: 1 } } },
		} );
		const { service } = of;
		const reader = await watch( of, supervisor );
		await reader.next( 'snapshot' );
		await service.submit();
		await service.jobs.run();
		await service.tell( 'company', 'no_answer' );
		const missed = await reader.next(
			'request',
			( { request } ) => request.state === 'failed'
		);

		service.now = new Date( service.now.getTime() + 60_000 );
		await service.submit();
		const again = await reader.next(
			'request',
			( { request } ) => request.id !== missed.request.id
		);
		expect( again.request ).toMatchObject( {
			earlierRequests: 1,
			lastRequestAt: missed.request.createdAt,
		} );
		expect( ( await snapshot( of, supervisor ) ).requests ).toMatchObject( [
			{ id: again.request.id },
		] );
		await service.jobs.run();
		await service.tell( 'company', 'no_answer' );
		await reader.next(
			'request',
			( { request } ) => request.state === 'failed'
		);
		service.now = new Date( service.now.getTime() + 7 * 86_400_000 );
		await reader.next(
			'request_gone',
			( { requestId } ) => requestId === again.request.id
		);
		expect( ( await snapshot( of, supervisor ) ).requests ).toEqual( [] );
	} );

	it( 'hears what another instance committed within a second', async () => {
		const other = await openDatabase( { url: place().url } );
		try {
			const of = await start();
			const elsewhere = await of.otherInstance( other );
			const reader = await watch( elsewhere, supervisor );
			readers.push( reader );
			await reader.next( 'snapshot' );
			await of.service.submit();
			const before = performance.now();
			await reader.next( 'request' );
			expect( performance.now() - before ).toBeLessThan( 1_000 );
			await elsewhere.stop();
		} finally {
			await other.close();
		}
	} );

	it( 'refuses a token that is forged, altered or too old', async () => {
		const of = await start();
		const url = await streamUrl( of, agent( 1 ) );
		const status = async ( asked: string ) => {
			const response = await fetch( asked );
			const { code } = ( await response.json() ) as { code: string };
			return `${ response.status } ${ code }`;
		};

		expect( await status( `${ of.url }/live/stream` ) ).toBe(
			'401 live_token_invalid'
		);
		expect( await status( url.replace( '.a.', '.s.' ) ) ).toBe(
			'401 live_token_invalid'
		);
		of.service.now = new Date( of.service.now.getTime() + 61_000 );
		expect( await status( url ) ).toBe( '401 live_token_invalid' );
	} );

	it( 'is read by pages of its own site alone', async () => {
		const of = await start();
		const url = await streamUrl( of, agent( 1 ) );
		const allowed = async ( Origin: string ) =>
			( await openUrl( url, { Origin } ) ).response.headers.get(
				'access-control-allow-origin'
			);
		const { origin } = new URL( of.service.site.homeUrl );

		expect( await allowed( origin ) ).toBe( origin );
		expect( await allowed( 'https://elsewhere.example' ) ).toBeNull();
	} );

	it( 'writes no token into the log', async () => {
		const lines: string[] = [];
		const logger = createLogger(
			'info',
			new Writable( {
				write( line, _encoding, done ) {
					lines.push( String( line ) );
					done();
				},
			} )
		);
		const of = await start( { logger } );
		const url = await streamUrl( of, agent( 1 ) );
		const reader = await openUrl( url );
		await reader.next( 'snapshot' );
		await of.live.stop();
		await reader.end();

		const [ , proof = '' ] = /\.([\w-]{43})$/.exec( url ) ?? [];
		expect( lines.join( '' ) ).toContain( '/live/stream' );
		expect( lines.join( '' ) ).not.toContain( proof );
	} );

	it( 'closes every stream at once when the service stops, and opens no more', async () => {
		const of = await start();
		const url = await streamUrl( of, supervisor );
		const reader = await openUrl( url );
		await reader.next( 'snapshot' );

		await of.live.stop();

		await reader.end();
		expect( ( await fetch( url ) ).status ).toBe( 503 );
	} );

	it( 'serves so many at a time, and says so to one more', async () => {
		const of = await start( {
			limits: { perProcess: 10, perSite: 3, perUser: 2 },
		} );
		const status = async ( viewer: Viewer ) =>
			( await watch( of, viewer ) ).response.status;

		expect( await status( agent( 1 ) ) ).toBe( 200 );
		expect( await status( agent( 1 ) ) ).toBe( 200 );
		expect( await status( agent( 1 ) ) ).toBe( 429 );
		expect( await status( agent( 2 ) ) ).toBe( 200 );
		expect( await status( agent( 3 ) ) ).toBe( 429 );
	} );

	it( 'counts as a page that is open before the agent [N10]', async () => {
		const of = await start();
		await ( await watch( of, agent( 7 ) ) ).next( 'snapshot' );
		await ( await watch( of, agent( 7 ) ) ).next( 'snapshot' );
		expect( of.sightings ).toEqual( [ 7 ] );
	} );
} );
