import axe from 'axe-core';

/** Rules that are broken, with the first element that breaks each. Contrast needs a real layout: the browser tests look at it. */
export async function accessibilityFaults(
	container: HTMLElement
): Promise< string[] > {
	const { violations } = await axe.run( container, {
		rules: { 'color-contrast': { enabled: false } },
	} );
	return violations.map(
		( { id, nodes } ) => `${ id }: ${ nodes[ 0 ]?.html }`
	);
}
