import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestList } from '@rappel/contract';
import { repository } from '../../scripts/wordpress/paths.js';
import { createAgentStore } from '../../service/src/agents/agent-store.js';
import { createChannelStore } from '../../service/src/channels/channel-store.js';
import { createLogger } from '../../service/src/logging.js';
import {
	openDatabase,
	type Database,
} from '../../service/src/persistence/database.js';
import {
	findMariadbd,
	startMariadb,
} from '../../service/src/persistence/testing/mariadb-server.js';
import { createResults } from '../../service/src/results/results.js';
import { createSiteStore } from '../../service/src/sites/site-store.js';
import { eventually } from '../support/eventually.js';
import { ServiceClient } from '../support/service-client.js';
import { type PhoneSide, startPhoneSide } from '../support/stack.js';
import { loadRequests } from './dashboard/load-requests.js';
import { beginToNote, planPage, plansOf } from './dashboard/plans.js';
import { percentile, rounded } from './print.js';

const allRows = 1_000_000;
const days = 731;
const channels = 10;
const agents = 20;
const pages = 200;
const warmUps = 3;
const rounds = 20;
/** Answer at once; the second hangs up after ten seconds. */
const [ companyNumber, clientNumber ] = [ '+33199000004', '+33199000007' ];

interface Question {
	name: string;
	target: string;
	/** A request of today has changed just before: it is in the answer. */
	afterChange?: boolean;
}

/**
 * What a supervisor looks at, of a site with 1,000,000 requests of two years on a MariaDB of its own: the Live dashboard, the
 * list by each filter, a request, and results, each asked for over HTTP as WordPress does. `--rows=N` for fewer, `--plans` writes
 * how the database goes about it into docs/query-plans.md.
 */
export async function dashboard(): Promise<
	Record< string, number | string >
> {
	const mariadbd = findMariadbd();
	if ( ! mariadbd ) {
		throw new Error( 'There is no MariaDB on this machine.' );
	}
	const server = await startMariadb( mariadbd, { large: true } );
	say( 'MariaDB runs' );
	let side: PhoneSide | undefined;
	let database: Database | undefined;
	try {
		const url = `${ server.url }/rappel`;
		await createDatabase( server.url );
		side = await startPhoneSide( {
			serviceEnvironment: { DATABASE_URL: url, LOG_LEVEL: 'warn' },
		} );
		const code = await side.pairingCode();
		await side.startService();
		const client = await ServiceClient.pair( side.serviceUrl, code );
		const channelIds = await fillSite( client );
		say( 'a callback is carried out, to be copied' );
		const templateId = await oneCallback( client, channelIds[ 0 ] ?? '' );
		await side.service.end();

		const opened = await openDatabase( { url } );
		database = opened;
		say( 'requests are loaded' );
		const rows = option( 'rows' ) ?? allRows;
		const loadSeconds = await seconds( () =>
			loadRequests( opened, {
				templateId,
				channelIds,
				rows,
				days,
				agents,
				pages,
			} )
		);
		say( 'results are added up' );
		const rollUpSeconds = await seconds( () => addUpAll( opened ) );
		await side.startService();
		say( 'questions are asked' );
		const questions = await questionsFor( client, channelIds );
		const measured = await measure( opened, client, questions );
		if ( process.argv.includes( '--plans' ) ) {
			say( 'plans are written' );
			await side.service.end();
			await beginToNote( opened );
			await side.startService();
			await writePlans( opened, client, questions, rows );
		}
		return {
			rows,
			loadSeconds: rounded( loadSeconds ),
			rollUpSeconds: rounded( rollUpSeconds ),
			...measured,
		};
	} finally {
		await database?.close();
		await side?.stop();
		await server.stop();
	}
}

/** It takes minutes: whoever waits sees at what. */
function say( what: string ): void {
	process.stderr.write( `dashboard: ${ what }\n` );
}

async function createDatabase( serverUrl: string ): Promise< void > {
	const administrator = await openDatabase( { url: `${ serverUrl }/mysql` } );
	await administrator.sequelize.query( 'CREATE DATABASE rappel' );
	await administrator.close();
}

async function fillSite( client: ServiceClient ): Promise< string[] > {
	for ( let userId = 1; userId <= agents; userId++ ) {
		await client.call( 'PUT', `/v1/agents/${ userId }`, {
			name: `Agent ${ userId }`,
			number: `+3319900${ 4_000 + userId }`,
		} );
	}
	const ids: string[] = [];
	for ( let n = 0; n < channels; n++ ) {
		const { id } = await client.createChannel( {
			name: `Line ${ n }`,
			language: 'en',
			openingHours: { always: true },
			calls: { destinationNumber: companyNumber },
			retries: { shortCallSeconds: 0 },
		} );
		ids.push( id );
	}
	return ids;
}

/** A callback that is carried out by phones which act by themselves. */
async function oneCallback(
	client: ServiceClient,
	channelId: string
): Promise< string > {
	const asked = await client.ask( channelId, clientNumber, {
		pageUrl: 'https://example.org/',
		pageTitle: 'Contact',
	} );
	if ( asked.status !== 201 ) {
		throw new Error( JSON.stringify( asked.body ) );
	}
	return eventually( 'the callback is carried out', async () => {
		const { body } = await client.call< RequestList >(
			'GET',
			'/v1/callback-requests?limit=1'
		);
		const [ request ] = body.requests;
		return request?.state === 'done' ? request.id : false;
	} );
}

async function addUpAll( database: Database ): Promise< void > {
	const results = createResults( {
		database,
		sites: createSiteStore( database ),
		channels: createChannelStore( database ),
		agentNames: createAgentStore( database ).names,
		logger: createLogger( 'warn' ),
	} );
	const isLeft = async () => {
		const [ left ] = await database.bound.select(
			'SELECT id FROM callback_requests WHERE in_results = 0 LIMIT 1',
			[]
		);
		return left !== undefined;
	};
	while ( await isLeft() ) {
		await results.sweep( new Date() );
	}
}

async function measure(
	database: Database,
	client: ServiceClient,
	questions: readonly Question[]
): Promise< Record< string, number | string > > {
	const p95s: Record< string, number > = {};
	const p50s: Record< string, number > = {};
	for ( const { name, target, afterChange } of questions ) {
		const times: number[] = [];
		for ( let round = 0; round < warmUps + rounds; round++ ) {
			if ( afterChange ) {
				await changeOneOfToday( database );
			}
			const milliseconds = await ask( client, target );
			if ( round >= warmUps ) {
				times.push( milliseconds );
			}
		}
		p95s[ name ] = rounded( percentile( times, 0.95 ) );
		p50s[ name ] = rounded( percentile( times, 0.5 ) );
	}
	const [ worst, p95Ms ] = Object.entries( p95s ).reduce( ( a, b ) =>
		a[ 1 ] > b[ 1 ] ? a : b
	);
	return {
		p95Ms,
		worst,
		...named( 'p50Ms', p50s ),
		...named( 'p95Ms', p95s ),
	};
}

function named( metric: string, figures: Record< string, number > ) {
	return Object.fromEntries(
		Object.entries( figures ).map( ( [ name, value ] ) => [
			`${ metric }: ${ name }`,
			value,
		] )
	);
}

async function writePlans(
	database: Database,
	client: ServiceClient,
	questions: readonly Question[],
	rows: number
): Promise< void > {
	const asked = [];
	for ( const { name, target, afterChange } of questions ) {
		if ( afterChange ) {
			await changeOneOfToday( database );
		}
		const plans = await plansOf( database, () => ask( client, target ) );
		asked.push( { name, plans } );
	}
	await writeFile(
		join( repository, 'docs', 'query-plans.md' ),
		planPage( asked, aboutPlans( rows ) )
	);
}

const aboutPlans = ( rows: number ) =>
	`Written by \`npm run bench -- dashboard --plans\`: how MariaDB goes about what the Live dashboard, the list of requests, a request and the results ask of ${ rows.toLocaleString( 'en' ) } requests of one site. \`rows\` is its own guess.`;

/** Everything that the dashboard and the results ask for. */
async function questionsFor(
	client: ServiceClient,
	channelIds: readonly string[]
): Promise< Question[] > {
	const list = '/v1/callback-requests?limit=25';
	const channel = `channelId=${ channelIds[ 3 ] }`;
	const { body } = await client.call< RequestList >( 'GET', list );
	const [ newest ] = body.requests;
	const lists = {
		newest: '',
		'second page': `cursor=${ body.nextCursor }`,
		oldest: 'sort=oldest',
		'of a channel': channel,
		failed: 'state=failed',
		'failed, of a channel': `state=failed&${ channel }`,
		scheduled: 'state=scheduled',
		'by digits': 'search=612%2034',
		'by few digits': 'search=612',
		'by all digits': `search=${ encodeURIComponent( newest?.number ?? '' ) }`,
		'by a word of the name': 'search=dup',
		'by a word of the title': 'search=elagage',
		'by two words': 'search=camille%20lef',
		'by what nobody has': 'search=zzzz',
		'of last month': `from=${ dayBefore( 60 ) }&to=${ dayBefore( 30 ) }`,
		'of two years ago': `from=${ dayBefore( days - 1 ) }&to=${ dayBefore( days - 5 ) }`,
		booked: 'only=booked',
		uncovered: 'only=uncovered',
		missed: 'only=missed',
		handled: 'only=handled',
		'missed, of a channel': `only=missed&${ channel }`,
		'of an agent': 'agentUserId=7',
		'that an agent may see': 'visibleTo=7',
		'that an agent may see, by digits': 'visibleTo=7&search=612',
	};
	return [
		{ name: 'live, who supervises', target: live( 'true' ) },
		{ name: 'live, an agent', target: live( 'false' ) },
		...Object.entries( lists ).map( ( [ name, query ] ) => ( {
			name: `requests, ${ name }`,
			target: query === '' ? list : `${ list }&${ query }`,
		} ) ),
		{
			name: 'a request',
			target: `/v1/callback-requests/${ newest?.id }`,
		},
		...[ 7, 30, 366 ].flatMap( ( length ) => [
			...[ 'channel', 'page', 'agent', 'hour' ].map( ( groupBy ) => ( {
				name: `results, ${ length } days by ${ groupBy }`,
				target: `${ resultsOf( length ) }&groupBy=${ groupBy }`,
				afterChange: true,
			} ) ),
			{
				name: `results, ${ length } days by page, of a channel`,
				target: `${ resultsOf( length ) }&groupBy=page&${ channel }`,
				afterChange: true,
			},
		] ),
	];
}

const live = ( supervises: 'true' | 'false' ) =>
	`/v1/live?userId=7&supervises=${ supervises }`;

const resultsOf = ( length: number ) =>
	`/v1/results?from=${ dayBefore( length - 1 ) }&to=${ dayBefore( 0 ) }`;

function dayBefore( daysAgo: number ): string {
	return new Date( Date.now() - daysAgo * 86_400_000 )
		.toISOString()
		.slice( 0, 10 );
}

async function ask( client: ServiceClient, target: string ): Promise< number > {
	const began = performance.now();
	const { status, body } = await client.call( 'GET', target );
	const milliseconds = performance.now() - began;
	if ( status !== 200 ) {
		throw new Error(
			`${ target }: ${ status } ${ JSON.stringify( body ) }`
		);
	}
	return milliseconds;
}

/** As a call under way does, many times. */
async function changeOneOfToday( { bound }: Database ): Promise< void > {
	await bound.write(
		'UPDATE callback_requests SET version = version + 1, in_results = 0 WHERE ended_at IS NOT NULL ORDER BY id DESC LIMIT 1',
		[]
	);
}

async function seconds( work: () => Promise< void > ): Promise< number > {
	const began = performance.now();
	await work();
	return ( performance.now() - began ) / 1_000;
}

function option( name: string ): number | null {
	const given = process.argv.find( ( word ) =>
		word.startsWith( `--${ name }=` )
	);
	return given ? Number( given.split( '=' )[ 1 ] ) : null;
}
