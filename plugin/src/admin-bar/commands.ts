import { __, sprintf } from '@wordpress/i18n';
import { presenceStatuses, presenceWord } from '../domain/presence-words';
import type { PresenceStore } from '../presence/presence-store';
import type { BarData } from './bar-data';

interface Command {
	name: string;
	label: string;
	callback: ( palette: { close: () => void } ) => void;
}

interface WordPressData {
	data?: {
		select: ( store: string ) => object | undefined;
		dispatch: ( store: string ) => {
			registerCommand: ( command: Command ) => void;
		};
	};
	commands?: object;
}

/**
 * Commands of WordPress's command palette, where the page has one: the editors, and all of wp-admin from WordPress 6.9 on. Its
 * store takes them without React: https://developer.wordpress.org/block-editor/reference-guides/data/data-core-commands/
 */
export function addCommands( store: PresenceStore, { pages }: BarData ): void {
	const wordpress = ( window as { wp?: WordPressData } ).wp;
	if ( ! wordpress?.commands || ! wordpress.data ) {
		return;
	}
	const palette = wordpress.data.dispatch( 'core/commands' );
	for ( const command of commands( store, pages ) ) {
		palette.registerCommand( command );
	}
}

function commands(
	store: PresenceStore,
	pages: BarData[ 'pages' ]
): Command[] {
	const goTo = ( name: string, label: string, address: string ) => ( {
		name: `rappel/${ name }`,
		label,
		callback: () => window.location.assign( address ),
	} );
	return [
		...presenceStatuses.map( ( status ): Command => ( {
			name: `rappel/presence-${ status }`,
			label: sprintf(
				/* translators: %s: Online, Away or Offline. */
				__( 'Rappel: my presence: %s', 'rappel' ),
				presenceWord( status )
			),
			callback: ( { close } ) => {
				close();
				void store.choose( status );
			},
		} ) ),
		goTo(
			'live',
			__( 'Rappel: open the Live dashboard', 'rappel' ),
			pages.live
		),
		...( pages.newChannel
			? [
					goTo(
						'new-channel',
						__( 'Rappel: new channel', 'rappel' ),
						pages.newChannel
					),
				]
			: [] ),
	];
}
