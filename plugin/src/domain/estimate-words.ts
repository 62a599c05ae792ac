import { __, _n, sprintf } from '@wordpress/i18n';
import type { CostEstimate } from '@rappel/contract';
import { formatCost } from './format';

/** What one callback costs, and how that is known. */
export function estimateWords(
	{ milli, currency, basis, talkMinutes, callbacks }: CostEstimate,
	locale: string
): { cost: string; basis: string } {
	if ( milli === null || ! currency || basis === 'none' ) {
		return {
			cost: __( 'Not known yet', 'rappel' ),
			basis: __( 'It is told after the first callback.', 'rappel' ),
		};
	}
	return {
		cost: sprintf(
			/* translators: %s: an amount of money. */
			__( 'About %s', 'rappel' ),
			formatCost( milli, currency, locale )
		),
		basis:
			basis === 'past_callbacks'
				? sprintf(
						/* translators: %d: number of callbacks. */
						_n(
							'As the last %d callback cost.',
							'As the last %d callbacks cost.',
							callbacks,
							'rappel'
						),
						callbacks
					)
				: sprintf(
						/* translators: %s: a number of minutes: "3". */
						__(
							'By the network’s prices, for a talk of %s min.',
							'rappel'
						),
						new Intl.NumberFormat( locale ).format( talkMinutes )
					),
	};
}
