import { cpus, totalmem } from 'node:os';

/** The value at that share (0–1) of a sample, by nearest rank. */
export function percentile( sample: number[], share: number ): number {
	const sorted = [ ...sample ].sort( ( a, b ) => a - b );
	return (
		sorted[ Math.max( 0, Math.ceil( share * sorted.length ) - 1 ) ] ??
		Number.NaN
	);
}

export function rounded( value: number, digits = 1 ): number {
	return Number( value.toFixed( digits ) );
}

/** Ends a benchmark: with --json one line that can be compared over time, otherwise a table for people. */
export function print(
	name: string,
	metrics: Record< string, unknown >,
	json: boolean
): void {
	const machine = {
		cpu: cpus()[ 0 ]?.model ?? 'unknown',
		cores: cpus().length,
		memoryGb: Math.round( totalmem() / 2 ** 30 ),
		node: process.version,
	};
	if ( json ) {
		process.stdout.write(
			`${ JSON.stringify( { name, metrics, machine } ) }\n`
		);
		return;
	}
	process.stdout.write( `${ name }\n` );
	for ( const [ metric, value ] of Object.entries( metrics ) ) {
		const text =
			typeof value === 'object' ? JSON.stringify( value ) : value;
		process.stdout.write(
			`  ${ metric.padEnd( 28 ) } ${ String( text ) }\n`
		);
	}
}
