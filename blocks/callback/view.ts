import * as interactivity from '@wordpress/interactivity';
import { keepAvailabilityFresh } from './availability';
import { createCallback } from './callback';
import type { CallbackContext } from './context';
import { loadWhenReached } from './load-when-reached';
import { openDialog, reachDialog } from './open-dialog';
import { forms, openForm } from './open-form';
import { showConsentError, showNumberError } from './show';

const { store, getContext, getElement } = interactivity;

/**
 * Since WordPress 6.8 a handler that needs the event at once says so. It is taken from a copy of the namespace: a bundler
 * turns a plain read of it into a named import, which keeps the whole module from loading in 6.6 and 6.7.
 */
const {
	withSyncEvent = ( handler ) => handler,
}: Partial< Pick< typeof interactivity, 'withSyncEvent' > > = {
	...interactivity,
};

window.rappel = { open: openForm };

const rootHere = () =>
	getElement().ref!.closest< HTMLElement >( '[data-wp-interactive]' )!;

const here = () => forms.get( rootHere() )!.callback;

/** What a press does in place of what the browser would do without this script. */
const instead = ( act: () => void ) =>
	withSyncEvent( ( event: Event ) => {
		event.preventDefault();
		act();
	} );

store( 'rappel/callback', {
	actions: {
		submit: instead( () => void here().submit() ),
		cancel: () => void here().cancel( 'changed_mind' ),
		correctNumber: () => void here().cancel( 'wrong_number' ),
		askAgain: () => here().askAgain(),
		// Without this script these two send the form, and the next page has the times or has them no more.
		chooseTime: instead( () => here().chooseTime() ),
		closePicker: instead( () => here().closePicker() ),
		// Before this script came, the browser's own command did this.
		openDialog: instead( () => {
			const context = getContext< CallbackContext >();
			void openDialog( context, rootHere(), context.display );
		} ),
	},
	callbacks: {
		start() {
			const context = getContext< CallbackContext >();
			const root = getElement().ref as HTMLElement;
			const callback = createCallback( context, root );
			forms.set( root, { callback, context } );
			// Our own sentences instead of the browser's bubbles, which vanish and are not in the page's language.
			root.querySelector( 'form' )!.noValidate = true;
			// A fault is no longer told while it is being mended.
			root.addEventListener( 'input', ( { target } ) => {
				const { name } = target as HTMLInputElement;
				if ( name === 'number' ) {
					showNumberError( context, '' );
				} else if ( name === 'consent' ) {
					showConsentError( context, '' );
				}
			} );
			callback.resume();
			const ask = () => void keepAvailabilityFresh( context );
			const dialog = root.querySelector( 'dialog' );
			if ( ! dialog ) {
				return ask();
			}
			// A form that nobody looks at asks nobody.
			root.addEventListener( 'rappel:open', ask, { once: true } );
			loadWhenReached(
				root.querySelector( '.rappel-callback__open' ),
				() => reachDialog( context )
			);
			// Sent, or opened by the browser's own command, before this script came.
			if ( context.isFilled || dialog.open ) {
				void openDialog( context, root, context.display );
			}
		},
	},
} );
