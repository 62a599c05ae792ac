/** Runs at once when the tab is seen, otherwise as soon as it is seen again: nobody reads a hidden page. */
export function whenVisible( action: () => void ): void {
	if ( ! document.hidden ) {
		action();
		return;
	}
	const seen = () => {
		if ( ! document.hidden ) {
			document.removeEventListener( 'visibilitychange', seen );
			action();
		}
	};
	document.addEventListener( 'visibilitychange', seen );
}
