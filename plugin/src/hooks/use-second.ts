import { useSyncExternalStore } from '@wordpress/element';

const secondMilliseconds = 1_000;
const listeners = new Set< () => void >();
let timer: ReturnType< typeof setInterval > | undefined;

function subscribe( listener: () => void ): () => void {
	listeners.add( listener );
	timer ??= setInterval(
		() => listeners.forEach( ( tell ) => tell() ),
		secondMilliseconds
	);
	return () => {
		listeners.delete( listener );
		if ( listeners.size === 0 ) {
			clearInterval( timer );
			timer = undefined;
		}
	};
}

/** The browser's time in whole seconds since 1970, fresh each second: one timer for everything on the screen that counts. */
export const useSecond = (): number =>
	useSyncExternalStore( subscribe, () =>
		Math.floor( Date.now() / secondMilliseconds )
	);
