import { mountPresenceMenu } from '../presence/presence-menu';
import { createPresenceStore } from '../presence/presence-store';
import { presencePort } from './ask-wordpress';
import { barData, type BarData } from './bar-data';
import { addCommands } from './commands';
import './style.scss';

/** The presence menu in the admin bar, and the commands of the palette, on whatever page WordPress shows the bar. */
function start( data: BarData ): void {
	const store = createPresenceStore(
		data.userId,
		data.pages.live,
		presencePort( data )
	);
	const node = document.getElementById( 'wp-admin-bar-rappel-presence' );
	const isLiveScreen =
		document.getElementById( 'rappel-admin' )?.dataset.screen === 'live';
	if ( node ) {
		node.replaceChildren();
		mountPresenceMenu( node, {
			store,
			reading: { locale: data.locale, timeZone: data.timeZone },
			pages: {
				profile: data.pages.profile,
				live: isLiveScreen ? null : data.pages.live,
			},
			asks: ! isLiveScreen,
		} );
	}
	store.start();
	// Scripts of the palette may come after this one.
	if ( document.readyState === 'complete' ) {
		addCommands( store, data );
	} else {
		window.addEventListener( 'load', () => addCommands( store, data ) );
	}
}

const data = barData();
if ( data ) {
	start( data );
}
