import type { Twilio } from 'twilio';
import { e164Schema } from '@rappel/contract';
import {
	TelephonyError,
	type AccountReport,
	type Balance,
	type Telephony,
} from '../telephony.js';
import { translated } from './translated.js';

type AccountReader = Pick<
	Telephony,
	'readAccount' | 'readBalance' | 'checkCredentials'
>;

/** More than a screen could list. */
const mostNumbers = 200;
/** There are fewer countries; one page holds them all. */
const mostCountries = 1_000;
const milliPerUnit = 1_000;

export function createAccountReader(
	client: Twilio,
	accountSid: string
): AccountReader {
	const fetchAccount = () => client.api.v2010.accounts( accountSid ).fetch();
	return {
		checkCredentials: () =>
			translated( async () => {
				await fetchAccount();
			} ),
		readAccount: () =>
			translated( async () => {
				// First and alone: with wrong credentials nothing else need be asked.
				const { type, status } = await fetchAccount();
				const [ balance, numbers, countries ] = await Promise.all( [
					balanceOf( client ),
					numbersOf( client ),
					countriesOf( client ),
				] );
				return {
					type: type === 'Trial' ? 'trial' : 'full',
					active: status === 'active',
					balance,
					numbers,
					countries,
				};
			} ),
		readBalance: () => translated( () => balanceOf( client ) ),
	};
}

/** "Child accounts do not contain balance information": https://www.twilio.com/docs/usage/api/balance */
async function balanceOf( client: Twilio ): Promise< Balance | null > {
	const told = await unlessRefused( () => client.balance.fetch() );
	const milli = Math.round( Number( told?.balance || NaN ) * milliPerUnit );
	return told?.currency && ! Number.isNaN( milli )
		? { milli, currency: told.currency.toUpperCase() }
		: null;
}

/**
 * https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource,
 * https://www.twilio.com/docs/voice/api/outgoing-caller-ids
 */
async function numbersOf(
	client: Twilio
): Promise< AccountReport[ 'numbers' ] > {
	const owned = await client.incomingPhoneNumbers.list( {
		limit: mostNumbers,
	} );
	const verified = await client.outgoingCallerIds.list( {
		limit: mostNumbers,
	} );
	const isOwned = new Set( owned.map( ( { phoneNumber } ) => phoneNumber ) );
	return [
		...owned.map( ( { phoneNumber, capabilities } ) => ( {
			number: phoneNumber,
			voice: capabilities.voice,
			sms: capabilities.sms,
			isVerifiedOnly: false,
		} ) ),
		...verified
			.filter( ( { phoneNumber } ) => ! isOwned.has( phoneNumber ) )
			.map( ( { phoneNumber } ) => ( {
				number: phoneNumber,
				// May be shown by a call, and sends no SMS.
				voice: true,
				sms: false,
				isVerifiedOnly: true,
			} ) ),
	].filter( ( { number } ) => e164Schema.safeParse( number ).success );
}

/** https://www.twilio.com/docs/voice/api/dialingpermissions-country-resource */
async function countriesOf( client: Twilio ): Promise< string[] | null > {
	const told = await unlessRefused( () =>
		client.voice.v1.dialingPermissions.countries.list( {
			lowRiskNumbersEnabled: true,
			pageSize: mostCountries,
			limit: mostCountries,
		} )
	);
	return (
		told
			// "United States/Canada" is one entry at Twilio.
			?.flatMap( ( { isoCode } ) =>
				isoCode === 'US' ? [ 'US', 'CA' ] : isoCode
			)
			.toSorted() ?? null
	);
}

/** Null where this account may not ask; its credentials are known to be right. */
async function unlessRefused< T >(
	ask: () => Promise< T >
): Promise< T | null > {
	try {
		return await translated( ask );
	} catch ( error ) {
		if (
			error instanceof TelephonyError &&
			( error.kind === 'settings' || error.kind === 'permanent' )
		) {
			return null;
		}
		throw error;
	}
}
