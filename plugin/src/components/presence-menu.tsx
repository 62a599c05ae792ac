import { useEffect, useRef } from '@wordpress/element';
import { profileUrl } from '../admin-url';
import { mountPresenceMenu } from '../presence/presence-menu';
import type { PresenceStore } from '../presence/presence-store';
import { useReading } from '../reading';

interface PresenceMenuProps {
	userId: number;
	store: PresenceStore;
	/** Whether it asks "back online?". Elsewhere the admin bar does. */
	asks?: boolean;
}

/** The presence menu on a screen: the one of the admin bar, which every page has without React. */
export function PresenceMenu( {
	userId,
	store,
	asks = false,
}: PresenceMenuProps ) {
	const host = useRef< HTMLDivElement >( null );
	const reading = useReading();
	useEffect(
		() =>
			mountPresenceMenu( host.current!, {
				store,
				reading,
				pages: { profile: profileUrl( userId ), live: null },
				asks,
			} ),
		[ store, reading, userId, asks ]
	);
	return <div ref={ host } />;
}
