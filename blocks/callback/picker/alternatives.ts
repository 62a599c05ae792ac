import type { AlternativeSlot } from '@rappel/contract';
import { element, part } from './element';

/** Free slots as buttons: one press books. */
export const alternativeButtons = (
	slots: AlternativeSlot[],
	book: ( slot: AlternativeSlot ) => void
) =>
	slots.map( ( slot ) =>
		element(
			'button',
			{
				type: 'button',
				className: part( 'tile' ),
				onclick: () => book( slot ),
			},
			`${ slot.dayLabel }, ${ slot.label }`,
			slot.companyLabel && ' ',
			slot.companyLabel && element( 'small', {}, slot.companyLabel )
		)
	);
