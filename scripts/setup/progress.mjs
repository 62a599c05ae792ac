// Said in one place: a step, how long it takes so far, and how it ended.

const interactive = Boolean( process.stdout.isTTY );

/** @param {string} text */
export function say( text ) {
	process.stdout.write( `${ text }\n` );
}

/**
 * Runs one step and shows it: a running clock on a terminal, one line at its start and its end elsewhere.
 *
 * @template T
 * @param {string}           title What is done, in a few words.
 * @param {() => Promise<T>} work  The step.
 * @return {Promise<T>} What the step gave.
 */
export async function step( title, work ) {
	const start = Date.now();
	const seconds = () =>
		`${ ( ( Date.now() - start ) / 1_000 ).toFixed( 1 ) } s`;
	let ticker;
	if ( interactive ) {
		ticker = setInterval(
			() => process.stdout.write( `\r  … ${ title }  ${ seconds() } ` ),
			200
		);
	} else {
		say( `  … ${ title }` );
	}
	try {
		const result = await work();
		say( `${ interactive ? '\r' : '' }  ✓ ${ title }  ${ seconds() }` );
		return result;
	} catch ( error ) {
		say( `${ interactive ? '\r' : '' }  ✗ ${ title }  ${ seconds() }` );
		throw error;
	} finally {
		clearInterval( ticker );
	}
}

/** An error whose message is meant for the person at the terminal: shown alone, without a stack. */
export class Stop extends Error {
	/** @override */
	name = 'Stop';
}

/**
 * Says why a command ended. What tsx loads has a `Stop` of its own: it is known by its name.
 *
 * @param {unknown} error
 */
export function sayWhy( error ) {
	const isError = error instanceof Error;
	const isStop = isError && error.name === 'Stop';
	say(
		`\n${ isStop ? error.message : ( isError && error.stack ) || error }`
	);
}
