import type { Alerts } from '../alerts/alerts.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import { TelephonyError, type Telephony } from '../telephony/telephony.js';
import { NoSecretsKey, type Accounts, type Credentials } from './accounts.js';

export interface SaveAccountOptions {
	accounts: Pick< Accounts, 'save' >;
	/** The network, by this account. */
	open: ( credentials: Credentials ) => Pick< Telephony, 'checkCredentials' >;
	alerts: Pick< Alerts, 'clear' >;
}

export type SaveAccount = (
	site: Site,
	credentials: Credentials | null
) => Promise< void >;

/**
 * A site calls over its own account from now on, once the network has accepted its credentials; null: over the service's again.
 *
 * @throws {Refusal} telephony_credentials_refused, telephony_unreachable; service_unavailable where the service cannot keep them.
 */
export function createSaveAccount( {
	accounts,
	open,
	alerts,
}: SaveAccountOptions ): SaveAccount {
	return async ( site, credentials ) => {
		if ( credentials ) {
			await tryOut( open( credentials ) );
		}
		try {
			await accounts.save( site.id, credentials );
		} catch ( error ) {
			throw error instanceof NoSecretsKey
				? new Refusal( 'service_unavailable', {
						text: 'problem.secrets_key_missing',
					} )
				: error;
		}
		await alerts.clear( site.id, 'telephony_credentials' );
		await alerts.clear( site.id, 'telephony_trial' );
	};
}

async function tryOut(
	network: Pick< Telephony, 'checkCredentials' >
): Promise< void > {
	try {
		await network.checkCredentials();
	} catch ( error ) {
		if ( ! ( error instanceof TelephonyError ) ) {
			throw error;
		}
		throw error.kind === 'settings' || error.kind === 'permanent'
			? new Refusal( 'telephony_credentials_refused', {
					field: 'credentials.authToken',
				} )
			: new Refusal( 'telephony_unreachable' );
	}
}
