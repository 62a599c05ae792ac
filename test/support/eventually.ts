/**
 * Asks again until the answer is neither undefined, null nor false, and gives it; throws with what was waited for after
 * `seconds`. Waiting for a thing, not for a time.
 */
export async function eventually< T >(
	what: string,
	ask: () => T | Promise< T >,
	seconds = 60
): Promise< Exclude< T, undefined | null | false > > {
	const deadline = performance.now() + seconds * 1_000;
	let last: unknown;
	while ( performance.now() < deadline ) {
		try {
			const answer = await ask();
			if ( answer !== undefined && answer !== null && answer !== false ) {
				return answer as Exclude< T, undefined | null | false >;
			}
			last = answer;
		} catch ( error ) {
			last = error;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 25 ) );
	}
	throw new Error(
		`Not within ${ seconds } s: ${ what }. Last answer: ${ last instanceof Error ? last.stack : JSON.stringify( last ) }`
	);
}
