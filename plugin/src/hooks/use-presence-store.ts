import { useEffect, useMemo, useSyncExternalStore } from '@wordpress/element';
import { screenUrl } from '../admin-url';
import { savePresence, sightAgent } from '../api/agents';
import {
	createPresenceStore,
	type PresenceState,
	type PresenceStore,
} from '../presence/presence-store';

/** One's own presence, followed as long as the component is there. `isWanted` false: nobody asks for it. */
export function usePresenceStore(
	userId: number,
	isWanted = true
): PresenceStore {
	const store = useMemo(
		() =>
			createPresenceStore( userId, screenUrl( 'live' ), {
				sight: () => sightAgent( userId ),
				choose: ( status ) => savePresence( userId, status ),
			} ),
		[ userId ]
	);
	useEffect(
		() => ( isWanted ? store.start() : undefined ),
		[ store, isWanted ]
	);
	return store;
}

export const usePresence = ( store: PresenceStore ): PresenceState =>
	useSyncExternalStore( store.subscribe, store.get );
