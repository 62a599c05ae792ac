import type { Draft } from './channel-draft';
import { isSame, isTree } from './is-same';

export interface Merged {
	/** Theirs, with everything that I changed put over it. */
	draft: Draft;
	/** Fields that both of us changed, each otherwise: mine stands in the draft. "form.introduction.fr" */
	clashes: string[];
}

/** Two people changed the same channel: each of both's changes stays, and where they touch the same field it is named. */
export function mergeDrafts( base: Draft, mine: Draft, theirs: Draft ): Merged {
	const clashes: string[] = [];
	const draft = merge( base, mine, theirs, '', clashes ) as Draft;
	return { draft, clashes };
}

function merge(
	base: unknown,
	mine: unknown,
	theirs: unknown,
	path: string,
	clashes: string[]
): unknown {
	if ( isSame( mine, base ) || isSame( mine, theirs ) ) {
		return theirs;
	}
	if ( isTree( mine ) && isTree( theirs ) ) {
		const known = isTree( base ) ? base : {};
		const keys = new Set( [
			...Object.keys( theirs ),
			...Object.keys( mine ),
		] );
		return Object.fromEntries(
			[ ...keys ]
				.map( ( key ) => [
					key,
					merge(
						known[ key ],
						mine[ key ],
						theirs[ key ],
						path ? `${ path }.${ key }` : key,
						clashes
					),
				] )
				.filter( ( [ , value ] ) => value !== undefined )
		);
	}
	if ( ! isSame( theirs, base ) ) {
		clashes.push( path );
	}
	return mine;
}
