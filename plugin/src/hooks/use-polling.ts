import { useEffect, useRef } from '@wordpress/element';

/**
 * Runs `action` again and again, `milliseconds` after the last time it ended, while the tab is seen; null rests. A tab that
 * comes back runs it at once.
 */
export function usePolling(
	action: () => Promise< unknown >,
	milliseconds: number | null
): void {
	const latest = useRef( action );
	useEffect( () => {
		latest.current = action;
	} );
	useEffect( () => {
		if ( milliseconds === null ) {
			return undefined;
		}
		let timer: ReturnType< typeof setTimeout > | undefined;
		let isStopped = false;
		const later = () => {
			clearTimeout( timer );
			if ( ! isStopped && ! document.hidden ) {
				timer = setTimeout( run, milliseconds );
			}
		};
		const run = () => void latest.current().finally( later );
		const seen = () => {
			clearTimeout( timer );
			if ( ! document.hidden ) {
				run();
			}
		};
		document.addEventListener( 'visibilitychange', seen );
		later();
		return () => {
			isStopped = true;
			clearTimeout( timer );
			document.removeEventListener( 'visibilitychange', seen );
		};
	}, [ milliseconds ] );
}
