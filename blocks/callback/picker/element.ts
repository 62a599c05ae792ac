/** An element with its properties and children; what is missing is left out. */
export function element< K extends keyof HTMLElementTagNameMap >(
	name: K,
	properties: Partial< HTMLElementTagNameMap[ K ] > = {},
	...children: ( Node | string | null )[]
): HTMLElementTagNameMap[ K ] {
	const made = Object.assign( document.createElement( name ), properties );
	made.append( ...children.filter( ( child ) => child !== null ) );
	return made;
}

/** The class of a part of the block. */
export const part = ( name: string ) => `rappel-callback__${ name }`;
