import type { Clock } from '../clock.js';
import type { Database } from '../persistence/database.js';
import type { Sealing } from '../secrets/sealing.js';
import { createAccountStore, type StoredAccount } from './account-store.js';

export interface Credentials {
	accountSid: string;
	authToken: string;
}

/** Who signs with this token, and of which site's calls they may tell; null: of every site's. */
export interface Signer {
	authToken: string;
	siteId: string | null;
}

/** Telephone accounts of sites, beside the service's own. */
export interface Accounts {
	/**
	 * The accounts over which a site calls or has called, the one of now first, the service's among them.
	 *
	 * @throws {Error} A SealError when the key with which the one of now was sealed is not the service's any more.
	 * @throws {NoSecretsKey} When the service has no key at all any more.
	 */
	ofSite: ( siteId: string ) => Promise< [ Credentials, ...Credentials[] ] >;
	/** Over which account the site calls now, without its token. */
	nameOf: (
		siteId: string
	) => Promise< { isOwn: boolean; accountSid: string } >;
	/** Whose signature is right for what tells that it comes from this account. Those that cannot be opened are nobody's. */
	signers: ( accountSid: string | null ) => Promise< Signer[] >;
	/** From now on the site calls over this account; null: over the service's. */
	save: ( siteId: string, own: Credentials | null ) => Promise< void >;
	/** Forgets what was replaced long ago. */
	sweep: ( now: Date ) => Promise< void >;
}

export interface AccountsOptions {
	database: Database;
	service: Credentials;
	/** Null: the service has no key, and keeps no account of a site. */
	sealing: Sealing | null;
	clock: Clock;
}

/** What was called over a replaced account is priced by then, and its recordings are heard. */
const replacedDays = 30;
const dayMilliseconds = 86_400_000;

/** Accounts of sites cannot be kept, since the service has no SECRETS_KEY. */
export class NoSecretsKey extends Error {
	override readonly name = 'NoSecretsKey';
}

export function createAccounts( {
	database,
	service,
	sealing,
	clock,
}: AccountsOptions ): Accounts {
	const store = createAccountStore( database );

	const keys = (): Sealing => {
		if ( ! sealing ) {
			throw new NoSecretsKey( 'The service has no SECRETS_KEY' );
		}
		return sealing;
	};
	const open = ( {
		siteId,
		accountSid,
		sealedToken,
	}: StoredAccount ): Credentials => ( {
		accountSid,
		authToken: keys().open( sealedToken, aboutOf( siteId, accountSid ) ),
	} );
	/** Empty when it cannot be opened. */
	const tryOpen = ( account: StoredAccount ): Credentials[] => {
		try {
			return [ open( account ) ];
		} catch {
			return [];
		}
	};

	return {
		async ofSite( siteId ) {
			const [ first, ...others ] = await store.ofSite( siteId );
			if ( ! first ) {
				return [ service ];
			}
			return first.isCurrent
				? [ open( first ), ...others.flatMap( tryOpen ), service ]
				: [ service, ...[ first, ...others ].flatMap( tryOpen ) ];
		},
		async nameOf( siteId ) {
			const [ first ] = await store.ofSite( siteId );
			return first?.isCurrent
				? { isOwn: true, accountSid: first.accountSid }
				: { isOwn: false, accountSid: service.accountSid };
		},
		async signers( accountSid ) {
			if ( accountSid === null || accountSid === service.accountSid ) {
				return [ { authToken: service.authToken, siteId: null } ];
			}
			return ( await store.named( accountSid ) ).flatMap( ( account ) =>
				tryOpen( account ).map( ( { authToken } ) => ( {
					authToken,
					siteId: account.siteId,
				} ) )
			);
		},
		save: ( siteId, own ) =>
			database.transaction( async () => {
				await store.replace(
					siteId,
					own && {
						accountSid: own.accountSid,
						sealedToken: keys().seal(
							own.authToken,
							aboutOf( siteId, own.accountSid )
						),
					},
					clock.now()
				);
				// The service's own numbers are numbers of this account too, where it is the same.
				const ownAccountSid =
					own && own.accountSid !== service.accountSid
						? own.accountSid
						: null;
				await database.bound.write(
					'UPDATE sites SET own_account_sid = $1 WHERE id = $2',
					[ ownAccountSid, siteId ]
				);
			} ),
		sweep: ( now ) =>
			store.forget(
				new Date( now.getTime() - replacedDays * dayMilliseconds )
			),
	};
}

/** A row that is moved to another site, or to another account, does not open there. */
function aboutOf( siteId: string, accountSid: string ): string {
	return `${ siteId } ${ accountSid }`;
}
