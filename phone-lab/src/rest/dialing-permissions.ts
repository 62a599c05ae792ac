import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js';
import { Router, type Request } from 'express';
import type { Lab } from '../lab/context.js';
import { allCountries, mayCallCountry } from '../state/account-state.js';
import { answer } from './answer.js';
import { Parameters } from './parameters.js';

const voiceHost = 'https://voice.twilio.com';
const pageSize = { fallback: 50, minimum: 1, maximum: 1_000 };
const anyPage = { fallback: 0, minimum: 0, maximum: 1_000 };

/** Which countries the account may call, as https://voice.twilio.com tells it. */
export function dialingPermissions( lab: Lab ): Router {
	const router = Router();
	const names = new Intl.DisplayNames( [ 'en' ], { type: 'region' } );

	const countryJson = ( country: CountryCode ) => {
		const url = `${ voiceHost }/v1/DialingPermissions/Countries/${ country }`;
		return {
			iso_code: country,
			name: names.of( country ) ?? country,
			country_codes: [ `+${ getCountryCallingCode( country ) }` ],
			continent: null,
			low_risk_numbers_enabled: mayCallCountry(
				lab.state.account,
				country
			),
			high_risk_special_numbers_enabled: false,
			high_risk_tollfraud_numbers_enabled: false,
			url,
			links: {
				highrisk_special_prefixes: `${ url }/HighRiskSpecialPrefixes`,
			},
		};
	};

	router.get(
		'/DialingPermissions/Countries',
		async ( request, response ) => {
			const parameters = new Parameters( request.query );
			const iso = parameters.text( 'IsoCode' );
			const enabled = parameters.flag( 'LowRiskNumbersEnabled' );
			const found = allCountries()
				.filter( ( country ) => iso === null || country === iso )
				.map( countryJson )
				.filter(
					( country ) =>
						enabled === undefined ||
						country.low_risk_numbers_enabled === enabled
				);
			await answer( response, 200, pageOfProduct( request, found ) );
		}
	);

	return router;
}

/** A page as the products answer it that are younger than the calls: its addresses are whole, and in `meta`. */
function pageOfProduct< T >( request: Request, entries: T[] ) {
	const parameters = new Parameters( request.query );
	const size = parameters.count( 'PageSize', pageSize );
	const page = parameters.count( 'Page', anyPage );
	const start = page * size;
	const url = ( number: number ) => {
		const query = new URLSearchParams(
			request.originalUrl.split( '?' )[ 1 ] ?? ''
		);
		query.set( 'PageSize', String( size ) );
		query.set( 'Page', String( number ) );
		return `${ voiceHost }${ request.originalUrl.split( '?' )[ 0 ] }?${ query.toString() }`;
	};
	return {
		content: entries.slice( start, start + size ),
		meta: {
			key: 'content',
			page,
			page_size: size,
			first_page_url: url( 0 ),
			previous_page_url: page > 0 ? url( page - 1 ) : null,
			next_page_url:
				start + size < entries.length ? url( page + 1 ) : null,
			url: url( page ),
		},
	};
}
