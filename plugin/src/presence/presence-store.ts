import type { Agent } from '@rappel/contract';
import { ownPresenceOf, type OwnPresence } from '../domain/own-presence';
import type { PresenceStatus } from '../domain/presence-words';

const seenMilliseconds = 15_000;
/** A tab in the background lets the one in front ask: who hears the answer need not ask. */
const hiddenMilliseconds = 25_000;

/** What the store asks of WordPress. Both throw whatever says what is wrong in `detail`. */
export interface PresencePort {
	/** A page is open before me; answers how I am. */
	sight: () => Promise< Agent >;
	choose: ( status: PresenceStatus ) => Promise< Agent >;
}

export interface PresenceState {
	/** Null until it is known. */
	own: OwnPresence | null;
	/** The status that is being saved. */
	saving: PresenceStatus | null;
	/** A sentence; empty when the last thing that was asked worked. */
	problem: string;
}

interface Telling {
	userId: number;
	own: OwnPresence;
	/** The service was just asked: nobody else need ask for a while. */
	isFresh: boolean;
}

export interface PresenceStore {
	get: () => PresenceState;
	/** Calls `listener` after each change; returns what ends that. */
	subscribe: ( listener: () => void ) => () => void;
	choose: ( status: PresenceStatus ) => Promise< void >;
	/** The stream told it. */
	tell: ( own: OwnPresence ) => void;
	/** Asks at once and then again and again; returns what ends that. */
	start: () => () => void;
}

/**
 * One's own presence, the same in every tab of a browser: what one hears it tells the others.
 *
 * @param userId Who looks.
 * @param site   Tells the sites of one origin apart.
 * @param port   What is asked of WordPress.
 */
export function createPresenceStore(
	userId: number,
	site: string,
	port: PresencePort
): PresenceStore {
	let state: PresenceState = { own: null, saving: null, problem: '' };
	/** Rises with everything that is learnt: an answer to an older question is dropped. */
	let lesson = 0;
	let timer: ReturnType< typeof setTimeout > | undefined;
	let isRunning = false;
	const listeners = new Set< () => void >();
	const tabs =
		typeof BroadcastChannel === 'undefined'
			? null
			: new BroadcastChannel( `rappel-presence ${ site }` );

	const change = ( next: Partial< PresenceState > ) => {
		state = { ...state, ...next };
		listeners.forEach( ( listener ) => listener() );
	};
	const learn = ( told: OwnPresence ) => {
		lesson++;
		const own = {
			...told,
			hasNumber: told.hasNumber ?? state.own?.hasNumber ?? null,
		};
		change( { own, problem: '' } );
		return own;
	};
	const tellTabs = ( own: OwnPresence, isFresh: boolean ) =>
		tabs?.postMessage( { userId, own, isFresh } satisfies Telling );

	const askLater = () => {
		clearTimeout( timer );
		if ( isRunning ) {
			timer = setTimeout(
				() => void ask(),
				document.hidden ? hiddenMilliseconds : seenMilliseconds
			);
		}
	};
	const ask = async () => {
		clearTimeout( timer );
		const asked = lesson;
		try {
			const agent = await port.sight();
			if ( asked === lesson ) {
				tellTabs( learn( ownPresenceOf( agent, false ) ), true );
			}
		} catch ( error ) {
			if ( asked === lesson ) {
				change( { problem: detailOf( error ) } );
			}
		}
		askLater();
	};
	const choose = async ( status: PresenceStatus ) => {
		lesson++;
		change( { saving: status, problem: '' } );
		try {
			const agent = await port.choose( status );
			tellTabs( learn( ownPresenceOf( agent, false ) ), true );
		} catch ( error ) {
			change( { problem: detailOf( error ) } );
		}
		change( { saving: null } );
	};
	const hear = ( { data }: MessageEvent< Telling > ) => {
		if ( data.userId !== userId ) {
			return;
		}
		learn( data.own );
		if ( data.isFresh ) {
			askLater();
		}
	};
	const lookAgain = () => {
		if ( ! document.hidden ) {
			void ask();
		}
	};

	return {
		get: () => state,
		subscribe: ( listener ) => {
			listeners.add( listener );
			return () => listeners.delete( listener );
		},
		choose,
		tell: ( own ) => tellTabs( learn( own ), false ),
		start: () => {
			isRunning = true;
			tabs?.addEventListener( 'message', hear );
			document.addEventListener( 'visibilitychange', lookAgain );
			void ask();
			return () => {
				isRunning = false;
				clearTimeout( timer );
				tabs?.removeEventListener( 'message', hear );
				document.removeEventListener( 'visibilitychange', lookAgain );
			};
		},
	};
}

const detailOf = ( error: unknown ) =>
	( error as { detail?: string } | null )?.detail ?? String( error );
