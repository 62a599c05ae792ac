/**
 * Keys of a menu that a button opens: https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/. Enter and Space are what the items,
 * being buttons and links, do by themselves.
 */
export interface MenuKeys {
	/** In the order in which they stand. */
	items: () => HTMLElement[];
	isOpen: () => boolean;
	open: ( focus: 'first' | 'last' ) => void;
	close: ( takesFocusBack: boolean ) => void;
}

export function onButtonKey( event: KeyboardEvent, menu: MenuKeys ): void {
	switch ( event.key ) {
		case 'ArrowDown':
		case 'ArrowUp':
			event.preventDefault();
			menu.open( event.key === 'ArrowDown' ? 'first' : 'last' );
			return;
		case 'Escape':
			if ( menu.isOpen() ) {
				event.stopPropagation();
				menu.close( true );
			}
	}
}

export function onMenuKey( event: KeyboardEvent, menu: MenuKeys ): void {
	const items = menu.items();
	const at = items.indexOf( event.target as HTMLElement );
	const focus = ( index: number ) => {
		event.preventDefault();
		items.at( index % items.length )?.focus();
	};
	switch ( event.key ) {
		case 'ArrowDown':
			return focus( at + 1 );
		case 'ArrowUp':
			return focus( at - 1 );
		case 'Home':
			return focus( 0 );
		case 'End':
			return focus( -1 );
		case 'Escape':
			event.preventDefault();
			event.stopPropagation();
			return menu.close( true );
		case 'Tab':
			return menu.close( false );
	}
	if ( event.key.length === 1 && event.key !== ' ' ) {
		const typed = event.key.toLowerCase();
		const found = [ ...items.slice( at + 1 ), ...items ].find( ( item ) =>
			item.textContent?.trim().toLowerCase().startsWith( typed )
		);
		found?.focus();
	}
}
