const fields = 'input, select, textarea, [contenteditable]';

/** Nobody is interrupted in another dialog, or while they type. */
const isBusy = () =>
	!! document.querySelector( `dialog[open], :is(${ fields }):focus` );

/** Runs once the visitor does nothing that must not be interrupted, unless the signal came before. */
export function whenFree( signal: AbortSignal, action: () => void ): void {
	if ( signal.aborted ) {
		return;
	}
	if ( ! isBusy() ) {
		action();
		return;
	}
	const again = new AbortController();
	signal.addEventListener( 'abort', () => again.abort() );
	for ( const end of [ 'focusout', 'close' ] ) {
		document.addEventListener(
			end,
			() => {
				again.abort();
				// One turn later: the focus is then where it goes.
				setTimeout( () => whenFree( signal, action ) );
			},
			// `close` of a dialog does not bubble.
			{ capture: true, signal: again.signal }
		);
	}
}
