import { useEffect } from '@wordpress/element';

/** While `isDirty`, the browser asks before the page is left. Ways out inside the screen ask by themselves. */
export function useUnsavedGuard( isDirty: boolean ): void {
	useEffect( () => {
		if ( ! isDirty ) {
			return undefined;
		}
		const guard = ( event: BeforeUnloadEvent ) => event.preventDefault();
		window.addEventListener( 'beforeunload', guard );
		return () => window.removeEventListener( 'beforeunload', guard );
	}, [ isDirty ] );
}
