import { announce } from '../announce';
import { surroundings } from './surroundings';

/** Dialogs that close themselves and tell of it already. */
const prepared = new WeakSet< HTMLDialogElement >();

/**
 * Opens a block's dialog. The browser keeps the focus inside, closes it by Escape and gives the focus back to the button; the form
 * inside is the block's own, so that what was typed is still there when it is opened again.
 */
export function showDialog(
	root: HTMLElement,
	channelId: string,
	trigger: string
): void {
	const dialog = root.querySelector( 'dialog' )!;
	if ( ! prepared.has( dialog ) ) {
		prepared.add( dialog );
		closeByBackdrop( dialog );
		closeByCross( dialog );
		dialog.addEventListener( 'close', () =>
			announce( root, channelId, 'close' )
		);
	}
	const { background, color } = surroundings( root );
	dialog.style.setProperty( '--rappel-page', background );
	dialog.style.setProperty( '--rappel-text', color );
	// The browser's own command may have opened it before this came.
	if ( ! dialog.open ) {
		dialog.showModal();
	}
	dialog.dataset.trigger = trigger;
	announce( root, channelId, 'open' );
}

/** A press beside it closes it; not one that began inside, where somebody selects what they typed. */
function closeByBackdrop( dialog: HTMLDialogElement ): void {
	let beganBeside = false;
	dialog.addEventListener( 'pointerdown', ( { target } ) => {
		beganBeside = target === dialog;
	} );
	dialog.addEventListener( 'click', ( { target } ) => {
		if ( beganBeside && target === dialog ) {
			dialog.close();
		}
	} );
}

/** Not every browser knows the cross's own command yet. */
function closeByCross( dialog: HTMLDialogElement ): void {
	dialog
		.querySelector( '.rappel-callback__close' )!
		.addEventListener( 'click', ( event ) => {
			event.preventDefault();
			dialog.close();
		} );
}
