/** Loads when somebody is about to press: the press is a few hundred milliseconds away, time enough to load. */
export function loadWhenReached(
	element: Element | null,
	load: () => Promise< unknown >
): void {
	for ( const sign of [ 'pointerenter', 'focus' ] ) {
		element?.addEventListener( sign, () => load().catch( () => {} ) );
	}
}
