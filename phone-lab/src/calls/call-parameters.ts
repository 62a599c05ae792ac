import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Lab } from '../lab/context.js';
import type { CallRecord } from '../state/records.js';

export const apiVersion = '2010-04-01';

const countryOf = ( number: string ): string =>
	parsePhoneNumberFromString( number )?.country ?? '';

/** What Twilio sends of a place it knows nothing of but the country. */
function place( prefix: string, number: string ): Record< string, string > {
	return {
		[ `${ prefix }City` ]: '',
		[ `${ prefix }State` ]: '',
		[ `${ prefix }Zip` ]: '',
		[ `${ prefix }Country` ]: countryOf( number ),
	};
}

/** The parameters that every voice request of Twilio carries. */
export function callParameters(
	lab: Lab,
	call: CallRecord
): Record< string, string > {
	return {
		AccountSid: lab.account.accountSid,
		ApiVersion: apiVersion,
		CallSid: call.sid,
		CallStatus: call.status,
		Called: call.to,
		Caller: call.from,
		Direction: call.direction,
		...( call.parentCallSid !== null && {
			ParentCallSid: call.parentCallSid,
		} ),
		From: call.from,
		To: call.to,
		...place( 'Called', call.to ),
		...place( 'Caller', call.from ),
		...place( 'To', call.to ),
		...place( 'From', call.from ),
	};
}
