import type { Clock } from '../clock.js';
import type { Cost } from '../costs/domain/cost.js';
import { TelephonyError, type TelephonyOf } from '../telephony/telephony.js';

/** The network's list, asked at most once an hour for the same; null: it has no price, or did not answer. */
export interface ListPrices {
	minute: (
		siteId: string,
		call: { to: string; from: string }
	) => Promise< Cost | null >;
	segment: ( siteId: string, country: string ) => Promise< Cost | null >;
}

const rememberedMs = 3_600_000;

export function createListPrices(
	telephonyOf: TelephonyOf< 'minutePrice' | 'segmentPrice' >,
	clock: Clock
): ListPrices {
	const known = new Map< string, { at: number; price: Cost | null } >();

	const remembered = async (
		name: string,
		ask: () => Promise< Cost | null >
	): Promise< Cost | null > => {
		const now = clock.now().getTime();
		const found = known.get( name );
		if ( found && now - found.at < rememberedMs ) {
			return found.price;
		}
		try {
			const price = await ask();
			known.set( name, { at: now, price } );
			return price;
		} catch ( error ) {
			if ( error instanceof TelephonyError ) {
				return null;
			}
			throw error;
		}
	};

	return {
		minute: ( siteId, call ) =>
			remembered( `${ siteId } ${ call.from } ${ call.to }`, () =>
				telephonyOf( siteId ).minutePrice( call )
			),
		segment: ( siteId, country ) =>
			remembered( `${ siteId } ${ country }`, () =>
				telephonyOf( siteId ).segmentPrice( country )
			),
	};
}
