import type { Twilio } from 'twilio';
import type { Cost } from '../../costs/domain/cost.js';
import type { Price, Telephony } from '../telephony.js';
import { ifFound, translated } from './translated.js';

type Prices = Pick<
	Telephony,
	'priceOfCall' | 'priceOfMessage' | 'minutePrice' | 'segmentPrice'
>;

/** "You should not be charged": https://www.twilio.com/help/faq/voice/what-do-the-call-statuses-mean */
const freeCalls: ReadonlySet< string > = new Set( [
	'busy',
	'no-answer',
	'failed',
	'canceled',
] );
/** It did not leave Twilio: https://help.twilio.com/articles/223181728 */
const freeMessages: ReadonlySet< string > = new Set( [ 'failed' ] );

const microsPerUnit = 1_000_000;

export function createPrices( client: Twilio ): Prices {
	return {
		priceOfCall: ( callSid ) =>
			translated( async () =>
				priceOf(
					await ifFound( () => client.calls( callSid ).fetch() ),
					freeCalls
				)
			),
		priceOfMessage: ( messageSid ) =>
			translated( async () =>
				priceOf(
					await ifFound( () =>
						client.messages( messageSid ).fetch()
					),
					freeMessages
				)
			),
		minutePrice: ( { to, from } ) =>
			translated( async () => {
				// https://www.twilio.com/docs/voice/pricing#voice-pricing-by-number
				const listed = await ifFound( () =>
					client.pricing.v2.voice
						.numbers( to )
						.fetch( { originationNumber: from } )
				);
				return (
					listed &&
					costOf(
						priceFrom( from, listed.outboundCallPrices ),
						listed.priceUnit
					)
				);
			} ),
		segmentPrice: ( country ) =>
			translated( async () => {
				// https://www.twilio.com/docs/messaging/api/pricing
				const listed = await ifFound( () =>
					client.pricing.v1.messaging.countries( country ).fetch()
				);
				const prices: ListedPrice[] = (
					listed?.outboundSmsPrices ?? []
				).flatMap( ( carrier ) => carrier.prices ?? [] );
				return listed && prices.length > 0
					? costOf(
							Math.max(
								...prices.map( ( listedPrice ) =>
									Number(
										listedPrice.current_price ??
											listedPrice.currentPrice
									)
								)
							),
							listed.priceUnit
						)
					: null;
			} ),
	};
}

/** What is within a list, the SDK hands over as the wire has it, whatever its types say. */
interface ListedPrice {
	currentPrice?: number;
	current_price?: string;
}

interface PriceFrom {
	/** "ALL", or the beginnings of the numbers it holds for. */
	originationPrefixes?: string[];
	currentPrice?: number;
}

/** That of the longest beginning of the caller's number; null: none is for it. */
function priceFrom(
	from: string,
	prices: readonly PriceFrom[] | null
): number | null {
	const digits = from.replace( '+', '' );
	const matching = ( prices ?? [] ).flatMap(
		( { originationPrefixes = [], currentPrice } ) =>
			originationPrefixes
				.filter(
					( prefix ) =>
						prefix === 'ALL' || digits.startsWith( prefix )
				)
				.map( ( prefix ) => ( {
					length: prefix === 'ALL' ? 0 : prefix.length,
					price: Number( currentPrice ?? Number.NaN ),
				} ) )
	);
	const [ best ] = matching.toSorted( ( a, b ) => b.length - a.length );
	return best?.price ?? null;
}

/** The wire has texts where the SDK's types say numbers. */
function costOf(
	amount: string | number | null,
	currency: string | null
): Cost | null {
	const micros = Math.round( Number( amount ?? Number.NaN ) * microsPerUnit );
	return Number.isNaN( micros ) || ! currency
		? null
		: { micros, currency: currency.toUpperCase() };
}

/**
 * Text, less than zero, and null until "some time after" the end; the unit in capitals for calls alone.
 * https://www.twilio.com/docs/voice/api/call-resource#call-properties,
 * https://www.twilio.com/docs/messaging/api/message-resource#message-properties
 */
export function priceOf(
	priced: {
		status: string;
		/** The SDK's types do not say that it may be null. */
		price: string | null;
		priceUnit: string | null;
	} | null,
	free: ReadonlySet< string >
): Price {
	if ( ! priced ) {
		return 'never';
	}
	const { status, price, priceUnit } = priced;
	const amount = price ?? ( free.has( status ) ? '0' : null );
	const micros = Math.round( Number( amount ) * microsPerUnit );
	return amount === null || ! priceUnit || Number.isNaN( micros )
		? 'not_yet'
		: {
				// Zero has no sign.
				micros: 0 - micros,
				currency: priceUnit.toUpperCase(),
			};
}
