/**
 * Whether two home URLs are of one WordPress. The scheme, the letters' case and a slash at the end do not count: a site that turns
 * HTTPS on is the same site; a staging copy has another host, port or folder.
 */
export function isSameHome( one: string, other: string ): boolean {
	return plain( one ) === plain( other );
}

function plain( homeUrl: string ): string {
	try {
		const { host, pathname } = new URL( homeUrl );
		return `${ host }${ pathname.replace( /\/+$/, '' ) }`;
	} catch {
		return homeUrl;
	}
}
