import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Live, LiveCall } from '../faults/world/lab-people.js';
import { eventually } from '../support/eventually.js';
import { fictionalNumber, ServiceClient } from '../support/service-client.js';
import { type PhoneSide, startPhoneSide } from '../support/stack.js';
import { percentile, rounded } from './print.js';

const noteAnswers = new URL( 'note-answer-times.mjs', import.meta.url ).href;

const few = 100;
const many = 500;
/** Visitors a second, until all of them are in a call at the same time; as fast they hang up again. */
const arrivalsPerSecond = 10;
const sites = 10;
const channelsPerSite = many / sites;
/** Before anything is counted, so that the code is compiled. */
const warmUp = 40;
/** Often enough that phones are not lifted in bursts. */
const lookMilliseconds = 150;

/**
 * 500 callbacks at the same time, 1,000 calls, from the visitor's request to the key of the survey, through the real SDK against the
 * phone lab; and 100 before, to see what grows. Every company and every visitor has a phone of their own. How long the
 * service took to answer the network is measured inside of it.
 */
export async function calls(): Promise< Record< string, number > > {
	const directory = await mkdtemp( join( tmpdir(), 'rappel-calls-' ) );
	const answersFile = join( directory, 'answers.json' );
	const side = await startPhoneSide( {
		serviceEnvironment: {
			CALLS_PER_SECOND: '0',
			LOG_LEVEL: 'warn',
			NODE_OPTIONS: `--import ${ noteAnswers }`,
			ANSWER_TIMES_FILE: answersFile,
		},
	} );
	try {
		const lines = await openLines( side );
		await measure( side, lines, warmUp, 0, answersFile );
		const small = await measure( side, lines, few, warmUp, answersFile );
		const large = await measure(
			side,
			lines,
			many,
			warmUp + few,
			answersFile
		);
		const placed = ( await side.phones.state() ).calls;
		const legs = new Set( placed.map( ( { url } ) => url ) );
		return {
			calls: many,
			webhooks: large.webhooks,
			webhookP50Ms: rounded( large.p50Ms ),
			webhookP95Ms: rounded( large.p95Ms ),
			webhookP95MsOf100: rounded( small.p95Ms ),
			webhookP95Growth: rounded( large.p95Ms / small.p95Ms, 2 ),
			cpuShare: rounded( large.cpuShare, 3 ),
			cpuMsPerCall: rounded( large.cpuMsPerCall ),
			cpuMsPerCallOf100: rounded( small.cpuMsPerCall ),
			cpuPerCallGrowth: rounded(
				large.cpuMsPerCall / small.cpuMsPerCall,
				2
			),
			seconds: rounded( large.seconds ),
			joined: large.joined,
			scored: large.scored,
			doubleCalls: placed.length - legs.size,
		};
	} finally {
		await side.stop();
		await rm( directory, { recursive: true, force: true } );
	}
}

interface Line {
	wordpress: ServiceClient;
	channelId: string;
}

async function openLines( side: PhoneSide ): Promise< Line[] > {
	const codes: string[] = [];
	for ( let site = 0; site < sites; site++ ) {
		codes.push( await side.pairingCode() );
	}
	await side.startService();
	const lines: Line[] = [];
	for ( const [ site, code ] of codes.entries() ) {
		const wordpress = await ServiceClient.pair(
			side.serviceUrl,
			code,
			`https://site-${ site }.example.org`
		);
		await wordpress.call( 'PUT', '/v1/site', { dailyRequestCap: 100_000 } );
		for ( let n = 0; n < channelsPerSite; n++ ) {
			const { id } = await wordpress.createChannel( {
				name: `Line ${ n }`,
				language: 'en',
				openingHours: { always: true },
				calls: {
					destinationNumber: companyNumber(
						site * channelsPerSite + n
					),
					companyRingSeconds: 60,
					clientRingSeconds: 60,
				},
				queue: { simultaneousCalls: false },
				retries: { shortCallSeconds: 0 },
				survey: { enabled: true },
			} );
			lines.push( { wordpress, channelId: id } );
		}
	}
	// One site after the other, as visitors come.
	return lines
		.map( ( line, index ) => ( { line, place: index % channelsPerSite } ) )
		.toSorted( ( a, b ) => a.place - b.place )
		.map( ( { line } ) => line );
}

const companyNumber = ( n: number ) =>
	`+3319900${ String( 3_000 + n ).padStart( 4, '0' ) }`;
const isClient = ( number: string ) => Number( number.slice( -4 ) ) >= 5_000;

async function measure(
	side: PhoneSide,
	lines: readonly Line[],
	count: number,
	firstVisitor: number,
	answersFile: string
) {
	await answersOf( side, answersFile );
	const before = await answersOf( side, answersFile );
	const began = performance.now();
	const keys: Line[] = [];
	const sent: { line: Line; key: string }[] = [];
	const arrive = async () => {
		for ( const line of lines.slice( 0, count ) ) {
			const n = firstVisitor + keys.push( line );
			const request = line.wordpress.request(
				line.channelId,
				fictionalNumber( n ),
				{
					visitorAddress: `10.1.${ Math.floor( n / 256 ) }.${ n % 256 }`,
				}
			);
			const { status, body } = await line.wordpress.call(
				'POST',
				'/v1/callback-requests',
				request
			);
			if ( status !== 201 ) {
				throw new Error(
					`Request ${ n } was answered with ${ status }: ${ JSON.stringify( body ) }`
				);
			}
			sent.push( { line, key: String( request.key ) } );
			await pause( 1_000 / arrivalsPerSecond );
		}
	};
	const together = new Set< string >();
	const scored = new Set< string >();
	const joining = act( side, async ( live ) => {
		for ( const call of live ) {
			if ( call.status === 'ringing' ) {
				await quietly( side.phones.answer( call.to ) );
			}
			if ( isClient( call.to ) && call.with.length > 0 ) {
				together.add( call.to );
			}
		}
		return together.size >= count;
	} );
	await Promise.all( [ arrive(), joining ] );
	let hangUps = 0;
	await act( side, async ( live ) => {
		const talking = live.filter(
			( { to, with: others } ) => ! isClient( to ) && others.length > 0
		);
		for ( const { to } of talking.slice(
			0,
			Math.ceil( ( arrivalsPerSecond * lookMilliseconds ) / 1_000 )
		) ) {
			await quietly( side.phones.hangUp( to ) );
			hangUps++;
		}
		for ( const call of live ) {
			if ( isClient( call.to ) && call.activity === 'gather' ) {
				await quietly( side.phones.press( call.to, '5' ) );
				scored.add( call.to );
			}
		}
		return hangUps >= count && live.length === 0;
	} );
	const seconds = ( performance.now() - began ) / 1_000;
	const after = await answersOf( side, answersFile );
	const webhooks = after.answers
		.filter( ( { path } ) => path.startsWith( '/twilio/' ) )
		.map( ( { milliseconds } ) => milliseconds );
	const cpuMs =
		( after.cpu.user +
			after.cpu.system -
			before.cpu.user -
			before.cpu.system ) /
		1_000;
	return {
		webhooks: webhooks.length,
		p50Ms: percentile( webhooks, 0.5 ),
		p95Ms: percentile( webhooks, 0.95 ),
		cpuShare: cpuMs / 1_000 / seconds,
		cpuMsPerCall: cpuMs / count,
		seconds,
		joined: together.size,
		scored: scored.size,
	};
}

/** Looks at the phones and acts, until it says that it is done. */
async function act(
	side: PhoneSide,
	look: ( live: LiveCall[] ) => Promise< boolean >
): Promise< void > {
	const until = performance.now() + 900_000;
	for (;;) {
		const response = await fetch( `${ side.phones.url }/lab/live` );
		if ( ! response.ok ) {
			throw new Error(
				`The phone lab answered ${ response.status }: ${ await response.text() }`
			);
		}
		const { calls: live } = ( await response.json() ) as Live;
		if ( await look( live ) ) {
			return;
		}
		if ( performance.now() > until ) {
			throw new Error(
				`The calls did not come to their end. ${ side.service.log.slice( -2_000 ) }`
			);
		}
		await pause( lookMilliseconds );
	}
}

/** The phone may have stopped ringing since it was seen. */
const quietly = ( act_: Promise< void > ) => act_.catch( () => undefined );

interface Answers {
	answers: { path: string; milliseconds: number }[];
	cpu: { user: number; system: number };
}

/** What the service noted since it was asked last. */
async function answersOf( side: PhoneSide, file: string ): Promise< Answers > {
	await rm( file, { force: true } );
	side.service.signal( 'SIGUSR2' );
	return eventually(
		'the service wrote its answer times',
		async () => JSON.parse( await readFile( file, 'utf8' ) ) as Answers
	);
}
