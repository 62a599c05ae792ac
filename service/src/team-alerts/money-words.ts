import type { Language } from '@rappel/contract';
import type { Alert } from '../alerts/alerts.js';
import { sayWritten } from '../messages/amount.js';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import type { TeamAlertKind } from './team-alert.js';
import type { Words } from './team-letter.js';

export type MoneyKind = TeamAlertKind & ( 'spending_limit' | 'balance_low' );

const alertOf = {
	spending_limit: 'spending_limit_reached',
	balance_low: 'balance_low',
} as const satisfies Record< MoneyKind, Alert[ 'code' ] >;

export function isAboutMoney( kind: TeamAlertKind ): kind is MoneyKind {
	return kind in alertOf;
}

/** Null: the alert is over, and so is its news. */
export function moneyWords(
	kind: MoneyKind,
	{
		site,
		language,
		alerts,
	}: { site: Site; language: Language; alerts: readonly Alert[] }
): Words | null {
	const alert = alerts.find( ( { code } ) => code === alertOf[ kind ] );
	if ( ! alert ) {
		return null;
	}
	const values = {
		site: site.name,
		amount: sayWritten( alert.detail, language ),
	};
	const subject = text( `team.${ kind }.subject`, language, values );
	return {
		language,
		subject,
		blocks: [
			text( `team.${ kind }.lead`, language, values ),
			text( `team.${ kind }.do`, language ),
			text( 'team.why.supervises', language ),
		],
		short: subject,
	};
}
