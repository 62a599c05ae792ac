import { eventually } from './eventually.js';
import type { PhoneLabClient } from './phone-lab-client.js';

/** The code in the n-th SMS that this number got, once it is there. */
export const codeSentTo = (
	phones: PhoneLabClient,
	number: string,
	n = 1
): Promise< string > =>
	eventually( `${ number } got ${ n } codes`, async () => {
		const messages = await phones.messagesTo( number );
		return /^\d{6}/.exec( messages[ n - 1 ]?.body ?? '' )?.[ 0 ];
	} );
