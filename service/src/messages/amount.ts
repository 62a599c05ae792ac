import type { Language } from '@rappel/contract';

export interface Amount {
	/** Millionths of the currency's unit. */
	micros: number;
	/** ISO 4217; null: not known. */
	currency: string | null;
}

const microsPerUnit = 1_000_000;
const microsPerMilli = 1_000;

/** The contract and the network's port have thousandths. */
export function microsOf< Currency extends string | null >( {
	milli,
	currency,
}: {
	milli: number;
	currency: Currency;
} ): { micros: number; currency: Currency } {
	return { micros: milli * microsPerMilli, currency };
}

/** "12,50 $US", or "12,50" where nobody knows of what. */
export function sayAmount(
	{ micros, currency }: Amount,
	language: Language
): string {
	return new Intl.NumberFormat( language, {
		minimumFractionDigits: 2,
		maximumFractionDigits: 2,
		...( currency !== null && { style: 'currency', currency } ),
	} ).format( micros / microsPerUnit );
}

/** An amount within what is kept of an alert, in no language: "12.50 USD". */
export function writtenAmount( {
	micros,
	currency,
}: Amount & { currency: string } ): string {
	return `${ ( micros / microsPerUnit ).toFixed( 2 ) } ${ currency }`;
}

/** What was written so, in a language; anything else stays as it is. */
export function sayWritten( written: string, language: Language ): string {
	const amount = /^(-?\d+\.\d\d) ([A-Z]{3})$/.exec( written );
	return amount
		? sayAmount(
				{
					micros: Number( amount[ 1 ] ) * microsPerUnit,
					currency: amount[ 2 ] ?? null,
				},
				language
			)
		: written;
}
