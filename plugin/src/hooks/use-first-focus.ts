import { useEffect, useRef } from '@wordpress/element';

/**
 * Gives the focus to the element inside that matches, when the list appears; later the focus is where its reader put it.
 *
 * @param selector Of the element; one that matches nothing gives the focus to nobody.
 */
export function useFirstFocus< Container extends HTMLElement >(
	selector: string
) {
	const container = useRef< Container >( null );
	useEffect( () => {
		container.current?.querySelector< HTMLElement >( selector )?.focus();
		// Only when the list appears.
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [] );
	return container;
}
