import { element, part } from './element';

/** A radio button under a tile: the browser's own keys and words, our looks. */
export const choice = (
	name: 'day' | 'slot',
	value: string,
	checked: boolean,
	...content: ( Node | string )[]
) =>
	element(
		'label',
		{ className: part( 'choose' ) },
		element( 'input', { type: 'radio', name, value, checked } ),
		element( 'span', { className: part( 'tile' ) }, ...content )
	);
