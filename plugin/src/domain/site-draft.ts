import { __, sprintf } from '@wordpress/i18n';
import type { SaveSite, Site } from '@rappel/contract';
import { readAmount, typedAmount } from './amount';
import { formatNumber } from './format';

export const capRange = [ 1, 100_000 ] as const;

/** What holds for every channel of a site, as it is typed. */
export interface SiteDraft {
	callerId: string;
	/** NaN while nothing usable is typed. */
	dailyRequestCap: number;
	/** Empty: no limit. */
	monthlyLimit: string;
	/** Empty: nobody is told. */
	lowBalance: string;
}

export const siteDraftOf = ( site: Site, locale: string ): SiteDraft => ( {
	callerId: site.callerId ? formatNumber( site.callerId ) : '',
	dailyRequestCap: site.dailyRequestCap,
	monthlyLimit: typedAmount( site.monthlyLimitMilli, locale ),
	lowBalance: typedAmount( site.lowBalanceMilli, locale ),
} );

/** What is to be mended, by field; empty when it can be saved. */
export function siteDraftErrors( draft: SiteDraft ): Record< string, string > {
	const { dailyRequestCap } = draft;
	const amount = __(
		'Type an amount such as 50 or 12.50, or leave it empty.',
		'rappel'
	);
	return {
		...( ( ! Number.isInteger( dailyRequestCap ) ||
			dailyRequestCap < capRange[ 0 ] ||
			dailyRequestCap > capRange[ 1 ] ) && {
			dailyRequestCap: sprintf(
				/* translators: 1: smallest figure allowed. 2: greatest figure allowed. */
				__( 'Type a whole number from %1$d to %2$d.', 'rappel' ),
				...capRange
			),
		} ),
		...( Number.isNaN( readAmount( draft.monthlyLimit ) ) && {
			monthlyLimitMilli: amount,
		} ),
		...( Number.isNaN( readAmount( draft.lowBalance ) ) && {
			lowBalanceMilli: amount,
		} ),
	};
}

export const toSaveSite = ( draft: SiteDraft ): SaveSite => ( {
	dailyRequestCap: draft.dailyRequestCap,
	callerId: draft.callerId.trim() || null,
	monthlyLimitMilli: readAmount( draft.monthlyLimit ),
	lowBalanceMilli: readAmount( draft.lowBalance ),
} );
