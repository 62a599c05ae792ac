import { usePresenceStore } from '../hooks/use-presence-store';
import { PresenceMenu } from './presence-menu';

/** One's own presence on a screen that needs it for nothing else. */
export const PresenceControl = ( { userId }: { userId: number } ) => (
	<PresenceMenu userId={ userId } store={ usePresenceStore( userId ) } />
);
