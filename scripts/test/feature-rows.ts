import type { TestResult } from './test-result.js';

export interface FeatureRow {
	/** S01, R18, N12 … */
	id: string;
	state: 'done' | 'partly' | 'planned';
}

/** The rows of docs/features.md: `| S01 | done | … |`. */
export function readFeatureRows( markdown: string ): FeatureRow[] {
	return [
		...markdown.matchAll(
			/^\|\s*([SRN]\d\d)\s*\|\s*(done|partly|planned)\s*\|/gm
		),
	].map( ( [ , id, state ] ) => ( {
		id: id as string,
		state: state as FeatureRow[ 'state' ],
	} ) );
}

/** Each row that is marked done (or partly) but which no test that passed names in brackets, as "[S01]" or "[S01, S02]". */
export function rowsWithoutTest(
	rows: FeatureRow[],
	results: TestResult[]
): string[] {
	const named = new Set(
		results
			.filter( ( { outcome } ) => outcome === 'passed' )
			.flatMap( ( { title } ) => [
				...title.matchAll( /\[([^\]]+)\]/g ),
			] )
			.flatMap(
				( [ , inside = '' ] ) => inside.match( /[SRN]\d\d/g ) ?? []
			)
	);
	return rows
		.filter( ( { id, state } ) => state !== 'planned' && ! named.has( id ) )
		.map( ( { id } ) => id );
}
