/**
 * `npm run faults -- --seed N --runs M --in-flight K --json [--sabotage GUARD]`: see docs/faults.md.
 */
import { parseArgs } from 'node:util';
import { type Guard, guards } from '../../service/src/callbacks/sabotage.js';
import { print } from '../bench/print.js';
import { everyKillPoint } from './every-kill-point.js';
import { faultRun } from './fault-run.js';
import { provocations } from './sabotage.js';
import { zerosOf } from './verdict.js';

const { values } = parseArgs( {
	options: {
		seed: { type: 'string', default: '1' },
		runs: { type: 'string', default: '200' },
		'in-flight': { type: 'string', default: '60' },
		sabotage: { type: 'string' },
		harshness: { type: 'string', default: '1' },
		'every-kill-point': { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
	},
} );
const { sabotage } = values;
if ( sabotage && ! guards.some( ( guard ) => guard === sabotage ) ) {
	throw new Error( `--sabotage is one of ${ guards.join( ', ' ) }.` );
}
const { findings, outcomes, log, notReached, ...metrics } = await faultRun( {
	seed: Number( values.seed ),
	runs: Number( values.runs ),
	inFlight: Number( values[ 'in-flight' ] ),
	harshness: Number( values.harshness ),
	...( values[ 'every-kill-point' ] && everyKillPoint() ),
	...( sabotage && {
		sabotage,
		...provocations[ sabotage as Guard ],
		untilBroken: true,
	} ),
	tell: ( sentence ) => process.stderr.write( `${ sentence }\n` ),
} );
const broken = Object.values( zerosOf( metrics ) ).reduce(
	( sum, zero ) => sum + zero
);
process.stderr.write(
	[
		JSON.stringify( outcomes ),
		...notReached,
		...findings.slice( 0, 40 ),
		'',
	].join( '\n' )
);
if ( broken > 0 && process.env.FAULTS_LOG ) {
	process.stderr.write( log );
}
print( 'faults', metrics, values.json );
process.exitCode = broken > 0 ? 1 : 0;
