/** "/v1/channels/{channelId}" of the contract → "/channels/:channelId" of a router that is mounted under /v1. */
export function expressPath( { path }: { path: string } ): string {
	return path.replace( /^\/v1(?=\/)/, '' ).replace( /\{(\w+)\}/g, ':$1' );
}
