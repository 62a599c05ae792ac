import type { CountryCode } from 'libphonenumber-js';
import { getCountries } from 'libphonenumber-js';

/** The account as its owner would find it in Twilio's console. */
export interface AccountState {
	type: 'Full' | 'Trial';
	/** Thousandths of the currency. */
	balanceMilli: number;
	/** E.164: numbers of others that it has verified. A trial calls nobody else. */
	verifiedNumbers: string[];
	/** ISO 3166-1 of those it may call; null: every one. */
	countries: string[] | null;
}

export const newAccount = (): AccountState => ( {
	type: 'Full',
	balanceMilli: 20_000,
	verifiedNumbers: [],
	countries: null,
} );

export const mayCallCountry = (
	account: AccountState,
	country: string
): boolean => account.countries?.includes( country ) ?? true;

export const allCountries = (): CountryCode[] => getCountries().toSorted();
