/** What hangs from a button opens from its start, or from its end where it would stand outside the window. */
export function keepInWindow( panel: HTMLElement ): void {
	panel.classList.remove( 'is-at-end' );
	const { left, right } = panel.getBoundingClientRect();
	panel.classList.toggle(
		'is-at-end',
		left < 0 || right > document.documentElement.clientWidth
	);
}
