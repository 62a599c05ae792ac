import { Router } from 'express';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { dollars, minutePriceTo, priceUnit } from '../prices/prices.js';
import { answer } from './answer.js';
import { Parameters } from './parameters.js';
import { notFound } from './twilio-error.js';

const countryName = new Intl.DisplayNames( 'en', { type: 'region' } );

/** Both prices are the same: nobody has a discount here. */
const priced = ( amount: number ) => ( {
	base_price: amount.toFixed( 4 ),
	current_price: amount.toFixed( 4 ),
} );

/** The list of prices, as far as the lab has it. https://www.twilio.com/docs/voice/pricing, …/messaging/api/pricing */
export function pricing(): Router {
	const router = Router();

	router.get( '/Voice/Numbers/:number', async ( request, response ) => {
		const { number } = request.params;
		const country = parsePhoneNumberFromString( number )?.country;
		if ( ! country ) {
			throw notFound( request.path );
		}
		await answer( response, 200, {
			country: countryName.of( country ),
			iso_country: country,
			destination_number: number,
			origination_number: new Parameters( request.query ).text(
				'OriginationNumber'
			),
			outbound_call_prices: [
				{
					...priced( minutePriceTo( number ) ),
					origination_prefixes: [ 'ALL' ],
				},
			],
			// Of a number that is not the account's own.
			inbound_call_price: null,
			price_unit: priceUnit,
			url: `https://pricing.twilio.com/v2/Voice/Numbers/${ number }`,
		} );
	} );

	router.get(
		'/Messaging/Countries/:country',
		async ( request, response ) => {
			const { country } = request.params;
			if ( ! /^[A-Z]{2}$/.test( country ) ) {
				throw notFound( request.path );
			}
			await answer( response, 200, {
				country: countryName.of( country ),
				iso_country: country,
				outbound_sms_prices: [
					{
						carrier: 'phone lab',
						mcc: '001',
						mnc: '01',
						prices: [
							{
								...priced( dollars.messagePart ),
								number_type: 'mobile',
							},
						],
					},
				],
				inbound_sms_prices: [],
				price_unit: priceUnit,
				url: `https://pricing.twilio.com/v1/Messaging/Countries/${ country }`,
			} );
		}
	);

	return router;
}
