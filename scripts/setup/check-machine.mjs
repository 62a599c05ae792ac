import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { sqliteBinary } from './install.mjs';
import { repository } from './paths.mjs';
import { Stop } from './progress.mjs';

const neededGigabytes = 4;

/** Says everything that is missing at once, each with how to get it; does nothing on a machine that has it all. */
export async function checkMachine() {
	const faults = [
		...faultsOfNode(),
		...( await faultsOfDisk() ),
		...faultsOfToolchain(),
	];
	if ( faults.length > 0 ) {
		throw new Stop(
			`This machine cannot run Rappel yet:\n${ faults.map( ( fault ) => `  - ${ fault }` ).join( '\n' ) }`
		);
	}
}

function faultsOfNode() {
	const [ major = 0, minor = 0 ] = process.versions.node
		.split( '.' )
		.map( Number );
	return major > 20 || ( major === 20 && minor >= 19 )
		? []
		: [
				`Node ${ process.versions.node } is too old: install Node 20.19 or newer from nodejs.org.`,
			];
}

/** Nothing more is downloaded once the packages are there, so only a first start asks for room. */
async function faultsOfDisk() {
	if ( existsSync( join( repository, 'node_modules' ) ) ) {
		return [];
	}
	const { bavail, bsize } = await statfs( repository );
	const freeGigabytes = ( bavail * bsize ) / 1e9;
	return freeGigabytes >= neededGigabytes
		? []
		: [
				`The disk has ${ freeGigabytes.toFixed( 1 ) } GB free, and the packages need ${ neededGigabytes } GB: free some room, or clone on another disk.`,
			];
}

/** SQLite's driver is compiled where no binary of it is at hand. */
function faultsOfToolchain() {
	if ( existsSync( sqliteBinary ) ) {
		return [];
	}
	const missing = [ 'make', 'c++', 'python3' ].filter(
		( tool ) =>
			spawnSync( tool, [ '--version' ], { stdio: 'ignore' } ).status !== 0
	);
	return missing.length === 0
		? []
		: [
				`${ missing.join( ', ' ) } not found; SQLite's driver is compiled once and needs them. On Debian or Ubuntu: sudo apt-get install build-essential python3`,
			];
}
