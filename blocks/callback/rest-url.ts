/** Adds a query to an address of the REST API, which without pretty permalinks has one already ("?rest_route=/rappel/v1/…"). */
export const withQuery = ( url: string, query: Record< string, string > ) =>
	`${ url }${ url.includes( '?' ) ? '&' : '?' }${ new URLSearchParams( query ) }`;
