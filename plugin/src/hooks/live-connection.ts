import type { LiveEvent, LiveSnapshot, LiveToken } from '@rappel/contract';
import type { Problem } from '../api/problem';
import {
	failuresBeforePolling,
	pollMilliseconds,
	retryMilliseconds,
	snapshotMilliseconds,
} from '../domain/live-retry';

/** `connecting`: neither yet, or the stream was just lost. */
export type LiveMode = 'connecting' | 'stream' | 'polling';

export interface LivePort {
	createToken: () => Promise< LiveToken >;
	/** Both throw Problems. */
	read: () => Promise< LiveSnapshot >;
}

export interface LiveListener {
	onEvent: ( event: LiveEvent ) => void;
	onMode: ( mode: LiveMode ) => void;
	/** Null: what was asked last worked. */
	onProblem: ( problem: Problem | null ) => void;
}

export interface LiveConnection {
	/** Asks at once where it polls; the stream tells by itself. */
	refresh: () => void;
	close: () => void;
}

const eventTypes: LiveEvent[ 'type' ][] = [
	'snapshot',
	'request',
	'request_gone',
	'agent',
	'agent_gone',
];
const wakeMilliseconds = 10_000;
const sleptMilliseconds = 30_000;

/**
 * The stream straight from the service, each time with a fresh token; where it cannot be had, a question to WordPress every 5 s,
 * with a try of the stream now and then. Goes on in hidden tabs, which are to be heard.
 */
export function connectLive(
	port: LivePort,
	{ onEvent, onMode, onProblem }: LiveListener
): LiveConnection {
	let stream: EventSource | null = null;
	let failures = 0;
	let mode: LiveMode = 'connecting';
	let isClosed = false;
	let retryTimer: ReturnType< typeof setTimeout > | undefined;
	let pollTimer: ReturnType< typeof setTimeout > | undefined;
	let snapshotTimer: ReturnType< typeof setTimeout > | undefined;

	const setMode = ( next: LiveMode ) => {
		if ( next !== mode ) {
			mode = next;
			onMode( next );
		}
	};
	const drop = () => {
		clearTimeout( snapshotTimer );
		stream?.close();
		stream = null;
	};
	const open = async () => {
		clearTimeout( retryTimer );
		drop();
		try {
			const { streamUrl } = await port.createToken();
			if ( ! isClosed ) {
				listen( streamUrl );
			}
		} catch ( error ) {
			fail( error as Problem );
		}
	};
	const listen = ( address: string ) => {
		const opened = new EventSource( address );
		stream = opened;
		snapshotTimer = setTimeout( () => fail(), snapshotMilliseconds );
		for ( const type of eventTypes ) {
			opened.addEventListener( type, ( { data } ) => {
				if ( opened !== stream ) {
					return;
				}
				if ( type === 'snapshot' ) {
					succeed();
				}
				onEvent( JSON.parse( data as string ) as LiveEvent );
			} );
		}
		// The browser would try again by itself, with a token that has expired.
		opened.addEventListener( 'error', () => {
			if ( opened === stream ) {
				fail();
			}
		} );
	};
	const succeed = () => {
		failures = 0;
		clearTimeout( snapshotTimer );
		clearTimeout( pollTimer );
		setMode( 'stream' );
		onProblem( null );
	};
	const fail = ( problem?: Problem ) => {
		if ( isClosed ) {
			return;
		}
		drop();
		failures++;
		if ( problem ) {
			onProblem( problem );
		}
		if ( failures < failuresBeforePolling ) {
			setMode( 'connecting' );
		} else if ( mode !== 'polling' ) {
			setMode( 'polling' );
			void poll();
		}
		clearTimeout( retryTimer );
		retryTimer = setTimeout(
			() => void open(),
			retryMilliseconds( failures, Math.random() )
		);
	};
	const poll = async () => {
		clearTimeout( pollTimer );
		try {
			const snapshot = await port.read();
			if ( mode === 'polling' && ! isClosed ) {
				onEvent( { type: 'snapshot', snapshot } );
				onProblem( null );
			}
		} catch ( error ) {
			if ( mode === 'polling' && ! isClosed ) {
				onProblem( error as Problem );
			}
		}
		if ( mode === 'polling' && ! isClosed ) {
			pollTimer = setTimeout( () => void poll(), pollMilliseconds );
		}
	};

	// A computer that slept has lost its stream, and may not know it yet.
	let woke = Date.now();
	const wakeTimer = setInterval( () => {
		const slept = Date.now() - woke > wakeMilliseconds + sleptMilliseconds;
		woke = Date.now();
		if ( slept ) {
			void open();
		}
	}, wakeMilliseconds );
	const openAgain = () => void open();
	window.addEventListener( 'online', openAgain );

	void open();
	return {
		refresh: () => {
			if ( mode === 'polling' ) {
				void poll();
			}
		},
		close: () => {
			isClosed = true;
			drop();
			clearTimeout( retryTimer );
			clearTimeout( pollTimer );
			clearInterval( wakeTimer );
			window.removeEventListener( 'online', openAgain );
		},
	};
}
