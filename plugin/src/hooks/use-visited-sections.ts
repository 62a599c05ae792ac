import { useCallback, useState } from '@wordpress/element';
import { isSectionId, type SectionId } from '../domain/channel-sections';

export interface VisitedSections {
	visited: SectionId[];
	visit: ( id: SectionId ) => void;
}

/** The sections of a channel that somebody has looked at, as this browser remembers. Of a new one (''), as long as it is open. */
export function useVisitedSections( channelId: string ): VisitedSections {
	const key = channelId && `rappel-sections-${ channelId }`;
	const [ visited, setVisited ] = useState( () => read( key ) );
	const visit = useCallback(
		( id: SectionId ) => {
			setVisited( ( shown ) => [ ...new Set( [ ...shown, id ] ) ] );
			if ( key ) {
				keep( key, new Set( [ ...read( key ), id ] ) );
			}
		},
		[ key ]
	);
	return { visited, visit };
}

function keep( key: string, ids: Set< SectionId > ): void {
	try {
		localStorage.setItem( key, [ ...ids ].join( ' ' ) );
	} catch {
		// Private browsing: it lasts as long as the page.
	}
}

function read( key: string ): SectionId[] {
	try {
		return ( localStorage.getItem( key ) ?? '' )
			.split( ' ' )
			.filter( isSectionId );
	} catch {
		return [];
	}
}
