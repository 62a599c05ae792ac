import { useEffect, useRef } from '@wordpress/element';

const valueOf = ( parameter: string ) =>
	new URL( window.location.href ).searchParams.get( parameter );

/**
 * While something is not saved, the browser's Back that would change `parameter` of the address is held up and `onAsk` is called;
 * '' lets everything pass.
 */
export function useBackGuard( parameter: string, onAsk: () => void ): void {
	const address = useRef( '' );
	useEffect( () => {
		address.current = window.location.href;
	} );
	useEffect( () => {
		if ( ! parameter ) {
			return undefined;
		}
		const here = valueOf( parameter );
		const guard = ( event: PopStateEvent ) => {
			if ( valueOf( parameter ) === here ) {
				return;
			}
			// Nobody else learns that the address has changed: it changes back at once.
			event.stopImmediatePropagation();
			window.history.pushState( null, '', address.current );
			onAsk();
		};
		window.addEventListener( 'popstate', guard, true );
		return () => window.removeEventListener( 'popstate', guard, true );
	}, [ parameter, onAsk ] );
}
