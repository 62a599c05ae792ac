import { createContext, useContext } from '@wordpress/element';
import type { LiveAgent, LiveRequest } from '@rappel/contract';
import type { ActingUser, ActionName } from '../../domain/request-actions';

/** What every part of the dashboard needs. */
export interface LiveSurroundings {
	/** How far the service's clock is ahead of the browser's. */
	clockAheadMilliseconds: number;
	me: ActingUser;
	agents: ReadonlyMap< number, LiveAgent >;
	/** Opens what has to ask first. */
	ask: ( action: ActionName, request: LiveRequest ) => void;
	/** Something was done. */
	refresh: () => void;
}

const LiveContext = createContext< LiveSurroundings >( {
	clockAheadMilliseconds: 0,
	me: { userId: 0, supervises: false, takesCallbacks: false },
	agents: new Map(),
	ask: () => {},
	refresh: () => {},
} );

export const LiveProvider = LiveContext.Provider;
export const useLiveSurroundings = () => useContext( LiveContext );
