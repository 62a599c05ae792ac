import { describe, expect, it } from '@jest/globals';
import { languages } from '@rappel/contract';
import { texts } from '../messages/texts.js';
import { cheapText } from '../text-messages/domain/cheap-text.js';
import { isGsm7 } from '../text-messages/domain/segments.js';

/** What a text message to an agent is made of. */
const parts = /^team\.(\w+\.short|next\.\w+|reason\.\w+)$/;

describe( 'what is written to an agent’s phone', () => {
	it.each( languages )(
		'in %s has no sign that would make of one text message two',
		( language ) => {
			const costly = Object.entries( texts[ language ] ).flatMap(
				( [ key, sentence ] ) =>
					parts.test( key ) && ! isGsm7( cheapText( sentence ) )
						? [ key ]
						: []
			);

			expect( costly ).toEqual( [] );
		}
	);
} );
