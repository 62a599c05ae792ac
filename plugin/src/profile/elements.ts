/** A button in WordPress's look that sends no form. */
export function button( label: string, onClick: () => void ): HTMLElement {
	const made = document.createElement( 'button' );
	made.type = 'button';
	made.className = 'button';
	made.textContent = label;
	made.addEventListener( 'click', onClick );
	return made;
}

/** Where something is said aloud as soon as it is written there. */
export function status(): HTMLElement {
	const made = document.createElement( 'p' );
	made.setAttribute( 'role', 'status' );
	return made;
}

/** Things in a row. */
export function row( ...children: HTMLElement[] ): HTMLElement {
	const made = document.createElement( 'p' );
	for ( const child of children ) {
		made.append( child, ' ' );
	}
	return made;
}
