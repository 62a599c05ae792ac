import type { Rows } from './world/rows.js';

const storiesTold = 5;

/** The first few findings with what happened to their request. */
export async function withStories(
	rows: Rows,
	findings: readonly string[]
): Promise< string[] > {
	const legs = await rows.legs();
	const told = findings.slice( 0, storiesTold ).map( async ( finding ) => {
		const ids: string[] = [
			...( finding.match( /[0-9a-f-]{36}/g ) ?? [] ),
		];
		const sids: string[] = [
			...( finding.match( /CA[0-9a-f]{32}/g ) ?? [] ),
		];
		const ofLegs = legs
			.filter(
				( { id, callSid } ) =>
					ids.includes( id ) || sids.includes( callSid ?? '' )
			)
			.map( ( { requestId } ) => requestId );
		const stories = await Promise.all(
			[ ...new Set( [ ...ids, ...ofLegs ] ) ].map( ( id ) =>
				rows.story( id )
			)
		);
		return [ finding, ...stories.flat() ].join( '\n    ' );
	} );
	return [
		...( await Promise.all( told ) ),
		...findings.slice( storiesTold ),
	];
}
