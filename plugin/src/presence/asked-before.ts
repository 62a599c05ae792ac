const storageKey = 'rappel-presence-asked';

/** Whether a question was answered or put away in this browser. A browser that keeps nothing asks on each page. */
export function wasAsked( key: string ): boolean {
	try {
		return read().includes( key );
	} catch {
		return false;
	}
}

export function rememberAsked( key: string ): void {
	try {
		localStorage.setItem(
			storageKey,
			JSON.stringify( [ ...read().slice( -9 ), key ] )
		);
	} catch {
		// Private browsing: nothing is kept.
	}
}

const read = () =>
	JSON.parse( localStorage.getItem( storageKey ) ?? '[]' ) as string[];
