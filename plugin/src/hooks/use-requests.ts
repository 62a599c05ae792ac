import { speak } from '@wordpress/a11y';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { RequestSummary } from '@rappel/contract';
import type { Problem } from '../api/problem';
import { listRequests, type RequestFilter } from '../api/requests';
import { countRequests } from '../domain/format';
import { isLive } from '../domain/request-words';
import { useLoaded } from './use-loaded';
import { usePolling } from './use-polling';

const livePollMilliseconds = 2_000;
const idlePollMilliseconds = 15_000;

export interface Requests {
	/** As the service orders them; null until the first answer. */
	requests: RequestSummary[] | null;
	problem: Problem | null;
	isLoading: boolean;
	/** From 1. */
	page: number;
	hasNext: boolean;
	next: () => void;
	previous: () => void;
	reload: () => Promise< void >;
}

interface Page {
	requests: RequestSummary[];
	nextCursor: string | null;
}

/** One page of the list, kept fresh: every 2 s while something is live, every 15 s otherwise, only while the tab is seen. */
export function useRequests( filter: RequestFilter ): Requests {
	const asked = JSON.stringify( filter );
	/** Cursor of each page up to the one shown, of what is asked for; the first has none. */
	const [ turned, setTurned ] = useState( { asked, cursors: [ '' ] } );
	const cursors = turned.asked === asked ? turned.cursors : [ '' ];
	const setCursors = ( next: string[] ) =>
		setTurned( { asked, cursors: next } );
	const cursor = cursors.at( -1 )!;
	const load = useCallback(
		() => listRequests( JSON.parse( asked ) as RequestFilter, cursor ),
		[ asked, cursor ]
	);
	const { value, problem, isLoading, reload } = useLoaded< Page >( load );
	usePolling(
		reload,
		value?.requests.some( isLive )
			? livePollMilliseconds
			: idlePollMilliseconds
	);
	useAnnouncements( value, `${ asked } ${ cursor }` );

	const nextCursor = value?.nextCursor ?? null;
	return {
		requests: value?.requests ?? null,
		problem,
		isLoading,
		page: cursors.length,
		hasNext: nextCursor !== null,
		next: () =>
			nextCursor !== null && setCursors( [ ...cursors, nextCursor ] ),
		previous: () =>
			setCursors( cursors.length > 1 ? cursors.slice( 0, -1 ) : cursors ),
		reload,
	};
}

/** Says how many there are when another list is shown, and that a new one came in when the same list is read again. */
function useAnnouncements( page: Page | null, shown: string ): void {
	const before = useRef< { shown: string; ids: Set< string > } | null >(
		null
	);
	useEffect( () => {
		if ( ! page ) {
			return;
		}
		const ids = new Set( page.requests.map( ( { id } ) => id ) );
		const known = before.current;
		before.current = { shown, ids };
		if ( ! known ) {
			return;
		}
		if ( known.shown !== shown ) {
			speak(
				ids.size
					? countRequests( ids.size )
					: __( 'No request matches.', 'rappel' )
			);
			return;
		}
		const added = [ ...ids ].filter(
			( id ) => ! known.ids.has( id )
		).length;
		if ( added ) {
			speak(
				sprintf(
					/* translators: %d: number of callback requests that have just come in. */
					_n( '%d new request', '%d new requests', added, 'rappel' ),
					added
				)
			);
		}
	}, [ page, shown ] );
}
