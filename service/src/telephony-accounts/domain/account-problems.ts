import type { TelephonyAccount } from '@rappel/contract';

type Code = TelephonyAccount[ 'problems' ][ number ][ 'code' ];
type Account = NonNullable< TelephonyAccount[ 'account' ] >;

/** What an owner has to mend, or will be surprised by, and what its sentence names. */
export interface AccountProblem {
	code: Code;
	/** ISO 3166-1, of `country_not_allowed`. */
	countries?: string[];
}

export interface Wanted {
	/** ISO 3166-1 of the countries that the site's channels call. */
	countries: readonly string[];
	/** Thousandths of the account's currency under which the owner is told; null: only when nothing is left. */
	lowBalanceMilli: number | null;
}

/** The worst first: what lets nobody be called, then what some will not be. */
export function accountProblems(
	account: Account,
	wanted: Wanted
): AccountProblem[] {
	const refused = account.countries
		? wanted.countries.filter(
				( country ) => ! account.countries?.includes( country )
			)
		: [];
	const problems: Array< AccountProblem | false > = [
		! account.active && { code: 'account_suspended' },
		isLow( account, wanted ) && { code: 'balance_low' },
		! account.numbers.some( ( { voice } ) => voice ) && {
			code: 'no_number',
		},
		refused.length > 0 && {
			code: 'country_not_allowed',
			countries: refused,
		},
		account.type === 'trial' && { code: 'trial_account' },
	];
	return problems.filter( ( problem ) => problem !== false );
}

function isLow( { balance }: Account, { lowBalanceMilli }: Wanted ): boolean {
	// With nothing left nobody is called, whatever the limit.
	return (
		balance !== null &&
		( balance.milli <= 0 || balance.milli < ( lowBalanceMilli ?? 0 ) )
	);
}
