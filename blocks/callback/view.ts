import * as interactivity from '@wordpress/interactivity';
import { keepAvailabilityFresh } from './availability';
import { createCallback, type Callback } from './callback';
import type { CallbackContext } from './context';
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

const callbacks = new WeakMap< Element, Callback >();

const here = (): Callback =>
	callbacks.get( getElement().ref!.closest( '[data-wp-interactive]' )! )!;

store( 'rappel/callback', {
	actions: {
		submit: withSyncEvent( ( event: Event ) => {
			event.preventDefault();
			void here().submit();
		} ),
		cancel: () => void here().cancel( 'changed_mind' ),
		correctNumber: () => void here().cancel( 'wrong_number' ),
		askAgain: () => here().askAgain(),
		// Without this script these two send the form, and the next page has the times or has them no more.
		chooseTime: withSyncEvent( ( event: Event ) => {
			event.preventDefault();
			here().chooseTime();
		} ),
		closePicker: withSyncEvent( ( event: Event ) => {
			event.preventDefault();
			here().closePicker();
		} ),
	},
	callbacks: {
		start() {
			const context = getContext< CallbackContext >();
			const root = getElement().ref!;
			const callback = createCallback( context, root );
			callbacks.set( root, callback );
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
			void keepAvailabilityFresh( context );
		},
	},
} );
