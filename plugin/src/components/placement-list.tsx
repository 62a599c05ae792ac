import { __, _n, sprintf } from '@wordpress/i18n';
import type { Placement } from '../api/channels';
import { placementWord } from '../domain/placement-words';

interface PlacementListProps {
	placements: Placement[];
	/** More are counted, not named. */
	shown?: number;
}

/** Where the form of a channel stands, each with its way there. */
export function PlacementList( { placements, shown = 5 }: PlacementListProps ) {
	const others = placements.length - shown;
	return (
		<ul className="rappel-placements">
			{ placements.slice( 0, shown ).map( ( placement, index ) => (
				<li key={ index }>
					<PlacementName { ...placement } />
				</li>
			) ) }
			{ others > 0 && (
				<li>
					{ sprintf(
						/* translators: %d: how many pages and the like. */
						_n( 'and %d other', 'and %d others', others, 'rappel' ),
						others
					) }
				</li>
			) }
		</ul>
	);
}

function PlacementName( { title, type, status, editUrl, viewUrl }: Placement ) {
	const word = placementWord( type, status );
	const url = editUrl || viewUrl;
	const name = word
		? sprintf(
				/* translators: 1: title of a page. 2: what it is: "draft", "widget". */
				__( '%1$s (%2$s)', 'rappel' ),
				title,
				word
			)
		: title;
	return url ? <a href={ url }>{ name }</a> : <>{ name }</>;
}
