/** Runs at once when the tab is seen, otherwise as soon as it is seen again: nobody reads a hidden page. */
export function whenVisible( action: () => void ): void {
	if ( document.hidden ) {
		// The next change of a hidden page is that it is seen.
		document.addEventListener( 'visibilitychange', action, {
			once: true,
		} );
	} else {
		action();
	}
}
