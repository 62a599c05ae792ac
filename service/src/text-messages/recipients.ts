import type { Clock } from '../clock.js';
import { isMobile } from '../guards/mobile.js';
import type { RecipientStore } from './recipient-store.js';

/** Why a number gets no message. */
export type Unreached = 'landline' | 'opted_out';

export interface Recipients {
	/** Null: it gets messages. One that wrote to us takes messages, whatever its number looks like. */
	unreached: (
		siteId: string,
		number: string,
		hasWritten?: boolean
	) => Promise< Unreached | null >;
	/** What an error number of the network says about the number itself is remembered: nothing is sent there again. */
	learn: ( siteId: string, number: string, code: string ) => Promise< void >;
	/** Of every channel of the site. */
	saveWanted: (
		siteId: string,
		number: string,
		wanted: boolean
	) => Promise< void >;
}

/** "Attempt to send to unsubscribed recipient": https://www.twilio.com/docs/api/errors/21610 */
const optedOutCode = '21610';
/** "Landline or unreachable carrier", "not a mobile number": https://www.twilio.com/docs/api/errors/30006, …/21614 */
const landlineCodes: readonly string[] = [ '30006', '21614' ];

export function createRecipients(
	store: RecipientStore,
	clock: Clock
): Recipients {
	return {
		async unreached( siteId, number, hasWritten = false ) {
			const takesMessages =
				hasWritten ||
				( isMobile( number ) &&
					! ( await store.isLandline( siteId, number ) ) );
			if ( ! takesMessages ) {
				return 'landline';
			}
			return ( await store.hasOptedOut( siteId, number ) )
				? 'opted_out'
				: null;
		},
		async learn( siteId, number, code ) {
			if ( code === optedOutCode ) {
				await store.optOut( siteId, number, clock.now() );
			} else if ( landlineCodes.includes( code ) ) {
				await store.keepLandline( siteId, number, code, clock.now() );
			}
		},
		saveWanted: ( siteId, number, wanted ) =>
			wanted
				? store.optIn( siteId, number )
				: store.optOut( siteId, number, clock.now() ),
	};
}
