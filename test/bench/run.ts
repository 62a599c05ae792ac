/**
 * `npm run bench -- NAME [--json]`: measures one thing and prints its figures; `npm run bench` lists the names.
 */
import { availability } from './availability.js';
import { calls } from './calls.js';
import { dashboard } from './dashboard.js';
import { firstRing } from './first-ring.js';
import { live } from './live.js';
import { page } from './page.js';
import { print } from './print.js';
import { setUp } from './set-up.js';
import { slots } from './slots.js';
import { start } from './start.js';

type Metrics = Record< string, number | boolean | string >;

const benches: Record<
	string,
	{ about: string; measure: () => Promise< Metrics > }
> = {
	availability: {
		about: 'signed availability beside an Express that answers a constant',
		measure: availability,
	},
	'first-ring': {
		about: 'accepted request → create-call request leaving the service',
		measure: firstRing,
	},
	live: {
		about: '2,000 open streams of the Live dashboard, ten changes a second',
		measure: live,
	},
	page: {
		about: 'what a visitor downloads for the block, and layout shift',
		measure: page,
	},
	calls: {
		about: '500 calls at the same time, from the request to the survey',
		measure: calls,
	},
	dashboard: {
		about: '1,000,000 requests on MariaDB: dashboard, list, results',
		measure: dashboard,
	},
	'set-up': {
		about: 'from the activated plugin to a received test call, reckoned for a person',
		measure: setUp,
	},
	slots: {
		about: 'free slots of 60 days beside 10,000 bookings; three libraries',
		measure: slots,
	},
	start: { about: '`npm start` on a fresh clone, and again', measure: start },
};

const [ name = '' ] = process.argv
	.slice( 2 )
	.filter( ( word ) => ! word.startsWith( '--' ) );
const bench = benches[ name ];
if ( bench ) {
	print( name, await bench.measure(), process.argv.includes( '--json' ) );
} else {
	process.stdout.write( 'npm run bench -- NAME [--json]\n\n' );
	for ( const [ key, { about } ] of Object.entries( benches ) ) {
		process.stdout.write( `  ${ key.padEnd( 12 ) } ${ about }\n` );
	}
	process.exitCode = name === '' ? 0 : 2;
}
