import { useState } from '@wordpress/element';

export interface Selection {
	/** In the order of the list; of what is not in the list any more nothing is chosen. */
	ids: string[];
	has: ( id: string ) => boolean;
	isEverything: boolean;
	toggle: ( id: string ) => void;
	/** Everything in the list, or nothing. */
	setEverything: ( isChosen: boolean ) => void;
}

/** What is ticked of a list. */
export function useSelection( listed: string[] ): Selection {
	const [ chosen, setChosen ] = useState< string[] >( [] );
	const ids = listed.filter( ( id ) => chosen.includes( id ) );
	return {
		ids,
		has: ( id ) => ids.includes( id ),
		isEverything: listed.length > 0 && ids.length === listed.length,
		toggle: ( id ) =>
			setChosen(
				ids.includes( id )
					? ids.filter( ( known ) => known !== id )
					: [ ...ids, id ]
			),
		setEverything: ( isChosen ) => setChosen( isChosen ? listed : [] ),
	};
}
