type Child = Node | string | null;

/** A new element with properties, `data-` and `aria-` attributes, and children. */
export function element< K extends keyof HTMLElementTagNameMap >(
	tag: K,
	attributes: Record< string, string | ( ( event: Event ) => void ) > = {},
	...children: Child[]
): HTMLElementTagNameMap[ K ] {
	const made = document.createElement( tag );
	for ( const [ name, value ] of Object.entries( attributes ) ) {
		if ( typeof value === 'function' ) {
			made.addEventListener( name, value );
		} else {
			made.setAttribute( name, value );
		}
	}
	made.append( ...children.filter( ( child ) => child !== null ) );
	return made;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** An icon from its path, drawn on 24 × 24; hidden from screen readers, since the control beside it has a name. */
export function icon( path: string ): SVGSVGElement {
	const svg = document.createElementNS( svgNamespace, 'svg' );
	svg.setAttribute( 'viewBox', '0 0 24 24' );
	svg.setAttribute( 'aria-hidden', 'true' );
	const drawn = document.createElementNS( svgNamespace, 'path' );
	drawn.setAttribute( 'd', path );
	svg.append( drawn );
	return svg;
}

export const icons = {
	phone: 'M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2c.3-.3.7-.4 1-.2 1.1.4 2.3.6 3.6.6.6 0 1 .4 1 1V20c0 .6-.4 1-1 1C10.6 21 3 13.4 3 4c0-.6.4-1 1-1h3.500c.6 0 1 .4 1 1 0 1.200.2 2.400.6 3.600.1.300 0 .700-.2 1z',
	keypad: 'M5 3h3v3H5zm5.500 0h3v3h-3zM16 3h3v3h-3zM5 8.500h3v3H5zm5.500 0h3v3h-3zm5.500 0h3v3h-3zM5 14h3v3H5zm5.500 0h3v3h-3zm5.500 0h3v3h-3zM10.500 19h3v3h-3z',
	speaker:
		'M3 9v6h4l5 5V4L7 9zm13.500 3A4.500 4.500 0 0 0 14 8v8a4.500 4.500 0 0 0 2.500-4zM14 3.200v2.100a7 7 0 0 1 0 13.400v2.100a9 9 0 0 0 0-17.600z',
	speakerOff:
		'M3 9v6h4l5 5V4L7 9zm18.500-.1-1.400-1.400L17.500 10l-2.600-2.500-1.400 1.400L16.100 11.500l-2.600 2.600 1.400 1.400 2.600-2.600 2.600 2.600 1.400-1.400-2.600-2.600z',
};

/** Sets text only when it changed, so that a screen reader is not told the same again. */
export function setText( target: Element, value: string ): void {
	if ( target.textContent !== value ) {
		target.textContent = value;
	}
}

/**
 * Makes the children of a list those of `keys`, in that order, keeping what is there: focus and open details survive.
 */
export function keyed< V >(
	list: Element,
	entries: V[],
	keyOf: ( entry: V ) => string,
	make: ( entry: V ) => HTMLElement,
	update: ( node: HTMLElement, entry: V ) => void
): void {
	const present = new Map(
		[ ...list.children ].map( ( child ) => [
			( child as HTMLElement ).dataset.key ?? '',
			child as HTMLElement,
		] )
	);
	entries.forEach( ( entry, index ) => {
		const key = keyOf( entry );
		const node = present.get( key ) ?? make( entry );
		node.dataset.key = key;
		present.delete( key );
		update( node, entry );
		if ( list.children[ index ] !== node ) {
			list.insertBefore( node, list.children[ index ] ?? null );
		}
	} );
	present.forEach( ( node ) => node.remove() );
}
