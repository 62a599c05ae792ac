import type { Slots } from '@rappel/contract';
import { choice } from './choice';
import { element } from './element';

type Day = Slots[ 'days' ][ number ];

/** The days as radio buttons that look like the leaves of a calendar. */
export const dayChoices = ( days: Day[], chosen: Day ) =>
	days.map( ( day ) =>
		choice( 'day', day.date, day === chosen, ...leaf( day.label ) )
	);

/** "mardi 1er décembre", "Tuesday, December 1": each part on a line of its own, in the order in which it is said. */
function leaf( label: string ): ( Node | string )[] {
	const [ , ...parts ] =
		/^([^\s,]+)[\s,]+(?:(\D+)\s)?(\d\S*)\s*(.*)$/.exec( label ) ?? [];
	return parts.length
		? parts
				.filter( Boolean )
				.flatMap( ( word, place ) => [
					place ? ' ' : '',
					element( /^\d/.test( word ) ? 'b' : 'span', {}, word ),
				] )
		: [ label ];
}
