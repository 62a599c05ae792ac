import { useCallback, useState } from '@wordpress/element';

/** A switch that this browser remembers; off where nothing can be kept. */
export function useBrowserSwitch(
	name: string
): [ boolean, ( isOn: boolean ) => void ] {
	const [ isOn, setOn ] = useState( () => {
		try {
			return localStorage.getItem( name ) === 'on';
		} catch {
			return false;
		}
	} );
	const change = useCallback(
		( next: boolean ) => {
			setOn( next );
			try {
				localStorage.setItem( name, next ? 'on' : 'off' );
			} catch {
				// Private browsing: it lasts as long as the page.
			}
		},
		[ name ]
	);
	return [ isOn, change ];
}
