/**
 * Adds the style that stands beside a module: the same address with another ending. It is waited for, so that nothing is seen without
 * it; one that does not come keeps nobody from the form.
 */
export function addStyle( moduleUrl: string ): Promise< unknown > {
	const link = document.createElement( 'link' );
	const added = new Promise( ( done ) => {
		link.onload = link.onerror = done;
	} );
	link.rel = 'stylesheet';
	link.href = moduleUrl.replace( '.js', '.css' );
	document.head.append( link );
	return added;
}
