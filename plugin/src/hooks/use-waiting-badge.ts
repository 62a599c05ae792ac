import { useEffect } from '@wordpress/element';
import { waitingWords } from '../domain/live-words';

/** How many wait, in the tab's title ("(3) …") and in the menu of wp-admin (Menu::badge() in class-menu.php). Null: not known. */
export function useWaitingBadge( count: number | null ): void {
	useEffect( () => {
		if ( count === null ) {
			return undefined;
		}
		const title = document.title;
		if ( count ) {
			document.title = `(${ count }) ${ title }`;
		}
		document
			.querySelectorAll< HTMLElement >( '#adminmenu .rappel-menu-badge' )
			.forEach( ( badge ) => fillBadge( badge, count ) );
		return () => {
			document.title = title;
		};
	}, [ count ] );
}

function fillBadge( badge: HTMLElement, count: number ): void {
	badge.className = badge.className.replace(
		/\bcount-\d+\b/,
		`count-${ count }`
	);
	const [ figure, words ] = badge.children;
	if ( figure && words ) {
		figure.textContent = count ? String( count ) : '';
		words.textContent = count ? waitingWords( count ) : '';
	}
}
