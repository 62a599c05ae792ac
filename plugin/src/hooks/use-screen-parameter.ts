import { useCallback, useEffect, useState } from '@wordpress/element';

const read = ( name: string ) =>
	new URL( window.location.href ).searchParams.get( name ) ?? '';

/**
 * One argument of the screen's address, so that what is open can be linked to and the browser's Back works. Empty when it is
 * not there. `replace` changes the address without a step in the history.
 */
export function useScreenParameter(
	name: string
): [ string, ( value: string, replace?: boolean ) => void ] {
	const [ value, setValue ] = useState( () => read( name ) );
	useEffect( () => {
		const follow = () => setValue( read( name ) );
		window.addEventListener( 'popstate', follow );
		return () => window.removeEventListener( 'popstate', follow );
	}, [ name ] );
	const change = useCallback(
		( next: string, replace = false ) => {
			const url = new URL( window.location.href );
			if ( next ) {
				url.searchParams.set( name, next );
			} else {
				url.searchParams.delete( name );
			}
			window.history[ replace ? 'replaceState' : 'pushState' ](
				null,
				'',
				url
			);
			setValue( next );
		},
		[ name ]
	);
	return [ value, change ];
}
