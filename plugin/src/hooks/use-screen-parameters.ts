import { useCallback, useEffect, useState } from '@wordpress/element';

type Values< Name extends string > = Record< Name, string >;

export interface ScreenParameters< Name extends string > {
	/** Empty where it is not in the address. */
	values: Values< Name >;
	/** `replace` changes the address without a step in the history. */
	change: ( changes: Partial< Values< Name > >, replace?: boolean ) => void;
}

/**
 * Arguments of the screen's address that belong together, so that what is shown can be linked to, and the browser's Back and
 * Reload work. `names` must keep its identity between renders.
 */
export function useScreenParameters< Name extends string >(
	names: readonly Name[]
): ScreenParameters< Name > {
	const [ values, setValues ] = useState( () => read( names ) );
	useEffect( () => {
		const follow = () => setValues( read( names ) );
		window.addEventListener( 'popstate', follow );
		return () => window.removeEventListener( 'popstate', follow );
	}, [ names ] );
	const change = useCallback(
		( changes: Partial< Values< Name > >, replace = false ) => {
			const url = new URL( window.location.href );
			for ( const [ name, value ] of Object.entries( changes ) ) {
				if ( value ) {
					url.searchParams.set( name, String( value ) );
				} else {
					url.searchParams.delete( name );
				}
			}
			window.history[ replace ? 'replaceState' : 'pushState' ](
				null,
				'',
				url
			);
			setValues( read( names ) );
		},
		[ names ]
	);
	return { values, change };
}

function read< Name extends string >( names: readonly Name[] ) {
	const { searchParams } = new URL( window.location.href );
	return Object.fromEntries(
		names.map( ( name ) => [ name, searchParams.get( name ) ?? '' ] )
	) as Values< Name >;
}
