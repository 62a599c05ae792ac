/** An element with its attributes and what is in it. `false` and null leave an attribute out. */
export function element< Name extends keyof HTMLElementTagNameMap >(
	name: Name,
	attributes: Record< string, string | false | null > = {},
	...children: ( Node | string )[]
): HTMLElementTagNameMap[ Name ] {
	const made = document.createElement( name );
	for ( const [ key, value ] of Object.entries( attributes ) ) {
		if ( typeof value === 'string' ) {
			made.setAttribute( key, value );
		}
	}
	made.append( ...children );
	return made;
}
